"""`onrecord positions`: the matrix, its evidence and its forms."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from tests.answers.conftest import ISSUE
from tests.cli.conftest import Run
from tests.conftest import Golden


def test_the_matrix_looks_as_it_was_reviewed(run: Run, talks: Path, golden: Golden) -> None:
    golden("positions.txt", run("positions", "--issue", ISSUE, "--ledger", talks).stdout)


def test_help_looks_as_it_was_reviewed(run: Run, golden: Golden) -> None:
    golden("positions-help.txt", run("positions", "--help").stdout)


def test_json_has_every_cell_with_its_statements_and_reasons(run: Run, talks: Path) -> None:
    answer = json.loads(run("positions", "--issue", ISSUE, "--ledger", talks, "--json").stdout)
    cells = [cell for row in answer["rows"] for cell in row["cells"]]
    assert all(cell["why"] and len(cell["held"]) == cell["scope"]["statements"] for cell in cells)
    assert all(one["entry"]["statement"]["content"] for cell in cells for one in cell["held"])


def test_csv_has_a_row_a_cell(run: Run, talks: Path) -> None:
    rows = list(csv.DictReader(run("positions", "--issue", ISSUE, "--ledger", talks, "--csv").stdout.splitlines()))
    estria = {row["stance"]: int(row["statements"]) for row in rows if row["side"] == "Estria"}
    assert estria["willing if"] == 6


def test_on_a_day_later_statements_do_not_count(run: Run, talks: Path) -> None:
    answer = json.loads(run("positions", "--issue", ISSUE, "--ledger", talks, "--on", "2031-03-16", "--json").stdout)
    assert answer["scope"]["last"] <= "2031-03-16"


def test_all_statements_of_a_cell_are_listed_when_asked_for(run: Run, talks: Path) -> None:
    few, many = (
        run("positions", "--issue", ISSUE, "--ledger", talks, *more).stdout for more in ((), ("--statements",))
    )
    assert len(many.splitlines()) > len(few.splitlines())


def test_rows_may_be_speakers(run: Run, talks: Path) -> None:
    answer = json.loads(run("positions", "--issue", ISSUE, "--ledger", talks, "--by", "speaker", "--json").stdout)
    assert "Anselm Okoro" in {row["side"] for row in answer["rows"]}


def test_an_unknown_issue_ends_with_2(run: Run, talks: Path) -> None:
    result = run("positions", "--issue", "fish", "--ledger", talks)
    assert (result.exit_code, "no issue 'fish'" in result.stderr) == (2, True)


def test_a_ledger_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    result = run("positions", "--issue", ISSUE, "--ledger", tmp_path / "none.db")
    assert (result.exit_code, "no ledger" in result.stderr) == (2, True)
