"""Find attributions within attributions by reading each content again, as if it were the text.

Use `read_nested` on the outermost attributions of a text. A content is read alone: what surrounds it was read before,
and what the article says around a quotation is not the speaker's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.attribution import CONTENT, Found, Range, attributions
from onrecord.reading.encoder import Encoder
from onrecord.reading.pieces import Pieces
from onrecord.reading.reporting import may_report
from onrecord.reading.strays import SHAPE_OF_PUNCTUATION

# Fewer pieces than these hold no source, cue and content.
SHORTEST = 6
# The president said that the minister had said that the envoy says so: nobody writes a fifth.
DEEPEST = 4

Nested = list[tuple[Found, int | None]]


def read_nested(encoder: Encoder, pieces: Pieces, outer: list[Found], *, text: str) -> Nested:
    """All attributions with the index of the one that each lies in, parents first.

    Args:
        encoder: reads each content.
        pieces: of the text.
        outer: the text's attributions that lie in no other.
        text: that the pieces are of; what can report nothing is not read.
    """
    out: Nested = [(found, None) for found in outer]
    fresh = list(range(len(out)))
    for _ in range(DEEPEST - 1):
        begin = len(out)
        held = encoder.crew.each(lambda parent: _within(encoder, pieces, out[parent][0], text), fresh)
        for parent, inner in zip(fresh, held, strict=True):
            out.extend((one, parent) for one in inner)
        fresh = list(range(begin, len(out)))
    return out


# What nobody says is left out within a content: 181 of 184 nested statements in onrecord train name their source.
def _within(encoder: Encoder, pieces: Pieces, outer: Found, text: str) -> list[Found]:
    found: list[Found] = []
    for start, end in _joined(pieces, outer.content):
        if end - start >= SHORTEST and may_report(text[pieces.start[start] : pieces.end[end - 1]]):
            inner = attributions(encoder.read(pieces.part(start, end), mentions=False, alone=True), prior=CONTENT)
            found.extend(_moved(one, start) for one in inner if one.cue and _size(one) < end - start)
    return found


def _joined(pieces: Pieces, content: Sequence[Range]) -> list[Range]:
    """The parts of a content, those joined between which no word stands: "Ann said" and "it rains" are read as one."""
    joined: list[Range] = []
    for start, end in content:
        if joined and pieces.gap[start] < 2 and (pieces.shape[joined[-1][1] : start] == SHAPE_OF_PUNCTUATION).all():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _size(found: Found) -> int:
    return sum(end - start for start, end in found.content)


def _moved(found: Found, by: int) -> Found:
    cue, source, content = (_shift(ranges, by) for ranges in (found.cue, found.source, found.content))
    return replace(found, cue=cue, source=source, content=content)


def _shift(ranges: tuple[Range, ...], by: int) -> tuple[Range, ...]:
    return tuple((start + by, end + by) for start, end in ranges)
