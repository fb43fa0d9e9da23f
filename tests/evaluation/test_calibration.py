"""Confidences are compared with what was right, and corrected."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.calibration import Bin, Judged, calibrated, calibration_error, fit, reliability

FEW: list[Judged] = [(0.05, False), (0.125, True), (0.1875, False), (1.0, True)]
VIOLATED: list[Judged] = [(0.1, False), (0.2, True), (0.3, False), (0.4, True)]

judged = st.lists(st.tuples(st.integers(0, 20).map(lambda n: n / 20), st.booleans()), min_size=1, max_size=40)


def test_a_bin_is_a_tenth_of_the_scale_and_one_belongs_to_the_last() -> None:
    assert reliability(FEW) == [
        Bin(lower=0.0, upper=0.1, count=1, confidence=0.05, right=0.0),
        Bin(lower=0.1, upper=0.2, count=2, confidence=0.15625, right=0.5),
        Bin(lower=0.9, upper=1.0, count=1, confidence=1.0, right=1.0),
    ]


def test_the_error_weighs_bins_by_their_counts() -> None:
    # (1 x |0.05 - 0| + 2 x |0.15625 - 0.5| + 1 x |1 - 1|) / 4
    assert calibration_error(FEW) == pytest.approx(0.184375)


def test_the_error_of_nothing_is_zero() -> None:
    assert calibration_error([]) == 0.0


def test_neighbours_that_do_not_rise_are_pooled() -> None:
    assert fit(VIOLATED) == [(0.1, 0.0), (0.25, 0.5), (0.4, 1.0)]


def test_equal_confidences_share_a_knot() -> None:
    assert fit([(0.5, False), (0.5, True)]) == [(0.5, 0.5)]


def test_too_many_knots_are_pooled_where_least_is_lost() -> None:
    # Ten right of ten and nine of ten differ least.
    steps = [(0.1, False)] * 10 + [(0.8, True)] * 9 + [(0.8, False)] + [(0.9, True)] * 10
    first, second = fit(steps, knots=2)
    assert first == pytest.approx((0.1, 0.0))
    assert second == pytest.approx((0.85, 0.95))


@pytest.mark.parametrize(("raw", "value"), [(0.0, 0.0), (0.175, 0.25), (0.25, 0.5), (0.9, 1.0)])
def test_confidences_lie_between_their_knots(raw: float, value: float) -> None:
    assert calibrated(raw, fit(VIOLATED)) == pytest.approx(value)


@given(judged, st.integers(1, 6))
def test_knots_are_few_and_never_fall(pairs: list[Judged], most: int) -> None:
    knots = fit(pairs, knots=most)
    assert 1 <= len(knots) <= most
    assert all(low[0] < high[0] and low[1] <= high[1] for low, high in pairwise(knots))
    assert all(0 <= value <= 1 for _, value in knots)


@given(judged, st.randoms(use_true_random=False))
def test_the_order_of_predictions_does_not_matter(pairs: list[Judged], random: Random) -> None:
    shuffled = random.sample(pairs, len(pairs))
    assert (reliability(shuffled), fit(shuffled)) == (reliability(pairs), fit(pairs))


@given(judged)
def test_the_error_lies_between_zero_and_one(pairs: list[Judged]) -> None:
    assert 0 <= calibration_error(pairs) <= 1


@given(st.lists(st.booleans(), min_size=1, max_size=20))
def test_a_certain_and_right_prediction_has_no_error(rights: list[bool]) -> None:
    assert calibration_error([(float(right), right) for right in rights]) == 0.0
