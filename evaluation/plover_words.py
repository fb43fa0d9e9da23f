"""Compare PLOVER's sentences by their words: how many they share, and how alike the others are.

Use the two kernels as parts of a mixture: each is a square matrix of likenesses with ones on its diagonal. Whom a
sentence names is left out, so that nothing is learned about countries. Words are weighed by how rare they are in all
sentences together, which needs no label.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from tokenizers import Tokenizer

from evaluation.plover_data import Event
from evaluation.words import Offsets
from onrecord.model import Model

Kernel: TypeAlias = NDArray[np.float64]
Word: TypeAlias = tuple[str, str]
"""A zone and a word: `b` between source and target, `r` elsewhere; source and target are a single `S` and `T`."""

_WORD = re.compile(r"\w+")
_STEM = 6  # characters of a word that tell its stem well enough
_BEHIND, _BEFORE = 5, 4  # words behind the source, and before the target, in which the verb mostly stands
_REACH = 4.0  # words from source or target over which a word's weight falls by two thirds
_POWER = (
    3  # of a cosine: high enough for a near synonym to count and a mere neighbour not; odd, so that it stays a kernel
)


def words_of_event(event: Event) -> list[Word]:
    """The words of a sentence in order, lower case, with whom it names folded into one mark each."""
    out: list[Word] = []
    for match in _WORD.finditer(event.text):
        zone = _zone(event, match.span())
        word = zone if zone in "ST" else match.group().lower()
        if zone not in "ST" or not out or out[-1][1] != zone:
            out.append((zone, word))
    return out


def shared_words(events: Sequence[Event]) -> Kernel:
    """Cosine of what sentences share: words, stems, pairs of neighbours, and words near the source and the target."""
    counts = [Counter(grams(words_of_event(event))) for event in events]
    known = Counter(gram for count in counts for gram in count)
    columns = {gram: index for index, gram in enumerate(gram for gram, seen in known.items() if seen > 1)}
    rows = [
        (row, columns[gram], math.log(len(events) / known[gram]))
        for row, count in enumerate(counts)
        for gram in count
        if gram in columns
    ]
    row, column, weight = (np.array(part) for part in zip(*rows, strict=True))
    matrix = sparse.csr_matrix((weight, (row, column)), shape=(len(events), len(columns)))
    return unit((matrix @ matrix.T).toarray())


def grams(words: Sequence[Word]) -> Iterator[str]:
    """What a sentence is known by; what stands for its source and target tells only in pairs."""
    for zone, word in words:
        if word not in "ST":
            yield from (
                f"word {word}",
                f"{zone} {word}",
                f"stem {word[: _STEM - 1]}",
                f"{zone} stem {word[: _STEM - 1]}",
            )
    for (_, one), (_, other) in pairwise(words):
        yield f"pair {one[:_STEM]} {other[:_STEM]}"
    for place, (_, word) in enumerate(words):
        if word == "S":
            yield from (f"behind source {near[:_STEM]}" for _, near in words[place + 1 : place + 1 + _BEHIND])
        if word == "T":
            yield from (f"before target {near[:_STEM]}" for _, near in words[max(place - _BEFORE, 0) : place])
            yield from (f"behind target {near[:_STEM]}" for _, near in words[place + 1 : place + 3])


def alike_words(events: Sequence[Event], model: Model) -> Kernel:
    """Likeness of the words near source and target, by the encoder's vectors of words: "applaud" is near "praise"."""
    sentences = [words_of_event(event) for event in events]
    known = Counter(word for words in sentences for word in {word for _, word in words} - {"S", "T"})
    columns = {word: index for index, word in enumerate(known)}
    weights = np.zeros((len(events), len(columns)))
    for row, words in enumerate(sentences):
        for word, nearness in _near(words):
            rarity = math.log(len(events) / known[word])
            weights[row, columns[word]] = max(weights[row, columns[word]], nearness * rarity)
    vectors = _vectors(list(columns), model)
    return unit(weights @ (vectors @ vectors.T) ** _POWER @ weights.T)


def unit(kernel: Kernel) -> Kernel:
    """The same likenesses, each sentence's with itself made one."""
    norm = np.sqrt(np.diag(kernel)) + 1e-9
    scaled: Kernel = kernel / np.outer(norm, norm)
    return scaled


def _near(words: Sequence[Word]) -> Iterator[tuple[str, float]]:
    """Each word with its nearness: behind the source or before the target, and the more where it lies between."""
    sources = [place for place, (zone, _) in enumerate(words) if zone == "S"]
    targets = [place for place, (zone, _) in enumerate(words) if zone == "T"]
    for place, (zone, word) in enumerate(words):
        if zone in "ST":
            continue
        far = [place - sources[-1]] if sources and place > sources[-1] else []
        far += [targets[0] - place] if targets and place < targets[0] else []
        falling = math.exp(-(min(far) - 1) / _REACH) if far else 0.0
        yield word, falling + (0.3 if zone == "b" else 0.05)


def _vectors(words: Sequence[str], model: Model) -> NDArray[np.float64]:
    """The encoder's vectors of words as they enter it, of length one."""
    tokenizer = Tokenizer.from_str(model.tokenizer)
    pieces = model.arrays["word"] * model.arrays["word_scale"].astype(np.float64)
    pieces -= pieces.mean(axis=0)
    means = [pieces[tokenizer.encode(word, add_special_tokens=False).ids].mean(axis=0) for word in words]
    vectors = np.stack(means)
    scaled: NDArray[np.float64] = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    return scaled


def _zone(event: Event, span: Offsets) -> str:
    source, target = event.source, event.target
    if source and _inside(span, source):
        return "S"
    if target and _inside(span, target):
        return "T"
    if not source or not target:
        return "r"
    return "b" if min(source[1], target[1]) <= span[0] <= max(source[0], target[0]) else "r"


def _inside(span: Offsets, other: Offsets) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]
