"""Set the edges of a span: no stray punctuation, and quotation marks and brackets only in pairs.

Use `tidy` on every cue, source and content that the tags give: they are cut at word pieces, so a comma, half a bracket
or one mark of two may hang on. What is taken in depends on the words between the edges alone, so tidying twice changes
nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from onrecord.reading.marks import ELISION, MARKS
from onrecord.records import Span

_WORD = re.compile(r"\w")
_LEAD = re.compile(rf"(?:[\s,;:!?()\[\]{{}}]|(?!['’]{ELISION})[{MARKS}]|\.(?![.\d])|[-–—](?!\d))*")
_TRAIL = frozenset(",;:()[]{}-–—" + MARKS)
_LEADS_ON = re.compile(r"[\s,;]+(?:and|but|or|nor|yet)\Z", re.IGNORECASE)  # to the next cue: "…, but [said that …]"
_ABBREVIATED = re.compile(r"\w\.\w\Z")  # U.S. keeps its last full stop
_INNER_STOPS = re.compile(r"[.,!?…]*")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ('"', '"'))
_START = attrgetter("start")


def tidy(text: str, span: Span, quoted: Sequence[Span]) -> Span | None:
    """Trim a span, and take in the marks and brackets whose other half it holds.

    White space, commas, colons, dashes, a full stop and a conjunction that leads on go from the edges. A mark that
    begins or ends a quotation stays, or is taken in with the punctuation before it, when the span holds all words of
    that quotation; else it goes.

    Args:
        text: of the article.
        span: as predicted.
        quoted: what `quotes.verbatim` gives for the text.

    Returns:
        The span; None when no word is left.
    """
    trimmed = _trim(text, span)
    if trimmed is None:
        return None
    whole = _with_quotations(text, trimmed, quoted)
    words = text[whole.start : whole.end]
    for pair in _PAIRS:
        if pair[0] in words or pair[1] in words:
            whole = _with_partner(text, whole, pair)
    return whole


def _trim(text: str, span: Span) -> Span | None:
    lead = _LEAD.match(text, span.start, span.end)
    start, end = lead.end() if lead else span.start, span.end
    while end > start:
        led_on = _LEADS_ON.search(text, start, end)
        if not led_on and not _hangs_on(text, start, end):
            break
        end = led_on.start() if led_on else end - 1
    return Span(start, end) if _WORD.search(text, start, end) else None


def _hangs_on(text: str, start: int, end: int) -> bool:
    last = text[end - 1]
    if last == ".":
        return text[end - 2 : end - 1] != "." and not _ABBREVIATED.search(text, max(start, end - 4), end - 1)
    return last in _TRAIL or last.isspace()


def _with_quotations(text: str, span: Span, quoted: Sequence[Span]) -> Span:
    """Grow over the marks of the quotations at both edges that the span holds whole."""
    first, last = _end_words(text, span)
    start, end = span.start, span.end
    opening, closing = _around(quoted, first), _around(quoted, last)
    if opening and text[opening.start] in MARKS and _holds(text, span, opening):
        start = min(start, opening.start)
    if closing and text[closing.end - 1] in MARKS and _holds(text, span, closing):
        end = max(end, closing.end)
    return Span(start, end)


def _end_words(text: str, span: Span) -> tuple[int, int]:
    """Where the first character of a word stands, and the last."""
    places = range(span.start, span.end), range(span.end - 1, span.start - 1, -1)
    first, last = (next(place for place in order if _WORD.match(text, place)) for order in places)
    return first, last


def _around(quoted: Sequence[Span], place: int) -> Span | None:
    index = bisect_right(quoted, place, key=_START) - 1
    return quoted[index] if index >= 0 and place < quoted[index].end else None


def _holds(text: str, span: Span, quotation: Span) -> bool:
    """Whether no word of the quotation stands outside of the span."""
    return not (_WORD.search(text, quotation.start, span.start) or _WORD.search(text, span.end, quotation.end))


def _with_partner(text: str, span: Span, pair: tuple[str, str]) -> Span:
    """Take in the half of a pair that stands at an edge when the span holds the other half alone."""
    opens, closes = (text.count(half, span.start, span.end) for half in pair)
    same = pair[0] == pair[1]
    if (closes > opens or (same and opens % 2)) and text[span.start - 1 : span.start] == pair[0]:
        return Span(span.start - 1, span.end)
    stops = _INNER_STOPS.match(text, span.end)
    end = stops.end() if stops else span.end
    if (opens > closes or (same and opens % 2)) and text[end : end + 1] == pair[1]:
        return Span(span.start, end + 1)
    return span
