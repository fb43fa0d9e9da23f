"""Where in which text a content stands: its pieces, with the words before and after each.

Use `pieces_of` where a format points into a text: a content that its cue interrupts stays in pieces; `carrier` for the
article to name beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.records import Appearance, Entry, Span, Statement

TextOf: TypeAlias = Callable[[Entry], str]  # gives the text in which the offsets of an entry count

AROUND = 32  # characters before and after, as annotation tools have it: enough to tell most repetitions apart
_JOINT = " … "  # between the pieces in `Statement.text`


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One span of a content.

    Attributes:
        span: where it stands.
        exact: its words.
        before: some characters before it; empty where the text is not known.
        after: some characters after it, likewise.
    """

    span: Span
    exact: str
    before: str = ""
    after: str = ""


def pieces_of(entry: Entry, text_of: TextOf | None) -> Iterator[Piece]:
    """The pieces in text order, their surroundings too where the text can be had."""
    text = text_of(entry) if text_of else ""
    for span, exact in zip(entry.stmt.content, exact_pieces(entry.stmt), strict=True):
        before = text[max(0, span.start - AROUND) : span.start]
        yield Piece(span=span, exact=exact, before=before, after=text[span.end : span.end + AROUND])


def exact_pieces(stmt: Statement) -> Iterator[str]:
    """The words of each span, taken from the joined ones by their lengths, for words may hold the joint themselves."""
    start = 0
    for span in stmt.content:
        yield stmt.text[start : start + len(span)]
        start += len(span) + len(_JOINT)


def carrier(entry: Entry) -> Appearance:
    """The first article with the very text in which the offsets count; a near copy only where that is not known."""
    return next((one for one in entry.appearances if one.same), entry.appearances[0])
