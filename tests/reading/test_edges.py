"""Edges are free of stray punctuation, and marks and brackets stand in pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.edges import tidy
from onrecord.reading.quotes import verbatim
from onrecord.records import Span

ANY_TEXT = st.text() | st.text(alphabet="\"“”«»'‘’()[] -—.,:!?…\n$5aSX", max_size=60)
PUNCTUATION = frozenset("\"“”„‟«»″`'‘’‚‹›()[].,!?…")


def tidied(text: str, rough: str) -> str | None:
    start = text.index(rough)
    span = tidy(text, Span(start, start + len(rough)), verbatim(text))
    return span and span.of(text)


@pytest.mark.parametrize(
    ("text", "rough", "expected"),
    [
        pytest.param("He said, they will come.", ", they will come.", "they will come", id="comma and full stop"),
        pytest.param("It is over — he said: now", "— he said:", "he said", id="dash and colon"),
        pytest.param("Will they come? he asked.", "Will they come?", "Will they come?", id="question mark stays"),
        pytest.param("He is in the U.S. now.", "in the U.S.", "in the U.S.", id="abbreviation"),
        pytest.param("He asked for $5, no more.", "$5,", "$5", id="currency"),
        pytest.param("It fell to -5 on Friday.", "-5 on Friday.", "-5 on Friday", id="minus"),
        pytest.param("the ’90s, he said", "’90s,", "’90s", id="elision"),
        pytest.param("He will come, but added", "He will come, but", "He will come", id="conjunction that leads on"),
        pytest.param("He left , - ... now", " , -", None, id="no word"),
        pytest.param("He left.", "", None, id="nothing"),
    ],
)
def test_stray_punctuation_goes(text, rough, expected):
    assert tidied(text, rough) == expected


@pytest.mark.parametrize(
    ("text", "rough", "expected"),
    [
        pytest.param("“We will come,” he said.", "We will come", "“We will come,”", id="both, with the comma"),
        pytest.param("“We will come,” he said.", "We will come,” ", "“We will come,”", id="one of both"),
        pytest.param("He called it “a mess”.", "it “a mess", "it “a mess”", id="the last"),
        pytest.param("He called it “a mess”.", "“a mess”.", "“a mess”", id="full stop outside"),
        pytest.param("“We will. They won't,” he said.", "“We will.", "We will", id="a part of the first"),
        pytest.param("“We know that they won't,” he said.", "that they won't,”", "that they won't", id="of the last"),
        pytest.param("“We.\n\n“They won't,” he said.", "We.\n\n“They won't", "“We.\n\n“They won't,”", id="paragraphs"),
        pytest.param("“The «old» law is over,” he said.", "old» law", "«old» law", id="marks within marks"),
        pytest.param("Speak of “ standing firm ” now", "standing firm", "“ standing firm ”", id="spaces inside"),
        pytest.param("- We will come - he said.", "- We will come -", "We will come", id="dialogue"),
    ],
)
def test_marks_come_in_pairs(text, rough, expected):
    assert tidied(text, rough) == expected


@pytest.mark.parametrize(
    ("text", "rough", "expected"),
    [
        pytest.param("the bloc (NATO) will", "the bloc (NATO", "the bloc (NATO)", id="closed"),
        pytest.param("[He] will come", "He] will come", "[He] will come", id="opened"),
        pytest.param("the bloc (he said) will", "(he said)", "he said", id="both at the edges"),
        pytest.param("the bloc (so he said) will", "he said)", "he said", id="alone"),
    ],
)
def test_brackets_come_in_pairs(text, rough, expected):
    assert tidied(text, rough) == expected


@given(ANY_TEXT, st.integers(0, 60), st.integers(0, 60))
def test_tidying_twice_changes_nothing_and_keeps_the_words(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    quoted = verbatim(text)
    span = tidy(text, Span(start, end), quoted)
    if span is None:
        return
    assert 0 <= span.start < span.end <= len(text)
    assert tidy(text, span, quoted) == span
    grown = text[span.start : start] + text[end : span.end]
    assert not any(char.isalnum() or char == "_" for char in grown)
    lost = text[start : span.start] + text[span.end : end]
    assert not any(char.isalnum() for char in lost)


@given(ANY_TEXT, st.integers(0, 60), st.integers(0, 60))
def test_outside_of_quotations_a_span_grows_by_punctuation_only(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    span = tidy(text, Span(start, end), [])
    if span is not None:
        assert set(text[span.start : start] + text[end : span.end]) <= PUNCTUATION
