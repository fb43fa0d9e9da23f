"""What is counted of each speaker and kept is what counting everything anew gives, whatever happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from onrecord.errors import UsageError
from onrecord.ledger import Correction, Ledger, correct, entries, merge, open_ledger, reread, speakers, undo
from onrecord.ledger.filters import ALL, Filters, matching
from onrecord.ledger.schema import speaker_totals, stale_totals
from onrecord.ledger.totals import totals
from onrecord.records import Article, Reading
from tests.ledger.builders import PORTS, TRADE, WEIGHTS, article, filled, wire
from tests.ledger.stories import GRAIN, GUARANTEES, key_of, stories, told, told_in

Change: TypeAlias = Callable[[Ledger], object]

TEXTS = (PORTS, TRADE, GUARANTEES, GRAIN, *wire("It was calm.", "Ann Lee said that it was calm.", "It was grey."))
NAMES = ("Ann Lee", "Tolo Brand", "Mara Voss", "Norvia")


def counted(ledger: Ledger) -> list[dict[str, Any]]:
    """What is kept, those who are stale counted anew."""
    speakers(ledger)
    with ledger.reading() as connection:
        kept = connection.execute(select(speaker_totals).order_by(speaker_totals.c.speaker))
        return [dict(row._mapping) for row in kept]


def anew(ledger: Ledger) -> list[dict[str, Any]]:
    """The same, counted from the statements."""
    with ledger.reading() as connection:
        return sorted(totals(connection, matching(connection, ALL)), key=lambda one: str(one["speaker"]))


def stale(ledger: Ledger) -> set[str]:
    """Whose totals are out of date."""
    with ledger.reading() as connection:
        return set(connection.scalars(select(stale_totals.c.speaker)))


def add(text: str, day: int | None, outlet: str) -> Change:
    """Add a text as it appeared somewhere."""
    published = None if day is None else date(2031, 3, day)
    one = article(text, id=f"{outlet} {day}", published=published, outlet=outlet)
    return lambda ledger: filled(ledger, one, read=told)


def say(place: int, correction: Correction) -> Change:
    """Correct one of the statements, if there are any."""

    def change(ledger: Ledger) -> None:
        keys = [entry.id for entry in entries(ledger, Filters(removed=True))]
        if keys:
            correct(ledger, keys[place % len(keys)], correction)

    return change


def join(one: str, other: str) -> Change:
    """Merge two speakers, if that makes sense."""

    def change(ledger: Ledger) -> None:
        try:
            merge(ledger, one, other)
        except UsageError:
            return

    return change


def take_back(ledger: Ledger) -> None:
    """Undo the last change, if there is one."""
    try:
        undo(ledger)
    except UsageError:
        return


def read_less(weights: str) -> Change:
    """Read everything again, by a reader that finds one statement less in each article."""

    def read(found: Article) -> Reading:
        reading = told(found)
        return Reading(article=found, statements=reading.statements[1:], attributed_share=reading.attributed_share)

    return lambda ledger: reread(ledger, read if weights == "less" else told, weights=weights)


corrections = st.sampled_from(
    [
        Correction(speaker="Ann Lee"),
        Correction(speaker="Somebody New"),
        Correction(party="Estmark"),
        Correction(removed=True),
        Correction(removed=False),
        Correction(said_on=(date(2030, 1, 1), date(2030, 1, 2))),
    ]
)
changes = st.one_of(
    st.builds(
        add, st.sampled_from(TEXTS), st.none() | st.integers(1, 5), st.sampled_from(["Norvia Daily", "Harbour Wire"])
    ),
    st.builds(say, st.integers(0, 20), corrections),
    st.builds(join, st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.just(take_back),
    st.builds(read_less, st.sampled_from(["less", WEIGHTS])),
)


@settings(max_examples=40)
@given(st.lists(changes, min_size=1, max_size=8))
def test_what_is_kept_is_what_counting_anew_gives(history: list[Change]) -> None:
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "x.db", create=True) as ledger:
        for change in history:
            change(ledger)
            assert counted(ledger) == anew(ledger)


@settings(max_examples=20)
@given(st.lists(changes, min_size=1, max_size=8))
def test_changes_may_gather_before_anybody_counts(history: list[Change]) -> None:
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "x.db", create=True) as ledger:
        for change in history:
            change(ledger)
        assert counted(ledger) == anew(ledger)


def test_a_fill_leaves_nobody_stale(ledger: Ledger) -> None:
    told_in(ledger)
    assert stale(ledger) == set()
    assert counted(ledger) == anew(ledger)


@pytest.mark.parametrize(
    ("change", "touched"),
    [
        (lambda ledger: correct(ledger, key_of(ledger, "ports stay shut"), Correction(removed=True)), {"tolo-brand"}),
        (
            lambda ledger: correct(ledger, key_of(ledger, "ports stay shut"), Correction(speaker="Ann Lee")),
            {"tolo-brand", "ann-lee"},
        ),
        (lambda ledger: merge(ledger, "Mara Voss", "Ann Lee"), {"mara-voss", "ann-lee"}),
    ],
    ids=["taken out", "another speaker", "a merge"],
)
def test_only_those_whom_a_change_touches_are_counted_anew(ledger: Ledger, change: Change, touched: set[str]) -> None:
    told_in(ledger)
    change(ledger)
    assert stale(ledger) == touched


def test_a_new_place_of_a_text_touches_its_speakers(ledger: Ledger) -> None:
    first = stories()[0]
    told_in(ledger)
    filled(ledger, article(first.text, id="again", outlet="Estmark Post"), read=told)
    assert counted(ledger) == anew(ledger)
    assert {one["speaker"]: one["outlets"] for one in counted(ledger)}["norvia"] == 2


def test_a_near_copy_counts_for_whoever_the_user_says_spoke_first(ledger: Ledger) -> None:
    one, two = wire("It was calm.", "It was calm and grey.")
    filled(ledger, article(one, outlet="Harbour Wire"), read=told)
    correct(ledger, key_of(ledger, "ports of Norvia"), Correction(speaker="Ann Lee"))
    speakers(ledger)
    filled(ledger, article(two, id="b", outlet="Estmark Post"), read=told)
    assert counted(ledger) == anew(ledger)
    assert [(total["speaker"], total["outlets"]) for total in counted(ledger)] == [("ann-lee", 2)]
