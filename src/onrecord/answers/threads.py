"""Find, for each statement, the nearest earlier one about the same thing.

Use `nearest_earlier` where pairs are wanted and not all against all. What a statement shares with each of the others is
summed up from the places of its words, for all of them at once, so that a side with thousands of statements costs a
fraction of a second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from onrecord.answers.subjects import Shared, Subjects
from onrecord.records import Entry

Cosines: TypeAlias = NDArray[np.float32]
Places: TypeAlias = NDArray[np.intp]
Weights: TypeAlias = NDArray[np.float64]

FARTHEST = 30
"""Earlier statements that a later one is compared with, at most, the latest first; what so many came after is old."""
BLOCK = 256
"""Statements that are compared by their vectors in one product; with ten thousand others, a block has 10 MB."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Places of two statements in the sequence, the earlier one first."""

    before: int
    after: int


def nearest_earlier(
    entries: Sequence[Entry], subjects: Subjects, is_comparable: Callable[[int, int], bool]
) -> Iterator[Pair]:
    """Each statement with the nearest one that was certainly said on an earlier day and is about the same thing.

    Args:
        entries: of one side, all with a day, ordered by their first day.
        subjects: of these and perhaps more.
        is_comparable: whether of two places, the earlier one first, the words leave it open that they are about the
            same; asked where enough of them are common.
    """
    if len(entries) < 2:
        return
    thread = _Thread(entries, subjects)
    for after, likeness in enumerate(_cosines(entries)):
        before = thread.nearest(after, likeness, is_comparable)
        if before is not None:
            yield Pair(before, after)


class _Thread:
    """Statements by the words of their subjects."""

    def __init__(self, entries: Sequence[Entry], subjects: Subjects) -> None:
        self._entries = entries
        self._subjects = subjects
        self._first = np.array([_number(entry.first_day) for entry in entries])
        self._last = np.array([_number(entry.last_day) for entry in entries])
        self._stems = [tuple(subjects.words(entry)) for entry in entries]
        self._totals = np.array([subjects.weight(stems) for stems in self._stems])
        places: dict[str, list[int]] = defaultdict(list)
        for place, stems in enumerate(self._stems):
            for stem in stems:
                places[stem].append(place)
        self._places = {stem: np.array(those) for stem, those in places.items()}
        self._weights = {stem: subjects.weight((stem,)) for stem in places}

    def nearest(self, after: int, likeness: Cosines | None, is_comparable: Callable[[int, int], bool]) -> int | None:
        """The place of the latest one before that is about the same; of several that end on one day the most alike.

        Args:
            after: place of the later one.
            likeness: of its vector and each other's; None where there are none.
            is_comparable: as in `nearest_earlier`.
        """
        until = int(np.searchsorted(self._first, self._first[after]))  # those from here on do not begin earlier
        if not until or not self._stems[after]:
            return None
        number, weight = self._common(after, until)
        found = np.flatnonzero((number > 0) & (self._last[:until] < self._first[after]))
        if not len(found):
            return None
        lighter, heavier = (order(self._totals[found], self._totals[after]) for order in (np.minimum, np.maximum))
        shared = Shared(weight[found] / lighter, weight[found] / heavier, number[found], self._subjects.enough)
        close = shared.is_close() if likeness is None else shared.is_close() | shared.is_alike(likeness[found])
        near, share = found[close], shared.share[close]
        if not len(near):
            return None
        best: tuple[int, float, int] | None = None
        for place in np.argsort(-self._last[near], kind="stable")[:FARTHEST].tolist():
            before, last = int(near[place]), int(self._last[near[place]])
            if best and last < best[0]:
                break
            if is_comparable(before, after):
                best = max(best or (0, 0.0, 0), (last, float(share[place]), before))
        return best[2] if best else None

    def _common(self, after: int, until: int) -> tuple[Places, Weights]:
        """How many words each of the first statements shares, and what these weigh."""
        found = [self._places[stem] for stem in self._stems[after]]
        places = np.concatenate(found)
        weights = np.repeat([self._weights[stem] for stem in self._stems[after]], [len(one) for one in found])
        size = len(self._first)
        weight = np.asarray(np.bincount(places, weights=weights, minlength=size)[:until], np.float64)
        return np.bincount(places, minlength=size)[:until], weight


def _number(day: date | None) -> int:
    return day.toordinal() if day else 0


def _cosines(entries: Sequence[Entry]) -> Iterator[Cosines | None]:
    """For each statement, how alike the others' vectors are to its own; None unless all have one."""
    lengths = {len(entry.stmt.vector) for entry in entries}
    if len(lengths) != 1 or not max(lengths):
        yield from repeat(None, len(entries))
        return
    vectors = np.frombuffer(b"".join(entry.stmt.vector for entry in entries), np.int8)
    rows = vectors.reshape(len(entries), -1).astype(np.float32)
    directions = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    for start in range(0, len(entries), BLOCK):
        yield from directions[start : start + BLOCK] @ directions.T
