"""The fields of a pair are right, wrong, or not asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.fields import (
    FIELDS,
    Pair,
    any_addressee,
    same_act,
    same_addressee,
    same_certainty,
    same_chain,
    same_days,
    same_kind,
    same_long_chain,
    same_other_days,
    same_party,
    same_polarity,
    same_role,
    same_speakers,
)
from evaluation.statements import Days, Stmt, days

PUBLISHED = date(2020, 2, 3)

names = st.sampled_from(["Ann Oro", "Bob Kelp", "Ann Oro and Bob Kelp", "senior officials", "Bank of Oroland"])
stmts = st.builds(
    Stmt,
    content=st.just(((0, 1),)),
    speakers=st.lists(names, max_size=1).map(tuple),
    speaker_kind=st.sampled_from(["person", "group", ""]),
    role=st.sampled_from(["", "minister", "the minister of trade", "of trade"]),
    party=st.sampled_from(["", "Oroland", "the West"]),
    chain=st.lists(names, max_size=3).map(tuple),
    said_on=st.sampled_from(["", "2020", "2020-01", "2020-02-03", "2020-02-02"]).map(days),
)


def pair(gold: Stmt, predicted: Stmt, *, published: date | None = PUBLISHED) -> Pair:
    """Two statements that were paired."""
    return Pair((), gold, predicted, published)


def stmt(
    *speakers: str, role: str = "", party: str = "", chain: tuple[str, ...] = (), said_on: Days | None = None
) -> Stmt:
    """A statement of which only the speaker's fields matter."""
    return Stmt(content=((0, 1),), speakers=speakers, role=role, party=party, chain=chain, said_on=said_on)


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        pytest.param("Ann Oro", ["Ann Oro"], True, id="the same"),
        pytest.param("Ann Oro", ["Minister Oro"], True, id="title and surname"),
        pytest.param("Ann Oro", ["Bob Kelp"], False, id="another"),
        pytest.param("Ann Oro", [], False, id="nobody"),
        pytest.param("Ann Oro and Bob Kelp", ["Ann Oro", "Bob Kelp"], True, id="both"),
        pytest.param("Ann Oro and Bob Kelp", ["Bob Kelp"], True, id="one of both"),
        pytest.param("Ann Oro and Bob Kelp", ["Bob Kelp", "Eve Finn"], False, id="one of both and another"),
        pytest.param("Ann Oro", ["Ann Oro", "Bob Kelp"], False, id="another beside her"),
        pytest.param("senior officials", ["officials"], True, id="descriptions with the same words"),
        pytest.param("senior officials", ["two farmers"], False, id="other descriptions"),
    ],
)
def test_every_predicted_speaker_must_be_the_golds(gold: str, predicted: list[str], right: bool) -> None:
    assert same_speakers(pair(stmt(gold), stmt(*predicted))) is right


def test_a_gold_without_a_name_is_not_asked_for() -> None:
    empty, named = stmt(), stmt("Ann Oro", chain=("Ann Oro",))
    assert [field(pair(empty, named)) for field in (same_speakers, same_kind, same_chain, same_long_chain)] == [
        None
    ] * 4


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        pytest.param("President", "US President", True, id="more words before"),
        pytest.param("The president", "president of Oroland", True, id="more words behind"),
        pytest.param("Trade Minister", "minister", True, id="only the noun"),
        pytest.param("Trade Minister", "Finance Minister", False, id="another office"),
        pytest.param("head of state", "press secretary of the head of state", False, id="another head noun"),
        pytest.param("spokesman for the army", "army spokesman", True, id="put another way"),
        pytest.param("army spokesman", "palace spokesman", False, id="each with a word of its own"),
        pytest.param("state", "head of state", False, id="the noun is another's complement"),
        pytest.param("", "President", False, id="none in gold"),
        pytest.param("President", "", False, id="none predicted"),
        pytest.param("", "", True, id="none in either"),
    ],
)
def test_roles_agree_when_one_is_the_other_with_more_words(gold: str, predicted: str, right: bool) -> None:
    assert same_role(pair(stmt(role=gold), stmt(role=predicted))) is right


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        pytest.param("Oroland", "oroland", True, id="case"),
        pytest.param("The Oro Times", "Oro Times", True, id="article"),
        pytest.param("Côte d’Oro", "Cote d'Oro", True, id="accents"),
        pytest.param("Oroland, Kelpland", "Kelpland and Oroland", True, id="several in another order"),
        pytest.param("Oroland", "Oroland and Kelpland", False, id="one too many"),
        pytest.param("Oroland", "Oro", False, id="near is not enough"),
        pytest.param("", "", True, id="none in either"),
        pytest.param("", "Oroland", False, id="none in gold"),
    ],
)
def test_parties_must_be_the_same_words(gold: str, predicted: str, right: bool) -> None:
    assert same_party(pair(stmt(party=gold), stmt(party=predicted))) is right


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        pytest.param(["Ann Oro"], ["Oro"], True, id="one"),
        pytest.param(["Ann Oro", "Bob Kelp"], ["Ann Oro", "Kelp"], True, id="two"),
        pytest.param(["Ann Oro", "Bob Kelp"], ["Bob Kelp", "Ann Oro"], False, id="the wrong way round"),
        pytest.param(["Ann Oro", "Bob Kelp"], ["Bob Kelp"], False, id="too short"),
        pytest.param(["Ann Oro"], [], False, id="none"),
    ],
)
def test_chains_agree_place_by_place(gold: list[str], predicted: list[str], right: bool) -> None:
    assert same_chain(pair(stmt(chain=tuple(gold)), stmt(chain=tuple(predicted)))) is right


