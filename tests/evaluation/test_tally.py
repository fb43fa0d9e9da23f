"""Counts become precision, recall and F1."""

from __future__ import annotations

import pytest

from evaluation.tally import Share, Tally, tally_each, tally_pairs


def test_rates_come_from_counts() -> None:
    tally = Tally(right=1, predicted=2, found=1, gold=4)
    assert (tally.precision, tally.recall) == (0.5, 0.25)
    assert tally.f1 == pytest.approx(1 / 3)


def test_rates_of_nothing_are_zero() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1, Share().rate) == (0.0, 0.0, 0.0, 0.0)


def test_tallies_add_up_count_by_count() -> None:
    total = tally_pairs(1, gold=2, predicted=3) + tally_pairs(2, gold=2, predicted=2)
    assert total == Tally(right=3, predicted=5, found=3, gold=4)


def test_shares_add_up() -> None:
    assert (Share(right=1, of=2) + Share(right=2, of=2)).rate == 0.75


def test_equal_items_count_as_often_as_they_stand_on_both_sides() -> None:
    assert tally_each("aab", "aaac") == Tally(right=2, predicted=4, found=2, gold=3)
