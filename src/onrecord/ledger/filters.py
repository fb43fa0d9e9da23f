"""Which statements are meant: the same filters for search, exports, issues and answers.

Use `Filters` wherever statements are chosen; `matching` turns them into conditions on the statements' table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, false, func, or_, select

from onrecord.ledger.as_rows import as_rows
from onrecord.ledger.matches import meets
from onrecord.ledger.queries import Query, parse
from onrecord.ledger.schema import appearances, statement_speakers, statements
from onrecord.ledger.spellings import outlets_called, parties_called, speakers_called
from onrecord.records import Act, Form, Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a statement must be, all at once; a field that is None asks for nothing.

    A statement that near copies of an article tell again is chosen once, by what the first of them was read to say.

    Attributes:
        text: words and phrases that it must hold, see `onrecord.ledger.queries`.
        raw: whether the text is in the database's own query language.
        speaker: who speaks: an id, a name or another spelling of it.
        party: for whom somebody speaks: a name of it that the tables know, or as the ledger has it.
        act: what the speaker does by it.
        outlet: who carried it, or a copy of it.
        first: the first day of a time in which it may have been said.
        last: the last day of that time, included.
        polarity: whether it was stated or, by a negated cue, was not.
        form: how it is quoted.
        keys: ids of entries, copies too; an empty one chooses none.
        removed: choose also those that the user took out.
        limit: how many at most.
    """

    text: str | None = None
    raw: bool = False
    speaker: str | None = None
    party: str | None = None
    act: Act | None = None
    outlet: str | None = None
    first: date | None = None
    last: date | None = None
    polarity: Polarity | None = None
    form: Form | None = None
    keys: tuple[str, ...] | None = None
    removed: bool = False
    limit: int | None = None

    @property
    def query(self) -> Query | None:
        """The text, taken apart.

        Raises:
            UsageError: when it has no word.
        """
        return None if self.text is None else parse(self.text, raw=self.raw)


ALL = Filters()


def matching(connection: Connection, filters: Filters) -> ColumnElement[bool]:
    """The condition on `statements` that the filters make; their limit is the caller's.

    Args:
        connection: to the ledger, which is asked what it calls those that the user names.
        filters: what is asked for.

    Raises:
        UsageError: when the text has no word, or is raw and broken.
    """
    return and_(*_kept(filters), *_plain(filters), *_days(filters), *_looked_up(connection, filters))


def _kept(filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.keys is None:
        yield statements.c.copy_of.is_(None)
    if not filters.removed:
        yield statements.c.removed.is_(False)


def _plain(filters: Filters) -> Iterator[ColumnElement[bool]]:
    for column, value in (
        (statements.c.act, filters.act),
        (statements.c.polarity, filters.polarity),
        (statements.c.form, filters.form),
    ):
        if value is not None:
            yield column == value


def _days(filters: Filters) -> Iterator[ColumnElement[bool]]:
    """That the days on which it may have been said meet those asked for; without any, they do not."""
    if filters.first is not None:
        yield statements.c.day_last >= filters.first
    if filters.last is not None:
        ago = and_(statements.c.day_first.is_(None), statements.c.day_last.is_not(None))  # "once praised"
        yield or_(statements.c.day_first <= filters.last, ago)


def _looked_up(connection: Connection, filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.query is not None:
        yield meets(connection, filters.query)
    if filters.keys is not None:
        keys = [key for key in filters.keys if key.isprintable() and key.isascii()]  # as all keys are
        yield statements.c.key.in_(as_rows(connection, keys, statements.c.key))
    if filters.speaker is not None:
        yield _spoken(statement_speakers.c.speaker, speakers_called(connection, filters.speaker))
    if filters.party is not None:
        yield _spoken(statement_speakers.c.party, parties_called(connection, filters.party))
    if filters.outlet is not None:
        yield _carried(outlets_called(connection, filters.outlet))


def _spoken(column: ColumnElement[Any], names: Sequence[str]) -> ColumnElement[bool]:
    if not names:
        return false()
    return statements.c.id.in_(select(statement_speakers.c.statement).where(column.in_(names)))


def _carried(outlets: Sequence[str]) -> ColumnElement[bool]:
    """That one of the outlets carried it, or a copy of it."""
    if not outlets:
        return false()
    articles = select(appearances.c.article).where(appearances.c.outlet.in_(outlets))
    told = statements.alias("told")
    return statements.c.id.in_(select(func.coalesce(told.c.copy_of, told.c.id)).where(told.c.article.in_(articles)))
