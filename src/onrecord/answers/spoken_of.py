"""Tell which statements shifts may rest on besides those that show a stance.

Use `spoken_of` to draw them out of a ledger: denials of having said something may be of any claim, and what is given up
may have been the condition of one. It chooses from the words alone, rather too many than too few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from onrecord.answers.denials import SHARED, denies_having_said, may_deny
from onrecord.answers.stances import gives_up, stance_of
from onrecord.answers.subjects import stems_at_least, stems_of
from onrecord.ledger import Sketch
from onrecord.records import Entry


def spoken_of(entries: Sequence[Entry], sketches: Sequence[Sketch]) -> Iterator[int]:
    """Numbers of the statements that may deny, be denied or be given up.

    Args:
        entries: those just drawn; denials among them are looked up.
        sketches: of the others.
    """
    yield from (one.number for one in sketches if may_deny(one.beginning))
    denying = _words_of([entry for entry in entries if denies_having_said(entry)])
    yielding = _words_of([entry for entry in entries if stance_of(entry.stmt) == "willing" and gives_up(entry.stmt)])
    if denying:
        yield from (one.number for one in sketches if _may_be_denied(one, denying))
    if yielding:
        yield from (one.number for one in sketches if one.hangs and _may_be_given_up(one, yielding))


def _words_of(entries: Sequence[Entry]) -> Mapping[frozenset[str], date]:
    """The words of statements, with the last day before which others came; copies of one are looked for once."""
    latest: dict[frozenset[str], date] = {}
    for entry in entries:
        words, first = frozenset(stems_of(entry.stmt.text)), entry.first_day
        if words and first:
            latest[words] = max(first, latest.get(words, first))
    return latest


def _may_be_denied(one: Sketch, denying: Mapping[frozenset[str], date]) -> bool:
    said = stems_at_least(one.words)
    return any(_is_before(one, first) and _shares_enough(one, said, words) for words, first in denying.items())


def _shares_enough(one: Sketch, said: int, words: frozenset[str]) -> bool:
    shared, fewest = len(words.intersection(one.words.split())), min(said, len(words))
    return shared >= max(SHARED * fewest, 1) and (shared > 1 or fewest <= 1)


def _may_be_given_up(one: Sketch, yielding: Mapping[frozenset[str], date]) -> bool:
    words = one.words.split()
    return any(_is_before(one, first) and not given.isdisjoint(words) for given, first in yielding.items())


def _is_before(one: Sketch, first: date) -> bool:
    return one.last is not None and one.last < first
