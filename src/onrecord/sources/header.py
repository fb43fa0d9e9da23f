"""Read the header that wire copy has before its first sentence: a stamp, a dateline, or both.

Use this for every text. Day, outlet and place are read from it, and `body` says where the article begins. A headline
may stand before the dateline: they are read likewise then, but the body begins at 0, as the headline belongs to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.sources.dateline import WIDEST, read_dateline
from onrecord.sources.days import DAY, TIME, resolve
from onrecord.sources.places import may_be_place, neat
from onrecord.sources.trust import Dateline

LINES_ABOVE = 4  # headline, its second deck, who wrote it, and the day

_LABEL = r"(?:(?:date|published|posted|updated)(?:\s+on)?:?[^\S\n]+)"
_STAMP_LINE = re.compile(rf"\s*{_LABEL}?(?P<day>{DAY}){TIME}?[.,]?[^\S\n]*(?:\n\s*|\Z)", re.IGNORECASE)
_STAMP = re.compile(rf"\s*(?P<label>date:?[^\S\n]+(?=\d{{4}}-))?(?P<day>{DAY}){TIME}?[^\S\n]+", re.IGNORECASE)
_LINE = re.compile(rf"[^\n]{{1,{WIDEST}}}\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands before the article.

    Attributes:
        body: where its first sentence begins; 0 if nothing stands before it.
        published: the day; None if none is given, or its year cannot be told.
        outlet: the agency, spelt as in the text.
        place: the city, its capitals made ordinary.
    """

    body: int = 0
    published: date | None = None
    outlet: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stamp:
    end: int = 0
    day: str = ""


def read_header(text: str, *, published: date | None = None) -> Header:
    """Read the header of a text.

    Args:
        text: an article, with or without a header.
        published: the day of publication, if known; a day without its year is then the last such day up to it.

    Returns:
        A header whose `body` is 0 if there is none.
    """
    stamp = _stamp(text)
    start = stamp.end or _indent(text)
    if line := read_dateline(text, start):
        return _header(line, stamp.day or line.day, line.end, published)
    day, below = _below_headline(text, start)
    return _header(below, stamp.day or day, stamp.end, published)


def _header(line: Dateline | None, day: str, body: int, published: date | None) -> Header:
    return Header(
        body=body if body <= WIDEST else 0,
        published=resolve(day, not_after=published) if day else None,
        outlet=line.outlet or None if line else None,
        place=neat(line.city) if line and line.city and may_be_place(line.city) else None,
    )


def _stamp(text: str) -> _Stamp:
    """`December 2, 2022` on a line of its own, ` date 2022-12-02 ` before the text, or a bare day before a dateline."""
    window = text[:WIDEST]
    if (line := _STAMP_LINE.match(window)) and line.end() < len(window):
        return _Stamp(end=line.end(), day=line["day"])
    found = _STAMP.match(window)
    if found and found.end() < len(window) and (found["label"] or read_dateline(text, found.end())):
        return _Stamp(end=found.end(), day=found["day"])
    return _Stamp()


def _below_headline(text: str, at: int) -> tuple[str, Dateline | None]:
    """The day on a line of its own, and the dateline, below the first lines."""
    day = ""
    for _ in range(LINES_ABOVE):
        above = _LINE.match(text, at)
        if not above:
            break
        at = above.end()
        if stamp := _STAMP_LINE.match(text, at, at + WIDEST):
            day = day or stamp["day"]
        elif line := read_dateline(text, at):
            return day or line.day, line
    return day, None


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
