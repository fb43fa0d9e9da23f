"""Count hits and turn them into precision, recall and F1.

Use this in every metric over several articles: tallies of single articles are added up and divided once (micro).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many predictions are right and how many gold items are found; mostly, but not always, the same number.

    A rate of nothing is 0, not 1: an empty data set must not pass a gate. Metrics that give an item in part count in
    fractions.
    """

    right: float = 0
    predicted: float = 0
    found: float = 0
    gold: float = 0

    @property
    def precision(self) -> float:
        """Share of the predictions that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that is found."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Tally) -> Tally:
        """Sum, count by count."""
        return Tally(
            right=self.right + other.right,
            predicted=self.predicted + other.predicted,
            found=self.found + other.found,
            gold=self.gold + other.gold,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of a number of cases are right."""

    right: int = 0
    of: int = 0

    @property
    def rate(self) -> float:
        """Between 0 and 1; 0 of nothing."""
        return self.right / self.of if self.of else 0.0

    def __add__(self, other: Share) -> Share:
        """Sum, count by count."""
        return Share(right=self.right + other.right, of=self.of + other.of)


def tally_each(gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> Tally:
    """Tally of items that are right when they are equal, each as often as it stands on both sides."""
    wanted, got = Counter(gold), Counter(predicted)
    return tally_pairs((wanted & got).total(), gold=wanted.total(), predicted=got.total())


def tally_pairs(pairs: int, *, gold: int, predicted: int) -> Tally:
    """Tally of items that were paired one to one."""
    return Tally(right=pairs, predicted=predicted, found=pairs, gold=gold)
