"""Decide whether what has the form of a dateline is one.

Use this on each mark at which a dateline may close. A known agency is believed almost anywhere; without one, capitals,
a day or a region must speak for it, and the sentence after it must begin as sentences do: words taken for a dateline
are lost to the reader, while a dateline that is missed costs little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.sources.days import has_year
from onrecord.sources.places import is_capital, is_mixed, may_be_person, may_be_place
from onrecord.sources.wires import CITIES, is_known

SHORTEST = 4  # letters of a city without a region: "EU -" and "FBI -" are none

_OPENS = re.compile(r"[\d\"'\u2018-\u201e\u2039«»(\[$€£¥#@…]")
_PARAGRAPH = re.compile(r"(.*?)(?:\r?\n[^\S\n]*\r?\n|\Z)", re.DOTALL)
_ENDS = re.compile(r"[.!?…:;][\"'\u201d\u2019»)\]]*\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What a dateline says, each as written and empty where it says nothing.

    Attributes:
        end: where the text goes on.
        city: the place.
        regions: what follows it (", Slovakia").
        day: the day, with or without its year.
        outlet: the agency.
        bare: whether the agency stands without brackets or slashes.
        mark: what closes the dateline: a dash, a colon, a full stop or a slash.
    """

    end: int
    city: str = ""
    regions: str = ""
    day: str = ""
    outlet: str = ""
    bare: bool = False
    mark: str = ""


def is_trusted(line: Dateline, text: str) -> bool:
    """Whether a dateline that closes at `line.end` is one.

    Args:
        line: as read.
        text: what it was read from, some way beyond its end.
    """
    if line.end >= len(text):
        return False
    if is_known(line.outlet):
        return _of_agency(line, text)
    if line.outlet:
        return _of_other(line, text)
    return _with_day(line, text) if line.day else _alone(line, text)


def _of_agency(line: Dateline, text: str) -> bool:
    """`Paris (AFP) -`, `(Reuters) -`, `Hong Kong CNN —`, `MOSCOW, December 2 - RIA Novosti.`, `DHAKA (AFP):`."""
    if line.city and not is_capital(line.city) and not is_mixed(line.city):
        return False
    if line.bare and not _opens(text, line.end):
        return False
    if _is_dash(line.mark):
        return True
    if line.mark == ":":
        return bool(line.day) or line.city in CITIES
    return bool(line.day) or is_capital(line.city)


def _of_other(line: Dateline, text: str) -> bool:
    """`LVIV, 2 December (Daily Wire) -`: an outlet that nobody has told us of."""
    backed = line.day or line.regions or line.city in CITIES
    return bool(backed) and line.mark != ":" and _names_place(line) and _opens(text, line.end)


def _with_day(line: Dateline, text: str) -> bool:
    """`KYIV, Feb 2 -`, `Geneva, 2 December 2022 -`."""
    if not line.city or not _opens(text, line.end):
        return False
    return _names_place(line) or (is_mixed(line.city) and has_year(line.day) and line.mark not in ".:/")


def _alone(line: Dateline, text: str) -> bool:
    """`LONDON —`, `PORTLAND, Maine -`, `ISLAMABAD:`; not a headline, which ends without a full stop."""
    if not _names_place(line) or not _opens(text, line.end) or not _is_sentence(text, line.end):
        return False
    if line.mark == ":":
        return line.city in CITIES
    return _is_dash(line.mark) and (bool(line.regions) or sum(map(str.isalpha, line.city)) >= SHORTEST)


def _names_place(line: Dateline) -> bool:
    if not line.city or not is_capital(line.city) or not may_be_place(f"{line.city} {line.regions}"):
        return False
    backed = bool(line.day) or (bool(line.regions) and not may_be_person(line.regions))
    return backed or not may_be_person(line.city)


def _is_dash(mark: str) -> bool:
    return bool(mark.strip(".:/,"))


def _opens(text: str, at: int) -> bool:
    return text[at].isupper() or text[at].istitle() or _OPENS.match(text, at) is not None


def _is_sentence(text: str, at: int) -> bool:
    paragraph = _PARAGRAPH.match(text, at)
    if not paragraph or paragraph.end() == len(text):  # the last one, or longer than any headline
        return True
    return _ENDS.search(paragraph[1]) is not None
