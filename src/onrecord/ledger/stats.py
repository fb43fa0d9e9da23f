"""Say what a ledger holds: how much, from when to when, from whom.

Use `stats` for the whole of it; `speakers` and `listing` list what it counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from onrecord.ledger.filters import ALL, matching
from onrecord.ledger.schema import appearances, articles, corrections, journal, runs, speakers, statements
from onrecord.ledger.store import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One time that articles were read into the ledger.

    Attributes:
        id: 1, 2, …
        version: of onrecord.
        weights: fingerprint of the model.
        started: when.
        finished: when; None if it was stopped, or still runs.
        articles: how many are in the ledger as that run read them.
    """

    id: int
    version: str
    weights: str
    started: datetime
    finished: datetime | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """What a ledger holds.

    Attributes:
        articles: different texts.
        near: those of them that are near copies of another.
        appearances: places where they were published.
        statements: each counted once, wherever it was told again.
        copies: statements that near copies tell again.
        removed: statements that the user took out.
        speakers: who are told apart, merged ones as one.
        changes: of the user, that were not undone.
        first: the first day on which a statement may have been said.
        last: the last such day.
        acts: statements by act; those without one under "".
        outlets: articles by outlet, those with the most first.
        runs: the last one first.
    """

    articles: int
    near: int
    appearances: int
    statements: int
    copies: int
    removed: int
    speakers: int
    changes: int
    first: date | None
    last: date | None
    acts: Mapping[str, int]
    outlets: Mapping[str, int]
    runs: tuple[Run, ...]


def stats(ledger: Ledger) -> Stats:
    """Count what a ledger holds.

    Raises:
        LedgerError: when the database fails.
    """
    with ledger.reading() as connection:
        acts = _by_act(connection)
        return Stats(
            articles=_count(connection, articles.c.id),
            near=_count(connection, articles.c.near),
            appearances=_count(connection, appearances.c.id),
            statements=sum(acts.values()),
            copies=_count(connection, statements.c.copy_of),
            removed=_removed(connection),
            speakers=_count(connection, speakers.c.id, speakers.c.merged_into.is_(None)),
            changes=_count(connection, journal.c.id, journal.c.undone.is_(False)),
            first=connection.scalar(select(func.min(statements.c.day_first))),
            last=connection.scalar(select(func.max(statements.c.day_last))),
            acts=acts,
            outlets=_by_outlet(connection),
            runs=_runs(connection),
        )


def _count(connection: Connection, column: Any, *conditions: Any) -> int:
    """How many rows have a value in a column."""
    return connection.scalar(select(func.count(column)).where(*conditions, column.is_not(None))) or 0


def _removed(connection: Connection) -> int:
    """By the corrections, which are few: to look at each statement takes a while."""
    said = select(corrections.c.value).where(corrections.c.field == "removed", corrections.c.placed.is_(True))
    return sum(map(bool, connection.scalars(said)))


def _by_act(connection: Connection) -> dict[str, int]:
    number = func.count().label("number")
    counted = select(statements.c.act, number).where(matching(connection, ALL)).group_by(statements.c.act)
    return {row.act or "": row.number for row in connection.execute(counted.order_by(number.desc(), statements.c.act))}


def _by_outlet(connection: Connection) -> dict[str, int]:
    number = func.count(appearances.c.article.distinct()).label("number")
    counted = select(appearances.c.outlet, number).where(appearances.c.outlet.is_not(None))
    ordered = counted.group_by(appearances.c.outlet).order_by(number.desc(), appearances.c.outlet)
    return {row.outlet: row.number for row in connection.execute(ordered)}


def _runs(connection: Connection) -> tuple[Run, ...]:
    number = func.count().label("number")
    counted = connection.execute(select(articles.c.run, number).group_by(articles.c.run))
    read: dict[int, int] = {row.run: row.number for row in counted}
    return tuple(_run(row, read.get(row.id, 0)) for row in connection.execute(select(runs).order_by(runs.c.id.desc())))


def _run(row: Row[Any], read: int) -> Run:
    return Run(
        id=row.id,
        version=row.version,
        weights=row.weights,
        started=_zoned(row.started),
        finished=row.finished and _zoned(row.finished),
        articles=read,
    )


def _zoned(when: datetime) -> datetime:
    return when if when.tzinfo else when.replace(tzinfo=UTC)  # SQLite forgets the zone
