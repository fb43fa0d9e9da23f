"""Filling a ledger: once, again, from several outlets, with what cannot be read."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
from string import ascii_letters

import pytest
from sqlalchemy import func, select

from onrecord.errors import InputError
from onrecord.ledger import Ledger, Report, entries, fill, open_ledger
from onrecord.ledger.schema import appearances, articles, runs, statements
from onrecord.records import Article, Reading
from tests.ledger.builders import DAY, PORTS, TRADE, WEIGHTS, article, filled, read


def count(ledger: Ledger, table: object) -> int:
    """Rows of a table."""
    with ledger.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0  # type: ignore[arg-type]


def test_what_is_said_is_in_the_ledger(ledger: Ledger) -> None:
    filled(ledger, article())
    assert [entry.stmt for entry in entries(ledger)] == list(read(article()).statements)


def test_an_entry_shows_where_it_appeared(ledger: Ledger) -> None:
    filled(ledger, article(title="Ports", url="https://norvia.example/1"))
    (appearance,) = next(entries(ledger)).appearances
    assert (appearance.article, appearance.outlet, appearance.published) == ("ports", "Norvia Daily", DAY)
    assert (appearance.title, appearance.url, appearance.same) == ("Ports", "https://norvia.example/1", True)


def test_the_counts_are_reported(ledger: Ledger) -> None:
    report = filled(ledger, article(), article(TRADE), InputError("b.txt", "it is binary"))
    assert report == Report(added=2, statements=len(list(entries(ledger))), failed=1)


def test_the_same_again_changes_nothing(ledger: Ledger) -> None:
    filled(ledger, article())
    before = list(entries(ledger))
    assert filled(ledger, article()) == Report(known=1)
    assert list(entries(ledger)) == before


def test_the_same_again_is_not_read(ledger: Ledger) -> None:
    filled(ledger, article())
    asked: list[Article] = []

    def note(found: Article) -> Reading:
        asked.append(found)
        return read(found)

    filled(ledger, article(), read=note)
    assert asked == []


def test_the_same_again_makes_no_run(ledger: Ledger) -> None:
    filled(ledger, article())
    filled(ledger, article())
    assert count(ledger, runs) == 1


def test_the_same_text_elsewhere_is_one_article_that_appeared_twice(ledger: Ledger) -> None:
    report = filled(ledger, article(), article(id="b", outlet="Estmark Post"))
    assert (report.added, report.known, report.again) == (1, 1, 1)
    assert (count(ledger, articles), count(ledger, appearances)) == (1, 2)
    assert next(entries(ledger)).outlets == ("Norvia Daily", "Estmark Post")


def later(days: int) -> date:
    """So many days after the day of the articles."""
    return DAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("first", "second", "read_as"),
    [
        pytest.param(DAY, later(-1), later(-1), id="the second is earlier"),
        pytest.param(DAY, later(1), DAY, id="the second is later"),
        pytest.param(None, DAY, DAY, id="the first has no day"),
        pytest.param(DAY, None, DAY, id="the second has no day"),
    ],
)
def test_a_text_is_read_as_of_its_earliest_day(
    ledger: Ledger, first: date | None, second: date | None, read_as: date | None
) -> None:
    filled(ledger, article(published=first))
    filled(ledger, article(id="b", outlet="Estmark Post", published=second))
    with ledger.reading() as connection:
        assert connection.execute(select(articles.c.published)).scalar_one() == read_as
        assert set(connection.scalars(select(statements.c.day_first))) == {read_as}


def test_the_earlier_appearance_may_come_in_the_same_batch(ledger: Ledger) -> None:
    report = filled(ledger, article(), article(id="b", published=later(-1)))
    assert (report.added, report.reread) == (1, 1)
    assert next(entries(ledger)).published == later(-1)


def test_one_bad_article_costs_the_others_nothing(ledger: Ledger) -> None:
    told: list[InputError] = []
    report = filled(
        ledger, article(TRADE), article("DIVIDE by zero, Ann Lee said.", id="bad"), article(), tell=told.append
    )
    assert (report.added, report.failed) == (2, 1)
    assert [str(error) for error in told] == ["cannot read bad: ZeroDivisionError: division\nby zero"]


def test_a_failing_machine_stops_the_fill(ledger: Ledger) -> None:
    with pytest.raises(MemoryError):
        filled(ledger, article("MEMORY is short, Ann Lee said."))


@pytest.mark.parametrize("word", ["\0", "\x10", "\ud800", "𝄞", "'; DROP TABLE statements; --", "%s", ":a", "\\"])
def test_any_text_is_kept_as_it_is(ledger: Ledger, word: str) -> None:
    found = article(f"Ann Lee said that {word} is a sign.", title=word, url=word, id=f"a{word}", outlet=word)
    filled(ledger, found)
    assert [entry.stmt for entry in entries(ledger)] == list(read(found).statements)
    assert next(entries(ledger)).appearances[0].outlet == word


def test_an_article_in_another_language_is_counted_and_left_out(ledger: Ledger) -> None:
    report = filled(ledger, article(language="de"), article(TRADE, language="en"))
    assert (report.added, dict(report.skipped)) == (1, {"de": 1})


def test_any_language_is_read_if_asked_for(ledger: Ledger) -> None:
    assert filled(ledger, article(language="de"), any_language=True).added == 1


def test_the_counts_can_be_watched(ledger: Ledger) -> None:
    seen: list[Report] = []
    report = filled(ledger, article(), article(TRADE), watch=seen.append)
    assert seen[-1] == report


def test_what_comes_slowly_is_read_as_it_comes(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("onrecord.ledger.fill"), "MOST_WAITED", 0)
    events: list[str] = []

    def fetched() -> Iterator[Article]:
        for number in "12":
            events.append(f"fetched {number}")
            yield article(f"{TRADE} {number}", id=number)

    def note(found: Article) -> Reading:
        events.append(f"read {found.id}")
        return read(found)

    fill(ledger, fetched(), note, weights=WEIGHTS)
    assert events == ["fetched 1", "read 1", "fetched 2", "read 2"]


def test_a_run_says_what_read_and_when(ledger: Ledger) -> None:
    filled(ledger, article(PORTS), settings={"nested": True})
    with ledger.reading() as connection:
        run = connection.execute(select(runs)).one()
    assert (run.weights, run.settings) == ("0123456789abcdef", {"nested": True})
    assert run.started <= run.finished


def test_what_a_database_does_not_take_costs_its_article_only(ledger: Ledger) -> None:
    letters = random.Random(0).choices(ascii_letters, k=20_000)  # more than PostgreSQL keeps in an index
    told: list[InputError] = []
    report = filled(ledger, article(TRADE), article(outlet="".join(letters), id="long"), article(), tell=told.append)
    assert report.added + report.failed == 2 + len(told)
    assert [error.where for error in told] in ([], ["long"])
    assert {outlet for entry in entries(ledger) for outlet in entry.outlets} >= {"Norvia Daily"}


def test_two_fill_at_the_same_time_and_store_each_text_once(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ledger.batches.MOST", 3)
    texts = [f"{TRADE} So it was on day {number}." for number in range(60)]
    stories = [article(text, id=str(number)) for number, text in enumerate(texts)]
    with open_ledger(place, create=True) as one, open_ledger(place) as other:
        threads = [threading.Thread(target=filled, args=(ledger, *stories)) for ledger in (one, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert count(one, articles) == count(one, appearances) == len(stories)
        assert len(list(entries(one))) == sum(len(read(story).statements) for story in stories)
