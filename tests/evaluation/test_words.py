"""Spans become sets of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.words import Offsets, folded_words, jaccard, sources_meet, touched, words_of

TEXT = "Ann said: rain, snow."


def test_words_are_runs_without_punctuation() -> None:
    assert [TEXT[start:end] for start, end in words_of(TEXT)] == ["Ann", "said", "rain", "snow"]


@pytest.mark.parametrize(
    ("spans", "indices"),
    [
        pytest.param([(0, 3)], {0}, id="one word"),
        pytest.param([(3, 9)], {1}, id="white space and punctuation at the edges"),
        pytest.param([(2, 5)], {0, 1}, id="a letter of a word is enough"),
        pytest.param([(16, 20), (0, 3)], {0, 3}, id="discontinuous, in any order"),
        pytest.param([(8, 10)], set(), id="punctuation only"),
        pytest.param([(1, 1)], set(), id="an empty span inside a word"),
        pytest.param([(0, 99)], {0, 1, 2, 3}, id="beyond the end"),
        pytest.param([], set(), id="no span"),
    ],
)
def test_a_span_touches_the_words_it_shares_a_character_with(spans: list[Offsets], indices: set[int]) -> None:
    assert touched(words_of(TEXT), spans) == indices


@given(st.text())
def test_every_word_touches_itself_alone(text: str) -> None:
    words = words_of(text)
    assert [touched(words, [word]) for word in words] == [{place} for place in range(len(words))]


def test_folding_leaves_case_and_accents_out() -> None:
    assert folded_words("Élodie\u2019s CAFÉ") == ["elodie", "s", "cafe"]


def test_jaccard_is_the_share_of_all_words_that_both_have() -> None:
    assert jaccard({1, 2, 3}, {2, 3, 4}) == 0.5


def test_jaccard_of_nothing_is_zero() -> None:
    assert jaccard(set(), set()) == 0.0


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [({1, 2}, {2, 3}, True), ({1}, {2}, False), (set(), set(), True), ({1}, set(), False)],
    ids=["shared word", "no shared word", "both absent", "one absent"],
)
def test_sources_meet_by_a_word_or_by_both_being_absent(a: set[int], b: set[int], *, meet: bool) -> None:
    assert sources_meet(frozenset(a), frozenset(b)) is meet
