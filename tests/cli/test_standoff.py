"""`onrecord standoff`: sentences, a drawing, and graphs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.answers.conftest import ISSUE
from tests.cli.conftest import Run
from tests.conftest import Golden


def test_the_circle_is_told_as_it_was_reviewed(run: Run, talks: Path, golden: Golden) -> None:
    golden("standoff.txt", run("standoff", "--issue", ISSUE, "--ledger", talks).stdout)


def test_the_drawing_looks_as_it_was_reviewed(run: Run, talks: Path, golden: Golden) -> None:
    golden("standoff.svg", run("standoff", "--issue", ISSUE, "--ledger", talks, "--form", "svg").stdout)


def test_help_looks_as_it_was_reviewed(run: Run, golden: Golden) -> None:
    golden("standoff-help.txt", run("standoff", "--help").stdout)


@pytest.mark.parametrize(("form", "begins"), [("svg", "<svg"), ("graphml", "<?xml"), ("dot", "digraph standoff {")])
def test_it_is_written_in_other_forms(run: Run, talks: Path, form: str, begins: str) -> None:
    assert run("standoff", "--issue", ISSUE, "--ledger", talks, "--form", form).stdout.startswith(begins)


def test_json_has_edges_circles_and_the_weakest(run: Run, talks: Path) -> None:
    answer = json.loads(run("standoff", "--issue", ISSUE, "--ledger", talks, "--json").stdout)
    (circle,) = answer["circles"]
    assert (circle["weakest"]["waiter"], circle["why"] != "") == ("League of Coastal States", True)
    assert all(wait["why"] for edge in answer["edges"] for wait in edge["waits"])
