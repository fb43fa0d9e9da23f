"""Read a text with the encoder: text -> word pieces -> windows -> the heads' outputs.

Use `Encoder.read` for one text. It holds the one ONNX session of a reader; windows are run one a call, so that the
same text gives the same outputs in any company.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.errors import ModelError
from onrecord.model import Model
from onrecord.reading.pieces import IntArray, Pieces, cut
from onrecord.reading.windows import Window, lay

FloatArray = NDArray[np.float32]

HEADS = ("roles", "media", "arcs", "sources")

# Mean difference of role probabilities on the fixed window. Rounding between processors stays below 0.001; saturated
# sums change every tenth tag.
AGREES = 0.01


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
    """

    pieces: Pieces
    windows: list[Window]
    roles: FloatArray
    media: FloatArray
    arcs: list[FloatArray]
    sources: list[FloatArray]


class Encoder:
    """An ONNX session with its tokenizer.

    Args:
        model: weights and settings.
        threads: that the session may use.
    """

    def __init__(self, model: Model, *, threads: int) -> None:
        self._tokenizer = _tokenizer(model)
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._size = model.size
        self._overlap = model.overlap
        self._session = _checked_session(model, threads)

    def cut(self, text: str) -> Pieces:
        """The word pieces of a text."""
        return cut(text, self._tokenizer)

    def read(self, pieces: Pieces) -> Outputs:
        """Run every window of a text and join what each reads best."""
        windows = lay(len(pieces), size=self._size, overlap=self._overlap)
        results = [self.run(pieces, window) for window in windows]
        return Outputs(
            pieces=pieces,
            windows=windows,
            roles=_kept(windows, [result[0] for result in results], 7),
            media=_kept(windows, [result[1] for result in results], 3),
            arcs=[result[2] for result in results],
            sources=[result[3] for result in results],
        )

    def run(self, pieces: Pieces, window: Window) -> list[FloatArray]:
        """The heads' outputs on one window, [CLS] and [SEP] included."""
        feeds = {
            "ids": _framed(pieces.ids, window, first=101, last=102),
            "shape": _framed(pieces.shape, window),
            "gap": _framed(pieces.gap, window),
        }
        results: list[FloatArray] = self._session.run(HEADS, feeds)
        return results


def _tokenizer(model: Model) -> Tokenizer:
    try:
        return Tokenizer.from_str(model.tokenizer)
    except Exception as error:  # the tokenizers package raises plain exceptions
        raise ModelError(f"cannot use the model {model.name}: its tokenizer does not load ({error})") from error


def _checked_session(model: Model, threads: int) -> ort.InferenceSession:
    """The int8 session, or the float one where this processor does not multiply int8 as it should.

    Without VNNI, sums of int8 products saturate in silence; a fixed window with known outputs shows it.
    """
    session = _session(model, "int8", threads)
    try:
        feeds = {name: model.check[name] for name in ("ids", "shape", "gap")}
        roles = session.run(["roles"], feeds)[0]
        differs = float(np.abs(np.exp(roles) - np.exp(model.check["roles"])).mean())
    except Exception as error:  # as above; a check without an array is a KeyError
        raise ModelError(f"cannot use the model {model.name}: its check window does not run ({error!r})") from error
    if differs <= AGREES:
        return session
    warnings.warn(
        "int8 products are not exact on this processor: reading with float weights, which is slower", stacklevel=3
    )
    return _session(model, "float", threads)


def _session(model: Model, kind: str, threads: int) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    values = [ort.OrtValue.ortvalue_from_numpy(array) for array in model.arrays.values()]
    options.add_external_initializers(list(model.arrays), values)
    try:
        return ort.InferenceSession(model.graphs[kind], options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime raises classes of its own, which it does not export
        raise ModelError(f"cannot use the model {model.name}: its graph does not load ({error})") from error


def _framed(values: IntArray, window: Window, *, first: int = 0, last: int = 0) -> IntArray:
    row = np.empty((1, window.end - window.start + 2), dtype=np.int64)
    row[0, 0], row[0, -1] = first, last
    row[0, 1:-1] = values[window.start : window.end]
    return row


def _kept(windows: list[Window], results: list[FloatArray], width: int) -> FloatArray:
    """Each piece's row from the window that owns it."""
    parts = [
        result[1 + window.keep_from - window.start : 1 + window.keep_to - window.start]
        for window, result in zip(windows, results, strict=True)
    ]
    return np.concatenate(parts) if parts else np.zeros((0, width), dtype=np.float32)
