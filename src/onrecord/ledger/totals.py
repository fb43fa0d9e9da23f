"""Count what each speaker said.

Use `totals` for some statements. What was counted of all of them is kept in `speaker_totals`: `are_kept` tells whether
that is so of everybody, and `keep_totals` counts those anew whom a change has touched (see `stale`). A fill ends with
it, which saves the next user the wait.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from sqlalchemy import CTE, ColumnElement, Connection, Select, and_, delete, desc, func, insert, select, union

from onrecord.ledger.filters import ALL, matching
from onrecord.ledger.schema import appearances, speaker_totals, stale_totals, statement_speakers, statements

Total: TypeAlias = dict[str, Any]  # a row of `speaker_totals`


def totals(connection: Connection, condition: ColumnElement[bool], *, limit: int | None = None) -> list[Total]:
    """What each speaker said of the statements under a condition: rows of `speaker_totals`, the most first."""
    return [dict(row._mapping) for row in connection.execute(_totals(condition, limit))]


def are_kept(connection: Connection) -> bool:
    """Whether `speaker_totals` are those of the ledger as it is."""
    return connection.execute(select(stale_totals).limit(1)).first() is None


def keep_totals(connection: Connection) -> None:
    """Count those anew whose totals are stale, and keep what was counted; in a transaction that writes."""
    stale = select(stale_totals.c.speaker)
    rows = totals(connection, and_(matching(connection, ALL), statement_speakers.c.speaker.in_(stale)))
    connection.execute(delete(speaker_totals).where(speaker_totals.c.speaker.in_(stale)))
    if rows:
        connection.execute(insert(speaker_totals), rows)
    connection.execute(delete(stale_totals))


def _totals(condition: ColumnElement[bool], limit: int | None) -> Select[Any]:
    """All that is counted, in one query: to choose the statements anew for each part of it takes twice as long."""
    said = _said(condition).cte("said")
    most = _by_speaker(said).limit(limit).cte("most")
    theirs = said.join(most, most.c.speaker == said.c.speaker)
    party, outlets = _parties(said, theirs).cte("party"), _outlets(said, theirs).cte("outlets")
    joined = most.outerjoin(party, and_(party.c.speaker == most.c.speaker, party.c.place == 1))
    joined = joined.outerjoin(outlets, outlets.c.speaker == most.c.speaker)
    number = func.coalesce(outlets.c.number, 0).label("outlets")
    counted = select(most.c.speaker, party.c.party, most.c.statements, most.c.first, most.c.last, number)
    return counted.select_from(joined).order_by(most.c.statements.desc(), most.c.speaker)


def _said(condition: ColumnElement[bool]) -> Select[Any]:
    """Who says what of the statements under a condition."""
    stmt, who = statements.c, statement_speakers.c
    columns = (stmt.id, stmt.article, stmt.day_first, stmt.day_last, who.speaker, who.party)
    return select(*columns).join(statement_speakers, who.statement == stmt.id).where(condition)


def _by_speaker(said: CTE) -> Select[Any]:
    number = func.count(said.c.id.distinct()).label("statements")
    first, last = func.min(said.c.day_first).label("first"), func.max(said.c.day_last).label("last")
    counted = select(said.c.speaker, number, first, last).group_by(said.c.speaker)
    return counted.order_by(desc("statements"), said.c.speaker)


def _parties(said: CTE, theirs: Any) -> Select[Any]:
    """Whom speakers speak for; at place 1 those whom each speaks for most often."""
    frequent = func.count().desc(), said.c.party
    place = func.row_number().over(partition_by=said.c.speaker, order_by=frequent).label("place")
    spoken = select(said.c.speaker, said.c.party, place).select_from(theirs).where(said.c.party.is_not(None))
    return spoken.group_by(said.c.speaker, said.c.party)


def _outlets(said: CTE, theirs: Any) -> Select[Any]:
    """How many outlets carried what a speaker said, or a copy of it."""
    own = select(said.c.speaker, said.c.article).select_from(theirs)
    again = select(said.c.speaker, statements.c.article).select_from(
        theirs.join(statements, statements.c.copy_of == said.c.id)
    )
    stands = union(own, again).subquery()
    number = func.count(appearances.c.outlet.distinct()).label("number")
    carried = select(stands.c.speaker, number).join(appearances, appearances.c.article == stands.c.article)
    return carried.group_by(stands.c.speaker)
