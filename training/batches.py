"""Cut encoded texts into windows at random places and pack them into batches.

Use one `Batcher` a run; each epoch sees other window borders, which stands in for more data.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.reading.pieces import IntArray
from training.encode import IGNORE, NO_SOURCE, NOBODY, Encoded

CLS, SEP = 101, 102
AS_THEY_ARE = ("roles", "media", "mentions")


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """Pieces [start, end) of one text; `soft` holds a teacher's role probabilities for the whole text, or None."""

    text: Encoded
    start: int
    end: int
    soft: np.ndarray | None

    def __len__(self) -> int:
        return self.end - self.start


def windows(text: Encoded, rng: random.Random, size: int, overlap: int, soft: np.ndarray | None) -> Iterator[Cut]:
    """Tile a text with windows of a random length below `size`, from a random first border."""
    n = len(text.pieces)
    if n <= size:
        yield Cut(text, 0, n, soft)
        return
    length = rng.randint(size * 2 // 3, size)
    start = -rng.randint(0, length - overlap - 1)
    while start + overlap < n:
        begin, end = max(start, 0), min(start + length, n)
        if end - begin > overlap // 2:
            yield Cut(text, begin, end, soft)
        start += length - overlap


def batches(cuts: list[Cut], rng: random.Random, budget: int) -> list[list[Cut]]:
    """Batches of cuts of like length, at most `budget` pieces with padding, in random order."""
    cuts = sorted(cuts, key=lambda cut: (len(cut) // 8, rng.random()))
    out: list[list[Cut]] = [[]]
    for cut in cuts:
        if out[-1] and (len(out[-1]) + 1) * (len(cut) + 2) > budget:
            out.append([])
        out[-1].append(cut)
    rng.shuffle(out)
    return out


def tensors(batch: list[Cut]) -> dict[str, Tensor]:
    """Inputs and targets of a batch, padded; heads count from [CLS] = 0."""
    longest = max(len(cut) for cut in batch) + 2
    shape = (len(batch), longest)
    inputs = {name: np.zeros(shape, dtype=np.int64) for name in ("ids", "shape", "gap", "mask")}
    targets = {name: np.full(shape, IGNORE, dtype=np.int64) for name in (*AS_THEY_ARE, "arcs", "sources")}
    who = np.full(shape, NOBODY, dtype=np.int64)
    asked, rivals = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
    soft = np.zeros((*shape, 7), dtype=np.float32)
    taught = np.zeros(shape, dtype=bool)
    for row, cut in enumerate(batch):
        part, to = slice(cut.start, cut.end), slice(1, 1 + len(cut))
        pieces = cut.text.pieces
        inputs["ids"][row, 0], inputs["ids"][row, 1 + len(cut)] = CLS, SEP
        inputs["mask"][row, : len(cut) + 2] = 1
        for name in ("ids", "shape", "gap"):
            inputs[name][row, to] = getattr(pieces, name)[part]
        for name in AS_THEY_ARE:
            targets[name][row, to] = getattr(cut.text, name)[part]
        who[row, to], rivals[row, to] = cut.text.entities[part], cut.text.rivals[part]
        asked[row, to] = _asked(cut)
        targets["arcs"][row, to] = _relative(cut.text.arcs[part], cut)
        targets["sources"][row, to] = _relative(cut.text.sources[part], cut)
        if cut.soft is not None:
            soft[row, to] = cut.soft[part]
            taught[row, to] = True
    arrays = inputs | {f"gold_{name}": value for name, value in targets.items()} | {"soft": soft, "taught": taught}
    arrays |= {"who": who, "asked": asked, "rivals": rivals}
    return {name: torch.from_numpy(value) for name, value in arrays.items()}


def _asked(cut: Cut) -> np.ndarray:
    """The anchors whose antecedent is to be learnt; not those whose antecedents all stand before the window."""
    who = cut.text.entities
    part = who[cut.start : cut.end]
    before = set(who[: cut.start].tolist()) - {NOBODY}
    seen: set[int] = set()
    asked = cut.text.taught[cut.start : cut.end].copy()
    for place in np.flatnonzero(part != NOBODY).tolist():
        entity = int(part[place])
        if entity in before and entity not in seen:
            asked[place] = False
        seen.add(entity)
    return asked


def _relative(heads: IntArray, cut: Cut) -> IntArray:
    out = np.where((heads >= cut.start) & (heads < cut.end), heads - cut.start + 1, IGNORE)
    out[heads == NO_SOURCE] = 0
    return out
