"""What was said, written and only thought."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reading.medium import medium

CASES = {
    "the likelier of said and written": ((0.6, 0.3, 0.1), "said"),
    "written when that is likelier": ((0.3, 0.6, 0.1), "written"),
    "thought when likeliest": ((0.1, 0.1, 0.8), "thought"),
    "a doubt of a quarter is enough for thought": ((0.7, 0.05, 0.25), "thought"),
    "a lesser doubt is not": ((0.8, 0.05, 0.15), "said"),
}


@pytest.mark.parametrize(("probabilities", "expected"), CASES.values(), ids=CASES)
def test_the_medium_of_an_attribution(probabilities: tuple[float, float, float], expected: str) -> None:
    assert medium(np.log(np.float32(probabilities))) == expected
