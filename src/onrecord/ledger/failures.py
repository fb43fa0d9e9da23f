"""Say in the user's words why a database failed.

Use `explained` where a driver's error leaves the ledger.
"""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from onrecord.errors import LedgerError

# What a driver's message holds, and what a user can do about it.
_REASONS = (
    ("disk is full", "the disk is full; make room and go on, what was stored is whole"),
    ("No space left", "the database's disk is full; make room and go on, what was stored is whole"),
    ("disk I/O error", "the disk fails or is full; what was stored is whole"),
    ("readonly database", "it is read-only; give yourself the right to write it, or work on a copy"),
    ("read-only transaction", "it is read-only; ask for the right to write it"),
    ("permission denied", "this account may not do that there; ask for the right"),
    ("unable to open database file", "it cannot be opened or made; does its folder exist, and may you write there?"),
    ("file is not a database", "the file is no ledger; name another"),
    ("malformed", "the file is damaged; take it from a backup, or fill another"),
    ("database is locked", "somebody else has been writing it for long; try again when they are done"),
)


def explained(error: DBAPIError, name: str) -> LedgerError:
    """The driver's error as ours.

    Args:
        error: as SQLAlchemy passes it on.
        name: of the ledger.
    """
    cause = str(error.orig)
    for part, reason in _REASONS:
        if part in cause:
            return LedgerError(f"cannot use the ledger {name}: {reason}")
    first_line = cause.strip().splitlines()[0] if cause.strip() else type(error.orig).__name__
    return LedgerError(f"cannot use the ledger {name}: {first_line}")
