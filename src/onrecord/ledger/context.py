"""Show one statement where it stands.

Use `in_context` for whatever a user names by an id or its beginning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.ledger.entries import article_of, entries
from onrecord.ledger.filters import Filters
from onrecord.ledger.journal import Change, change_of
from onrecord.ledger.lookup import statement_key
from onrecord.ledger.schema import corrections, journal, statements
from onrecord.ledger.store import Ledger
from onrecord.records import Article, Entry, Span, Statement

AROUND = 240  # characters before and behind a statement: a sentence or two

_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class InContext:
    """A statement and what it stands in.

    Attributes:
        entry: the statement, corrected.
        article: whose text it stands in.
        passage: the part of the text around its source, cue and content.
        changes: those that correct it, the first one first.
        removed: whether the user took it out.
    """

    entry: Entry
    article: Article
    passage: Span
    changes: tuple[Change, ...]
    removed: bool


def in_context(ledger: Ledger, statement: str, *, around: int = AROUND) -> InContext:
    """A statement, its passage and its corrections.

    Args:
        ledger: an open one.
        statement: its id, or an abbreviation.
        around: characters to show on either side, at most.

    Raises:
        UsageError: when there is no such statement, or there are several.
        LedgerError: when the database fails.
    """
    with ledger.reading() as connection:
        key = statement_key(connection, statement)
        changes = _changes(connection, key)
        removed = connection.scalar(select(statements.c.removed).where(statements.c.key == key))
    (entry,) = entries(ledger, Filters(keys=(key,), removed=True))
    article = article_of(ledger, key)
    passage = passage_of(article.text, entry.stmt, around=around)
    return InContext(entry=entry, article=article, passage=passage, changes=changes, removed=bool(removed))


def passage_of(text: str, stmt: Statement, *, around: int = AROUND) -> Span:
    """The part of a text around a statement, between words."""
    spans = (*stmt.source, *stmt.cue, *stmt.content)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    first, last = max(start - around, 0), min(end + around, len(text))
    before = _SPACE.search(text, first, start) if first else None
    behind = [match.start() for match in _SPACE.finditer(text, end, last)] if last < len(text) else []
    return Span(before.end() if before else first, behind[-1] if behind else last)


def _changes(connection: Connection, key: str) -> tuple[Change, ...]:
    mine = select(corrections.c.journal).where(corrections.c.key == key)
    rows = connection.execute(select(journal).where(journal.c.id.in_(mine)).order_by(journal.c.id))
    return tuple(map(change_of, rows))
