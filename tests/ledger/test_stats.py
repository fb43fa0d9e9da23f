"""What a ledger holds is counted, and listed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from onrecord.ledger import Correction, Filters, Ledger, SpeakerTotal, correct, listed, merge, speakers, stats, undo
from onrecord.ledger.totals import are_kept
from tests.ledger.builders import WEIGHTS, article, filled, wire
from tests.ledger.stories import BRAND, GRAIN, LEE, key_of, told, told_in


def counts(ledger: Ledger, **filters: Any) -> dict[str, int]:
    """Statements by speaker."""
    return {one.id: one.statements for one in speakers(ledger, Filters(**filters))}


def test_a_speaker_is_told_with_party_days_and_outlets(ledger: Ledger) -> None:
    told_in(ledger)
    assert speakers(ledger, Filters(limit=1)) == [
        SpeakerTotal(
            id=BRAND,
            name="Tolo Brand",
            kind="person",
            party="Estmark",
            statements=2,
            first=date(2031, 3, 12),
            last=date(2031, 3, 14),
            outlets=1,
        )
    ]


def test_those_with_the_most_statements_come_first_then_the_alphabet(ledger: Ledger) -> None:
    told_in(ledger)
    assert list(counts(ledger)) == [BRAND, LEE, "mara-voss", "mr-lee", "norvia"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"party": "Norvia"}, {LEE: 1, "norvia": 1}),
        ({"text": "talks"}, {LEE: 1, "mara-voss": 1}),
        ({"act": "threaten"}, {BRAND: 1}),
        ({"first": date(2031, 3, 14), "limit": 1}, {"mara-voss": 1}),
    ],
    ids=["a party", "words", "an act", "a day and a limit"],
)
def test_speakers_of_what_filters_choose(ledger: Ledger, filters: dict[str, Any], expected: dict[str, int]) -> None:
    told_in(ledger)
    assert counts(ledger, **filters) == expected


def test_outlets_of_copies_count(ledger: Ledger) -> None:
    one, two = wire("It was calm.", "It was calm and grey.")
    filled(ledger, article(one, outlet="Harbour Wire"), article(two, id="b", outlet="Estmark Post"))
    (only,) = speakers(ledger)
    assert (only.statements, only.outlets) == (1, 2)


def test_counts_are_kept_until_the_ledger_changes(ledger: Ledger) -> None:
    told_in(ledger)
    speakers(ledger)
    with ledger.reading() as connection:
        assert are_kept(connection)
    filled(ledger, article("Ann Lee said that fish is late.", id="d"), read=told)
    assert counts(ledger)[LEE] == 2


def test_counts_follow_changes_of_users(ledger: Ledger) -> None:
    told_in(ledger)
    before = counts(ledger)
    correct(ledger, key_of(ledger, "ports stay shut"), Correction(removed=True))
    assert counts(ledger)[BRAND] == 1
    merge(ledger, "Mara Voss", "Ann Lee")
    assert counts(ledger)[LEE] == 2
    undo(ledger)
    undo(ledger)
    assert counts(ledger) == before


def test_kept_counts_are_those_that_are_made_anew(ledger: Ledger) -> None:
    told_in(ledger)
    assert speakers(ledger) == speakers(ledger, Filters(first=date(1, 1, 1)))


def test_nobody_speaks_in_an_empty_ledger(ledger: Ledger) -> None:
    assert speakers(ledger) == []


def test_the_whole_is_counted(ledger: Ledger) -> None:
    one, two = wire("It was calm.", "It was calm and grey.")
    told_in(ledger, article(one, id="d"), article(two, id="e"), article(GRAIN, id="again", outlet="Estmark Post"))
    correct(ledger, key_of(ledger, "grain go on"), Correction(removed=True))
    found = stats(ledger)
    assert (found.articles, found.near, found.appearances) == (5, 1, 6)
    assert (found.statements, found.copies, found.removed) == (6, 1, 1)
    assert (found.speakers, found.changes) == (5, 1)
    assert (found.first, found.last) == (date(2031, 1, 5), date(2031, 3, 14))
    assert found.acts == {"claim": 2, "refuse": 2, "demand": 1, "threaten": 1}
    assert found.outlets == {"Norvia Daily": 3, "Harbour Wire": 2, "Estmark Post": 1}
    assert [(run.weights, run.articles, run.finished is not None) for run in found.runs] == [(WEIGHTS, 5, True)]


def test_an_empty_ledger_is_counted(ledger: Ledger) -> None:
    found = stats(ledger)
    assert (found.articles, found.statements, found.first, found.acts, found.runs) == (0, 0, None, {}, ())


def test_an_article_is_listed_with_its_outlets(ledger: Ledger) -> None:
    told_in(ledger, article(GRAIN, id="again", outlet="Estmark Post", published=date(2031, 3, 15)))
    first = listed(ledger, limit=1)[0]
    assert (first.name, first.title, first.published) == ("c", None, date(2031, 3, 14))
    assert (first.outlets, first.statements, first.length) == (("Harbour Wire", "Estmark Post"), 2, len(GRAIN))
    assert key_of(ledger, "grain go on").startswith(first.id)


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({}, ["c", "b", "a"]),
        ({"outlet": "HARBOUR wire"}, ["c", "b"]),
        ({"outlet": "Nobody's"}, []),
        ({"first": date(2031, 3, 12)}, ["c", "b"]),
        ({"last": date(2031, 3, 12)}, ["b", "a"]),
        ({"limit": 2}, ["c", "b"]),
    ],
    ids=["all", "an outlet", "no outlet", "from a day", "to a day", "some"],
)
def test_articles_are_chosen(ledger: Ledger, options: dict[str, Any], names: list[str]) -> None:
    told_in(ledger)
    assert [one.name for one in listed(ledger, **options)] == names


def test_near_copies_are_listed_as_such(ledger: Ledger) -> None:
    one, two = wire("It was calm.", "It was calm and grey.")
    filled(ledger, article(one), article(two, id="b"))
    assert [one.near for one in listed(ledger)] == [False, True]
