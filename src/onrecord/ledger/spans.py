"""Spans as the tables keep them: text, in JSON.

Use `written` to store spans and `spans_of` to read them. What was read a moment ago is remembered: all that somebody
says in an article has the same mentions of them, which are by far the most of what an entry holds.
"""

from __future__ import annotations

from functools import lru_cache
from json import JSONDecoder

from onrecord.records import Span, Spans

ONE = 24
"""Characters that a single span may take: cues, sources and contents differ from statement to statement."""

_decoded = JSONDecoder().raw_decode


def written(spans: Spans) -> str:
    """Spans as JSON: `[[0, 9], [20, 60]]`."""
    return str([[span.start, span.end] for span in spans])


def spans_of(text: str) -> Spans:
    """The spans that `written` wrote."""
    return _many(text) if len(text) > ONE else _read(text)


@lru_cache(maxsize=1_024)  # entries come article by article; of a book's length, one list has a megabyte
def _many(text: str) -> Spans:
    return _read(text)


def _read(text: str) -> Spans:
    return tuple([Span(start, end) for start, end in _decoded(text)[0]])
