"""Store one reading, or one more appearance of a text, whole.

Use these within `Ledger.writing`; `fill` does, many in a transaction. They look again at what is there, for another
writer may have stored the same text since it was asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from onrecord.ledger import to_rows
from onrecord.ledger.copies import find_group, keep_bands, link
from onrecord.ledger.corrections import apply_corrections
from onrecord.ledger.identity import appearance_digest, text_hash
from onrecord.ledger.put import put_statements
from onrecord.ledger.schema import appearances, articles, statements
from onrecord.ledger.stale import outdate_article
from onrecord.records import Article, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What storing came to.

    Attributes:
        new: whether the text was not there.
        near: whether it is new, and a near copy of one that was there.
        again: whether it is one more appearance of a text that was there.
        replaced: whether the statements of a text that was there were replaced.
        statements: how many were stored.
        unplaced: keys of corrected statements that are not there any more; the corrections are kept.
    """

    new: bool = False
    near: bool = False
    again: bool = False
    replaced: bool = False
    statements: int = 0
    unplaced: tuple[str, ...] = ()


def store(connection: Connection, reading: Reading, *, run: int) -> Stored:
    """Store a reading; where the text is there already, its appearance, and the reading if it appeared earlier.

    Args:
        connection: in a transaction that writes.
        reading: of an article as it appeared.
        run: id of the run that read it.
    """
    digest = text_hash(reading.article.text)
    found = find_article(connection, digest)
    if found is None:
        return _add(connection, reading, digest, run)
    again = appear(connection, reading.article)
    if is_earlier(reading.article.published, found.published):
        return replace(replace_reading(connection, reading, run=run), again=again)
    return Stored(again=again)


def find_article(connection: Connection, digest: str) -> Row[Any] | None:
    """The article with a text, if it is there."""
    columns = [articles.c[name] for name in ("id", "near", "published")]
    return connection.execute(select(*columns).where(articles.c.hash == digest)).one_or_none()


def is_earlier(published: date | None, read: date | None) -> bool:
    """Whether an appearance is of an earlier day than the one that its text was read as, or the first with a day."""
    return published is not None and (read is None or published < read)


def appear(connection: Connection, article: Article) -> bool:
    """Store one more appearance of a text that is there; whether it is new.

    Args:
        connection: in a transaction that writes.
        article: as it appeared.
    """
    number = select(articles.c.id).where(articles.c.hash == text_hash(article.text)).scalar_subquery()
    same = (appearances.c.article == number, appearances.c.digest == appearance_digest(article))
    if connection.scalar(select(appearances.c.id).where(*same)) is not None:
        return False
    place = insert(appearances).values(article=number, **to_rows.appearance_row(article))
    outdate_article(connection, connection.execute(place.returning(appearances.c.article)).scalar_one())
    return True


def replace_reading(connection: Connection, reading: Reading, *, run: int) -> Stored:
    """Replace the statements of a text that is there; the user's corrections go to those that are found again.

    Args:
        connection: in a transaction that writes.
        reading: of that text.
        run: id of the run that read it.
    """
    digest = text_hash(reading.article.text)
    found = find_article(connection, digest)
    if found is None:  # another writer took it out meanwhile
        return Stored()
    here = statements.c.article == found.id
    before = connection.scalars(select(statements.c.sameness).where(here)).all()
    outdate_article(connection, found.id)
    connection.execute(delete(statements).where(here))
    row = to_rows.reading_row(reading)
    connection.execute(update(articles).where(articles.c.id == found.id).values(run=run, **row))
    sames = put_statements(connection, reading, article=found.id, digest=digest)
    unplaced = apply_corrections(connection, found.id)
    outdate_article(connection, found.id)
    link(connection, found.near or found.id, [*before, *sames])
    return Stored(replaced=True, statements=len(sames), unplaced=unplaced)


def _add(connection: Connection, reading: Reading, digest: str, run: int) -> Stored:
    group, hashes = find_group(connection, reading.article)
    row = to_rows.article_row(reading, digest=digest)
    number = connection.scalar(insert(articles).values(near=group, run=run, **row).returning(articles.c.id))
    assert number is not None  # the database returns what it inserted
    keep_bands(connection, number, hashes)
    appear(connection, reading.article)
    sames: Sequence[int] = put_statements(connection, reading, article=number, digest=digest)
    outdate_article(connection, number)
    if group is not None:
        link(connection, group, sames)
    return Stored(new=True, near=group is not None, statements=len(sames))
