"""Windows lie over a text so that each piece is read once, with context."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.windows import Window, lay, owner

sizes = st.integers(1, 60).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size - 1)))
lengths = st.integers(1, 400)


@given(lengths, sizes)
def test_kept_stretches_tile_the_text(pieces: int, setting: tuple[int, int]) -> None:
    windows = laid(pieces, setting)
    assert [windows[0].keep_from, windows[-1].keep_to] == [0, pieces]
    assert all(left.keep_to == right.keep_from for left, right in pairwise(windows))
    assert all(window.keep_from < window.keep_to for window in windows)


@given(lengths, sizes)
def test_a_kept_stretch_lies_in_its_window(pieces: int, setting: tuple[int, int]) -> None:
    for window in laid(pieces, setting):
        assert 0 <= window.start <= window.keep_from < window.keep_to <= window.end <= pieces


@given(lengths, sizes)
def test_no_window_is_longer_than_the_encoder_reads(pieces: int, setting: tuple[int, int]) -> None:
    assert max(window.end - window.start for window in laid(pieces, setting)) <= setting[0]


@given(lengths, sizes)
def test_neighbours_share_the_overlap_at_least(pieces: int, setting: tuple[int, int]) -> None:
    assert all(left.end - right.start >= setting[1] for left, right in pairwise(laid(pieces, setting)))


@given(lengths, sizes)
def test_windows_are_of_equal_length(pieces: int, setting: tuple[int, int]) -> None:
    spans = [window.end - window.start for window in laid(pieces, setting)]
    assert max(spans) - min(spans) <= 1


@given(lengths, sizes)
def test_each_piece_is_read_where_it_stands_most_central(pieces: int, setting: tuple[int, int]) -> None:
    windows = laid(pieces, setting)
    for piece, mine in enumerate(owner(windows, pieces)):
        assert context(windows[mine], piece) >= max(context(window, piece) for window in windows) - 1


@given(lengths, sizes)
def test_a_piece_belongs_to_the_window_that_keeps_it(pieces: int, setting: tuple[int, int]) -> None:
    windows = laid(pieces, setting)
    for piece, mine in enumerate(owner(windows, pieces)):
        assert windows[mine].keep_from <= piece < windows[mine].keep_to


@pytest.mark.parametrize("pieces", [1, 9, 10], ids=["one piece", "all but one", "as many as a window holds"])
def test_a_short_text_is_one_window(pieces: int) -> None:
    assert lay(pieces, size=10, overlap=4) == [Window(0, pieces, 0, pieces)]


def test_a_text_that_is_a_little_too_long_is_two_windows_of_equal_length() -> None:
    assert lay(12, size=10, overlap=4) == [Window(0, 8, 0, 6), Window(4, 12, 6, 12)]


def test_an_empty_text_has_no_window() -> None:
    assert lay(0, size=10, overlap=4) == []


@pytest.mark.parametrize("overlap", [10, 11], ids=["as wide as the window", "wider"])
@pytest.mark.parametrize("pieces", [0, 5, 100])
def test_an_overlap_that_leaves_no_way_forward_is_refused(pieces: int, overlap: int) -> None:
    with pytest.raises(ValueError, match=f"overlap {overlap} must be below the window's size 10"):
        lay(pieces, size=10, overlap=overlap)


def laid(pieces: int, setting: tuple[int, int]) -> list[Window]:
    """Windows of a size with an overlap."""
    return lay(pieces, size=setting[0], overlap=setting[1])


def context(window: Window, piece: int) -> float:
    """Pieces between this one and the nearer edge of a window."""
    return min(piece - window.start, window.end - 1 - piece)
