"""Read the dateline of an agency: where, when and by whom, up to the dash before the first sentence.

Use this at a place where a dateline may begin. The forms are those of AP, Reuters, AFP, TASS, RIA Novosti, Interfax,
BelTA, Xinhua, dpa, ANSA, EFE and others: a place, a day and an outlet, each of them optional, in any of their orders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from onrecord.sources.days import DAY
from onrecord.sources.trust import Dateline, is_trusted
from onrecord.sources.wires import BARE_AGENCY

WIDEST = 200  # characters; the longest header seen in 3,000 articles has 66
PARTS = 4  # place, day, outlet, and the day before the place that some have

_SPACE = r"[^\S\r\n]"
_DASH = r"(?:[\u2012-\u2015\u2212]+|(?<=[\s.)/])-+|-+(?=\s))"  # "SMITH--Jerome" begins a death notice
_WORD = r"[^\W\d_](?:['\u2019.-]?[^\W\d_])*\.?"
_CITY = rf"{_WORD}(?:[ /]{_WORD}){{0,4}}?"
_REGIONS = rf"(?:,{_SPACE}?{_WORD}(?:{_SPACE}{_WORD}){{0,3}}?){{0,2}}?"
_DAY = rf"(?i:{DAY})"
_ROUND = rf"\({_SPACE}*[^\W\d_][^()\n]{{1,40}}\)"
_SLASHES = rf"/{_SPACE}?[^\W\d_][^/\n]{{1,40}}/"
_BARE = rf"{BARE_AGENCY}(?={_SPACE}*(?:{_DASH}|,|\.(?:\s|$)))"
_OUTLET = rf"(?:{_ROUND}|{_SLASHES}|{_BARE})"
_FOLLOWS = rf"(?={_SPACE}*[.,]?{_SPACE}*(?:{_DASH}|:|{_DAY}|{_OUTLET}))"

_PLACE_HERE = re.compile(rf"(?P<city>{_CITY})(?P<regions>{_REGIONS}){_FOLLOWS}")
_DAY_HERE = re.compile(_DAY)
_OUTLET_HERE = re.compile(_OUTLET)
_DAY_NEXT = re.compile(rf"[.,]?{_SPACE}*{_DAY}")
_RELEASE = re.compile(rf"\((?P<city>{_CITY})(?P<regions>{_REGIONS}),{_SPACE}?(?P<day>{_DAY})\)[.:]?\s+")
_MARKS = rf"\.?{_SPACE}*{_DASH}|[.,:](?=[\s/]|$)"
_GAP = re.compile(rf"{_SPACE}*(?P<mark>{_MARKS}){_SPACE}*|{_SPACE}+")
_GAP_AFTER_OUTLET = re.compile(rf"{_SPACE}*(?P<mark>{_MARKS}|/){_SPACE}*|{_SPACE}+")


def read_dateline(text: str, start: int = 0) -> Dateline | None:
    """Read the dateline that begins at `start`; None if there is none."""
    window = text[start : start + 2 * WIDEST]
    lines = chain(_release(window), _closings(window))
    trusted = [line for line in lines if is_trusted(line, window)]
    return replace(trusted[-1], end=start + trusted[-1].end) if trusted else None


def _release(window: str) -> Iterator[Dateline]:
    """`(Kyiv, 1 February 2022) The ...`, as ministries have it."""
    if found := _RELEASE.match(window):
        yield Dateline(end=found.end(), city=found["city"], regions=found["regions"], day=found["day"], mark=")")


def _closings(window: str) -> Iterator[Dateline]:
    """The dateline as read up to each mark that may close it."""
    line = _grown(window, Dateline(end=0))
    for _ in range(PARTS):
        gap = (_GAP_AFTER_OUTLET if line.outlet else _GAP).match(window, line.end)
        if not gap:
            return
        line = replace(line, end=gap.end(), mark=(gap["mark"] or "").strip())
        if line.mark not in ("", ","):
            yield replace(line, end=_after_white(window, line.end))
        grown = _grown(window, line)
        if grown == line:
            return
        line = grown


def _grown(window: str, line: Dateline) -> Dateline:
    """The dateline with its next part, each once; a place comes first, or with its day after the outlet."""
    at = line.end
    if not line.day and (day := _DAY_HERE.match(window, at)):
        return replace(line, day=day[0], end=day.end())
    if not line.outlet and (outlet := _OUTLET_HERE.match(window, at)):
        return replace(line, outlet=outlet[0].strip("(/) \t"), bare=outlet[0][0] not in "(/", end=outlet.end())
    if not line.city and (place := _PLACE_HERE.match(window, at)) and (not at or _DAY_NEXT.match(window, place.end())):
        return replace(line, city=place["city"], regions=place["regions"], end=place.end())
    return line


def _after_white(window: str, at: int) -> int:
    return len(window) - len(window[at:].lstrip())