def test_the_nested_chain_is_asked_for_where_the_gold_is_nested() -> None:
    single, double = stmt(chain=("Ann Oro",)), stmt(chain=("Ann Oro", "Bob Kelp"))
    assert (same_long_chain(pair(single, double)), same_long_chain(pair(double, single))) == (None, False)


@pytest.mark.parametrize(
    ("gold", "predicted", "right", "other"),
    [
        pytest.param("", "", True, None, id="not said"),
        pytest.param("", "2020-02-03", True, None, id="not said is the day of publication"),
        pytest.param("2020-02-03", "", True, None, id="the other way round"),
        pytest.param("", "2020-02-02", False, None, id="another day for that of publication"),
        pytest.param("2020-02-02", "2020-02-02", True, True, id="the day before"),
        pytest.param("2020-02-02", "", False, False, id="the day before is not seen"),
        pytest.param("2020-01", "2020-01", True, True, id="a month"),
        pytest.param("2020-01", "2020-01-05", False, False, id="a day of the month"),
        pytest.param("2020", "2020-01", False, False, id="a month of the year"),
        pytest.param("2019", "2019", True, True, id="a year"),
    ],
)
def test_days_must_be_exactly_the_same(gold: str, predicted: str, right: bool, other: bool | None) -> None:
    both = pair(stmt(said_on=days(gold)), stmt(said_on=days(predicted)))
    assert (same_days(both), same_other_days(both)) == (right, other)


def test_without_a_day_of_publication_saying_nothing_agrees_with_saying_nothing_only() -> None:
    nothing, dated = stmt(), stmt(said_on=days("2020-02-03"))
    assert same_days(pair(nothing, nothing, published=None))
    assert not same_days(pair(dated, nothing, published=None))


@pytest.mark.parametrize(
    ("field", "name"),
    [(same_act, "act"), (same_polarity, "polarity"), (same_certainty, "certainty")],
    ids=["act", "polarity", "certainty"],
)
@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        pytest.param("one", "one", True, id="the same"),
        pytest.param("one", "other", False, id="another"),
        pytest.param("one", "", False, id="not read"),
        pytest.param("", "one", None, id="gold does not say"),
    ],
)
def test_what_a_statement_does_is_judged_where_the_gold_says(
    field, name: str, gold: str, predicted: str, right: bool | None
) -> None:
    assert field(pair(replace(stmt(), **{name: gold}), replace(stmt(), **{name: predicted}))) is right


@pytest.mark.parametrize(
    ("gold", "predicted", "right", "any_right"),
    [
        pytest.param("Oroland", "the Oroland", True, True, id="the same words"),
        pytest.param("Oroland", "Kelpland", False, True, id="another"),
        pytest.param("Oroland", "", False, False, id="nobody for somebody"),
        pytest.param("", "Oroland", False, False, id="somebody for nobody"),
        pytest.param("", "", None, True, id="nobody for nobody"),
    ],
)
def test_addressees_are_judged_where_either_has_one(
    gold: str, predicted: str, right: bool | None, any_right: bool
) -> None:
    both = pair(replace(stmt(), addressee=gold), replace(stmt(), addressee=predicted))
    assert (same_addressee(both), any_addressee(both)) == (right, any_right)


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
@given(gold=stmts)
def test_a_statement_agrees_with_itself(field, gold: Stmt) -> None:
    assert field(pair(gold, gold)) in (True, None)


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
@given(gold=stmts, predicted=stmts)
def test_every_field_can_judge_every_pair(field, gold: Stmt, predicted: Stmt) -> None:
    assert field(pair(gold, predicted)) in (True, False, None)
