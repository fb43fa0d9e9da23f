"""List who speaks in a ledger.

Use `speakers` for everybody, or for those who speak in what filters choose.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from onrecord.errors import LedgerError
from onrecord.ledger.filters import ALL, Filters, matching
from onrecord.ledger.schema import speaker_totals
from onrecord.ledger.schema import speakers as table
from onrecord.ledger.store import Ledger
from onrecord.ledger.totals import Total, are_kept, keep_totals, totals
from onrecord.records import SpeakerKind

_BATCH = 1_000  # names that are asked for at once


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerTotal:
    """What a ledger has of one speaker.

    Attributes:
        id: as `Speaker.id`.
        name: as first met.
        kind: person, organisation, group or unnamed.
        party: the one that they spoke for most often.
        statements: how many.
        first: the first day on which one may have been said.
        last: the last such day.
        outlets: how many carried them.
    """

    id: str
    name: str
    kind: SpeakerKind
    party: str | None
    statements: int
    first: date | None
    last: date | None
    outlets: int


def speakers(ledger: Ledger, filters: Filters = ALL) -> list[SpeakerTotal]:
    """Who speaks in the statements that filters choose, those with the most statements first.

    Args:
        ledger: an open one.
        filters: which statements; `limit` is of speakers.

    Raises:
        UsageError: when the filters' text cannot be searched for.
        LedgerError: when the database fails.
    """
    if filters == Filters(limit=filters.limit):
        _refresh(ledger)
    with ledger.reading() as connection:
        found = _totals(connection, filters)
        known = _known(connection, [total["speaker"] for total in found])
    return [_with_name(total, known[total["speaker"]]) for total in found]


def _refresh(ledger: Ledger) -> None:
    """Count those anew whom a change has touched; where nothing may be written, all are counted for this once."""
    with ledger.reading() as connection:
        fresh = are_kept(connection)
    if not fresh:
        with suppress(LedgerError), ledger.writing() as connection:
            keep_totals(connection)


def _totals(connection: Connection, filters: Filters) -> list[Total]:
    if filters == Filters(limit=filters.limit) and are_kept(connection):
        kept = select(speaker_totals).order_by(speaker_totals.c.statements.desc(), speaker_totals.c.speaker)
        return [dict(row._mapping) for row in connection.execute(kept.limit(filters.limit))]
    return totals(connection, matching(connection, filters), limit=filters.limit)


def _known(connection: Connection, ids: list[str]) -> dict[str, Any]:
    known = {}
    for first in range(0, len(ids), _BATCH):
        rows = connection.execute(select(table).where(table.c.id.in_(ids[first : first + _BATCH])))
        known.update({row.id: row for row in rows})
    return known


def _with_name(total: Total, known: Any) -> SpeakerTotal:
    counted = {name: value for name, value in total.items() if name != "speaker"}
    return SpeakerTotal(id=known.id, name=known.name, kind=known.kind, **counted)
