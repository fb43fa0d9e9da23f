"""Find the turns of a transcript: what follows "Ann Lee:" is Ann Lee's, until the next label.

Use `turns` once the mentions of an article are known, then `turn_at` for a place in its text. A text is a transcript if
a label begins it, or if somebody has two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reading.mentions import Mention, within
from onrecord.records import Span

# A title and a name, all in capitals but for small words; "(retranslated)" or the like may stand behind.
_WORD = r"(?:[A-Z]\.|[A-Z][\w’'-]*|of|the|and|for|to|in|on|by)"
_LABEL = re.compile(
    rf"(?:\A|\n|(?<=[.!?…>”\")\]*][ \n]))[^\S\n]{{0,3}}(?=[A-Z])(?P<who>{_WORD}(?: {_WORD}){{0,24}})"
    r" ?(?:\([a-z ]+\))? ?:\s"
)
_ASKED = {"question": "questioner", "remark": "participant"}  # labels of those whom the transcript does not name


@dataclass(frozen=True, slots=True)
class Turn:
    """What one says.

    Attributes:
        span: from the label's beginning to the next one's.
        mention: index of the mention that names who speaks; None where nobody is named.
        described: what who is not named is called; empty where somebody is.
    """

    span: Span
    mention: int | None
    described: str


def turns(text: str, found: Sequence[Mention]) -> list[Turn]:
    """The turns of a transcript, in order; none in another text.

    Args:
        text: of the article.
        found: its mentions, in order.
    """
    labels = [(match, _who(match, found)) for match in _LABEL.finditer(text)]
    labels = [(match, who) for match, who in labels if who is not None or match["who"].lower() in _ASKED]
    names = Counter(found[who].span.of(text) for _, who in labels if who is not None)
    if not labels or (labels[0][0].start() > 0 and max(names.values(), default=0) < 2):
        return []
    ends = [match.start() for match, _ in labels[1:]] + [len(text)]
    return [
        Turn(Span(match.start(), end), who, "" if who is not None else _ASKED[match["who"].lower()])
        for (match, who), end in zip(labels, ends, strict=True)
    ]


def turn_at(those: Sequence[Turn], place: int) -> Turn | None:
    """The turn in which a place stands."""
    index = bisect_right(those, place, key=_start) - 1
    return those[index] if index >= 0 else None


def _who(match: re.Match[str], found: Sequence[Mention]) -> int | None:
    """The first person whom a label names."""
    inside = within(found, Span(*match.span("who")))
    named = (index for index in inside if found[index].type == "person" and found[index].form == "named")
    return next(named, None)


def _start(turn: Turn) -> int:
    return turn.span.start
