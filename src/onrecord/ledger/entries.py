"""Get statements out of a ledger, with everywhere that they appeared.

Use `entries` for those that filters choose, one after the other however many there are; `entries_of` for rows that were
already found, as a search does; `article_of` for the article that an entry stands in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Column, Connection, Row, Select, select

from onrecord.errors import LedgerError
from onrecord.ledger import from_rows
from onrecord.ledger.filters import ALL, Filters, matching
from onrecord.ledger.schema import (
    appearances,
    articles,
    conditions,
    corrections,
    statement_speakers,
    statements,
    vectors,
)
from onrecord.ledger.store import Ledger
from onrecord.ledger.uncollected import uncollected
from onrecord.records import Appearance, Article, Entry

BATCH = 500  # statements whose speakers, conditions and appearances are fetched together

Rows: TypeAlias = Sequence[Any]
Groups: TypeAlias = Mapping[Any, list[Row[Any]]]


def entries(ledger: Ledger, filters: Filters = ALL) -> Iterator[Entry]:
    """Statements in the order of their articles, as the ledger was when the first was asked for.

    Args:
        ledger: read in one transaction, which ends with the last entry.
        filters: which ones, and how many at most.

    Raises:
        LedgerError: when the database fails.
        UsageError: when the filters' text cannot be searched for.
    """
    with ledger.reading() as connection:
        chosen = _statements().where(matching(connection, filters)).limit(filters.limit)
        with connection.execution_options(yield_per=BATCH).execute(chosen) as result:
            for rows in result.partitions():
                yield from _entries(connection, rows)


def entries_of(connection: Connection, ids: Sequence[int]) -> list[Entry]:
    """The entries of rows of `statements`, in the order of their ids' list; ids that are not there are passed over."""
    found: dict[int, Entry] = {}
    with uncollected():
        for first in range(0, len(ids), BATCH):
            rows = connection.execute(_statements().where(statements.c.id.in_(ids[first : first + BATCH]))).all()
            found.update(zip((row[0] for row in rows), _entries(connection, rows), strict=True))
    return [found[number] for number in ids if number in found]


def article_of(ledger: Ledger, key: str) -> Article:
    """The article that an entry stands in, as it was read.

    Args:
        ledger: that the entry is from.
        key: `Entry.id`.

    Raises:
        LedgerError: when there is no such entry.
    """
    with ledger.reading() as connection:
        number = connection.scalar(select(statements.c.article).where(statements.c.key == key))
        if number is None:
            raise LedgerError(f"the ledger {ledger.name} has no statement {key}")
        return article_with(connection, number)


def article_with(connection: Connection, number: int) -> Article:
    """An article by the id of its row, which is there, as it was read."""
    row = connection.execute(select(articles).where(articles.c.id == number)).one()
    return from_rows.article_of(row, _read_as(connection, row))


def _read_as(connection: Connection, article: Row[Any]) -> Row[Any]:
    """The appearance that an article was read as: the first of that day and outlet."""
    same = appearances.c.published.is_not_distinct_from(article.published)
    outlet = appearances.c.outlet.is_not_distinct_from(article.outlet)
    query = select(appearances).where(appearances.c.article == article.id).order_by(appearances.c.id)
    return connection.execute(query.where(same, outlet)).first() or connection.execute(query.limit(1)).one()


def _statements() -> Select[Any]:
    joined = statements.outerjoin(vectors, vectors.c.statement == statements.c.id)
    own = (statements.c.id, statements.c.key, statements.c.article, statements.c.copy_of)
    chosen = select(*own, *from_rows.STATEMENT).select_from(joined)
    return chosen.order_by(statements.c.article, statements.c.number)


def _entries(connection: Connection, rows: Rows) -> list[Entry]:
    ids = [row[0] for row in rows]
    speakers = _grouped(connection, from_rows.SPEAKER, ids, then=statement_speakers.c.place)
    hanging = _grouped(connection, (conditions.c.statement, *conditions.c), ids, then=conditions.c.place)
    corrected = _corrected(connection, rows)
    appeared = _appeared(connection, rows)
    return [
        Entry(
            id=key,
            stmt=from_rows.statement_of(stmt, speakers=speakers[number], conditions=hanging[number]),
            appearances=appeared[number],
            corrected=tuple([one.field for one in corrected[key] if one.placed]),
        )
        for number, key, _, _, *stmt in rows  # by place: by name takes five times as long
    ]


def _corrected(connection: Connection, rows: Rows) -> Groups:
    """The corrections of each statement by its key; in most ledgers there are none at all, which is asked first."""
    if connection.scalar(select(corrections.c.key).limit(1)) is None:
        return defaultdict(list)
    keys = [row.key for row in rows]
    return _grouped(connection, (corrections.c.key, *corrections.c), keys, then=corrections.c.field)


def _grouped(
    connection: Connection, columns: Sequence[Column[Any]], values: Iterable[object], *, then: Column[Any]
) -> Groups:
    """Rows of a table by the first of the columns, each group in the order of another one."""
    groups: dict[Any, list[Row[Any]]] = defaultdict(list)
    by = columns[0]
    for row in connection.execute(select(*columns).where(by.in_(list(values))).order_by(by, then)).all():
        groups[row[0]].append(row)
    return groups


def _appeared(connection: Connection, rows: Rows) -> dict[int, tuple[Appearance, ...]]:
    """Where each statement appeared, near copies too, the earliest day first."""
    families = _families(connection, rows)
    numbers = {article for family in families.values() for article in family}
    by_article = _grouped(connection, from_rows.APPEARANCE, numbers, then=appearances.c.id)
    found: dict[tuple[int, ...], tuple[Appearance, ...]] = {}  # statements of an article share them
    appeared = {}
    for number, _, article, copy_of, *_ in rows:
        family = (article, *sorted(families[copy_of or number]))
        if family not in found:
            found[family] = _in_order(article, family[1:], by_article)
        appeared[number] = found[family]
    return appeared


def _families(connection: Connection, rows: Rows) -> dict[int, set[int]]:
    """For each statement that is told first, the articles that it or a copy of it stands in."""
    families = {row[3] or row[0]: {row[2]} for row in rows}
    copies = select(statements.c.copy_of, statements.c.article).where(statements.c.copy_of.in_(families))
    for first, article in connection.execute(copies):
        families[first].add(article)
    elsewhere = families.keys() - {row[0] for row in rows}
    if elsewhere:
        told = select(statements.c.id, statements.c.article).where(statements.c.id.in_(elsewhere))
        for first, article in connection.execute(told):
            families[first].add(article)
    return families


def _in_order(own: int, family: Iterable[int], by_article: Groups) -> tuple[Appearance, ...]:
    found = [one for article in family for one in by_article[article]]
    if len(found) > 1:
        found.sort(key=lambda one: (one.published or date.max, one.article != own, one.id))
    return tuple([from_rows.appearance_of(one, same=one[0] == own) for one in found])
