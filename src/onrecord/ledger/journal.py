"""What users changed in a ledger: who, when, what, before and after.

Use `record` in the transaction of a change, and `journal` to show what was changed. `undo` takes the last change back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import Connection, Row, insert, select

from onrecord.ledger.schema import journal as table
from onrecord.ledger.store import Ledger

Action: TypeAlias = Literal["correct", "remove", "restore", "merge"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change.

    Attributes:
        id: 1, 2, … in the order of the changes.
        at: when it was made.
        who: who made it; empty if nobody said.
        action: what was done.
        what: to which statement (`key`) or speaker (`speaker`, `into`).
        before: the fields that changed, as they were.
        after: the same, as they are since.
        undone: whether it was taken back.
    """

    id: int
    at: datetime
    who: str
    action: Action
    what: Mapping[str, str]
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    undone: bool = False


def record(  # a change is all of this
    connection: Connection,
    action: Action,
    *,
    who: str,
    what: Mapping[str, str],
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    way_back: Mapping[str, Any],
) -> int:
    """Write a change into the journal.

    Args:
        connection: in the transaction of the change.
        action: what is done.
        who: by whom.
        what: to what.
        before: as people read it.
        after: likewise.
        way_back: what it takes to undo it.

    Returns:
        The change's number.
    """
    all_of_it = {"what": dict(what), "before": dict(before), "after": dict(after), "way_back": dict(way_back)}
    row = {"at": datetime.now(UTC), "who": who, "action": action, "what": all_of_it, "undone": False}
    number: int = connection.execute(insert(table).values(row).returning(table.c.id)).scalar_one()
    return number


def journal(ledger: Ledger, *, limit: int | None = None) -> list[Change]:
    """The changes, the last one first; those that were undone too."""
    with ledger.reading() as connection:
        return [change_of(row) for row in connection.execute(select(table).order_by(table.c.id.desc()).limit(limit))]


def change_of(row: Row[Any]) -> Change:
    """A change from its row."""
    what = row.what
    return Change(
        id=row.id,
        at=row.at if row.at.tzinfo else row.at.replace(tzinfo=UTC),  # SQLite forgets the zone
        who=row.who or "",
        action=row.action,
        what=what["what"],
        before=what["before"],
        after=what["after"],
        undone=row.undone,
    )
