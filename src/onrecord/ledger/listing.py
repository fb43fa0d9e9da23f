"""List the articles of a ledger.

Use `listed` for a page of them, the latest first; `stats` counts them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from onrecord.ledger.identity import PREFIX
from onrecord.ledger.schema import appearances, articles, statements
from onrecord.ledger.spellings import outlets_called
from onrecord.ledger.store import Ledger

_BATCH = 500  # articles whose appearances are fetched together


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An article as a list shows it.

    Attributes:
        id: the beginning of its statements' ids.
        name: of its first appearance, as `Article.id`.
        title: likewise, if known.
        published: the earliest day of publication.
        outlets: who carried just that text, the earliest first.
        length: of the text, in code points.
        statements: how many were read from it.
        near: whether it is a near copy of another article.
    """

    id: str
    name: str
    title: str | None
    published: date | None
    outlets: tuple[str, ...]
    length: int
    statements: int
    near: bool


def listed(
    ledger: Ledger,
    *,
    outlet: str | None = None,
    first: date | None = None,
    last: date | None = None,
    limit: int | None = None,
) -> list[Listed]:
    """Articles, the latest first and those without a day last.

    Args:
        ledger: an open one.
        outlet: only those that it carried.
        first: only those of that day or later.
        last: only those of that day or earlier.
        limit: how many at most.

    Raises:
        LedgerError: when the database fails.
    """
    with ledger.reading() as connection:
        columns = (articles.c.id, articles.c.hash, articles.c.published, articles.c.length, articles.c.near)
        chosen = select(*columns).where(*_conditions(connection, outlet, first, last))
        rows = connection.execute(chosen.order_by(articles.c.published.desc().nulls_last(), articles.c.id).limit(limit))
        return [one for part in rows.partitions(_BATCH) for one in _listed(connection, part)]


def _conditions(
    connection: Connection, outlet: str | None, first: date | None, last: date | None
) -> Iterator[ColumnElement[bool]]:
    if outlet is not None:
        carried = appearances.c.outlet.in_(outlets_called(connection, outlet))
        yield articles.c.id.in_(select(appearances.c.article).where(carried))
    if first is not None:
        yield articles.c.published >= first
    if last is not None:
        yield articles.c.published <= last


def _listed(connection: Connection, rows: Sequence[Any]) -> Iterator[Listed]:
    numbers = [row.id for row in rows]
    appeared = _appeared(connection, numbers)
    counted = select(statements.c.article, func.count().label("number")).where(statements.c.article.in_(numbers))
    said = {row.article: row.number for row in connection.execute(counted.group_by(statements.c.article))}
    for row in rows:
        first, *_ = found = appeared[row.id]
        yield Listed(
            id=row.hash[:PREFIX],
            name=first.name,
            title=first.title,
            published=row.published,
            outlets=tuple(dict.fromkeys(one.outlet for one in found if one.outlet)),
            length=row.length,
            statements=said.get(row.id, 0),
            near=row.near is not None,
        )


def _appeared(connection: Connection, numbers: Sequence[int]) -> Mapping[int, list[Row[Any]]]:
    """Appearances by article, the earliest day first."""
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    mine = select(appearances).where(appearances.c.article.in_(numbers))
    for row in connection.execute(mine.order_by(appearances.c.published.asc().nulls_last(), appearances.c.id)):
        found[row.article].append(row)
    return found
