"""Write corrections into a statement's rows, and take them out again.

Look here for what each field of a correction does to the tables; `corrections` keeps them and says when. What was read
is kept beside each correction, in `corrections.was`: the columns and the speakers' rows that it changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Connection, Date, Row, delete, insert, select, update

from onrecord.ledger.schema import speakers, statement_speakers, statements
from onrecord.ledger.spans import written

Value: TypeAlias = Any  # whatever JSON can hold
Was: TypeAlias = dict[str, Any]

SPEAKING = ("speaker", "role", "party")
_COLUMNS: Mapping[str, Sequence[str]] = {
    "act": ("act", "act_confidence"),
    "polarity": ("polarity",),
    "certainty": ("certainty",),
    "said_on": ("said_first", "said_last", "said_text", "said_how", "day_first", "day_last"),
    "removed": ("removed",),
}
FIELDS = (*SPEAKING, *_COLUMNS)
"""In the order in which they are applied: a new speaker brings a role and a party, which may be corrected too."""

HOW = "corrected"  # `Speaker.how` of a speaker whom the user named


def as_read(connection: Connection, number: int, field: str) -> Was:
    """What a correction of a field would change, as it is now."""
    row = _row(connection, number)
    if field in SPEAKING:
        rows = [dict(one._mapping) for one in _speakers(connection, number)]  # SQLAlchemy's public name
        return {"columns": {"chain": row.chain}, "speakers": rows}
    return {"columns": {name: _plain(getattr(row, name)) for name in _COLUMNS[field]}}


def restore(connection: Connection, number: int, was: Was) -> None:
    """Put back what was read."""
    _set(connection, number, {name: _typed(name, value) for name, value in was["columns"].items()})
    if "speakers" in was:
        _replace_speakers(connection, number, was["speakers"])


def apply(connection: Connection, number: int, field: str, value: Value) -> None:
    """Write a correction over what was read.

    Args:
        connection: in a transaction that writes.
        number: of the statement.
        field: one of `FIELDS`.
        value: of a speaker its id, name, kind and party; of a day its first and last; else the value itself.
    """
    if field == "speaker":
        _apply_speaker(connection, number, value)
    elif field in SPEAKING:
        mine = statement_speakers.c.statement == number
        connection.execute(update(statement_speakers).where(mine).values({field: value}))
    elif field == "said_on":
        days = dict(zip(("first", "last"), map(date.fromisoformat, value), strict=True))
        told = {f"{kind}_{end}": day for kind in ("said", "day") for end, day in days.items()}
        _set(connection, number, {**told, "said_text": "", "said_how": "expression"})
    else:
        _set(connection, number, {field: value} | ({"act_confidence": 1.0} if field == "act" else {}))


def shown(connection: Connection, number: int, field: str) -> Value:
    """A field's value as people read it."""
    row = _row(connection, number)
    if field == "speaker":
        return [one.name for one in _speakers(connection, number)]
    if field in SPEAKING:
        return [getattr(one, field) for one in _speakers(connection, number)]
    if field == "said_on":
        return [_plain(row.said_first), _plain(row.said_last)]
    return getattr(row, field)


def _apply_speaker(connection: Connection, number: int, value: Mapping[str, Any]) -> None:
    """One speaker in the place of all; of the chain the outer ones stay."""
    chain, before = _row(connection, number).chain, _speakers(connection, number)
    own = bool(before) and chain[-1:] == [before[0].name]
    _set(connection, number, {"chain": [*(chain[:-1] if own else chain), value["name"]]})
    row = {"place": 0, "speaker": _merged(connection, value["id"]), "speaker_read": value["id"], "how": HOW}
    row |= {name: value[name] for name in ("name", "kind", "party")}
    keep(connection, value)
    _replace_speakers(connection, number, [{"statement": number, "role": None, "mentions": written(()), **row}])


def keep(connection: Connection, value: Mapping[str, Any]) -> None:
    """See to it that the ledger knows a speaker."""
    if connection.scalar(select(speakers.c.id).where(speakers.c.id == value["id"])) is None:
        connection.execute(insert(speakers).values({name: value[name] for name in ("id", "name", "kind")}))


def _merged(connection: Connection, speaker: str) -> str:
    return connection.scalar(select(speakers.c.merged_into).where(speakers.c.id == speaker)) or speaker


def _replace_speakers(connection: Connection, number: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows of a statement's speakers; merges made since they were read are followed."""
    connection.execute(delete(statement_speakers).where(statement_speakers.c.statement == number))
    for row in rows:
        merged = _merged(connection, row["speaker_read"])
        connection.execute(insert(statement_speakers).values({**row, "statement": number, "speaker": merged}))


def _row(connection: Connection, number: int) -> Row[Any]:
    return connection.execute(select(statements).where(statements.c.id == number)).one()


def _speakers(connection: Connection, number: int) -> Sequence[Row[Any]]:
    mine = select(statement_speakers).where(statement_speakers.c.statement == number)
    return connection.execute(mine.order_by(statement_speakers.c.place)).all()


def _set(connection: Connection, number: int, values: Mapping[str, Any]) -> None:
    connection.execute(update(statements).where(statements.c.id == number).values(dict(values)))


def _plain(value: Any) -> Value:
    return value.isoformat() if isinstance(value, date) else value


def _typed(column: str, value: Value) -> Any:
    is_day = isinstance(statements.c[column].type, Date)
    return date.fromisoformat(value) if is_day and value is not None else value
