"""Find statements by their words.

Use `search` for what a person looks for: the best first, each with the places of its hits. For every statement that
filters choose, in no such order, there is `entries`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, desc, func, literal, select

from onrecord.ledger.entries import entries_of
from onrecord.ledger.filters import Filters, matching
from onrecord.ledger.matches import ranked
from onrecord.ledger.queries import Query, places
from onrecord.ledger.schema import statements
from onrecord.ledger.store import Ledger
from onrecord.records import Entry, Spans

LIMIT = 20  # hits, where nobody says how many: a screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A statement that was found.

    Attributes:
        entry: the statement.
        score: how well it answers, the higher the better; to be compared within one search only.
        marks: where its text has what was searched for: characters of `entry.stmt.text`, not of the article.
    """

    entry: Entry
    score: float
    marks: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found.

    Attributes:
        hits: the best of them, the best first.
        total: how many there are.
    """

    hits: tuple[Hit, ...]
    total: int


def search(ledger: Ledger, filters: Filters) -> Found:
    """Find statements by their words; without a text, the latest first.

    Args:
        ledger: an open one.
        filters: what is searched for; `limit` says how many hits are wanted, `LIMIT` of them if it is None.

    Raises:
        UsageError: when the text has no word, or is raw and broken.
        LedgerError: when the database fails.
    """
    query = filters.query
    with ledger.reading() as connection:
        found = ranked(connection, query) if query else select(statements.c.id, literal(0.0).label("rank"))
        narrowed = found.where(matching(connection, replace(filters, text=None)))
        counted = narrowed.add_columns(func.count().over().label("total"))
        best = connection.execute(_best_first(counted).limit(LIMIT if filters.limit is None else filters.limit)).all()
        hits = hits_of(connection, {row.id: row.rank for row in best}, query)
        return Found(hits=hits, total=best[0].total if best else 0)


def hits_of(connection: Connection, scores: Mapping[int, float], query: Query | None) -> tuple[Hit, ...]:
    """Hits from numbers of statements.

    Args:
        connection: to the ledger.
        scores: by the statement's number, in the order of the hits.
        query: whose words are marked.
    """
    entries = entries_of(connection, list(scores))
    marks = (places(query, entry.stmt.text) if query else () for entry in entries)
    scored = zip(entries, scores.values(), marks, strict=True)
    return tuple(Hit(entry=entry, score=score, marks=spans) for entry, score, spans in scored)


def _best_first(found: Select[Any]) -> Select[Any]:
    """In the order of the rank; of equal ones the latest first, and those without a day last."""
    return found.order_by(desc("rank"), statements.c.day_first.desc().nulls_last(), statements.c.id)
