"""Score acts: the F1 of each, and their mean, so that the rare ones count as much as claims.

Use this on pairs of statements, beside the plain share that `evaluation.fields` counts. Most statements are claims: a
reader that calls everything a claim has half of them right and knows nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from evaluation.fields import Pair
from evaluation.tally import Tally

Confusion: TypeAlias = Counter[tuple[str, str]]
"""How often each act of the gold was read as each act."""


def confusion_of(pairs: Iterable[Pair]) -> Confusion:
    """Gold and predicted acts of the pairs whose gold has one; a reading without an act counts as none of them."""
    return Counter((pair.gold.act, pair.predicted.act) for pair in pairs if pair.gold.act)


def by_class(confusion: Mapping[tuple[str, str], int]) -> dict[str, Tally]:
    """A tally for each class that the gold has, by name."""
    classes = sorted({gold for gold, _ in confusion})
    return {name: _tally(confusion, name) for name in classes}


def macro_f1(confusion: Mapping[tuple[str, str], int]) -> float:
    """The mean F1 of the classes that the gold has; 0 of nothing."""
    tallies = by_class(confusion)
    return sum(tally.f1 for tally in tallies.values()) / len(tallies) if tallies else 0.0


def _tally(confusion: Mapping[tuple[str, str], int], name: str) -> Tally:
    right = confusion.get((name, name), 0)
    return Tally(
        right=right,
        found=right,
        gold=sum(count for (gold, _), count in confusion.items() if gold == name),
        predicted=sum(count for (_, predicted), count in confusion.items() if predicted == name),
    )
