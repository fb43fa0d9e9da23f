"""Find, for each statement, the nearest earlier one about the same thing.

Use `nearest_earlier` where pairs are wanted and not all against all: it goes through the statements that share a word,
the latest first, so that a side with thousands of statements costs a fraction of a second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.answers.subjects import ALIKE, ENOUGH, Subjects
from onrecord.records import Entry

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Pair:
    """Places of two statements in the sequence, the earlier one first."""

    before: int
    after: int


def nearest_earlier(entries: Sequence[Entry], subjects: Subjects) -> Iterator[Pair]:
    """Each statement with the nearest one that was certainly said on an earlier day and is about the same thing.

    Args:
        entries: of one side, all with a day, ordered by their first day.
        subjects: of these and perhaps more.
    """
    thread = _Thread(entries, subjects)
    for after in range(len(entries)):
        before = thread.nearest(after)
        thread.take(after)
        if before is not None:
            yield Pair(before, after)


class _Thread:
    """The statements so far, by the words of their subjects."""

    def __init__(self, entries: Sequence[Entry], subjects: Subjects) -> None:
        self._entries = entries
        self._subjects = subjects
        self._first = [entry.first_day.toordinal() if entry.first_day else 0 for entry in entries]
        self._last = [entry.last_day.toordinal() if entry.last_day else 0 for entry in entries]
        self._totals = [subjects.weight(subjects.words(entry)) for entry in entries]
        self._places: dict[str, list[int]] = defaultdict(list)
        self._directions = _directions(entries)

    def take(self, place: int) -> None:
        """Let a statement be found by those after it."""
        for stem in self._subjects.words(self._entries[place]):
            self._places[stem].append(place)

    def nearest(self, after: int) -> int | None:
        """The place of the latest one before that is alike; of several that end on one day the most alike."""
        best: tuple[int, float, int] | None = None
        for before, share in self._alike(after):
            if best and max(self._first[before], self._last[before]) < best[0]:
                break
            best = max(best or (0, 0.0, 0), (self._last[before], share, before))
        return best[2] if best else None

    def _alike(self, after: int) -> Iterator[tuple[int, float]]:
        """Those before this one's first day that are about the same thing, the latest first, and what they share."""
        number, weight = self._common(after)
        cosines = None if self._directions is None else self._directions[:after] @ self._directions[after]
        entry, total, first = self._entries[after], self._totals[after], self._first[after]
        for place in sorted(number, reverse=True):
            alike = cosines is not None and float(cosines[place]) >= ALIKE
            enough = weight[place] >= ENOUGH * min(total, self._totals[place])  # most end here: keep it cheap
            if self._last[place] < first and (alike or enough):
                shared = self._subjects.shared(entry, self._entries[place], number[place], weight[place])
                if alike or shared.is_close:
                    yield place, shared.share

    def _common(self, after: int) -> tuple[dict[int, int], dict[int, float]]:
        """For those that share a word, how many they share and what these weigh."""
        number: dict[int, int] = defaultdict(int)
        weight: dict[int, float] = defaultdict(float)
        for stem in self._subjects.words(self._entries[after]):
            weighs = self._subjects.weight((stem,))
            for place in self._places.get(stem, ()):
                number[place] += 1
                weight[place] += weighs
        return number, weight


def _directions(entries: Sequence[Entry]) -> NDArray[np.float32] | None:
    """Vectors of length 1, one row a statement; None unless all have one."""
    lengths = {len(entry.stmt.vector) for entry in entries}
    if len(lengths) != 1 or not max(lengths):
        return None
    import numpy as np  # noqa: PLC0415  # statements without vectors need none of it

    vectors = np.frombuffer(b"".join(entry.stmt.vector for entry in entries), np.int8)
    rows = vectors.reshape(len(entries), -1).astype(np.float32)
    directions: NDArray[np.float32] = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return directions
