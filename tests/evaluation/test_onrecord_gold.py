"""Statements are paired by content; nesting and fields are judged on the pairs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.fields import FIELDS
from evaluation.onrecord_gold import Judged, pair_stmts, score, score_article
from evaluation.statements import Condition, Stmt
from evaluation.tally import Share, Tally
from evaluation.words import Offsets

TEXT = "a b c d e f g h i j"


def run(letters: str) -> tuple[Offsets, ...]:
    """The piece from the first to the last of the letters; none where there is no letter."""
    return ((TEXT.index(letters[0]), TEXT.index(letters[-1]) + 1),) if letters else ()


def stmt(content: str, *, cue: str = "", source: str = "", form: str = "indirect", nested: bool = False) -> Stmt:
    """A statement whose roles are runs of letters."""
    return Stmt(content=run(content), cue=run(cue), source=run(source), form=form, nested=nested)


runs = st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=4).map(sorted).map("".join)
stmts = st.lists(
    st.builds(stmt, runs, cue=runs, source=runs, form=st.sampled_from(["direct", "indirect"]), nested=st.booleans()),
    max_size=5,
)


def test_an_article_worked_out_by_hand() -> None:
    gold = [
        stmt("cdef", cue="b", source="a"),
        stmt("ef", cue="d", source="c", nested=True),
        stmt("hij", cue="g", form="direct"),
    ]
    predicted = [
        stmt("cde", cue="b", source="a", form="mixed"),  # 3 of 4 words of the first
        stmt("hij", source="g", form="direct", nested=True),  # all of the third
    ]
    scores = score_article(Judged(TEXT, gold, predicted))
    assert scores.every == Tally(right=2, predicted=2, found=2, gold=3)
    assert scores.every.f1 == pytest.approx(0.8)
    assert scores.nested == Tally(right=0, predicted=1, found=0, gold=1)
    assert scores.fields["form"] == scores.fields["source"] == Share(right=1, of=2)


def test_articles_are_averaged_by_their_counts() -> None:
    one = stmt("abc", nested=True)
    scores = score([Judged(TEXT, [one], [one]), Judged(TEXT, [one, stmt("hij")], [])])
    assert scores.every == Tally(right=1, predicted=1, found=1, gold=3)
    assert scores.nested == Tally(right=1, predicted=1, found=1, gold=2)
    assert scores.fields["form"] == Share(right=1, of=1)


@pytest.mark.parametrize(("predicted", "pairs"), [("ab", 1), ("a", 0), ("cdef", 0), ("abcdefgh", 1), ("abcdefghi", 0)])
def test_contents_pair_from_one_half_on(predicted: str, pairs: int) -> None:
    assert len(pair_stmts(TEXT, [stmt("abcd")], [stmt(predicted)])) == pairs


def test_the_most_alike_are_paired_first() -> None:
    near, far = stmt("abcd"), stmt("abc")
    (pair,) = pair_stmts(TEXT, [stmt("abcd")], [far, near])
    assert pair.predicted == near


@pytest.mark.parametrize("cue", ["f", "h"])
def test_the_same_cue_breaks_ties(cue: str) -> None:
    (pair,) = pair_stmts(TEXT, [stmt("abc", cue=cue)], [stmt("abc", cue=each) for each in "fgh"])
    assert pair.predicted.cue == run(cue)


def test_a_nested_statement_counts_when_both_sides_say_that_it_is_nested() -> None:
    nested = stmt("abc", nested=True)
    assert score_article(Judged(TEXT, [nested], [nested])).nested.f1 == 1.0
    assert score_article(Judged(TEXT, [nested], [stmt("abc")])).nested == Tally(gold=1)


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [("ab", "bc", 1), ("ab", "c", 0), ("", "", 1), ("a", "", 0)],
    ids=["shared word", "no shared word", "both absent", "one absent"],
)
def test_sources_overlap_by_a_word_or_by_both_being_absent(gold: str, predicted: str, right: int) -> None:
    scores = score_article(Judged(TEXT, [stmt("hij", source=gold)], [stmt("hij", source=predicted)]))
    assert scores.fields["source"] == Share(right=right, of=1)


@given(stmts.filter(bool))
def test_a_perfect_prediction_scores_one(gold: list[Stmt]) -> None:
    scores = score_article(Judged(TEXT, gold, gold))
    assert scores.every.f1 == 1.0
    assert scores.nested.f1 == float(any(each.nested for each in gold))
    assert [name for name, share in scores.fields.items() if share.right < share.of] == []


@given(stmts, stmts)
def test_scores_lie_between_zero_and_one(gold: list[Stmt], predicted: list[Stmt]) -> None:
    scores = score_article(Judged(TEXT, gold, predicted))
    rates = [scores.every.f1, scores.nested.f1, *(share.rate for share in scores.fields.values())]
    assert 0 <= min(rates) <= max(rates) <= 1


@given(stmts, stmts, st.randoms(use_true_random=False))
def test_the_order_of_predictions_does_not_matter(gold: list[Stmt], predicted: list[Stmt], random: Random) -> None:
    shuffled = random.sample(predicted, len(predicted))
    assert score_article(Judged(TEXT, gold, predicted)) == score_article(Judged(TEXT, gold, shuffled))


def test_fields_that_are_not_there_do_not_change_the_pairs() -> None:
    named = replace(stmt("abc"), speakers=("Ann Oro",), chain=("Ann Oro",))
    assert score_article(Judged(TEXT, [named], [stmt("abc")])).every.f1 == 1.0


def test_every_field_is_scored() -> None:
    assert score([]).fields.keys() == FIELDS.keys()


def test_a_field_is_counted_on_the_pairs_that_it_applies_to() -> None:
    relayed = replace(stmt("abc", nested=True), chain=("Bob Kelp", "Ann Oro"))
    plain = replace(stmt("hij"), chain=("Ann Oro",))
    scores = score_article(Judged(TEXT, [relayed, plain], [relayed, plain]))
    assert (scores.fields["chain"].of, scores.fields["chain, nested"].of) == (2, 1)


def test_predictions_without_speakers_have_every_speaker_wrong() -> None:
    named = replace(stmt("abc"), speakers=("Ann Oro",), speaker_kind="person", chain=("Ann Oro",), party="Oroland")
    fields = score_article(Judged(TEXT, [named], [stmt("abc")])).fields
    assert [fields[name] for name in ("speaker", "speaker kind", "chain", "party")] == [Share(right=0, of=1)] * 4


def test_the_day_of_publication_is_known_to_the_fields() -> None:
    day = date(2020, 1, 2)
    dated = replace(stmt("abc"), said_on=(day, day))
    assert score_article(Judged(TEXT, [dated], [stmt("abc")], day)).fields["said_on"].right == 1
    assert score_article(Judged(TEXT, [dated], [stmt("abc")])).fields["said_on"].right == 0


def test_acts_are_compared_on_the_pairs() -> None:
    demand, claim = replace(stmt("abc"), act="demand"), replace(stmt("hij"), act="claim")
    scores = score([Judged(TEXT, [demand, claim], [replace(stmt("abc"), act="claim")]), Judged(TEXT, [claim], [claim])])
    assert scores.acts == {("demand", "claim"): 1, ("claim", "claim"): 1}
    assert scores.fields["act"] == Share(right=1, of=2)


def test_conditions_are_counted_whether_or_not_their_statement_was_paired() -> None:
    gold = replace(stmt("abc"), conditions=(Condition(span=run("b")[0], kind="if"),))
    elsewhere = replace(stmt("hij"), conditions=gold.conditions)
    scores = score([Judged(TEXT, [gold], [elsewhere]), Judged(TEXT, [gold], [])])
    assert scores.every.right == 0
    assert scores.conditions.spans == Tally(right=1, predicted=1, found=1, gold=2)
    assert (scores.conditions.kind, scores.conditions.articles) == (Share(right=1, of=1), 2)
