"""Attributions are scored by spans, words, triples and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.polnear import ROLES, Scores, Triple, score, score_article
from evaluation.tally import Tally
from evaluation.words import Offsets

TEXT = "Ann said rain fell, Bob denied it fell. Eve: snow and hail came."
LETTERS = "a b c d e f g h"


def at(*phrases: str) -> tuple[Offsets, ...]:
    """Where each phrase first stands in the text."""
    return tuple((TEXT.index(phrase), TEXT.index(phrase) + len(phrase)) for phrase in phrases)


RAIN = Triple(cue=at("said"), source=at("Ann"), content=at("rain fell"))
DENIAL = Triple(cue=at("denied"), source=at("Bob"), content=at("it fell"))
NO_SOURCE = replace(DENIAL, source=())


def pieces(*, least: int) -> st.SearchStrategy[tuple[Offsets, ...]]:
    """Runs of letters in LETTERS."""
    run = st.tuples(st.integers(0, 7), st.integers(0, 7)).map(lambda ends: (2 * min(ends), 2 * max(ends) + 1))
    return st.lists(run, min_size=least, max_size=2).map(tuple)


triples = st.lists(st.builds(Triple, cue=pieces(least=1), source=pieces(least=0), content=pieces(least=1)), max_size=5)


def tallies(scores: Scores) -> list[Tally]:
    """All tallies of the scores."""
    return [*scores.exact.values(), *scores.tok.values(), scores.triple, scores.linked]


def test_an_article_worked_out_by_hand() -> None:
    scores = score_article(TEXT, [RAIN, DENIAL], [RAIN, NO_SOURCE])
    assert scores.exact["cue"] == scores.exact["content"] == Tally(right=2, predicted=2, found=2, gold=2)
    assert scores.exact["source"] == Tally(right=1, predicted=1, found=1, gold=2)
    assert scores.exact["source"].f1 == pytest.approx(2 / 3)
    assert scores.triple == scores.linked == Tally(right=1, predicted=2, found=1, gold=2)


def test_articles_are_averaged_by_their_counts() -> None:
    scores = score([(TEXT, [RAIN, DENIAL], [RAIN]), (TEXT, [DENIAL], [DENIAL])])
    assert scores.triple == Tally(right=2, predicted=2, found=2, gold=3)
    assert scores.triple.f1 == pytest.approx(0.8)


def test_punctuation_at_an_edge_does_not_count() -> None:
    scores = score_article(TEXT, [RAIN], [replace(RAIN, content=at(" rain fell,"))])
    assert scores.triple.f1 == 1.0


def test_a_discontinuous_span_counts_as_a_whole() -> None:
    gold = replace(RAIN, content=at("rain", "hail"))
    scores = score_article(TEXT, [gold], [replace(RAIN, content=at("rain"))])
    assert scores.exact["content"] == Tally(right=0, predicted=1, found=0, gold=1)
    assert scores.tok["content"] == Tally(right=1, predicted=1, found=1, gold=2)


def test_a_shared_source_counts_once_an_attribution_and_its_words_once_an_article() -> None:
    shared = replace(DENIAL, source=at("Ann"))
    scores = score_article(TEXT, [RAIN, shared], [RAIN])
    assert scores.exact["source"] == Tally(right=1, predicted=1, found=1, gold=2)
    assert scores.tok["source"] == Tally(right=1, predicted=1, found=1, gold=1)


def test_a_cue_of_punctuation_is_no_span_and_links_with_nothing() -> None:
    colon = Triple(cue=at(":"), source=at("Eve"), content=at("snow and hail came"))
    scores = score_article(TEXT, [colon], [colon])
    assert scores.exact["cue"] == Tally()
    assert (scores.triple.f1, scores.linked.f1) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("predicted", "links"),
    [
        pytest.param({"content": at("snow and")}, 1, id="half of the content"),
        pytest.param({"content": at("snow")}, 0, id="less than half of the content"),
        pytest.param({"cue": at("came")}, 0, id="cues do not meet"),
        pytest.param({"source": at("Ann")}, 0, id="sources do not meet"),
        pytest.param({"source": ()}, 0, id="a source is missing"),
        pytest.param({"source": at("Eve: snow")}, 1, id="sources share a word"),
    ],
)
def test_attributions_link_when_cue_source_and_content_meet(
    predicted: dict[str, tuple[Offsets, ...]], links: int
) -> None:
    gold = Triple(cue=at("Eve"), source=at("Eve"), content=at("snow and hail came"))
    assert score_article(TEXT, [gold], [replace(gold, **predicted)]).linked.right == links


def test_attributions_without_a_source_link() -> None:
    assert score_article(TEXT, [NO_SOURCE], [NO_SOURCE]).linked.f1 == 1.0


def test_each_gold_attribution_links_once() -> None:
    scores = score_article(TEXT, [RAIN], [RAIN, replace(RAIN, content=at("rain"))])
    assert scores.linked == Tally(right=1, predicted=2, found=1, gold=1)


def test_the_best_overlap_of_cues_is_paired_first() -> None:
    long = Triple(cue=at("Ann said"), source=(), content=at("it fell"))
    short = Triple(cue=at("said"), source=(), content=at("rain fell"))
    assert score_article(TEXT, [short], [long, short]).linked.right == 1


@given(triples.filter(bool))
def test_a_perfect_prediction_scores_one(gold: list[Triple]) -> None:
    scores = score_article(LETTERS, gold, gold)
    assert (scores.triple.f1, scores.linked.f1, scores.exact["cue"].f1, scores.tok["content"].f1) == (1, 1, 1, 1)


@given(triples, triples)
def test_scores_lie_between_zero_and_one(gold: list[Triple], predicted: list[Triple]) -> None:
    for tally in tallies(score_article(LETTERS, gold, predicted)):
        assert 0 <= min(tally.precision, tally.recall, tally.f1) <= max(tally.precision, tally.recall, tally.f1) <= 1


@given(triples, triples, st.randoms(use_true_random=False))
def test_the_order_of_predictions_does_not_matter(gold: list[Triple], predicted: list[Triple], random: Random) -> None:
    shuffled: Sequence[Triple] = random.sample(predicted, len(predicted))
    assert score_article(LETTERS, gold, predicted) == score_article(LETTERS, gold, shuffled)


def test_every_role_is_scored() -> None:
    scores = score([])
    assert tuple(scores.exact) == tuple(scores.tok) == ROLES
