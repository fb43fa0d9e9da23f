"""Say in which direction a content's subject lies, so that contents about the same lie close.

Use `Vectors.of` on the pieces of a content, or of what a user asks for. A vector is the weighted mean of the pieces'
word embeddings, rare pieces counting more, turned onto the axes in which contents differ most (Arora et al. 2017). On
the onrecord gold it tells contents of one article from others better than plain means: `python -m training.vectors`.
Means of the encoders' outputs did worse, for those have learnt what words do and not what they are about.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.pieces import FloatArray, IntArray

SCALE = 127.0


class Vectors:
    """The tables that vectors are made of.

    Args:
        arrays: of the model: `word` (pieces, width) int8 with `word_scale`, `vectors.weight` (pieces,), `vectors.mean`
            (width,) and `vectors.axes` (width, dimensions).
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._word, self._scale = arrays["word"], arrays["word_scale"]
        self._weight, self._mean, self._axes = (arrays[f"vectors.{name}"] for name in ("weight", "mean", "axes"))

    def of(self, ids: IntArray) -> bytes:
        """The direction of some pieces, a signed byte a dimension; nothing for no pieces."""
        if not len(ids):
            return b""
        turned = (self.mean_of(ids) - self._mean) @ self._axes
        length = float(np.linalg.norm(turned)) or 1.0
        return bytes(np.round(turned / length * SCALE).astype(np.int8).tobytes())

    def mean_of(self, ids: IntArray) -> FloatArray:
        """The weighted mean (width,) of the pieces' embeddings."""
        weights = self._weight[ids].astype(np.float32)[:, None] * self._scale[ids]
        mean: FloatArray = (self._word[ids] * weights).mean(axis=0)
        return mean
