"""Make two speakers one, where two names are one person's.

Use `merge`; it holds for statements that are added later too. `separate` takes it back, for `undo`.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from onrecord.errors import UsageError
from onrecord.ledger.journal import record
from onrecord.ledger.people import speaker_named
from onrecord.ledger.schema import speakers, statement_speakers
from onrecord.ledger.stale import outdate
from onrecord.ledger.store import Ledger


def merge(ledger: Ledger, speaker: str, into: str, *, who: str = "") -> tuple[str, str]:
    """Count all that one speaker says as another's.

    Args:
        ledger: an open one.
        speaker: who is to be found no more.
        into: who they are.
        who: says so, for the journal.

    Returns:
        The ids of both.

    Raises:
        UsageError: when one of them is not there, may be several, or they are one already.
        LedgerError: when the database fails.
    """
    with ledger.writing() as connection:
        one, other = speaker_named(connection, speaker), speaker_named(connection, into)
        if one == other:
            raise UsageError(f"{speaker!r} and {into!r} are one speaker already: {one}")
        moved = [one, *connection.scalars(select(speakers.c.id).where(speakers.c.merged_into == one))]
        _point(connection, moved, other)
        record(
            connection,
            "merge",
            who=who,
            what={"speaker": one, "into": other},
            before={"speaker": one},
            after={"speaker": other},
            way_back={"moved": moved},
        )
        return one, other


def separate(connection: Connection, moved: Sequence[str]) -> None:
    """Take a merge back.

    Args:
        connection: in a transaction that writes.
        moved: who was merged, and after them those who had been merged into them before.
    """
    _point(connection, moved, moved[0])


def _point(connection: Connection, moved: Sequence[str], final: str) -> None:
    """Say who some speakers are from now on, in their statements too."""
    others = [one for one in moved if one != final]
    connection.execute(update(speakers).where(speakers.c.id.in_(others)).values(merged_into=final))
    connection.execute(update(speakers).where(speakers.c.id == final).values(merged_into=None))
    theirs = statement_speakers.c.speaker_read.in_(moved)
    outdate(connection, theirs)
    connection.execute(update(statement_speakers).where(theirs).values(speaker=final))
    outdate(connection, theirs)
