"""Read a text with the encoder: text -> word pieces -> windows -> the heads' outputs.

Use `Encoder.read` for one text. It holds the one ONNX session of a reader; windows are run one a call, so that the
same text gives the same outputs in any company.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from onrecord.errors import ModelError
from onrecord.model import Model, Part, arrays_of
from onrecord.reading.act_encoder import ActEncoder
from onrecord.reading.crew import Crew
from onrecord.reading.pieces import FloatArray, IntArray, Pieces, cut
from onrecord.reading.windows import Window, lay

HEADS = ("roles", "media", "arcs", "sources")
SIDE = ("mentions", "linked", "ask", "answer")
BEFORE = "before"  # the vectors that the side graph goes on from
PARTS: tuple[Part, Part, Part] = ("main", "side", "acts")
SOURCE = (3, 4)  # the role tags of sources

# Mean difference of role probabilities on the fixed window. Rounding between processors stays below 0.001; saturated
# sums change every tenth tag.
AGREES = 0.01

ALONE = Crew(1)


@dataclass(frozen=True, slots=True, eq=False)
class Outputs:
    """What the heads say of one text of n pieces; all scores are natural logarithms of probabilities.

    Attributes:
        pieces: the word pieces.
        windows: where the encoder read.
        roles: (n, 7) BIO tags O, B-cue, I-cue, B-source, I-source, B-content, I-content.
        media: (n, 3) said, written, thought; meaningful at the first piece of a cue.
        arcs: one array a window of T pieces, (T + 2, T + 2): row i gives where the cue of piece i begins.
        sources: likewise: row i, the first piece of a cue, gives where its source begins; column 0: it has none.
        mentions: (n, 13) tags of mentions: outside; the first piece of a core by type (person, organisation, place) and
            form (named, nominal, pronoun); the pieces after it, by type.
        linked: (m,) pieces that may be the anchor of a mention, and the first of each window, rising; the others'
            vectors are not kept.
        ask: (m, d + 1) for each of them, what is asked of an antecedent, and the score of there being none.
        answer: (m, d) for each of them, what it answers as an antecedent.
    """

    pieces: Pieces
    windows: list[Window]
    roles: FloatArray
    media: FloatArray
    arcs: list[FloatArray]
    sources: list[FloatArray]
    mentions: FloatArray
    linked: IntArray
    ask: FloatArray
    answer: FloatArray


class Encoder:
    """The ONNX sessions with their tokenizer.

    Attributes:
        acts: the reader of single statements.
        crew: runs windows and statements side by side.

    Args:
        model: weights and settings.
        threads: that may run side by side.
    """

    def __init__(self, model: Model, *, threads: int) -> None:
        self._tokenizer = _tokenizer(model)
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._size = model.size
        self._overlap = model.overlap
        self._session, self._side, acts = _checked_sessions(model)
        self.crew = Crew(threads)
        self.acts = ActEncoder(acts)

    def cut(self, text: str) -> Pieces:
        """The word pieces of a text."""
        return cut(text, self._tokenizer)

    def read(self, pieces: Pieces, *, mentions: bool = True, alone: bool = False) -> Outputs:
        """Run every window of a text and join what each reads best.

        Args:
            pieces: of the text.
            mentions: whether those are wanted too; else there are none.
            alone: not to ask the crew, for one of the crew asks.
        """
        windows = lay(len(pieces), size=self._size, overlap=self._overlap)
        crew = ALONE if alone else self.crew
        parts = crew.each(lambda window: _part(window, self.run(pieces, window, mentions=mentions)), windows)
        joined = {name: np.concatenate([getattr(part, name) for part in parts]) for name in KEPT} if parts else EMPTY
        return Outputs(
            pieces=pieces,
            windows=windows,
            arcs=[part.arcs for part in parts],
            sources=[part.sources for part in parts],
            **joined,
        )

    def run(self, pieces: Pieces, window: Window, *, mentions: bool = False) -> dict[str, FloatArray]:
        """The heads' outputs on one window, [CLS] and [SEP] included; where mentions are wanted, those of `SIDE` too.

        The latter are of the pieces alone that are kept of the window; `linked` counts from the first of these.
        """
        feeds = {
            "ids": _framed(pieces.ids, window, first=101, last=102),
            "shape": _framed(pieces.shape, window),
            "gap": _framed(pieces.gap, window),
        }
        names = (*HEADS, BEFORE) if mentions else HEADS
        results: dict[str, FloatArray] = dict(zip(names, self._session.run(names, feeds), strict=True))
        if mentions:
            rows = _rows(window)
            places = {"first": np.array([rows.start]), "last": np.array([rows.stop])}
            given = {BEFORE: results.pop(BEFORE), "roles": results["roles"][rows], **places}
            results |= zip(SIDE, self._side.run(SIDE, given), strict=True)
        return results


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """What is kept of one window: as in `Outputs`, for the pieces that it owns; the arcs whole."""

    roles: FloatArray
    media: FloatArray
    mentions: FloatArray
    linked: IntArray
    ask: FloatArray
    answer: FloatArray
    arcs: FloatArray
    sources: FloatArray


KEPT = ("roles", "media", "mentions", "linked", "ask", "answer")
EMPTY: dict[str, Any] = {
    name: np.zeros((0, width), dtype=np.float32)
    for name, width in {"roles": 7, "media": 3, "mentions": 13, "ask": 1, "answer": 0}.items()
} | {"linked": np.zeros(0, dtype=np.int64)}


def _part(window: Window, result: dict[str, FloatArray]) -> _Part:
    rows = _rows(window)
    roles, media = result["roles"][rows], result["media"][rows]
    kept = _links(result, window.keep_from) if "mentions" in result else _no_links(len(roles))
    return _Part(roles=roles, media=media, arcs=result["arcs"], sources=result["sources"], **kept)


def _rows(window: Window) -> slice:
    """Where the pieces that are kept of a window stand in its outputs."""
    return slice(1 + window.keep_from - window.start, 1 + window.keep_to - window.start)


def _links(result: dict[str, FloatArray], first: int) -> dict[str, Any]:
    """The mentions, and the vectors of the pieces that may be the anchor of one."""
    return {name: result[name] for name in ("mentions", "ask", "answer")} | {"linked": result["linked"] + first}


def _no_links(count: int) -> dict[str, Any]:
    nothing: FloatArray = np.zeros((count, EMPTY["mentions"].shape[1]), dtype=np.float32)
    return {"mentions": nothing, **{name: EMPTY[name] for name in ("linked", "ask", "answer")}}


def _tokenizer(model: Model) -> Tokenizer:
    try:
        return Tokenizer.from_str(model.tokenizer)
    except Exception as error:  # the tokenizers package raises plain exceptions
        raise ModelError(f"cannot use the model {model.name}: its tokenizer does not load ({error})") from error


Sessions = tuple[ort.InferenceSession, ort.InferenceSession, ort.InferenceSession]


def _checked_sessions(model: Model) -> Sessions:
    """The int8 sessions of all parts, or the float ones where this processor does not multiply int8 as it should.

    Without VNNI, sums of int8 products saturate in silence; a fixed window with known outputs shows it.
    """
    session = _session(model, "int8", "main")
    try:
        feeds = {name: model.check[name] for name in ("ids", "shape", "gap")}
        roles = session.run(["roles"], feeds)[0]
        differs = float(np.abs(np.exp(roles) - np.exp(model.check["roles"])).mean())
    except Exception as error:  # as above; a check without an array is a KeyError
        raise ModelError(f"cannot use the model {model.name}: its check window does not run ({error!r})") from error
    if differs <= AGREES:
        return session, _session(model, "int8", "side"), _session(model, "int8", "acts")
    warnings.warn(
        "int8 products are not exact on this processor: reading with float weights, which is slower", stacklevel=3
    )
    main, side, acts = (_session(model, "float", part) for part in PARTS)
    return main, side, acts


def _session(model: Model, kind: str, part: Part) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1  # the crew runs several calls side by side
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    arrays = arrays_of(model.arrays, part=part)
    graph = model.graphs[kind if part == "main" else f"{kind}-{part}"]
    options.add_external_initializers(list(arrays), [ort.OrtValue.ortvalue_from_numpy(one) for one in arrays.values()])
    try:
        return ort.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime raises classes of its own, which it does not export
        raise ModelError(f"cannot use the model {model.name}: its graph does not load ({error})") from error


def _framed(values: IntArray, window: Window, *, first: int = 0, last: int = 0) -> IntArray:
    row = np.empty((1, window.end - window.start + 2), dtype=np.int64)
    row[0, 0], row[0, -1] = first, last
    row[0, 1:-1] = values[window.start : window.end]
    return row
