"""Find what became of a condition: whether the awaited side rejected it, or the waiting side dropped it.

Use `Replies` over all statements of an issue, then ask about single conditions. A rejection speaks of the same thing,
or of "the conditions" where it is clear whose: it stands in the same article, or names who set them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.answers.holding import is_sure
from onrecord.answers.sides import in_time, side_of
from onrecord.answers.stances import gives_up, stance_of
from onrecord.answers.subjects import Subjects, overlap, stems_of
from onrecord.knowledge import known_in
from onrecord.records import Act, Condition, Entry

REPLYING: frozenset[Act] = frozenset({"refuse", "deny", "offer", "promise", "concede"})
"""What one does who rejects a condition or drops it; beside statements with conditions, no others matter."""
PATIENCE = 31
"""Days: how long after a condition its rejection still counts as one: later, another occasion is likelier."""
SHARED = 0.5
"""Of the words of the condition or of the rejection, whichever has fewer, this much must be common, two at least."""

_CONDITIONS = re.compile(
    r"\b(?:(?:pre)?conditions?|demands?|terms|ultimatums?|proposals?|offers?|requirements?)\b", re.IGNORECASE
)
_STEM = 4  # letters that a state and its people share at least ("Peru", "Peruvian")


@dataclass(frozen=True, slots=True)
class _Reply:
    """A statement of a side, with what is asked of it again and again."""

    entry: Entry
    article: str
    start: int  # of its content
    first: int  # day; 0 where none is known
    last: int
    stems: Mapping[str, str]
    of_conditions: bool


class Replies:
    """The refusals, denials and offers of each side, in time.

    Args:
        entries: of an issue, those of `REPLYING` and all with conditions at least.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._refusals: dict[str, list[_Reply]] = defaultdict(list)
        self._offers: dict[str, list[_Reply]] = defaultdict(list)
        self._yielding: dict[str, list[_Reply]] = defaultdict(list)
        conditional: list[Entry] = []
        offers: list[Entry] = []
        for entry in sorted(entries, key=in_time):
            stance = stance_of(entry.stmt) if entry.stmt.polarity == "positive" else None
            if stance in {"unwilling", "denies"}:
                _file(entry, self._refusals)
            if stance == "willing" and is_sure(entry):
                offers.append(entry)
                if entry.first_day:  # what has no day is later than nothing
                    _file(entry, self._yielding if gives_up(entry.stmt) else self._offers)
            if stance == "willing if":
                conditional.append(entry)
        self._subjects = Subjects([*offers, *conditional])
        self._known = {entry.id for entry in conditional}

    def rejection(self, entry: Entry, condition: Condition, *, waiter: str, awaited: str) -> Entry | None:
        """The first statement by which the awaited side rejects a condition of a statement."""
        asked = stems_of(condition.text)
        for reply in _after(self._refusals.get(awaited, ()), entry):
            if _meets(asked, reply.stems) or (reply.of_conditions and _means(reply.entry, entry, waiter)):
                return reply.entry
        return None

    def withdrawal(self, entry: Entry, condition: Condition, *, waiter: str) -> Entry | None:
        """The first later statement by which the side offers the same without a condition, or gives this one up."""
        if entry.last_day is None:
            return None
        asked, last = stems_of(condition.text), entry.last_day.toordinal()
        given_up = (one for one in _later(self._yielding.get(waiter, ()), last) if _meets(asked, one.stems))
        offered = (one for one in _later(self._offers.get(waiter, ()), last) if self._is_same_offer(entry, one.entry))
        found = [one for one in (next(given_up, None), next(offered, None)) if one]
        return min(found, key=_day).entry if found else None

    def _is_same_offer(self, entry: Entry, offer: Entry) -> bool:
        return entry.id in self._known and self._subjects.alike(entry, offer) is not None


def _file(entry: Entry, under: dict[str, list[_Reply]]) -> None:
    first, last = (day.toordinal() if day else 0 for day in (entry.first_day, entry.last_day))
    start, stems = entry.stmt.content[0].start, stems_of(entry.stmt.text)
    reply = _Reply(entry, _article(entry), start, first, last, stems, _speaks_of_conditions(entry))
    for side in dict.fromkeys(side_of(one) for one in entry.stmt.speakers):
        if side:
            under[side].append(reply)


def _day(reply: _Reply) -> int:
    return reply.first


def _after(replies: Sequence[_Reply], entry: Entry) -> Iterator[_Reply]:
    """Replies that came when the condition was known: later in its article, or not before its day and in time."""
    said = entry.first_day.toordinal() if entry.first_day else 0
    article, start = _article(entry), entry.stmt.content[0].start
    for reply in replies:
        if reply.article == article:
            if reply.start > start:
                yield reply
        elif said and said <= reply.first <= said + PATIENCE:
            yield reply


def _later(replies: Sequence[_Reply], last: int) -> Iterator[_Reply]:
    return islice(replies, bisect_right(replies, last, key=_day), None)  # they come by their first day


def _article(entry: Entry) -> str:
    return entry.id.partition(".")[0]


def _meets(asked: Mapping[str, str], replied: Mapping[str, str]) -> bool:
    return len(asked.keys() & replied.keys()) > 1 and overlap(asked, replied) >= SHARED


def _speaks_of_conditions(entry: Entry) -> bool:
    """Whether a statement refuses "the conditions", whosever they are."""
    return _CONDITIONS.search(entry.stmt.text) is not None and stance_of(entry.stmt) == "unwilling"


def _means(reply: Entry, entry: Entry, waiter: str) -> bool:
    """Whether it is clear that a refusal of conditions means the waiter's."""
    names = [waiter, *(one.name.split()[-1] for one in entry.stmt.speakers)]
    if _article(reply) == _article(entry) or reply.stmt.addressee == waiter:
        return True
    return _names(reply.stmt.text, names, waiter)


def _names(text: str, names: Sequence[str], party: str) -> bool:
    if any(one.party == party for one in known_in(text)):
        return True
    words = text.split()
    return any(word.startswith(_root(name)) for name in names for word in words)


def _root(name: str) -> str:
    """What a state and its people have in common: "Vardoni" of "Vardonia" and "Vardonians"."""
    return name[: max(_STEM, len(name) - 2)]
