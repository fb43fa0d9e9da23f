"""Statements of an issue that are drawn for an answer, in either database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.ledger import Issue, Ledger, Sketch, add_issue, drawn, issue_entries
from onrecord.records import Entry
from tests.ledger.builders import DAY, PORTS, TRADE, article, filled

ISSUE = "ports and treaties"


def test_what_is_not_asked_for_is_counted_by_its_days(ledger: Ledger) -> None:
    keep(ledger)
    found = drawn(ledger, ISSUE)
    assert (list(found.entries), sum(found.rest.values())) == ([], len(issue_entries(ledger, ISSUE)))
    assert set(found.rest) == {(DAY, DAY)}


def test_sketches_tell_what_else_is_wanted_until_nothing_is(ledger: Ledger) -> None:
    keep(ledger)
    rounds: list[tuple[int, int]] = []

    def also(entries: Sequence[Entry], sketches: Sequence[Sketch]) -> Iterator[int]:
        rounds.append((len(entries), len(sketches)))
        words = {"treati"} if entries else {"port"}
        yield from (one.number for one in sketches if words & set(one.words.split()))

    found = drawn(ledger, ISSUE, acts=("offer",), also=also)
    assert list(found.entries) == issue_entries(ledger, ISSUE)
    assert rounds == [(0, 3), (1, 2), (2, 0)]


def test_a_sketch_has_the_beginning_the_stems_and_the_last_day(ledger: Ledger) -> None:
    keep(ledger)
    seen: list[Sketch] = []

    def also(_: Sequence[Entry], sketches: Sequence[Sketch]) -> Iterator[int]:
        seen.extend(sketches)
        return iter(())

    drawn(ledger, ISSUE, also=also)
    told = {(one.beginning, one.words, one.last, one.hangs) for one in seen}
    entries = issue_entries(ledger, ISSUE)
    assert {beginning for beginning, *_ in told} == {one.stmt.text[:60] for one in entries}
    assert {(last, hangs) for *_, last, hangs in told} == {(DAY, False)}


def keep(ledger: Ledger) -> None:
    """Two articles and an issue with a statement of each."""
    filled(ledger, article(PORTS), article(TRADE, id="trade"))
    add_issue(ledger, Issue(name=ISSUE, queries=("ports", "treaty")))
