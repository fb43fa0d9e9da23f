"""Rows of the tables as the nouns that they were made of.

Use this to read the ledger; `to_rows` is the way there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from onrecord.ledger.schema import appearances, statement_speakers, statements, vectors
from onrecord.ledger.spans import spans_of
from onrecord.records import Actor, Appearance, Article, Condition, SaidOn, Span, Speaker, Statement

# Rows of these are by far the most of what is read, and are taken apart by place: by name takes five times as long.
_OWN = (
    *("number", "parent", "cue", "source", "content", "text", "source_text", "form", "medium", "confidence"),
    *("chain", "said_first", "said_last", "said_text", "said_how", "act", "act_confidence", "polarity"),
    *("certainty", "addressee"),
)
STATEMENT = (*(statements.c[name] for name in _OWN), vectors.c.vector)
"""What `statement_of` is to be given, in this order."""

SPEAKER = tuple(
    statement_speakers.c[name] for name in ("statement", "speaker", "name", "kind", "role", "party", "how", "mentions")
)
"""What it is to be given of each speaker; the first tells of which statement."""

APPEARANCE = tuple(appearances.c[name] for name in ("article", "id", "name", "outlet", "published", "title", "url"))
"""What `appearance_of` is to be given; the first tells of which article."""


def statement_of(row: Sequence[Any], *, speakers: Iterable[Row[Any]], conditions: Iterable[Row[Any]]) -> Statement:
    """A statement from its columns `STATEMENT` and the rows that belong to it, in their order."""
    number, parent, cue, source, content, text, source_text, form, medium, confidence = row[:10]
    chain, said_first, said_last, said_text, said_how, act, act_confidence, polarity = row[10:18]
    certainty, addressee, vector = row[18:]
    return Statement(
        id=number,
        parent=parent,
        cue=spans_of(cue),
        source=spans_of(source),
        content=spans_of(content),
        text=text,
        source_text=source_text,
        form=form,
        medium=medium,
        confidence=confidence,
        speakers=tuple([_speaker(*one[1:]) for one in speakers]),
        chain=tuple(chain),
        said_on=_said_on(said_first, said_last, said_text, said_how),
        act=act,
        act_confidence=act_confidence,
        polarity=polarity,
        certainty=certainty,
        conditions=tuple(map(_condition, conditions)),
        addressee=addressee,
        vector=vector or b"",
    )


def appearance_of(row: Sequence[Any], *, same: bool) -> Appearance:
    """An appearance from its columns `APPEARANCE`; `same` tells whether its text is the statement's own."""
    _, _, name, outlet, published, title, url = row
    return Appearance(article=name, outlet=outlet, published=published, title=title, url=url, same=same)


def article_of(row: Row[Any], appeared: Row[Any]) -> Article:
    """An article as it was read: its row, and that of the appearance that it was read as."""
    return Article(
        id=appeared.name,
        text=row.text,
        body=row.body,
        published=row.published,
        outlet=row.outlet,
        place=row.place,
        title=appeared.title,
        url=appeared.url,
        language=row.language,
        raw=row.raw,
    )


@lru_cache(maxsize=256)  # who says one thing in an article says another
def _speaker(*columns: Any) -> Speaker:
    number, name, kind, role, party, how, mentions = columns
    return Speaker(id=number, name=name, kind=kind, role=role, party=party, how=how, mentions=spans_of(mentions))


def _condition(row: Row[Any]) -> Condition:
    known = row.on_name is not None or row.on_party is not None
    return Condition(
        text=row.text,
        span=Span(row.start, row.end),
        kind=row.kind,
        on=Actor(name=row.on_name, party=row.on_party) if known else None,
        confidence=row.confidence,
    )


@lru_cache(maxsize=256)  # what somebody said on one occasion was said on one day
def _said_on(first: date | None, last: date | None, text: str, how: Any) -> SaidOn | None:
    return None if last is None else SaidOn(first=first, last=last, text=text, how=how)
