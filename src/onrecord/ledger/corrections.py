"""Correct what was read: who speaks, what they do by it, when; or that it is no statement at all.

Use `correct` for one statement. A correction is written into the statement's rows, so that search and answers see it,
and what was read is kept beside it. It belongs to the statement's id: `apply_corrections` writes it again after the
article was read anew, and keeps it, unplaced, where its statement was not found again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, delete, insert, select

from onrecord.errors import UsageError
from onrecord.ledger.corrected import FIELDS, Value, apply, as_read, restore, shown
from onrecord.ledger.identity import PREFIX
from onrecord.ledger.journal import Action, record
from onrecord.ledger.lookup import statement_key
from onrecord.ledger.people import party_named, person_named
from onrecord.ledger.schema import articles, corrections, statements
from onrecord.ledger.stale import outdate_statements
from onrecord.ledger.store import Ledger
from onrecord.records import Act, Certainty, Polarity

Kept: TypeAlias = dict[str, tuple[Value, int]]  # by field: what the user says, and the change that says it


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a user says of a statement; fields that are None stay as they are.

    Attributes:
        speaker: who speaks; somebody whom the ledger knows by that name, or somebody new.
        role: theirs; empty for none.
        party: theirs; empty for none.
        act: what is done by it.
        polarity: whether it was stated.
        certainty: whether the speaker leaves it open.
        said_on: first and last day on which it may have been said.
        removed: true for what is no statement, false to take it in again.
    """

    speaker: str | None = None
    role: str | None = None
    party: str | None = None
    act: Act | None = None
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    said_on: tuple[date, date] | None = None
    removed: bool | None = None


def correct(ledger: Ledger, statement: str, correction: Correction, *, who: str = "") -> str:
    """Correct a statement.

    Args:
        ledger: an open one.
        statement: its id, or an abbreviation.
        correction: what is so.
        who: says so, for the journal.

    Returns:
        The statement's id.

    Raises:
        UsageError: when nothing is corrected, there is no such statement or several, or the speaker may be several.
        LedgerError: when the database fails.
    """
    with ledger.writing() as connection:
        key = statement_key(connection, statement)
        said = _values(connection, correction)
        if not said:
            raise UsageError(f"nothing to correct in {key}; name what is so, such as --act deny")
        number, kept = _number(connection, key), _kept(connection, key)
        before = {field: shown(connection, number, field) for field in said if number is not None}
        change = record(
            connection,
            _action(correction),
            who=who,
            what={"key": key},
            before=before,
            after=said | ({"speaker": [said["speaker"]["name"]]} if "speaker" in said else {}),
            way_back={field: list(pair) for field, pair in kept.items()},
        )
        rewrite(connection, key, kept | {field: (value, change) for field, value in said.items()})
        return key


def rewrite(connection: Connection, key: str, wanted: Kept) -> None:
    """Make the corrections of a statement these and no others.

    Args:
        connection: in a transaction that writes.
        key: the statement's id.
        wanted: the corrections, by field.
    """
    number = _number(connection, key)
    rows = connection.execute(select(corrections).where(corrections.c.key == key)).all()
    if number is not None:
        outdate_statements(connection, [number])
        for row in rows:
            if row.placed:
                restore(connection, number, row.was)
    connection.execute(delete(corrections).where(corrections.c.key == key))
    _place(connection, key, number, wanted)
    if number is not None:
        outdate_statements(connection, [number])


def apply_corrections(connection: Connection, article: int) -> tuple[str, ...]:
    """Write the corrections of an article's statements again, once it was read anew.

    Args:
        connection: in the transaction that replaces the statements.
        article: its number.

    Returns:
        Ids of the statements that were corrected and are not there any more; what was said of them is kept.
    """
    digest = connection.scalar(select(articles.c.hash).where(articles.c.id == article)) or ""
    mine = corrections.c.key.startswith(f"{digest[:PREFIX]}.")
    rows = connection.execute(select(corrections).where(mine).order_by(corrections.c.key)).all()
    connection.execute(delete(corrections).where(mine))
    lost = []
    for key, group in groupby(rows, key=attrgetter("key")):
        number = _number(connection, key)
        _place(connection, key, number, _by_field(group))
        lost += [key] if number is None else []
    return tuple(lost)


def unplaced(ledger: Ledger) -> tuple[str, ...]:
    """Ids of the statements that were corrected and have not been found again since."""
    lost = select(corrections.c.key).where(corrections.c.placed.is_(False)).distinct().order_by(corrections.c.key)
    with ledger.reading() as connection:
        return tuple(connection.scalars(lost))


def _place(connection: Connection, key: str, number: int | None, wanted: Kept) -> None:
    """Keep corrections of a statement as it was read, and write them into its rows if it is there."""
    fields = [field for field in FIELDS if field in wanted]
    was = {field: {} if number is None else as_read(connection, number, field) for field in fields}
    for field in fields:
        value, change = wanted[field]
        row = {"key": key, "field": field, "value": value, "was": was[field], "journal": change}
        connection.execute(insert(corrections).values(**row, placed=number is not None))
        if number is not None:
            apply(connection, number, field, value)


def _values(connection: Connection, correction: Correction) -> dict[str, Value]:
    """What is corrected, by field, as it is kept."""
    values: dict[str, Value] = {
        "speaker": None if correction.speaker is None else person_named(connection, correction.speaker),
        "act": correction.act,
        "polarity": correction.polarity,
        "certainty": correction.certainty,
        "said_on": None if correction.said_on is None else [day.isoformat() for day in correction.said_on],
        "removed": correction.removed,
    }
    said = {field: value for field, value in values.items() if value is not None}
    if correction.role is not None:
        said["role"] = correction.role.strip() or None
    if correction.party is not None:
        said["party"] = party_named(correction.party)
    return said


def _action(correction: Correction) -> Action:
    if correction.removed is None:
        return "correct"
    return "remove" if correction.removed else "restore"


def _kept(connection: Connection, key: str) -> Kept:
    return _by_field(connection.execute(select(corrections).where(corrections.c.key == key)))


def _by_field(rows: Iterable[Row[Any]]) -> Kept:
    return {row.field: (row.value, row.journal) for row in rows}


def _number(connection: Connection, key: str) -> int | None:
    return connection.scalar(select(statements.c.id).where(statements.c.key == key))
