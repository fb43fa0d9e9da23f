"""Write a reading, or an entry of the ledger, as JSON.

Use `reading_to_dict`, `statement_to_dict` and `entry_to_dict` where a program goes on with it, `json_line` and
`line_of` where it leaves: one object a line. Offsets are half-open and count code points, as everywhere; in languages
that count UTF-16 units they need converting. `from_json` has the way back.
"""

from __future__ import annotations

import base64
import json
from datetime import date
from typing import Any

from onrecord.records import Appearance, Article, Condition, Entry, Reading, SaidOn, Spans, Speaker, Statement

# JSON may hold these as they are, but programs that read by lines (Python's `splitlines` among them) would break there.
_LINE_BREAKS = {char: f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def reading_to_dict(reading: Reading) -> dict[str, Any]:
    """The reading as JSON's own types, in the order in which a person would want to see them.

    The article's text is left out, for whoever has the offsets has the text; `length`, its number of code points, tells
    whether it is the same.
    """
    return {
        "article": _article(reading.article),
        "statements": [statement_to_dict(stmt) for stmt in reading.statements],
        "attributed_share": reading.attributed_share,
    }


def json_line(reading: Reading) -> bytes:
    """The reading as one line of JSON in UTF-8, without the line's end."""
    return line_of(reading_to_dict(reading))


def line_of(value: dict[str, Any]) -> bytes:
    """Any object as one line of JSON in UTF-8, without the line's end.

    A file name that is no UTF-8 becomes an `id` with question marks: half a character would make the line invalid to
    many programs.
    """
    line = json.dumps(value, ensure_ascii=False)
    for char, escaped in _LINE_BREAKS.items():  # `translate` takes longer than all the rest
        line = line.replace(char, escaped)
    return line.encode("utf-8", "replace")


def statement_to_dict(stmt: Statement) -> dict[str, Any]:
    """The statement as JSON's own types; its vector is left out, for a person cannot see anything in it."""
    speakers = [_speaker(one) for one in stmt.speakers]
    return {
        "id": stmt.id,
        "parent": stmt.parent,
        "cue": _pairs(stmt.cue),
        "source": _pairs(stmt.source),
        "content": _pairs(stmt.content),
        "text": stmt.text,
        "source_text": stmt.source_text,
        "speaker": speakers[0] if speakers else None,
        "speakers": speakers,
        "chain": list(stmt.chain),
        "form": stmt.form,
        "medium": stmt.medium,
        "act": stmt.act,
        "act_confidence": stmt.act_confidence if stmt.act else None,
        "polarity": stmt.polarity,
        "certainty": stmt.certainty,
        "conditions": [_condition(one) for one in stmt.conditions],
        "addressee": stmt.addressee,
        "said_on": _said_on(stmt.said_on) if stmt.said_on else None,
        "confidence": stmt.confidence,
    }


def entry_to_dict(entry: Entry) -> dict[str, Any]:
    """The entry as JSON's own types: its statement as in a reading, with everywhere that it appeared.

    `first_day` and `last_day` are told besides, for they take the day of publication where the text does not say.
    """
    return {
        "id": entry.id,
        "first_day": _day(entry.first_day),
        "last_day": _day(entry.last_day),
        "statement": statement_to_dict(entry.stmt),
        "vector": base64.b64encode(entry.stmt.vector).decode("ascii") or None,
        "appearances": [_appearance(one) for one in entry.appearances],
        "corrected": list(entry.corrected),
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": _day(article.published),
        "place": article.place,
        "url": article.url,
        "length": len(article.text),
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind,
        "role": speaker.role,
        "party": speaker.party,
        "how": speaker.how,
        "mentions": _pairs(speaker.mentions),
    }


def _condition(condition: Condition) -> dict[str, Any]:
    on = condition.on
    return {
        "text": condition.text,
        "span": [condition.span.start, condition.span.end],
        "kind": condition.kind,
        "on": {"name": on.name, "party": on.party} if on else None,
        "confidence": condition.confidence,
    }


def _said_on(said_on: SaidOn) -> dict[str, str | None]:
    return {
        "from": _day(said_on.first),
        "to": said_on.last.isoformat(),
        "text": said_on.text,
        "how": said_on.how,
    }


def _appearance(appearance: Appearance) -> dict[str, Any]:
    return {
        "article": appearance.article,
        "outlet": appearance.outlet,
        "published": _day(appearance.published),
        "title": appearance.title,
        "url": appearance.url,
        "same": appearance.same,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
