"""A content's direction is that of its words, the rare ones more."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.vectors import SCALE, Vectors

# Pieces 0 and 1 lie on the first axis, 2 on the second, 3 on both, 4 against the first; 5 counts for nothing.
WORD = np.array([[100, 0], [50, 0], [0, 100], [100, 100], [-100, 0], [100, 0]], dtype=np.int8)
WEIGHT = np.array([1, 1, 1, 1, 1, 0], dtype=np.float16)
pieces = st.lists(st.integers(0, 4), min_size=1, max_size=20)


def tables(**changes: Any) -> Vectors:
    """Small tables; changes are by name."""
    arrays: dict[str, Any] = {
        "word": WORD,
        "word_scale": np.full((6, 1), 0.01, dtype=np.float32),
        "vectors.weight": WEIGHT,
        "vectors.mean": np.zeros(2, dtype=np.float32),
        "vectors.axes": np.eye(2, dtype=np.float16),
    }
    return Vectors(arrays | changes)


def direction(*ids: int, **changes: Any) -> list[int]:
    """The direction of some pieces, in numbers."""
    return list(memoryview(tables(**changes).of(np.array(ids, dtype=np.int64))).cast("b"))


@pytest.mark.parametrize(
    ("ids", "expected"),
    [((0,), [127, 0]), ((1,), [127, 0]), ((2,), [0, 127]), ((4,), [-127, 0]), ((0, 2), [90, 90]), ((3,), [90, 90])],
    ids=["along", "shorter", "across", "against", "a mean", "between"],
)
def test_a_vector_is_a_direction_whatever_its_length(ids: tuple[int, ...], expected: list[int]) -> None:
    assert direction(*ids) == expected


def test_nothing_has_no_direction() -> None:
    assert tables().of(np.zeros(0, dtype=np.int64)) == b""


@pytest.mark.parametrize("ids", [(0, 4), (5,)], ids=["pieces that cancel out", "pieces that count for nothing"])
def test_pieces_without_a_direction_give_noughts(ids: tuple[int, ...]) -> None:
    assert direction(*ids) == [0, 0]


def test_a_piece_that_counts_less_turns_less() -> None:
    common = np.array([0.1, 1, 1, 1, 1, 1], dtype=np.float16)
    along, across = direction(0, 2, **{"vectors.weight": common})
    assert 0 < along < across


def test_a_scale_is_a_pieces_own() -> None:
    scale = np.array([[0.1], [1], [1], [1], [1], [1]], dtype=np.float32)
    along, across = direction(0, 2, word_scale=scale)
    assert 0 < along < across


def test_directions_are_from_the_middle() -> None:
    assert direction(0, **{"vectors.mean": np.array([2, 0], dtype=np.float32)}) == [-127, 0]


def test_there_are_as_many_dimensions_as_axes() -> None:
    assert direction(3, **{"vectors.axes": np.array([[0], [1]], dtype=np.float16)}) == [127]


def test_the_mean_weighs_each_piece() -> None:
    assert tables().mean_of(np.array([0, 2, 5])).tolist() == pytest.approx([1 / 3, 1 / 3])


@given(pieces)
def test_the_order_of_pieces_does_not_matter(ids: list[int]) -> None:
    assert np.abs(np.array(direction(*ids)) - np.array(direction(*ids[::-1]))).max() <= 1


@given(pieces)
def test_a_direction_has_the_length_of_the_scale_or_none(ids: list[int]) -> None:
    length = float(np.linalg.norm(direction(*ids)))
    assert length == 0 or abs(length - SCALE) <= 1
