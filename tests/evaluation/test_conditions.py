"""Conditions are compared article by article; kind and who must act are judged on those that were found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.conditions import ConditionScores, distinct, pair_conditions, same_actor, score_conditions
from evaluation.statements import Condition, Stmt
from evaluation.tally import Share, Tally
from evaluation.words import Offsets, words_of

TEXT = "a b c d e f g h i j"
WORDS = words_of(TEXT)


def at(letters: str) -> Offsets:
    """From the first to the last of the letters."""
    return TEXT.index(letters[0]), TEXT.index(letters[-1]) + 1


def cond(letters: str, *, kind: str = "if", on: str = "", party: str = "") -> Condition:
    """A condition whose words are letters."""
    return Condition(span=at(letters), kind=kind, on=on, party=party)


def stmt(*conditions: Condition) -> Stmt:
    """A statement of which only the conditions matter."""
    return Stmt(content=((0, len(TEXT)),), conditions=conditions)


actors = st.sampled_from(["", "Ann Oro", "Oroland"])
conditions = st.builds(
    cond,
    st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=4).map(sorted).map("".join),
    kind=st.sampled_from(["if", "only"]),
    on=actors,
    party=actors,
)
stmts = st.lists(st.lists(conditions, max_size=3).map(lambda held: stmt(*held)), max_size=3)


def test_an_article_worked_out_by_hand() -> None:
    gold = [stmt(cond("abcd", on="Ann Oro"), cond("fg")), stmt(cond("ij"))]
    predicted = [stmt(cond("abc", kind="only", on="Oro")), stmt(cond("fg", on="Bob Kelp"), cond("e"))]
    assert score_conditions(WORDS, gold, predicted) == ConditionScores(
        spans=Tally(right=2, predicted=3, found=2, gold=3),
        kind=Share(right=1, of=2),
        on=Share(right=1, of=2),
        named=Share(right=1, of=1),
        articles=1,
    )


@pytest.mark.parametrize(("letters", "pairs"), [("ab", 1), ("a", 0), ("abcdefgh", 1), ("abcdefghi", 0)])
def test_spans_pair_from_half_of_their_words_on(letters: str, pairs: int) -> None:
    assert len(pair_conditions(WORDS, [cond("abcd")], [cond(letters)])) == pairs


def test_the_same_words_of_two_statements_count_once() -> None:
    held = distinct(WORDS, [stmt(cond("ab")), stmt(cond("ab"), cond("cd"))])
    assert [one.span for one in held] == [at("ab"), at("cd")]


def test_of_the_same_words_the_one_that_says_who_must_act_is_kept() -> None:
    assert distinct(WORDS, [stmt(cond("ab")), stmt(cond("ab", on="Ann Oro"))]) == [cond("ab", on="Ann Oro")]


def test_conditions_count_where_no_statement_was_paired() -> None:
    assert score_conditions(WORDS, [stmt(cond("ab"))], []).spans == Tally(gold=1)
    assert score_conditions(WORDS, [], [stmt(cond("ab"))]).spans == Tally(predicted=1)


def test_false_ones_are_counted_by_the_article() -> None:
    read = score_conditions(WORDS, [], [stmt(cond("ab"))])
    assert (read + score_conditions(WORDS, [], [])).false_rate == 0.5
    assert ConditionScores().false_rate == 0


@pytest.mark.parametrize(
    ("on", "name", "party", "same"),
    [
        pytest.param("Ann Oro", "Ann Oro", "Oroland", True, id="the name"),
        pytest.param("Ann Oro", "President Oro", "", True, id="title and surname"),
        pytest.param("Oroland", "Ann Oro", "Oroland", True, id="the party of the one named"),
        pytest.param("Oroland", "", "the Oroland", True, id="the party alone"),
        pytest.param("Ann Oro", "", "Oroland", False, id="the party for the name"),
        pytest.param("Ann Oro", "Bob Kelp", "Oroland", False, id="somebody else"),
        pytest.param("Ann Oro", "", "", False, id="nobody for somebody"),
        pytest.param("", "", "", True, id="nobody for nobody"),
        pytest.param("", "Ann Oro", "", False, id="somebody for nobody"),
        pytest.param("", "", "Oroland", False, id="a party for nobody"),
    ],
)
def test_who_must_act_is_right_by_name_or_by_party(on: str, name: str, party: str, same: bool) -> None:
    assert same_actor(cond("ab", on=on), cond("ab", on=name, party=party)) is same


@given(stmts)
def test_gold_against_itself_is_right(gold: list[Stmt]) -> None:
    spans = score_conditions(WORDS, gold, gold).spans
    assert spans.right == spans.predicted == spans.gold


@given(stmts, stmts, st.randoms(use_true_random=False))
def test_order_does_not_matter(gold: list[Stmt], predicted: list[Stmt], random) -> None:
    shuffled = random.sample(predicted, len(predicted))
    assert score_conditions(WORDS, gold, predicted) == score_conditions(WORDS, gold, shuffled)
