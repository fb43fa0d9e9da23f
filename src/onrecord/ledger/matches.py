"""Ask either database's full-text index.

Use `meets` for a condition on `statements`, and `ranked` for those that meet it, with how well. `fulltext`
makes the index.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, func, literal, literal_column, select, table
from sqlalchemy.exc import DBAPIError

from onrecord.errors import UsageError
from onrecord.ledger.queries import Query, fts5, tsquery
from onrecord.ledger.schema import statements

_INDEX = table("statements_fts", column("rowid"), column("rank"))
_LEXEMES: ColumnElement[Any] = literal_column("statements.lexemes")


def meets(connection: Connection, query: Query) -> ColumnElement[bool]:
    """The condition that a statement meets a query.

    Raises:
        UsageError: when the query is raw and broken.
    """
    _check(connection, query)
    if connection.dialect.name == "sqlite":
        return statements.c.id.in_(select(_INDEX.c.rowid).where(_found(query)))
    return _LEXEMES.op("@@", is_comparison=True)(_tsquery(query))


def ranked(connection: Connection, query: Query) -> Select[Any]:
    """Numbers of the statements that meet a query, and their rank: the higher the better.

    Ranks are BM25 in SQLite and cover density in PostgreSQL: both find the same, but their order may differ.

    Raises:
        UsageError: when the query is raw and broken.
    """
    _check(connection, query)
    if connection.dialect.name == "sqlite":
        joined = _INDEX.join(statements, statements.c.id == _INDEX.c.rowid)
        return select(statements.c.id, (-_INDEX.c.rank).label("rank")).select_from(joined).where(_found(query))
    rank = func.ts_rank_cd(_LEXEMES, _tsquery(query), 1)  # 1: divided by the logarithm of the length
    found = _LEXEMES.op("@@", is_comparison=True)(_tsquery(query))
    return select(statements.c.id, rank.label("rank")).where(found)


def _found(query: Query) -> ColumnElement[bool]:
    return literal_column("statements_fts").op("MATCH", is_comparison=True)(literal(fts5(query)))


def _tsquery(query: Query) -> ColumnElement[Any]:
    return func.to_tsquery(literal_column("'simple'"), literal(tsquery(query)))


def _check(connection: Connection, query: Query) -> None:
    """Let the database parse a raw query before it is part of a larger one, whose errors could be others."""
    if not query.raw:
        return
    trial = select(_INDEX.c.rowid).where(_found(query)).limit(1)
    try:
        connection.execute(trial if connection.dialect.name == "sqlite" else select(_tsquery(query)))
    except (DBAPIError, UnicodeEncodeError) as error:
        reason = str(error.orig).splitlines()[0] if isinstance(error, DBAPIError) else str(error)
        raise UsageError(
            f"the raw query {query.text!r} is broken: {reason}; leave out --raw to search for words"
        ) from error
