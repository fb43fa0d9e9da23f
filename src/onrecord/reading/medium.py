"""Tell what was said from what was written and what was only thought.

Use `medium` on the scores of an attribution's cue. Doubt is decided against an utterance: to put words into a mouth
that only thought them is the worse mistake.
"""

from __future__ import annotations

import math

from onrecord.reading.pieces import FloatArray
from onrecord.records import Medium

SAID, WRITTEN, THOUGHT = range(3)

# Of 0.1 to 0.5 on onrecord dev, utterances only, 0.2 gave the best F1 of paired statements.
THOUGHT_FROM = math.log(0.2)


def medium(scores: FloatArray) -> Medium:
    """The medium of an attribution.

    Args:
        scores: (3,) logarithms of the probabilities of said, written and thought.
    """
    if scores[THOUGHT] >= THOUGHT_FROM:
        return "thought"
    return "written" if scores[WRITTEN] > scores[SAID] else "said"
