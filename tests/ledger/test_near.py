"""Near copies: how alike two texts are, and what a ledger makes of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from onrecord.ledger import Filters, Ledger, entries
from onrecord.ledger.near import BANDS, band_hashes, likeness, shingles
from onrecord.ledger.schema import articles, statements
from onrecord.records import Entry
from tests.ledger.builders import DAY, article, filled, wire

STAY = "that the ports of Norvia stay open"
LONG = " ".join(f"word{number}" for number in range(200))


def stays(ledger: Ledger) -> Entry:
    """The only entry about the ports."""
    (entry,) = (entry for entry in entries(ledger) if "stay open" in entry.stmt.text)
    return entry


def test_a_signature_is_the_same_for_ever() -> None:
    assert len(band_hashes(shingles(LONG))) == BANDS
    assert band_hashes(shingles(LONG))[:2] == [3421097913749688066, 3538569565385933748]


def test_case_and_marks_do_not_make_a_difference() -> None:
    assert likeness(shingles("The ports, he said, stay open."), shingles("the ports he said stay OPEN")) == 1


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(LONG, 1.0, id="the same"),
        pytest.param(LONG[: len(LONG) // 2], 0.5, id="half of it"),
        pytest.param("something else altogether", 0.0, id="another"),
        pytest.param("", 0.0, id="nothing"),
    ],
)
def test_likeness_is_the_share_of_shingles(other: str, expected: float) -> None:
    assert likeness(shingles(LONG), shingles(other)) == pytest.approx(expected, abs=0.03)


def test_nothing_is_alike_to_nothing() -> None:
    assert likeness(shingles(""), shingles("")) == 0


def test_a_short_text_has_no_signature() -> None:
    assert band_hashes(shingles("Ann Lee said that it rains.")) == []


def test_a_statement_that_several_carried_counts_once_and_shows_them_all(ledger: Ledger) -> None:
    ends = ("Estmark was silent.", "No date was set.", "More talks follow.")
    copies = [
        article(text, id=f"copy {number}", outlet=f"Outlet {number}", published=DAY + timedelta(days=number))
        for number, text in enumerate(wire(*ends))
    ]
    report = filled(ledger, *copies)
    assert (report.added, report.near) == (3, 2)
    assert stays(ledger).outlets == ("Outlet 0", "Outlet 1", "Outlet 2")
    assert [one.same for one in stays(ledger).appearances] == [True, False, False]


def test_what_only_the_copy_says_counts_by_itself(ledger: Ledger) -> None:
    short, long = wire("No date was set.", "Ann Lee said that no date was set.")
    filled(ledger, article(short), article(long, id="b"))
    assert sorted(entry.stmt.speakers[0].name for entry in entries(ledger)) == ["Ann Lee", "Tolo Brand"]


def test_a_copy_of_an_earlier_day_gives_its_day_to_what_is_counted(ledger: Ledger) -> None:
    first, second = wire("No date was set.", "More talks follow.")
    earlier = DAY - timedelta(days=1)
    filled(ledger, article(first), article(second, id="b", published=earlier))
    assert stays(ledger).first_day == earlier
    with ledger.reading() as connection:
        counted = select(statements.c.day_first).where(statements.c.copy_of.is_(None))
        assert connection.scalars(counted).all() == [earlier]


def test_a_copy_is_found_by_its_own_key(ledger: Ledger) -> None:
    first, second = wire("No date was set.", "More talks follow.")
    filled(ledger, article(first, id="a"), article(second, id="b"))
    with ledger.reading() as connection:
        key = connection.scalar(select(statements.c.key).where(statements.c.copy_of.is_not(None)))
    (entry,) = entries(ledger, Filters(keys=(str(key),)))
    assert {one.article: one.same for one in entry.appearances} == {"a": False, "b": True}


def test_all_copies_have_the_first_article_as_their_group(ledger: Ledger) -> None:
    filled(ledger, *(article(text, id=text) for text in wire("One.", "Two.", "Three.")))
    with ledger.reading() as connection:
        rows = connection.execute(select(articles.c.id, articles.c.near).order_by(articles.c.id)).all()
    assert [row.near for row in rows] == [None, rows[0].id, rows[0].id]


def test_the_same_words_in_another_story_count_again(ledger: Ledger) -> None:
    (story,) = wire("No date was set.")
    filled(ledger, article(story), article("Tolo Brand said that the ports of Norvia stay open.", id="b"))
    assert len(list(entries(ledger))) == 2


def test_reading_the_counted_article_again_leaves_its_copies_linked(ledger: Ledger) -> None:
    first, second = wire("No date was set.", "More talks follow.")
    filled(ledger, article(first), article(second, id="b"))
    filled(ledger, article(first, id="c", published=date(2031, 1, 1)))
    assert [one.article for one in stays(ledger).appearances] == ["c", "ports", "b"]
