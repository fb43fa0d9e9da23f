"""Claims are covered by statements, with and without the right speaker."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.seer import Said, claims_of, content_words, missed_speakers, score, score_article, wrong_speakers
from evaluation.tally import Tally

CLAIM = Said("Ann Oro", "alpha beta gamma delta epsilon")

texts = st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta", "the", "of"]), min_size=1, max_size=5).map(
    " ".join
)
said = st.lists(st.builds(Said, st.sampled_from(["Ann Oro", "Bob Kelp", "Kelp"]), texts), max_size=6)


def test_an_article_worked_out_by_hand() -> None:
    claims = [CLAIM, Said("Bob Kelp", "zeta eta theta iota")]
    predicted = [
        Said("Oro", "alpha beta gamma"),  # covers 3 of 5 of Ann's claim
        Said("Ann Oro", "zeta eta theta"),  # covers 3 of 4 of Bob's claim, by the wrong speaker
        Said("Ann Oro", "kappa lambda alpha"),  # 1 of 3 words in any claim
    ]
    scores = score_article(claims, predicted)
    assert scores.extract == Tally(right=2, predicted=3, found=2, gold=2)
    assert scores.who == Tally(right=1, predicted=3, found=1, gold=2)
    assert scores.extract.f1 == pytest.approx(0.8)
    assert scores.who.f1 == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("statements", "found"),
    [
        pytest.param(["alpha beta gamma"], 1, id="three fifths of the claim"),
        pytest.param(["alpha beta"], 0, id="two fifths of the claim"),
        pytest.param(["alpha beta", "gamma"], 1, id="three fifths in two statements"),
        pytest.param(["alpha beta one1 two2 three3", "gamma delta six6 seven7 eight8"], 0, id="none meets half of it"),
        pytest.param(["alpha beta gamma one1 two2 three3 four4"], 1, id="half of the shorter of the two"),
        pytest.param([], 0, id="no statement"),
    ],
)
def test_a_claim_is_found_when_one_statement_meets_it_and_all_cover_it(statements: list[str], found: int) -> None:
    assert score_article([CLAIM], [Said("Ann Oro", text) for text in statements]).who.found == found


@pytest.mark.parametrize(
    ("statement", "right"),
    [
        pytest.param("alpha zeta one1 two2", 1, id="half, from two claims"),
        pytest.param("alpha one1 two2", 0, id="less than half"),
        pytest.param("alpha theta one1 two2", 0, id="half, but partly another speaker's"),
    ],
)
def test_a_statement_is_right_when_half_of_it_lies_in_the_claims_of_its_speaker(statement: str, right: int) -> None:
    claims = [CLAIM, Said("Ann Oro", "zeta eta"), Said("Bob Kelp", "theta iota")]
    assert score_article(claims, [Said("Ann Oro", statement)]).who.right == right


def test_articles_are_averaged_by_their_counts() -> None:
    scores = score([([CLAIM, CLAIM], [CLAIM]), ([CLAIM], [])])
    assert scores.who == Tally(right=1, predicted=1, found=2, gold=3)


def test_a_statement_of_nobody_is_right_without_its_speaker_only() -> None:
    scores = score_article([CLAIM], [Said("", CLAIM.text)])
    assert (scores.extract.f1, scores.who.f1) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The café of Ann", {"cafe", "ann"}, id="stop words and accents"),
        pytest.param("They don\u2019t wait", {"wait"}, id="contraction"),
        pytest.param("It is what it is", {"it", "is", "what"}, id="stop words only"),
        pytest.param("…", set(), id="no words"),
    ],
)
def test_content_words_leave_stop_words_out(text: str, words: set[str]) -> None:
    assert content_words(text) == words


def test_claims_are_read_from_a_line() -> None:
    row = {"claims": [{"speaker": "Ann Oro", "utterance": "alpha", "form": "direct"}]}
    assert claims_of(row) == [Said("Ann Oro", "alpha")]


@given(said.filter(bool))
def test_a_perfect_prediction_scores_one(claims: list[Said]) -> None:
    scores = score_article(claims, claims)
    assert (scores.extract.f1, scores.who.f1) == (1.0, 1.0)


@given(said, said)
def test_scores_lie_between_zero_and_one_and_asking_for_the_speaker_never_helps(
    claims: list[Said], predicted: list[Said]
) -> None:
    scores = score_article(claims, predicted)
    assert 0 <= scores.who.precision <= scores.extract.precision <= 1
    assert 0 <= scores.who.recall <= scores.extract.recall <= 1
    assert 0 <= scores.who.f1 <= 1


@given(said, said, st.randoms(use_true_random=False))
def test_the_order_of_predictions_does_not_matter(claims: list[Said], predicted: list[Said], random: Random) -> None:
    shuffled = random.sample(predicted, len(predicted))
    assert score_article(claims, predicted) == score_article(claims, shuffled)


def test_those_who_speak_together_agree_with_either() -> None:
    stmt = Said("Ann Oro and Bob Kelp", CLAIM.text)
    claims = [CLAIM, Said("Bob Kelp", CLAIM.text)]
    assert score_article(claims, [stmt]).who == Tally(right=1, predicted=1, found=2, gold=2)


def test_wrong_speakers_are_named_on_both_sides() -> None:
    stmt = Said("Bob Kelp", CLAIM.text)
    assert wrong_speakers([CLAIM], [stmt]) == [(stmt, ("Ann Oro",))]
    assert missed_speakers([CLAIM], [stmt]) == [(CLAIM, ("Bob Kelp",))]


@given(said, said)
def test_wrong_speakers_are_what_asking_for_the_speaker_costs(claims: list[Said], predicted: list[Said]) -> None:
    scores = score_article(claims, predicted)
    assert len(wrong_speakers(claims, predicted)) == scores.extract.right - scores.who.right
    assert len(missed_speakers(claims, predicted)) == scores.extract.found - scores.who.found
