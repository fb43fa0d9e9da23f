"""Lay windows over a long text, and read each piece where it stands most central.

Use this between the word pieces and the encoder. Windows are of equal length, so that no short rest is read without its
context, and two neighbours share `overlap` pieces at least.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Window:
    """One stretch of pieces that the encoder reads at once.

    Attributes:
        start: first piece.
        end: one past the last piece.
        keep_from: first piece whose output is taken from this window.
        keep_to: one past the last such piece; the kept stretches of all windows tile the text.
    """

    start: int
    end: int
    keep_from: int
    keep_to: int


def lay(pieces: int, *, size: int, overlap: int) -> list[Window]:
    """Windows of at most `size` pieces over a text of `pieces`; none for an empty text.

    Args:
        pieces: length of the text in pieces.
        size: pieces of one window, special tokens not counted.
        overlap: pieces that neighbours share at least; below `size`.

    Raises:
        ValueError: when the overlap leaves no way forward.
    """
    if overlap >= size:
        raise ValueError(f"overlap {overlap} must be below the window's size {size}")
    if pieces == 0:
        return []
    count = 1 if pieces <= size else -(-(pieces - overlap) // (size - overlap))
    length = min(size, -(-(pieces + (count - 1) * overlap) // count))
    starts = [round(index * (pieces - length) / max(count - 1, 1)) for index in range(count)]
    middles = [(starts[i] + length + starts[i + 1]) // 2 for i in range(count - 1)]
    bounds = [0, *middles, pieces]
    return [Window(starts[i], min(starts[i] + length, pieces), bounds[i], bounds[i + 1]) for i in range(count)]


def owner(windows: list[Window], pieces: int) -> NDArray[np.int64]:
    """For each piece, the index of the window that it is read from."""
    index = np.zeros(pieces, dtype=np.int64)
    for number, window in enumerate(windows):
        index[window.keep_from : window.keep_to] = number
    return index
