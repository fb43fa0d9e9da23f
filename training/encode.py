"""Turn labelled texts into arrays of word pieces and targets.

Use this once per run; the windows are cut anew each epoch from what it gives.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.reading.pieces import IntArray, Pieces, cut
from training.datasets import MEDIA, Example, Spans

OUTSIDE, B_CUE, I_CUE, B_SOURCE, I_SOURCE, B_CONTENT, I_CONTENT = range(7)
IGNORE = -100
NO_SOURCE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """One text of n pieces with its targets.

    Attributes:
        roles: n role tags; IGNORE where the labels say nothing.
        arcs: for source and content pieces, the first piece of their cue; else IGNORE.
        sources: for the first piece of a cue, the first piece of its source or NO_SOURCE; else IGNORE.
        media: for the first piece of a cue, an index into `MEDIA`; else IGNORE.
    """

    example: Example
    pieces: Pieces
    roles: IntArray
    arcs: IntArray
    sources: IntArray
    media: IntArray


def encode(example: Example, tokenizer: Tokenizer) -> Encoded:
    """Cut the example's text and lay its labels over the pieces."""
    pieces = cut(example.text, tokenizer)
    n = len(pieces)
    roles = np.full(n, OUTSIDE, dtype=np.int64)
    arcs, sources, media = (np.full(n, IGNORE, dtype=np.int64) for _ in range(3))
    for gold in example.outer:
        cue = _covered(pieces, gold.cue)
        source = _covered(pieces, gold.source)
        head = int(cue[0]) if len(cue) else IGNORE
        _tag(roles, pieces, gold.content, B_CONTENT)
        _tag(roles, pieces, gold.source, B_SOURCE)
        _tag(roles, pieces, gold.cue, B_CUE)
        for part in (_covered(pieces, gold.content), source):
            free = part[arcs[part] == IGNORE]
            arcs[free] = head
        if head != IGNORE:
            sources[head] = int(source[0]) if len(source) else NO_SOURCE
            media[head] = MEDIA.index(gold.medium) if gold.medium else IGNORE
    return Encoded(example, pieces, roles, arcs, sources, media)


def _covered(pieces: Pieces, spans: Spans) -> IntArray:
    """Indices of the pieces that touch one of the spans."""
    marked: NDArray[np.bool_] = np.zeros(len(pieces), dtype=bool)
    for start, end in spans:
        marked |= (pieces.start < end) & (pieces.end > start)
    return np.flatnonzero(marked)


def _tag(roles: IntArray, pieces: Pieces, spans: Spans, begin: int) -> None:
    for span in spans:
        covered = _covered(pieces, [span])
        roles[covered] = begin + 1
        roles[covered[:1]] = begin
