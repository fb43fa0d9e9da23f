"""Gaps in contents that nothing interrupts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.gaps import closed
from onrecord.records import Span, Spans

TEXT = "He called for a weakened Estria, the minister said. It rains.\n\nThe harbour is shut for two more long weeks."


def spans(*words: str) -> Spans:
    """Words of the text as spans."""
    return tuple(Span(TEXT.index(one), TEXT.index(one) + len(one)) for one in words)


CASES = [
    ("nothing between", ("for", "a weakened Estria"), (), ("for a weakened Estria",)),
    ("a word between", ("called", "a weakened Estria"), (), ("called for a weakened Estria",)),
    (
        "a source and a cue",
        ("a weakened Estria", "It rains"),
        ("the minister", "said"),
        ("a weakened Estria", "It rains"),
    ),
    ("a cue at the gap's beginning", ("called", "a weakened"), (" for",), ("called", "a weakened")),
    ("a sentence's end and words", ("Estria", "It rains"), (), ("Estria", "It rains")),
    ("another paragraph", ("It rains.", "The harbour"), (), ("It rains.", "The harbour")),
    ("four words", ("shut", "weeks"), (), ("shut", "weeks")),
]


@pytest.mark.parametrize(
    ("content", "taken", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_gap_is_closed_where_nothing_stands_in_it(
    content: tuple[str, ...], taken: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert closed(TEXT, spans(*content), spans(*taken)) == spans(*expected)


UNFINISHED = [
    ("called for a", (), "called for a weakened Estria"),
    ("shut for two more", (), "shut for two more"),
    ("weakened Estria, the", (), "weakened Estria, the minister said"),
    ("weakened Estria, the", ("minister",), "weakened Estria, the"),
]


@pytest.mark.parametrize(("content", "taken", "expected"), UNFINISHED)
def test_a_content_that_breaks_off_goes_on_to_the_end_of_its_clause(
    content: str, taken: tuple[str, ...], expected: str
) -> None:
    assert closed(TEXT, spans(content), spans(*taken)) == spans(expected)


@given(st.lists(st.integers(0, len(TEXT)), max_size=8, unique=True).map(sorted))
def test_no_words_are_lost_and_closing_twice_changes_nothing(places: list[int]) -> None:
    content = tuple(Span(start, end) for start, end in zip(places[::2], places[1::2], strict=False))
    once = closed(TEXT, content, ())
    assert all(any(whole.covers(part) for whole in once) for part in content)
    assert closed(TEXT, once, ()) == once
