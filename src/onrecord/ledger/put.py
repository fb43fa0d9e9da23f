"""Put the statements of a reading into their tables: themselves, their speakers, conditions and vectors.

Use `put_statements` for an article that has none there; `storing` sees to that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from onrecord.ledger import to_rows
from onrecord.ledger.identity import keys_of
from onrecord.ledger.schema import conditions, speakers, statement_speakers, statements, vectors
from onrecord.records import Reading, Speaker


def put_statements(connection: Connection, reading: Reading, *, article: int, digest: str) -> list[int]:
    """Insert the statements of a reading.

    Args:
        connection: in a transaction that writes.
        reading: of an article that has no statements there.
        article: its id.
        digest: its text's hash.

    Returns:
        The `sameness` of each, for linking near copies.
    """
    stmts = reading.statements
    if not stmts:
        return []
    keyed = zip(keys_of(digest, stmts), stmts, strict=True)
    rows = [to_rows.statement_row(stmt, key=key, article=reading.article) for key, stmt in keyed]
    ids = _insert(connection, [{"article": article, **row} for row in rows])
    merged = _meet(connection, [one for stmt in stmts for one in stmt.speakers])
    both = list(zip(ids, stmts, strict=True))
    _put(connection, statement_speakers, _speakers(both, merged))
    _put(connection, conditions, _conditions(both))
    _put(connection, vectors, ({"statement": number, "vector": stmt.vector} for number, stmt in both if stmt.vector))
    return [row["sameness"] for row in rows]


def _insert(connection: Connection, rows: Sequence[to_rows.Row]) -> Sequence[int]:
    returning = insert(statements).returning(statements.c.id, sort_by_parameter_order=True)
    return connection.scalars(returning, rows).all()


def _speakers(both: Iterable[tuple[int, Any]], merged: dict[str, str]) -> Iterable[to_rows.Row]:
    for number, stmt in both:
        for place, one in enumerate(stmt.speakers):
            yield {"statement": number, **to_rows.speaker_row(one, place=place, merged=merged)}


def _conditions(both: Iterable[tuple[int, Any]]) -> Iterable[to_rows.Row]:
    for number, stmt in both:
        for place, one in enumerate(stmt.conditions):
            yield {"statement": number, **to_rows.condition_row(one, place=place)}


def _put(connection: Connection, table: Table, rows: Iterable[to_rows.Row]) -> None:
    listed = list(rows)
    if listed:
        connection.execute(insert(table), listed)


def _meet(connection: Connection, met: Iterable[Speaker]) -> dict[str, str]:
    """Add the speakers that are new; for each that the user merged into another, that other's id."""
    named = {one.id: one for one in reversed(list(met))}  # of several names the first
    merged = _merged(connection, set(named))
    new = [one for number, one in reversed(named.items()) if number not in merged]
    _put(connection, speakers, ({"id": one.id, "name": one.name, "kind": one.kind} for one in new))
    return {number: into for number, into in merged.items() if into is not None}


def _merged(connection: Connection, ids: set[str]) -> dict[str, str | None]:
    """For those that are there, into whom they were merged, to the end of the chain."""
    columns = (speakers.c.id, speakers.c.merged_into)
    found = {row.id: row.merged_into for row in connection.execute(select(*columns).where(speakers.c.id.in_(ids)))}
    beyond = {into for into in found.values() if into is not None}
    if not beyond:
        return found
    further = _merged(connection, beyond)
    return {number: further.get(into) or into if into else None for number, into in found.items()}
