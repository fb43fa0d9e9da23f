"""Write a reading as JSON.

Use `reading_to_dict` where a program goes on with it, `json_line` where it leaves: one object a line. Offsets are
half-open and count code points, as everywhere; in languages that count UTF-16 units they need converting.
"""

from __future__ import annotations

import json
from typing import Any

from onrecord.records import Article, Reading, Spans, Statement

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
    return {
        "id": stmt.id,
        "parent": stmt.parent,
        "cue": _pairs(stmt.cue),
        "source": _pairs(stmt.source),
        "content": _pairs(stmt.content),
        "text": stmt.text,
        "source_text": stmt.source_text,
        "form": stmt.form,
        "medium": stmt.medium,
        "confidence": stmt.confidence,
    }


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
