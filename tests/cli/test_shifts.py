"""`onrecord shifts`: pairs side by side, and as data."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from tests.answers.conftest import ISSUE
from tests.cli.conftest import Run
from tests.conftest import Golden


def test_the_pairs_look_as_they_were_reviewed(run: Run, talks: Path, golden: Golden) -> None:
    golden("shifts.txt", run("shifts", "--issue", ISSUE, "--ledger", talks).stdout)


def test_help_looks_as_it_was_reviewed(run: Run, golden: Golden) -> None:
    golden("shifts-help.txt", run("shifts", "--help").stdout)


def test_every_pair_says_that_it_is_possible_only(run: Run, talks: Path) -> None:
    pairs = json.loads(run("shifts", "--issue", ISSUE, "--ledger", talks, "--json").stdout)["pairs"]
    assert pairs
    assert all(pair["why"].startswith("possible ") for pair in pairs)


def test_csv_has_a_row_a_pair_with_both_quotations(run: Run, talks: Path) -> None:
    rows = list(csv.DictReader(run("shifts", "--issue", ISSUE, "--ledger", talks, "--csv").stdout.splitlines()))
    assert rows
    assert all(row["before_text"] and row["after_text"] and row["before_last"] < row["after_first"] for row in rows)


def test_parties_are_compared_when_asked_for(run: Run, talks: Path) -> None:
    answer = json.loads(run("shifts", "--issue", ISSUE, "--by", "party", "--ledger", talks, "--json").stdout)
    assert "Estria" in {pair["side"] for pair in answer["pairs"]}
