"""Reading again with other weights: statements are replaced, corrections stay where their statement is found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from onrecord.errors import InputError
from onrecord.ledger import Ledger, Report, entries, outdated, reread
from onrecord.ledger.corrections import Correction, correct
from onrecord.ledger.schema import articles, runs
from onrecord.records import Article, Reading, Span
from tests.ledger.builders import PORTS, TRADE, WEIGHTS, article, filled, read, wire

BETTER = "f" * 16


def read_better(found: Article) -> Reading:
    """Sees that all is claimed, and lets the last statement begin elsewhere."""
    reading = read(found)
    *others, last = [replace(stmt, act="claim") for stmt in reading.statements]
    moved = replace(last, content=(Span(last.content[0].start + 1, last.content[0].end),), text=last.text[1:])
    return replace(reading, statements=(*others, moved))


def test_what_these_weights_read_is_not_read_again(ledger: Ledger) -> None:
    filled(ledger, article())
    assert reread(ledger, read_better, weights=WEIGHTS) == Report()


def test_statements_are_replaced_by_those_of_other_weights(ledger: Ledger) -> None:
    filled(ledger, article(), article(TRADE))
    report = reread(ledger, read_better, weights=BETTER)
    assert report.reread == 2
    expected = [stmt for text in (PORTS, TRADE) for stmt in read_better(article(text)).statements]
    assert [entry.stmt for entry in entries(ledger)] == expected


def test_it_is_known_which_weights_read_an_article(ledger: Ledger) -> None:
    filled(ledger, article())
    reread(ledger, read_better, weights=BETTER)
    with ledger.reading() as connection:
        used = select(runs.c.weights).join(articles, articles.c.run == runs.c.id)
        assert connection.scalars(used).all() == [BETTER]


def test_nothing_is_left_to_read_again(ledger: Ledger) -> None:
    filled(ledger, article())
    assert len(outdated(ledger, weights=BETTER)) == 1
    reread(ledger, read_better, weights=BETTER)
    assert outdated(ledger, weights=BETTER) == []


def test_a_correction_stays_where_its_statement_is_found_again(ledger: Ledger) -> None:
    filled(ledger, article())
    first = next(entries(ledger))
    correct(ledger, first.id, Correction(act="deny"))
    reread(ledger, read_better, weights=BETTER)
    again = next(entries(ledger))
    assert (again.id, again.stmt.act, again.corrected) == (first.id, "deny", ("act",))


def test_a_correction_that_has_lost_its_statement_is_listed(ledger: Ledger) -> None:
    filled(ledger, article())
    *_, last = entries(ledger)
    correct(ledger, last.id, Correction(act="deny"))
    assert reread(ledger, read_better, weights=BETTER).unplaced == (last.id,)


def test_a_correction_comes_back_with_its_statement(ledger: Ledger) -> None:
    filled(ledger, article())
    *_, last = entries(ledger)
    correct(ledger, last.id, Correction(act="deny"))
    reread(ledger, read_better, weights=BETTER)
    reread(ledger, read, weights=WEIGHTS)
    assert [entry.stmt.act for entry in entries(ledger) if entry.id == last.id] == ["deny"]


def test_an_article_that_fails_keeps_its_statements(ledger: Ledger) -> None:
    filled(ledger, article())
    before = list(entries(ledger))

    def refuse(found: Article) -> Reading:
        raise InputError(found.id, "it has no words")

    assert reread(ledger, refuse, weights=BETTER).failed == 1
    assert list(entries(ledger)) == before


def test_near_copies_stay_linked(ledger: Ledger) -> None:
    filled(ledger, *(article(text, id=text[-9:]) for text in wire("One.", "Two.", "Three.")))
    reread(ledger, read_better, weights=BETTER)
    (entry,) = entries(ledger)
    assert len(entry.appearances) == 3


@pytest.mark.parametrize("stopped_after", [1, 2])
def test_it_goes_on_where_it_was_stopped(ledger: Ledger, stopped_after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ledger.batches.MOST", 1)
    filled(ledger, article(), article(TRADE), article(f"{TRADE} No."))
    asked: list[str] = []

    def stop(found: Article) -> Reading:
        asked.append(found.text)
        if len(asked) > stopped_after:
            raise KeyboardInterrupt
        return read_better(found)

    with pytest.raises(KeyboardInterrupt):
        reread(ledger, stop, weights=BETTER)
    assert len(outdated(ledger, weights=BETTER)) == 3 - stopped_after
