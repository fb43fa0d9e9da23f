"""Compare PLOVER's sentences by what the encoder says of them.

Use the two kernels as parts of a mixture, beside those of `evaluation.plover_words`: `between` knows the vectors of the
words that follow the first of source and target, `acts` what the reader of acts says of the sentence, its first words
between source and target taken for the cue. The same outputs, read off without learning, are `likely_acts`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from evaluation.plover_data import Event
from evaluation.plover_words import Kernel, unit
from onrecord.model import Model, Part, arrays_of
from onrecord.reading.act_encoder import ActEncoder
from onrecord.reading.act_pieces import CONTENT, CUE, SOURCE
from onrecord.reading.pieces import IntArray, Pieces, cut
from onrecord.records import Act

ACTS: tuple[Act, ...] = get_args(Act)  # in the order of the head's outputs

_CLS, _SEP = 101, 102
_BEFORE = "before"  # the vectors before the last layer
_FIRST = 4  # word pieces of those between source and target that hold the verb in most sentences

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """What the encoder says of one sentence of n pieces.

    Attributes:
        pieces: the word pieces.
        vectors: (n, d) before the last layer.
        acts: (10,) natural logarithms of the probabilities of acts.
    """

    pieces: Pieces
    vectors: FloatArray
    acts: FloatArray


def read_sentences(events: Sequence[Event], model: Model) -> list[Sentence]:
    """Run the encoder over each sentence; with its float weights, which every processor multiplies alike."""
    tokenizer = Tokenizer.from_str(model.tokenizer)
    encoder, reader = _session(model, "main"), ActEncoder(_session(model, "acts"))
    return [_read(event, cut(event.text, tokenizer), encoder, reader) for event in events]


def between(events: Sequence[Event], sentences: Sequence[Sentence]) -> Kernel:
    """Cosine of the mean vectors of the first pieces between source and target."""
    return _cosine(np.stack([_between(*each) for each in zip(events, sentences, strict=True)]))


def acts(sentences: Sequence[Sentence]) -> Kernel:
    """Cosine of what the reader of acts says."""
    return _cosine(np.stack([one.acts for one in sentences]))


def likely_acts(sentences: Sequence[Sentence]) -> list[Act]:
    """The likeliest act of each sentence."""
    return [ACTS[int(one.acts.argmax())] for one in sentences]


def _between(event: Event, sentence: Sentence) -> FloatArray:
    start, end = _gap(event)
    inside = (sentence.pieces.start >= start) & (sentence.pieces.end <= end)
    first = np.flatnonzero(inside)[:_FIRST]
    mean: FloatArray = sentence.vectors[first].mean(axis=0) if len(first) else np.zeros(sentence.vectors.shape[1])
    return mean


def _gap(event: Event) -> tuple[int, int]:
    """The characters between source and target; where one is not named, those behind or before the other."""
    if event.source and event.target:
        first, second = sorted((event.source, event.target))
        return first[1], second[0]
    if event.target:
        return 0, event.target[0]
    return event.source[1] if event.source else 0, len(event.text)


def _cosine(rows: FloatArray) -> Kernel:
    """Cosines of rows whose columns are brought to one mean and spread."""
    scaled = (rows - rows.mean(axis=0)) / (rows.std(axis=0) + 1e-6)
    return unit(scaled @ scaled.T)


def _read(event: Event, pieces: Pieces, encoder: ort.InferenceSession, reader: ActEncoder) -> Sentence:
    feeds = {
        "ids": np.array([[_CLS, *pieces.ids, _SEP]]),
        "shape": np.array([[0, *pieces.shape, 0]]),
        "gap": np.array([[0, *pieces.gap, 0]]),
    }
    (before,) = encoder.run([_BEFORE], feeds)
    said = reader.read(pieces, _roles(event, pieces)).acts
    return Sentence(pieces=pieces, vectors=before[0, 1:-1].astype(np.float64), acts=said.astype(np.float64))


def _roles(event: Event, pieces: Pieces) -> IntArray:
    """The sentence as a statement: its source, the first words of the gap as the cue, all else as the content."""
    roles = np.full(len(pieces), CONTENT, dtype=np.int64)
    start, end = _gap(event)
    roles[np.flatnonzero((pieces.start >= start) & (pieces.end <= end))[:_FIRST]] = CUE
    if event.source:
        roles[(pieces.start >= event.source[0]) & (pieces.end <= event.source[1])] = SOURCE
    return roles


def _session(model: Model, part: Part) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    arrays = arrays_of(model.arrays, part=part)
    options.add_external_initializers(list(arrays), [ort.OrtValue.ortvalue_from_numpy(one) for one in arrays.values()])
    graph = model.graphs["float" if part == "main" else f"float-{part}"]
    return ort.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
