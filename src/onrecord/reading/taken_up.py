"""Find the description that "the official" takes up, where nobody named is meant: "a senior Norvian official".

Use `taken_up` before a description is given to anybody named: who was left unnamed a sentence ago still is.
"""

from __future__ import annotations

import re

from onrecord.reading.heads import Head
from onrecord.reading.mentions import within
from onrecord.reading.people import Cast
from onrecord.records import Span

_INDEFINITE = re.compile(r"\b(?:an?|one|another)\s+(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE)
_NEAR = 300  # characters before a description in which another is taken up
_LEFT = 60  # characters of a description to the left of its noun


def taken_up(cast: Cast, head: Head) -> int | None:
    """The mention with the same noun and "a" that a bare "the official" goes back to; None where there is none.

    Args:
        cast: of the article.
        head: of the source.
    """
    noun = head.span.of(cast.text).lower()
    if head.form != "nominal" or head.phrase.of(cast.text).lower() != f"the {noun}":
        return None
    near = within(cast.found, Span(max(head.span.start - _NEAR, 0), head.span.start))
    same = [index for index in near if cast.words(index).lower() == noun]
    if not same or same[-1] in cast.introduced:
        return None
    start = cast.found[same[-1]].span.start
    return same[-1] if _INDEFINITE.search(cast.text, max(start - _LEFT, 0), start) else None
