"""Take titles off the front of a name.

Use this before two names are compared, or one is made an id: "Lt. Gen. Jane Doe" and "Jane Doe" are one person. A title
behind a name, or one that stands alone, is left where it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.knowledge.folding import folded


def _titles(block: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(title.split()) for title in block.replace("\n", "|").split("|") if title.strip())


_TITLES = _titles(
    """
    mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|dame|lord|lady|hon|honourable|honorable|rt hon|right honourable
    rev|reverend|father|bishop|archbishop|cardinal|rabbi|imam|ayatollah|grand ayatollah|patriarch|metropolitan
    emperor|emir
    president|vice president|prime minister|premier|pm|taoiseach|chancellor|vice chancellor|deputy prime minister
    minister|foreign minister|defence minister|defense minister|interior minister|finance minister|justice minister
    secretary|secretary general|secretary of state|foreign secretary|defence secretary|defense secretary|home secretary
    press secretary|ambassador|governor|gov|lieutenant governor|senator|sen|representative|rep|congressman|congresswoman
    mep|mayor|councillor|councilman|councilwoman|commissioner|speaker|house speaker|chairman|chairwoman|judge|justice
    chief justice|attorney general|director general|spokesman|spokeswoman|spokesperson|first minister|crown prince
    general|gen|lieutenant general|lt gen|major general|maj gen|brigadier general|brig gen|brigadier|brig|senior general
    sr gen|lieutenant colonel|lt col|colonel|col|lieutenant|lt|maj|captain|capt|commander|cmdr|admiral|adm|vice admiral
    rear admiral|air chief marshal|air vice marshal|field marshal|sergeant|sgt|staff sgt|corporal|cpl|officer|detective
    inspector|superintendent|sheriff|comrade|herr|frau|monsieur|madame|mme
    """
)
_NAMES_TOO = _titles(
    "major|king|queen|prince|princess|pope|sultan|sheikh|marshal|chief|baron|baroness|earl|duke|duchess"
)
"""Titles that are given names as well, or part of a name: taken off only where two words remain."""

_STANDING = _titles("former|ex|then|acting|interim|caretaker|outgoing|late|deputy|first deputy")
"""Said of an office: taken off with a title behind them."""

_LONGEST = 3  # words of a title
_WORD = re.compile(r"[^\W_]+")


def without_titles(name: str) -> str:
    """A name as it is written, without the titles before it.

    Args:
        name: as in a text ("Sen. Jane Doe").
    """
    words = list(_WORD.finditer(name))
    length = titles_in([folded(word[0]) for word in words])
    return name[words[length].start() :] if length else name.strip()


def titles_in(words: Sequence[str]) -> int:
    """How many of a name's first words are titles, the article before them included.

    Args:
        words: folded, see `onrecord.knowledge.folding`.
    """
    start = 0
    while step := _next_title(words[start:]):
        start += step
    return start


def _next_title(words: Sequence[str]) -> int:
    if len(words) > 1 and words[0] == "the":
        return 1
    if standing := _length(words, _STANDING):
        title = _length(words[standing:], _TITLES) or _length(words[standing:], _NAMES_TOO)
        return standing + title if title else 0
    return _length(words, _TITLES) or _length(words, _NAMES_TOO, left=2)


def _length(words: Sequence[str], titles: frozenset[tuple[str, ...]], *, left: int = 1) -> int:
    """Words of the longest title that they begin with, so that `left` words remain."""
    lengths = range(min(_LONGEST, len(words) - left), 0, -1)
    return next((length for length in lengths if tuple(words[:length]) in titles), 0)
