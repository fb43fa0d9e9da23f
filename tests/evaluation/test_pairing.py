"""Items are paired one to one, the most alike first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evaluation.pairing import Likeness, pair_best

numbers = st.lists(st.integers(0, 20), max_size=8)


def _near(gold: int, predicted: int) -> Likeness | None:
    """Numbers at most three apart; the nearer the more alike."""
    distance = abs(gold - predicted)
    return (-float(distance),) if distance <= 3 else None


def test_the_most_alike_are_paired_first_and_each_once() -> None:
    # 10 is nearest to 10, which leaves 12 without a partner: 7 is too far away.
    assert pair_best([10, 12], [10, 7], likeness=_near) == [(0, 0)]


def test_a_second_choice_takes_what_is_left() -> None:
    assert pair_best([10, 12], [11, 13], likeness=_near) == [(0, 0), (1, 1)]


def test_a_full_tie_goes_to_the_earlier_one() -> None:
    assert pair_best([5], [6, 4], likeness=_near) == [(0, 0)]


@given(numbers, numbers)
def test_no_item_is_used_twice(gold: list[int], predicted: list[int]) -> None:
    pairs = pair_best(gold, predicted, likeness=_near)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(abs(gold[i] - predicted[j]) <= 3 for i, j in pairs)
