"""Settle contents that point at no cue.

Use `settle` between attribution and nesting. A quotation that follows a statement with no word between belongs to it,
as a second sentence or paragraph of the same speech; one that stands alone is a statement without a cue. What is not
quoted
is dropped: it is mostly the content of a cue that was missed, and nobody can be named for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from onrecord.reading.attribution import Found, Range
from onrecord.reading.pieces import Pieces
from onrecord.records import Span

SHAPE_OF_PUNCTUATION = 6
NEAR = 8  # attributions in text order to look at on either side; more never share a sentence
_START = attrgetter("start")


def settle(found: Sequence[Found], pieces: Pieces, quoted: Sequence[Span], *, body: int) -> list[Found]:
    """The attributions with every stray content joined, kept or dropped.

    Args:
        found: in text order; a stray has no cue.
        pieces: that they are ranges of.
        quoted: quotations of the article's text, in order.
        body: offset of the pieces' text in the article's.
    """
    settled = [one for one in found if one.cue]
    for stray in (one for one in found if not one.cue):
        if not _is_quoted(stray, pieces, quoted, body):
            continue
        before = _just_before(stray, settled, pieces)
        if before is None:
            settled.insert(bisect_right(settled, _first_piece(stray), key=_first_piece), stray)
        else:
            joined = (*settled[before].content, *stray.content)
            settled[before] = replace(settled[before], content=tuple(sorted(joined)))
    return settled


def _is_quoted(stray: Found, pieces: Pieces, quoted: Sequence[Span], body: int) -> bool:
    """Whether all of its words stand in one quotation."""
    start, end = stray.content[0][0], stray.content[-1][1]
    first, last = int(pieces.start[start]) + body, int(pieces.end[end - 1]) + body
    index = bisect_right(quoted, first, key=_START) - 1
    return index >= 0 and last <= quoted[index].end + 1


def _just_before(stray: Found, settled: Sequence[Found], pieces: Pieces) -> int | None:
    """Index of the attribution after whose last piece no word stands before the stray."""
    start = stray.content[0][0]
    place = bisect_right(settled, start, key=_first_piece)
    for index in range(max(place - NEAR, 0), min(place + NEAR, len(settled))):
        ends = [part[1] for part in _parts(settled[index]) if part[0] < start]
        end = max(ends, default=start + 1)
        if end <= start and (pieces.shape[end:start] == SHAPE_OF_PUNCTUATION).all():
            return index
    return None


def _parts(found: Found) -> list[Range]:
    return sorted((*found.cue, *found.source, *found.content))


def _first_piece(found: Found) -> int:
    return (found.cue or found.content)[0][0]
