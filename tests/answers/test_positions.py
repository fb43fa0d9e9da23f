"""Where each side stands: cells, days and doubts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Cell, Position, positions
from onrecord.records import Entry
from tests.answers.builders import condition, day, entry, said, speaker, undated

OFFER = entry("Ann Lee", "Estmark", "offer", "talks on Sund", on=day(3), outlets=("Courier", "Wire"))
LATER = entry("Bo Holm", "Estmark", "offer", "a telephone call", on=day(5))
REFUSAL = entry("Ann Lee", "Estmark", "refuse", "talks", on=day(9))
CLAIM = entry("Ann Lee", "Estmark", "claim", "it rains", on=day(9))


def row(entries: list[Entry], side: str = "Estmark", **options: object) -> Position:
    """A side's row."""
    return next(one for one in positions(entries, **options).rows if one.side == side)  # type: ignore[arg-type]


def cell(entries: list[Entry], stance: str, side: str = "Estmark") -> Cell:
    """A side's cell."""
    return next(one for one in row(entries, side).cells if one.stance == stance)


def test_a_cell_has_its_statements_the_latest_first() -> None:
    assert [one.entry.id for one in cell([OFFER, LATER, REFUSAL], "willing").held] == [LATER.id, OFFER.id]


def test_a_cell_tells_number_days_and_outlets() -> None:
    scope = cell([OFFER, LATER], "willing").scope
    assert (scope.statements, scope.first, scope.last) == (2, day(3), day(5))
    assert scope.outlets == ("Courier", "Meridian Wire", "Wire")


def test_a_cell_says_why() -> None:
    assert cell([OFFER, LATER], "willing").why == "2 × an offer without a condition; the latest 2031-03-05"


def test_stances_stand_in_their_order() -> None:
    hangs = entry("Ann Lee", "Estmark", "offer", "talks", conditions=[condition("if the boats leave", "Estria")])
    assert [one.stance for one in row([REFUSAL, hangs, OFFER]).cells] == ["willing", "willing if", "unwilling"]


def test_the_latest_statement_leads_the_row() -> None:
    assert row([REFUSAL, OFFER, LATER]).latest.entry == REFUSAL


def test_statements_without_a_stance_are_counted_and_left_out() -> None:
    found = positions([OFFER, CLAIM])
    assert (found.without_stance, found.scope.statements) == (1, 1)


def test_statements_without_a_side_are_counted_and_left_out() -> None:
    found = positions([entry("Ann Lee", None, "offer", "talks")])
    assert (found.rows, found.without_side, found.scope.statements) == ((), 1, 0)


def test_speakers_have_rows_of_their_own() -> None:
    assert {one.side for one in positions([OFFER, LATER], by="speaker").rows} == {"Ann Lee", "Bo Holm"}


def test_two_who_speak_together_both_hold_it() -> None:
    both = entry(
        "Ann Lee", "Estmark", "offer", "talks", speakers=(speaker("A Lee", "Estmark"), speaker("B Sol", "Sund"))
    )
    assert {one.side for one in positions([both]).rows} == {"Estmark", "Sund"}


def test_on_a_day_only_what_was_said_by_then_counts() -> None:
    assert row([OFFER, REFUSAL], on=day(5)).latest.entry == OFFER


@pytest.mark.parametrize(("on", "counted", "undecided"), [(day(9), 0, 0), (day(12), 0, 1), (day(16), 1, 0)])
def test_a_week_counts_from_its_last_day_on(on: date, counted: int, undecided: int) -> None:
    week = entry("Ann Lee", "Estmark", "offer", "talks", said_on=said(day(10), day(16)), on=day(18))
    found = positions([week], on=on)
    assert (found.scope.statements, found.undecided) == (counted, undecided)


def test_a_statement_without_a_day_does_not_count_on_a_day() -> None:
    found = positions([undated(OFFER)], on=day(20))
    assert (found.rows, found.undecided) == ((), 1)


DOUBTS = [
    ({"confidence": 0.4}, "may not be a statement of theirs (confidence 0.40, below 0.5)"),
    ({"act_confidence": 0.3}, "may do something else than offer (confidence 0.30, below 0.5)"),
    ({"confidence": 0.7, "act_confidence": 0.7}, "may not be their offer (confidence of both 0.49, below 0.5)"),
]


