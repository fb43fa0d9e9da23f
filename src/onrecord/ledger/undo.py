"""Take the last change back.

Use `undo` again to take back the one before; what was undone stays in the journal, marked.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select, update

from onrecord.errors import UsageError
from onrecord.ledger.corrections import rewrite
from onrecord.ledger.journal import Change, change_of
from onrecord.ledger.merges import separate
from onrecord.ledger.schema import journal
from onrecord.ledger.store import Ledger


def undo(ledger: Ledger) -> Change:
    """Take back the last change that was not taken back yet.

    Returns:
        The change, marked as undone.

    Raises:
        UsageError: when there is none.
        LedgerError: when the database fails.
    """
    with ledger.writing() as connection:
        last = select(journal).where(journal.c.undone.is_(False)).order_by(journal.c.id.desc()).limit(1)
        row = connection.execute(last).one_or_none()
        if row is None:
            raise UsageError(f"nothing to undo in {ledger.name}: nobody changed it, or all was undone")
        what, way_back = row.what["what"], row.what["way_back"]
        if row.action == "merge":
            separate(connection, way_back["moved"])
        else:
            rewrite(connection, what["key"], {field: (value, change) for field, (value, change) in way_back.items()})
        connection.execute(update(journal).where(journal.c.id == row.id).values(undone=True))
        return replace(change_of(row), undone=True)
