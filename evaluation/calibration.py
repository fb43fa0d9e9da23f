"""See whether a confidence of 0.8 is right eight times in ten, and correct it where it is not.

Use this on confidences of a data set that the model was not trained on. The fit is isotonic: it never makes the less
certain of two statements the more certain one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TypeAlias

import numpy as np

Judged: TypeAlias = tuple[float, bool]
Knot: TypeAlias = tuple[float, float]

BINS = 10

# Enough for the shape of a curve, few enough to read in the model's manifest.
KNOTS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Predictions whose confidences lie in [lower, upper), the last bin's upper bound included."""

    lower: float
    upper: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """Neighbouring predictions that share one calibrated value: how many, their mean confidence and share right."""

    count: int
    raw: float
    value: float


def reliability(judged: Iterable[Judged]) -> list[Bin]:
    """Mean confidence and share right of each tenth of the scale; empty tenths are left out.

    Args:
        judged: confidence in [0, 1], and whether the prediction is right.
    """
    return [_bin(place, list(members)) for place, members in groupby(sorted(judged), key=_place)]


def calibration_error(judged: Iterable[Judged]) -> float:
    """Expected calibration error: mean distance of confidence and share right over the bins, by their counts."""
    bins = reliability(judged)
    total = sum(tenth.count for tenth in bins)
    return sum(tenth.count * abs(tenth.confidence - tenth.right) for tenth in bins) / total if total else 0.0


def fit(judged: Iterable[Judged], *, knots: int = KNOTS) -> list[Knot]:
    """Isotonic regression of right on confidence, by pooling adjacent violators, shortened to a few knots.

    Args:
        judged: confidence in [0, 1], and whether the prediction is right.
        knots: at most so many are kept; neighbours that differ least are pooled further.

    Returns:
        Pairs of raw and calibrated confidence, both rising, for `calibrated`.
    """
    blocks = _pool_violators(_block(list(same)) for _, same in groupby(sorted(judged), key=itemgetter(0)))
    while len(blocks) > max(knots, 1):
        losses = [_loss(a, b) for a, b in pairwise(blocks)]
        place = losses.index(min(losses))
        blocks[place : place + 2] = [_merged(blocks[place], blocks[place + 1])]
    return [(block.raw, block.value) for block in blocks]


def calibrated(raw: float, knots: Sequence[Knot]) -> float:
    """The confidence between its neighbouring knots, in proportion; outside them, that of the last one."""
    return float(np.interp(raw, [knot[0] for knot in knots], [knot[1] for knot in knots]))


def _place(judged: Judged) -> int:
    return min(int(judged[0] * BINS), BINS - 1)


def _bin(place: int, members: Sequence[Judged]) -> Bin:
    block = _block(members)
    return Bin(lower=place / BINS, upper=(place + 1) / BINS, count=block.count, confidence=block.raw, right=block.value)


def _block(members: Sequence[Judged]) -> _Block:
    count = len(members)
    return _Block(
        count=count, raw=sum(raw for raw, _ in members) / count, value=sum(right for _, right in members) / count
    )


def _pool_violators(blocks: Iterable[_Block]) -> list[_Block]:
    """Merge neighbours until the values rise."""
    pooled: list[_Block] = []
    for block in blocks:
        pooled.append(block)
        while len(pooled) > 1 and pooled[-2].value >= pooled[-1].value:
            last = pooled.pop()
            pooled[-1] = _merged(pooled[-1], last)
    return pooled


def _merged(a: _Block, b: _Block) -> _Block:
    count = a.count + b.count
    return _Block(
        count=count,
        raw=(a.count * a.raw + b.count * b.raw) / count,
        value=(a.count * a.value + b.count * b.value) / count,
    )


def _loss(a: _Block, b: _Block) -> float:
    """What merging adds to the squared error (Ward 1963)."""
    distance: float = a.value - b.value
    return a.count * b.count / (a.count + b.count) * distance**2
