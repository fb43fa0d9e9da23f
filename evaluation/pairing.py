"""Pair gold items with predicted ones, one to one, best first.

Use this when an item counts as found by looking alike rather than by being equal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

T = TypeVar("T")
U = TypeVar("U")

Likeness: TypeAlias = tuple[float, ...]


def pair_best(
    gold: Sequence[T], predicted: Sequence[U], *, likeness: Callable[[T, U], Likeness | None]
) -> list[tuple[int, int]]:
    """Pair greedily: of all candidates, the most alike first, each item once.

    Args:
        gold: in an order of their own (sorted), since a full tie goes to the earlier one.
        predicted: likewise.
        likeness: of a gold and a predicted item, the greater the more alike; None when they must not be paired.

    Returns:
        Indices of gold and predicted, most alike first.
    """
    candidates = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(predicted):
            alike = likeness(wanted, got)
            if alike is not None:
                candidates.append((alike, -i, -j))
    return _each_once(sorted(candidates, reverse=True))


def _each_once(candidates: Sequence[tuple[Likeness, int, int]]) -> list[tuple[int, int]]:
    """Candidates in their order, without those of which a side is already taken."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return [(-i, -j) for i, j in pairs.items()]
