"""`onrecord issue`: saved, listed, shown, changed by hand, removed."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from tests.answers.conftest import ISSUE
from tests.cli.conftest import Run
from tests.conftest import Golden


@pytest.fixture
def own(talks: Path, tmp_path: Path) -> Path:
    """A copy of the ledger that a test may write to."""
    return Path(shutil.copy(talks, tmp_path / "own.db"))


def names(run: Run, ledger: Path) -> list[str]:
    """The saved issues."""
    return [one["name"] for one in json.loads(run("issue", "list", "--json", "--ledger", ledger).stdout)["issues"]]


def ids(run: Run, ledger: Path, name: str) -> set[str]:
    """The statements of an issue."""
    shown = json.loads(run("issue", "show", name, "--json", "--ledger", ledger).stdout)
    return {one["id"] for one in shown["statements"]}


def test_a_preview_saves_nothing(run: Run, own: Path) -> None:
    result = run("issue", "add", "buoys", "--query", "buoys", "--preview", "--ledger", own)
    assert "statements ·" in result.stdout
    assert names(run, own) == [ISSUE]


def test_an_issue_is_shown_and_saved(run: Run, own: Path) -> None:
    result = run("issue", "add", "buoys", "--query", "buoys", "--ledger", own)
    assert "issue 'buoys' saved" in result.stderr
    assert names(run, own) == ["buoys", ISSUE]


def test_the_preview_counts_parties(run: Run, own: Path) -> None:
    assert "Estria" in run("issue", "add", "boats", "--query", "boats", "--preview", "--ledger", own).stdout


def test_several_queries_choose_more(run: Run, own: Path) -> None:
    run("issue", "add", "one", "--query", "buoys", "--ledger", own)
    run("issue", "add", "two", "--query", "buoys", "--query", "ferry", "--ledger", own)
    assert ids(run, own, "one") < ids(run, own, "two")


def test_filters_narrow_an_issue(run: Run, own: Path) -> None:
    run("issue", "add", "one", "--query", "boats", "--party", "Estria", "--from", "2031-03-20", "--ledger", own)
    shown = json.loads(run("issue", "show", "one", "--json", "--ledger", own).stdout)
    assert shown["filters"] == {"party": "Estria", "first": "2031-03-20"}
    assert {one["statement"]["speaker"]["party"] for one in shown["statements"]} == {"Estria"}


def test_a_statement_is_put_in_and_out_by_hand(run: Run, own: Path) -> None:
    run("issue", "add", "one", "--query", "buoys", "--ledger", own)
    other = sorted(ids(run, own, ISSUE) - ids(run, own, "one"))[0]
    run("issue", "put", "one", other, "--ledger", own)
    assert other in ids(run, own, "one")
    run("issue", "out", "one", other, "--ledger", own)
    assert other not in ids(run, own, "one")


def test_csv_marks_what_was_put_in(run: Run, own: Path) -> None:
    run("issue", "add", "one", "--query", "buoys", "--ledger", own)
    other = sorted(ids(run, own, ISSUE) - ids(run, own, "one"))[0]
    run("issue", "put", "one", other, "--ledger", own)
    rows = csv.DictReader(run("issue", "show", "one", "--csv", "--ledger", own).stdout.splitlines())
    assert {row["id"] for row in rows if row["by_hand"] == "in"} == {other}


def test_a_removed_issue_is_gone(run: Run, own: Path) -> None:
    run("issue", "remove", ISSUE, "--ledger", own)
    assert names(run, own) == []


def test_an_issue_of_everything_is_refused(run: Run, own: Path) -> None:
    result = run("issue", "add", "all", "--ledger", own)
    assert (result.exit_code, "an issue of everything is none" in result.stderr) == (2, True)


def test_a_name_is_taken_once(run: Run, own: Path) -> None:
    result = run("issue", "add", ISSUE, "--query", "boats", "--ledger", own)
    assert (result.exit_code, "already" in result.stderr) == (2, True)


def test_the_list_looks_as_it_was_reviewed(run: Run, talks: Path, golden: Golden) -> None:
    golden("issue-list.txt", run("issue", "list", "--ledger", talks).stdout)


def test_an_issue_looks_as_it_was_reviewed(run: Run, talks: Path, golden: Golden) -> None:
    golden("issue-show.txt", run("issue", "show", ISSUE, "--limit", "5", "--ledger", talks).stdout)


@pytest.mark.parametrize("command", ["add", "list", "show", "put", "out", "remove"])
def test_each_command_has_help(run: Run, command: str) -> None:
    result = run("issue", command, "--help")
    assert (result.exit_code, "Usage:" in result.stdout) == (0, True)