@pytest.mark.parametrize(("fields", "doubt"), DOUBTS)
def test_a_cell_says_that_it_rests_on_a_single_doubtful_statement(fields: dict[str, float], doubt: str) -> None:
    found = cell([entry("Ann Lee", "Estmark", "offer", "talks", **fields)], "willing")
    assert found.doubt == f"rests on a single doubtful statement: {doubt}"


def test_a_cell_says_that_all_its_statements_are_doubtful() -> None:
    doubtful = [entry("Ann Lee", "Estmark", "offer", text, confidence=0.2) for text in ("talks", "a call")]
    assert cell(doubtful, "willing").doubt == "rests on 2 doubtful statements only"


def test_one_sure_statement_takes_the_doubt_away() -> None:
    assert cell([OFFER, entry("Ann Lee", "Estmark", "offer", "talks", confidence=0.2)], "willing").doubt is None


def test_what_another_side_tells_is_doubtful() -> None:
    told = entry("Ann Lee", "Estmark", "offer", "talks", chain=("Tova Brandt", "Ann Lee"))
    brandt = entry("Tova Brandt", "Vardonia", "claim", "it rains")
    assert "told by Tova Brandt, of another side" in (cell([told, brandt], "willing").doubt or "")


OFFICIAL = ("Kremlin",)


@pytest.mark.parametrize(
    ("party", "form", "outlets", "doubted"),
    [
        ("Ukraine", "indirect", OFFICIAL, True),
        ("Ukraine", "direct", OFFICIAL, False),
        ("Ukraine", "indirect", (*OFFICIAL, "Meridian Wire"), False),
        ("Ukraine", "indirect", ("Moscow Courier",), False),
        ("Russia", "indirect", OFFICIAL, False),
    ],
    ids=["of another side", "in its own words", "told elsewhere too", "a newspaper", "of its own side"],
)
def test_what_another_sides_own_outlet_alone_tells_is_doubtful(
    party: str, form: str, outlets: tuple[str, ...], *, doubted: bool
) -> None:
    told = entry("Ann Lee", party, "offer", "talks", form=form, outlets=outlets)
    assert ("told by Kremlin, of another side" in (cell([told], "willing", party).doubt or "")) is doubted


@pytest.mark.parametrize("party", ["Estmark", None])
def test_what_ones_own_side_or_an_agency_tells_is_not_doubtful(party: str | None) -> None:
    told = entry("Ann Lee", "Estmark", "offer", "talks", chain=("Tova Brandt", "Ann Lee"))
    assert cell([told, entry("Tova Brandt", party, "claim", "it rains")], "willing").doubt is None


def test_a_hedge_is_told_beside_the_stance() -> None:
    assert "leaves it open" in cell([entry("Ann Lee", "Estmark", "offer", "talks", certainty="hedged")], "willing").why


MADE = st.lists(
    st.builds(
        entry,
        st.sampled_from(["Ann Lee", "Bo Holm"]),
        st.sampled_from(["Estmark", "Norvia", None]),
        st.sampled_from(["claim", "offer", "refuse", "accuse", None]),
        st.just("talks"),
        on=st.dates(date(2031, 1, 1), date(2031, 12, 31)),
    ),
    max_size=12,
)


@given(MADE)
def test_every_statement_is_in_a_cell_or_counted_as_left_out(entries: list[Entry]) -> None:
    found = positions(entries)
    assert found.scope.statements + found.without_stance + found.without_side == len(entries)
    assert sum(len(one.held) for side in found.rows for one in side.cells) == found.scope.statements


@given(MADE, st.randoms(use_true_random=False))
def test_the_order_of_the_statements_does_not_matter(entries: list[Entry], chance: object) -> None:
    mixed = list(entries)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert positions(mixed) == positions(entries)


@pytest.mark.parametrize(
    ("name", "kind", "doubtful"),
    [
        ("Norvian citizens", "group", True),
        ("residents of Sund", "group", True),
        ("58% of Norvians", "unnamed", True),
        ("Norvian officials", "unnamed", False),
        ("ministry for people", "organisation", False),
        ("spokeswoman for the workers", "unnamed", False),
        ("Ivo People", "person", False),
    ],
)
def test_a_crowd_is_no_side(name: str, kind: str, doubtful: bool) -> None:
    crowd = replace(speaker(name, "Norvia"), kind=kind)
    found = cell([entry(name, "Norvia", "offer", "talks", speakers=(crowd,))], "willing", "Norvia")
    assert (f"said by {name}, who need not speak for Norvia" in (found.doubt or "")) == doubtful
