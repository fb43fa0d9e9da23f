"""`onrecord export`: its filters, its refusals and what it says."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from click.testing import Result
from rich.console import Console

from onrecord.cli.export import formats_like, watched
from onrecord.exports import FORMATS
from onrecord.ledger import Issue, add_issue, open_ledger
from tests.cli.conftest import Run
from tests.conftest import Golden
from tests.exports.builders import story
from tests.ledger.builders import PORTS, TRADE, article, filled

Export: TypeAlias = Callable[..., Result]
PAGE = Path(__file__).parents[2] / "docs" / "exports.md"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with two articles."""
    path = tmp_path / "onrecord.db"
    with open_ledger(path, create=True) as opened:
        filled(opened, article(TRADE, id="trade", outlet="Meridian Wire"), article(PORTS, url="https://norvia.example"))
        add_issue(opened, Issue(name="ports", queries=("ports",)))
        add_issue(opened, Issue(name="negotiations", queries=("treaty",)))
    return path


@pytest.fixture
def export(run: Run, ledger: Path) -> Export:
    """Export that ledger."""
    return lambda *args: run("export", *args, "--ledger", ledger)


def texts(path: Path) -> list[str]:
    """What the statements of a file of JSON Lines say."""
    return [json.loads(line)["statement"]["text"] for line in path.read_bytes().splitlines()]


def test_help_lists_every_format(run: Run) -> None:
    shown = run("export", "--help").stdout
    assert [name for name, form in FORMATS.items() if name not in shown or form.summary not in shown] == []


def test_help_looks_as_it_was_reviewed(run: Run, golden: Golden) -> None:
    golden("export-help.txt", run("export", "--help").stdout)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_written(name: str, export: Export, tmp_path: Path) -> None:
    result = export(name, tmp_path / "out")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "out").is_file()


def test_it_says_how_many_are_where(export: Export, tmp_path: Path) -> None:
    result = export("jsonl", tmp_path / "out.jsonl")
    number = len(texts(tmp_path / "out.jsonl"))
    assert number > 2
    assert result.stderr == f"onrecord: {number} statements in {tmp_path / 'out.jsonl'}\n"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--query", "ports"], ["the ports of Norvia stay open"]),
        (["--speaker", "Mara Voss"], ["Norvia thinks the Estmark treaty is dead"]),
        (["--issue", "ports"], ["the ports of Norvia stay open"]),
        (["--issue", "ports", "--speaker", "Mara Voss"], []),
        (["--limit", "1"], ["Norvia thinks the Estmark treaty is dead"]),
        (["--act", "threaten"], []),
    ],
    ids=" ".join,
)
def test_filters_choose(options: list[str], found: list[str], export: Export, tmp_path: Path) -> None:
    assert export("jsonl", tmp_path / "out.jsonl", *options).exit_code == 0
    assert texts(tmp_path / "out.jsonl") == found


def test_nothing_is_said_and_gives_an_empty_file(export: Export, tmp_path: Path) -> None:
    result = export("csv", tmp_path / "out.csv", "--act", "threaten")
    assert result.stderr == f"onrecord: no statement is chosen; {tmp_path / 'out.csv'} holds none\n"
    assert result.exit_code == 0


def test_what_is_left_out_is_said(export: Export, tmp_path: Path) -> None:
    result = export("graphml", tmp_path / "out.graphml")
    assert "left out: nobody is addressed, so there is no edge" in result.stderr


def test_passages_have_the_words_around_them(export: Export, tmp_path: Path) -> None:
    export("webannotation", tmp_path / "out.json", "--query", "ports")
    (annotation,) = json.loads((tmp_path / "out.json").read_bytes())["first"]["items"]
    assert annotation["target"]["selector"][0]["prefix"] == "Tolo Brand said that "


def test_an_issue_is_the_concept_in_dna(export: Export, tmp_path: Path) -> None:
    export("dna-csv", tmp_path / "out.csv", "--issue", "ports")
    assert '"ports";1;' in (tmp_path / "out.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["xml", "out"], "there is no format 'xml'; choose one of csv, jsonl"),
        (["csv", "none/out"], "there is no folder"),
        (["csv", "onrecord.db"], "it is the ledger; choose another file"),
        (["csv", "out", "--issue", "fish"], "no issue 'fish'"),
        (["csv", "out", "--limit", "0"], "'--limit'"),
        (["csv"], "Missing argument 'FILE'"),
    ],
    ids=["format", "folder", "ledger", "issue", "limit", "file"],
)
def test_a_refusal_is_one_line_and_2(
    args: list[str], message: str, export: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = export(*args)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert message in result.stderr
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("onrecord.db")] == []


def documented() -> list[str]:
    """The commands of the page."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("onrecord export ")]


@pytest.mark.parametrize("command", documented())
def test_a_command_of_the_page_runs(
    command: str, export: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert export(*shlex.split(command)[2:]).exit_code == 0


def test_no_ledger_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("export", "csv", tmp_path / "out.csv", "--ledger", tmp_path / "none.db")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"onrecord: no ledger {tmp_path / 'none.db'}")


def test_the_shell_completes_formats() -> None:
    nothing: Any = None
    assert [item.value for item in formats_like(nothing, nothing, "dna")] == ["dna", "dna-csv"]


@pytest.mark.parametrize("shown", [True, False])
def test_who_watches_gets_the_same_entries(shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rich.console.Console", lambda **_: Console(file=None, quiet=True))
    assert tuple(watched(story(), shown=shown)) == story()
