"""Link what near copies tell again, so that a statement that nine outlets carried counts once and shows nine.

Use `find_group` for a new article and `link` when a group's statements changed. Two statements of a group are the same
when their contents have the same words, whatever their marks and endings; the one in the article that came first is
counted, and has the earliest day of them all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, desc, func, insert, or_, select, update

from onrecord.ledger.near import LIKE, band_hashes, likeness, shingles
from onrecord.ledger.schema import articles, bands, statements
from onrecord.ledger.stale import outdate_statements
from onrecord.records import Article

MOST_COMPARED = 20  # articles; whoever writes after a form for years must not slow down with each day


def find_group(connection: Connection, article: Article) -> tuple[int | None, list[int]]:
    """Find the near copies of an article that is not stored yet.

    Returns:
        The id of the first article of their group, None if there are none; and the bands to store with `keep_bands`.
    """
    own = shingles(article.text[article.body :])
    hashes = band_hashes(own)
    best, group = LIKE, None
    for row in _candidates(connection, hashes):
        like = likeness(own, shingles(row.text[row.body :]))
        if like > best or (like == best and group is None):
            best, group = like, row.near or row.id
    return group, hashes


def keep_bands(connection: Connection, article: int, hashes: Sequence[int]) -> None:
    """Store the bands of an article."""
    if hashes:
        connection.execute(insert(bands), [{"hash": value, "article": article} for value in hashes])


def link(connection: Connection, group: int, sames: Iterable[int]) -> None:
    """Point the statements of a group that have the same words at the one that is counted.

    Args:
        connection: in a transaction that writes.
        group: the id of the first of the near copies.
        sames: `sameness` of the statements that came or went.
    """
    first: dict[tuple[int, int], Row[Any]] = {}
    days: dict[int, list[date]] = defaultdict(list)
    met: Counter[tuple[int, int]] = Counter()
    moved: list[int] = []
    for row in _alike(connection, group, sorted(set(sames))):
        met[row.article, row.sameness] += 1  # an article that quotes the same twice tells it twice
        told = first.setdefault((row.sameness, met[row.article, row.sameness]), row)
        days[told.id] += [row.published] if row.published else []
        moved += [row.id] if _point(connection, row, None if told is row else told.id) else []
    for told in first.values():
        _date(connection, told, min(days[told.id], default=None))
    outdate_statements(connection, [*moved, *(told.id for told in first.values())])


def _candidates(connection: Connection, hashes: Sequence[int]) -> Sequence[Row[Any]]:
    """The articles that share most bands."""
    if not hashes:
        return []
    counted = (
        select(bands.c.article, func.count().label("shared"))
        .where(bands.c.hash.in_(hashes))
        .group_by(bands.c.article)
        .order_by(desc("shared"), bands.c.article)
        .limit(MOST_COMPARED)
        .subquery()
    )
    columns = [articles.c[name] for name in ("id", "text", "body", "near")]
    joined = select(*columns).join(counted, counted.c.article == articles.c.id)
    return connection.execute(joined.order_by(articles.c.id)).all()


def _alike(connection: Connection, group: int, sames: Sequence[int]) -> Sequence[Row[Any]]:
    """The statements of a group that have such words, the article that came first first."""
    columns = [statements.c[name] for name in ("id", "article", "sameness", "copy_of", "said_last", "day_first")]
    columns.append(articles.c.published)
    return connection.execute(
        select(*columns)
        .join(articles, articles.c.id == statements.c.article)
        .where(statements.c.sameness.in_(sames), or_(articles.c.id == group, articles.c.near == group))
        .order_by(statements.c.article, statements.c.number)
    ).all()


def _point(connection: Connection, row: Row[Any], told: int | None) -> bool:
    """Say where a statement is told first; whether that is new."""
    if row.copy_of == told:
        return False
    connection.execute(update(statements).where(statements.c.id == row.id).values(copy_of=told))
    return True


def _date(connection: Connection, told: Row[Any], published: date | None) -> None:
    """Give a statement whose day the text does not tell the earliest day on which it was published."""
    if told.said_last is None and told.day_first != published:
        days = {"day_first": published, "day_last": published}
        connection.execute(update(statements).where(statements.c.id == told.id).values(days))
