"""Read single statements with the acts graph: what the source does by it, and which words are conditions.

Use `ActEncoder.read` with the pieces of a text and the roles of one statement in it. A call reads one statement, so
that it reads the same in any company.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import onnxruntime as ort

from onrecord.reading.act_pieces import CONTENT, CUE, kept
from onrecord.reading.pieces import FloatArray, IntArray, Pieces

OUTPUTS = ("acts", "polarity", "certainty", "conditions")
FAR = -1e4
MASK = 103


@dataclass(frozen=True, slots=True, eq=False)
class ActOutputs:
    """What the heads say of one statement of n pieces; scores are natural logarithms of probabilities.

    Attributes:
        read: (n,) indices of its pieces among the text's.
        acts: (10,) in the order of `acts.ACTS`.
        polarity: (2,) positive, negative.
        certainty: (2,) certain, hedged.
        conditions: (n, 3) outside, first piece, inside of a condition.
    """

    read: IntArray
    acts: FloatArray
    polarity: FloatArray
    certainty: FloatArray
    conditions: FloatArray


class ActEncoder:
    """The session of the acts graph.

    Args:
        session: of the acts graph.
    """

    def __init__(self, session: ort.InferenceSession) -> None:
        self._session = session

    def read(self, pieces: Pieces, roles: IntArray, *, hidden: IntArray | None = None) -> ActOutputs:
        """Run one statement.

        Args:
            pieces: of the text.
            roles: (n,) as `roles_of` gives them; not all nought.
            hidden: indices of pieces that are read as if they could not be made out.
        """
        read = kept(roles)
        ids = pieces.ids[read].astype(np.int64)
        if hidden is not None:
            ids[np.isin(read, hidden)] = MASK
        results = self._session.run(OUTPUTS, feeds(ids, roles[read]))
        return ActOutputs(read, **dict(zip(OUTPUTS, results, strict=True)))


def feeds(ids: IntArray, roles: IntArray) -> dict[str, IntArray | FloatArray]:
    """Inputs of the graph for one statement of n pieces."""
    content = (roles == CONTENT).astype(np.float32)
    cue = (roles == CUE).astype(np.float32)
    if not cue.any():
        cue = content
    return {
        "ids": ids[None],
        "places": np.arange(len(ids), dtype=np.int64)[None],
        "roles": roles[None],
        "cue": (cue / max(float(cue.sum()), 1.0))[None, None],
        "content": (content / max(float(content.sum()), 1.0))[None, None],
        "bias": np.where(content > 0, np.float32(0), np.float32(FAR))[None, None, None],
    }
