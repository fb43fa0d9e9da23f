"""Write a reading as JSON.

Use `reading_to_dict` where a program goes on with it, `json_line` where it leaves: one object a line. Offsets are
half-open and count code points, as everywhere; in languages that count UTF-16 units they need converting.
"""

from __future__ import annotations

import json
from typing import Any

from onrecord.records import Article, Reading, SaidOn, Spans, Speaker, Statement

# JSON may hold these as they are, but programs that read by lines (Python's `splitlines` among them) would break there.
_LINE_BREAKS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def reading_to_dict(reading: Reading) -> dict[str, Any]:
    """The reading as JSON's own types, in the order in which a person would want to see them.

    The article's text is left out, for whoever has the offsets has the text; `length`, its number of code points, tells
    whether it is the same.
    """
    return {
        "article": _article(reading.article),
        "statements": [_statement(stmt) for stmt in reading.statements],
        "attributed_share": reading.attributed_share,
    }


def json_line(reading: Reading) -> bytes:
    """The reading as one line of JSON in UTF-8, without the line's end.

    A file name that is no UTF-8 becomes an `id` with question marks: half a character would make the line invalid to
    many programs.
    """
    line = json.dumps(reading_to_dict(reading), ensure_ascii=False)
    return line.translate(_LINE_BREAKS).encode("utf-8", "replace")


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "place": article.place,
        "url": article.url,
        "length": len(article.text),
    }


def _statement(stmt: Statement) -> dict[str, Any]:
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
        "said_on": _said_on(stmt.said_on) if stmt.said_on else None,
        "confidence": stmt.confidence,
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


def _said_on(said_on: SaidOn) -> dict[str, str]:
    return {
        "from": said_on.first.isoformat(),
        "to": said_on.last.isoformat(),
        "text": said_on.text,
        "how": said_on.how,
    }


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
