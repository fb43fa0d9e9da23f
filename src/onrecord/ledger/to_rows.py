"""A reading as rows of the tables.

Use this to store; `from_rows` is the way back. Rows are plain dictionaries by column, without what only the database
knows (`id`, `article`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, TypeAlias

from onrecord.ledger.identity import appearance_digest
from onrecord.ledger.spans import written
from onrecord.ledger.terms import index_terms
from onrecord.records import Article, Condition, Reading, SaidOn, Speaker, Statement

Row: TypeAlias = dict[str, Any]


def article_row(reading: Reading, *, digest: str) -> Row:
    """The row of an article, and how it was read."""
    article = reading.article
    return {
        "hash": digest,
        "text": article.text,
        "length": len(article.text),
        "language": article.language,
        "raw": article.raw,
        **reading_row(reading),
    }


def reading_row(reading: Reading) -> Row:
    """What changes in the row of an article when it is read again."""
    article = reading.article
    return {
        "body": article.body,
        "published": article.published,
        "outlet": article.outlet,
        "place": article.place,
        "attributed_share": reading.attributed_share,
    }


def appearance_row(article: Article) -> Row:
    """The row of an article's appearance."""
    return {
        "digest": appearance_digest(article),
        "name": article.id,
        "outlet": article.outlet,
        "published": article.published,
        "title": article.title,
        "url": article.url,
    }


def statement_row(stmt: Statement, *, key: str, article: Article) -> Row:
    """The row of a statement; its speakers, conditions and vector have their own."""
    words = index_terms(stmt.text)
    return {
        "key": key,
        "number": stmt.id,
        "parent": stmt.parent,
        "cue": written(stmt.cue),
        "source": written(stmt.source),
        "content": written(stmt.content),
        "text": stmt.text,
        "words": words,
        "sameness": sameness(words),
        "source_text": stmt.source_text,
        "form": stmt.form,
        "medium": stmt.medium,
        "confidence": stmt.confidence,
        "chain": list(stmt.chain),
        **_days(stmt.said_on, article),
        "act": stmt.act,
        "act_confidence": stmt.act_confidence,
        "polarity": stmt.polarity,
        "certainty": stmt.certainty,
        "addressee": stmt.addressee,
        "removed": False,
    }


def speaker_row(speaker: Speaker, *, place: int, merged: Mapping[str, str]) -> Row:
    """The row of one of a statement's speakers.

    Args:
        speaker: as read.
        place: among the statement's speakers.
        merged: for the id of a speaker that was merged into another, the other's.
    """
    return {
        "place": place,
        "speaker": merged.get(speaker.id, speaker.id),
        "speaker_read": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind,
        "role": speaker.role,
        "party": speaker.party,
        "how": speaker.how,
        "mentions": written(speaker.mentions),
    }


def condition_row(condition: Condition, *, place: int) -> Row:
    """The row of one of a statement's conditions."""
    return {
        "place": place,
        "text": condition.text,
        "start": condition.span.start,
        "end": condition.span.end,
        "kind": condition.kind,
        "on_name": condition.on.name if condition.on else None,
        "on_party": condition.on.party if condition.on else None,
        "confidence": condition.confidence,
    }


def sameness(words: str) -> int:
    """A number that contents of the same words share: 63 bits, for databases have no unsigned ones."""
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=8).digest()) >> 1


def _days(said_on: SaidOn | None, article: Article) -> Row:
    return {
        "said_first": said_on.first if said_on else None,
        "said_last": said_on.last if said_on else None,
        "said_text": said_on.text if said_on else None,
        "said_how": said_on.how if said_on else None,
        "day_first": said_on.first if said_on else article.published,
        "day_last": said_on.last if said_on else article.published,
    }
