"""Choose the pieces of a statement that its act is read from, with the role of each.

Use `roles_of` on the pieces of a text, then `kept` on the roles; training and reading must choose alike.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.reading.pieces import IntArray, Pieces

CUE, SOURCE, CONTENT = 1, 2, 3
LONGEST = 160  # pieces; of a longer statement the end of the content is not looked at

Offsets = Sequence[tuple[int, int]]


def roles_of(pieces: Pieces, *, cue: Offsets, source: Offsets, content: Offsets) -> IntArray:
    """For each piece of a text, what it is in one statement: 0 nothing, else `CUE`, `SOURCE` or `CONTENT`.

    Args:
        pieces: of the text.
        cue: half-open offsets into the same text.
        source: likewise.
        content: likewise; where two meet, a cue wins over a source, and both over a content.
    """
    roles: IntArray = np.zeros(len(pieces), dtype=np.int64)
    for spans, role in ((content, CONTENT), (source, SOURCE), (cue, CUE)):
        for start, end in spans:
            first, last = np.searchsorted(pieces.end, start, side="right"), np.searchsorted(pieces.start, end)
            roles[first:last] = role
    return roles


def kept(roles: IntArray) -> IntArray:
    """Indices of the pieces that are read, rising."""
    marked = np.flatnonzero(roles)
    if len(marked) <= LONGEST:
        return marked
    others = marked[roles[marked] != CONTENT][:LONGEST]
    content = marked[roles[marked] == CONTENT][: LONGEST - len(others)]
    return np.sort(np.concatenate([others, content]))
