"""Rows of the tables as the nouns that they were made of.

Use this to read the ledger; `to_rows` is the way there.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from operator import attrgetter
from typing import Any

from sqlalchemy import Row

from onrecord.ledger.spans import spans_of
from onrecord.records import Actor, Appearance, Article, Condition, SaidOn, Span, Speaker, Statement

_ITS_COLUMNS = attrgetter("speaker", "name", "kind", "role", "party", "how", "mentions")


def statement_of(
    row: Row[Any], *, speakers: Iterable[Row[Any]], conditions: Iterable[Row[Any]], vector: bytes = b""
) -> Statement:
    """A statement from its row and those that belong to it, in their order."""
    return Statement(
        id=row.number,
        parent=row.parent,
        cue=spans_of(row.cue),
        source=spans_of(row.source),
        content=spans_of(row.content),
        text=row.text,
        source_text=row.source_text,
        form=row.form,
        medium=row.medium,
        confidence=row.confidence,
        speakers=tuple(_speaker(*_ITS_COLUMNS(one)) for one in speakers),
        chain=tuple(row.chain),
        said_on=_said_on(row),
        act=row.act,
        act_confidence=row.act_confidence,
        polarity=row.polarity,
        certainty=row.certainty,
        conditions=tuple(map(_condition, conditions)),
        addressee=row.addressee,
        vector=vector,
    )


def appearance_of(row: Row[Any], *, same: bool) -> Appearance:
    """An appearance; `same` tells whether its text is the statement's own."""
    return Appearance(
        article=row.name, outlet=row.outlet, published=row.published, title=row.title, url=row.url, same=same
    )


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


def _said_on(row: Row[Any]) -> SaidOn | None:
    if row.said_first is None:
        return None
    return SaidOn(first=row.said_first, last=row.said_last, text=row.said_text, how=row.said_how)
