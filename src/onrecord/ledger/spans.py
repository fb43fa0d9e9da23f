"""Spans as the tables keep them: text, in JSON.

Use `written` to store spans and `spans_of` to read them. What was read a moment ago is remembered: all that somebody
says in an article has the same mentions of them, which are by far the most of what an entry holds.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.records import Span, Spans

_NUMBER = re.compile("[0-9]+")


def written(spans: Spans) -> str:
    """Spans as JSON: `[[0, 9], [20, 60]]`."""
    return str([[span.start, span.end] for span in spans])


@lru_cache(maxsize=1_024)  # entries come article by article; of a book's length, one list has a megabyte
def spans_of(text: str) -> Spans:
    """The spans that `written` wrote."""
    numbers = [int(number) for number in _NUMBER.findall(text)]
    return tuple(map(Span, numbers[::2], numbers[1::2]))
