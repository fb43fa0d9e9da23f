"""Read entries back from the JSON that `as_json` writes.

Use `entry_from_dict` on a line of a JSON Lines export that another program kept or changed. What is derived (the first
and last day) is not looked at.
"""

from __future__ import annotations

import base64
from datetime import date
from typing import Any

from onrecord.records import Actor, Appearance, Condition, Entry, SaidOn, Span, Spans, Speaker, Statement

JsonObject = dict[str, Any]


def entry_from_dict(row: JsonObject) -> Entry:
    """The entry that `entry_to_dict` wrote.

    Raises:
        KeyError, TypeError, ValueError: when something is missing or of another type.
    """
    vector = base64.b64decode(row["vector"] or "", validate=True)
    return Entry(
        id=row["id"],
        stmt=statement_from_dict(row["statement"], vector=vector),
        appearances=tuple(appearance_from_dict(one) for one in row["appearances"]),
        corrected=tuple(row["corrected"]),
    )


def statement_from_dict(row: JsonObject, *, vector: bytes = b"") -> Statement:
    """The statement that `statement_to_dict` wrote.

    Raises:
        KeyError, TypeError, ValueError: when something is missing or of another type.
    """
    return Statement(
        id=row["id"],
        parent=row["parent"],
        cue=spans_from_pairs(row["cue"]),
        source=spans_from_pairs(row["source"]),
        content=spans_from_pairs(row["content"]),
        text=row["text"],
        source_text=row["source_text"],
        form=row["form"],
        medium=row["medium"],
        confidence=row["confidence"],
        speakers=tuple(speaker_from_dict(one) for one in row["speakers"]),
        chain=tuple(row["chain"]),
        said_on=_said_on(row["said_on"]) if row["said_on"] else None,
        act=row["act"],
        act_confidence=row["act_confidence"] or 0.0,
        polarity=row["polarity"],
        certainty=row["certainty"],
        conditions=tuple(condition_from_dict(one) for one in row["conditions"]),
        addressee=row["addressee"],
        vector=vector,
    )


def speaker_from_dict(row: JsonObject) -> Speaker:
    """One of a statement's speakers."""
    return Speaker(**{**row, "mentions": spans_from_pairs(row["mentions"])})


def condition_from_dict(row: JsonObject) -> Condition:
    """One of a statement's conditions."""
    start, end = row["span"]
    return Condition(**{**row, "span": Span(start, end), "on": Actor(**row["on"]) if row["on"] else None})


def appearance_from_dict(row: JsonObject) -> Appearance:
    """One of an entry's appearances."""
    return Appearance(**{**row, "published": day_from(row["published"])})


def spans_from_pairs(pairs: list[list[int]]) -> Spans:
    """Spans from pairs of offsets."""
    return tuple(Span(start, end) for start, end in pairs)


def day_from(text: str | None) -> date | None:
    """A day from `YYYY-MM-DD`; None from nothing."""
    return date.fromisoformat(text) if text else None


def _said_on(row: JsonObject) -> SaidOn:
    return SaidOn(first=day_from(row["from"]), last=date.fromisoformat(row["to"]), text=row["text"], how=row["how"])
