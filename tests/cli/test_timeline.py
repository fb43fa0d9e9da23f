"""`onrecord timeline`: the table, its forms and its drawing."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.answers.conftest import ISSUE
from tests.cli.conftest import Run
from tests.conftest import Golden


def test_the_table_looks_as_it_was_reviewed(run: Run, talks: Path, golden: Golden) -> None:
    golden("timeline.txt", run("timeline", "Anselm Okoro", "--issue", ISSUE, "--ledger", talks).stdout)


def test_help_looks_as_it_was_reviewed(run: Run, golden: Golden) -> None:
    golden("timeline-help.txt", run("timeline", "--help").stdout)


def test_json_tells_how_each_day_is_known(run: Run, talks: Path) -> None:
    answer = json.loads(run("timeline", "Estria", "--ledger", talks, "--json").stdout)
    assert {moment["dated"] for moment in answer["moments"]} == {"said", "published"}


def test_csv_keeps_a_week_as_two_days(run: Run, talks: Path) -> None:
    rows = list(csv.DictReader(run("timeline", "Anselm Okoro", "--ledger", talks, "--csv").stdout.splitlines()))
    assert ("2031-03-10", "2031-03-16") in {(row["first_day"], row["last_day"]) for row in rows}


@pytest.mark.parametrize(("name", "begins"), [("okoro.svg", b"<svg"), ("okoro.PNG", b"\x89PNG")])
def test_it_is_drawn_into_a_file(run: Run, talks: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    result = run("timeline", "Anselm Okoro", "--ledger", talks, "--plot", tmp_path / name)
    assert result.exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_file_of_another_kind_is_refused(run: Run, talks: Path, tmp_path: Path) -> None:
    result = run("timeline", "Anselm Okoro", "--ledger", talks, "--plot", tmp_path / "okoro.gif")
    assert (result.exit_code, "neither with .svg nor with .png" in result.stderr) == (2, True)


def test_the_specification_is_written_as_data(run: Run, talks: Path) -> None:
    assert "vega-lite" in json.loads(run("timeline", "Estria", "--ledger", talks, "--spec").stdout)["$schema"]


def test_nobody_has_nothing(run: Run, talks: Path) -> None:
    result = run("timeline", "Nobody Here", "--ledger", talks)
    assert (result.exit_code, result.stdout) == (0, "nothing found\n")
