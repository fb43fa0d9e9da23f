"""Counting the answers that were judged by reading."""

from __future__ import annotations

import re

import pytest

from evaluation import judged
from evaluation.judged import counts
from evaluation.tally import Share

CELLS = [
    {"doubtful": False, "holds": True, "statements": [{"ok": True, "off_issue": True}, {"ok": False}]},
    {"doubtful": True, "holds": False, "statements": [{"ok": False}]},
]
VERSIONS = [{"same_utterance": True, "kind_right": False}]


def test_what_is_right_is_counted_by_what_it_is() -> None:
    found = counts(CELLS, VERSIONS)
    assert found["cells"] == Share(right=1, of=2)
    assert found["cells without a mark of doubt"] == Share(right=1, of=1)
    assert found["statements in the cells"] == Share(right=1, of=3)
    assert found["statements that are right but off the issue"] == Share(right=1, of=1)
    assert (found["versions, the same utterance"].right, found["versions, their kind too"].right) == (1, 0)


def test_the_judgements_count_to_what_was_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    judged.main()
    printed = capsys.readouterr().out
    assert re.search(r"^cells +\d+ of +50$", printed, re.MULTILINE)
    assert re.search(r"^versions, the same utterance +\d+ of +40$", printed, re.MULTILINE)
    assert re.search(r"^shifts that readers found, shown +\d+ of +\d+$", printed, re.MULTILINE)
