"""`onrecord add` and `onrecord reread`: what they store, say and return."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import MappingProxyType

import pytest
from rich.console import Console

from onrecord.cli.bar import Bar
from onrecord.cli.expected import expected
from onrecord.cli.filling import summary, summary_again
from onrecord.errors import InputError, ModelError
from onrecord.ledger import Report, entries, open_ledger
from tests.cli.conftest import Run
from tests.cli.fakes import PORTS, TRADE, FakeReader


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Where a ledger may be made, outside of the news."""
    folder = tmp_path / "ledgers"
    folder.mkdir()
    return folder / "talks.db"


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder with two stories."""
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "a-trade.txt").write_text(TRADE, encoding="utf-8")
    (folder / "b-ports.txt").write_text(PORTS, encoding="utf-8")
    return folder


def names(path: Path) -> list[str]:
    """Who speaks in a ledger."""
    with open_ledger(path) as ledger:
        return [entry.stmt.speakers[0].name for entry in entries(ledger)]


def test_articles_are_read_into_the_ledger(run: Run, stories: Path, ledger: Path) -> None:
    result = run("add", stories, "--ledger", ledger)
    assert result.exit_code == 0
    assert result.stdout == "2 added (4 statements); 0 already there\n"
    assert names(ledger) == ["Mara Voss", "Norvia", "Estmark", "Tolo Brand"]


def test_what_is_there_is_passed_over(run: Run, stories: Path, ledger: Path) -> None:
    run("add", stories, "--ledger", ledger)
    assert run("add", stories, "--ledger", ledger).stdout == "0 added; 2 already there\n"


def test_the_weights_are_not_loaded_for_what_is_there(
    run: Run, stories: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", stories, "--ledger", ledger)
    monkeypatch.delattr(sys.modules["onrecord.reading"], "Reader")
    assert run("add", stories, "--ledger", ledger).exit_code == 0


def test_weights_that_cannot_be_used_are_one_line_and_2(
    run: Run, stories: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ModelError("no model in x: manifest.json cannot be read")

    monkeypatch.setattr(FakeReader, "__init__", refuse)
    result = run("add", stories, "--ledger", ledger, "--model", "x")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "onrecord: no model in x: manifest.json cannot be read\n"


def test_the_ledger_may_be_named_by_the_environment(run: Run, stories: Path, ledger: Path) -> None:
    run("add", stories, env={"ONRECORD_LEDGER": str(ledger)})
    assert ledger.exists()


def test_day_and_outlet_are_of_all_articles(run: Run, stories: Path, ledger: Path) -> None:
    run("add", stories, "--ledger", ledger, "--date", "2031-03-14", "--outlet", "Meridian Wire")
    with open_ledger(ledger) as opened:
        found = {(str(entry.published), *entry.outlets) for entry in entries(opened)}
    assert found == {("2031-03-14", "Meridian Wire")}


def test_what_fails_is_named_and_the_rest_is_added(run: Run, stories: Path, ledger: Path) -> None:
    (stories / "a-bad.txt").write_text("DIVIDE by zero, Ann Lee said.", encoding="utf-8")
    result = run("add", stories, "--ledger", ledger)
    assert result.exit_code == 1
    assert "a-bad.txt: ZeroDivisionError: division by zero" in result.stderr
    assert result.stdout == "2 added (4 statements); 0 already there; 1 failed\n"


def test_columns_of_a_table_can_be_named(run: Run, tmp_path: Path, ledger: Path) -> None:
    table = tmp_path / "table.jsonl"
    table.write_text(json.dumps({"story": PORTS, "paper": "Estmark Post"}), encoding="utf-8")
    run("add", table, "--ledger", ledger, "--column", "text=story", "--column", "outlet=paper")
    with open_ledger(ledger) as opened:
        assert [entry.outlets for entry in entries(opened)] == [("Estmark Post",)]


def test_a_column_needs_its_field(run: Run, stories: Path) -> None:
    result = run("add", stories, "--column", "story")
    assert result.exit_code == 2
    assert "'story' is not of the form FIELD=COLUMN, such as text=body" in result.stderr


def test_a_ledger_that_cannot_be_made_is_named(run: Run, stories: Path, tmp_path: Path) -> None:
    place = tmp_path / "no" / "talks.db"
    result = run("add", stories, "--ledger", place)
    assert result.exit_code == 2
    assert f"cannot use the ledger {place}: it cannot be opened or made" in result.stderr


def test_another_model_reads_again(run: Run, stories: Path, ledger: Path, tmp_path: Path) -> None:
    run("add", stories, "--ledger", ledger)
    assert run("reread", "--ledger", ledger).stdout == "0 read again; 0 statements\n"
    result = run("reread", "--ledger", ledger, "--model", tmp_path)
    assert result.stdout == "2 read again; 4 statements\n"


def test_there_must_be_a_ledger_to_read_again(run: Run, ledger: Path) -> None:
    result = run("reread", "--ledger", ledger)
    assert result.exit_code == 2
    assert f"no ledger {ledger}" in result.stderr
    assert not ledger.exists()


SKIPPED = MappingProxyType({"de": 2, "fr": 3, "uk": 2})


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (Report(), "0 added; 0 already there"),
        (Report(added=1200, near=3, statements=9000), "1,200 added (9,000 statements, 3 near copies); 0 already there"),
        (
            Report(known=5, again=2, reread=1),
            "0 added; 5 already there (2 in a new place, 1 read again as of an earlier day)",
        ),
        (
            Report(skipped=SKIPPED),
            "0 added; 0 already there; 7 not in English (3 fr, 2 de, 2 uk; --any-language takes them)",
        ),
        (Report(failed=2), "0 added; 0 already there; 2 failed"),
    ],
    ids=["nothing", "added", "known", "skipped", "failed"],
)
def test_the_summary_tells_what_came_of_it(report: Report, line: str) -> None:
    assert summary(report) == line


def test_corrections_without_a_place_are_listed() -> None:
    assert summary_again(Report(reread=1, unplaced=("0123.1-2",))).splitlines() == [
        "1 read again; 0 statements",
        "corrected, and not found again (the correction is kept): 0123.1-2",
    ]


@pytest.fixture
def screen() -> Console:
    """A terminal of which we keep all that is written."""
    return Console(file=io.StringIO(), force_terminal=True, width=120, _environ={"TERM": "xterm"})


def written(screen: Console) -> str:
    """What went to the terminal."""
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


def test_the_bar_counts_articles_and_statements(screen: Console) -> None:
    with Bar(watched=True, expected=9, console=screen) as bar:
        bar.watch(Report(added=3, known=1, statements=1234))
    assert "4 articles, 1,234 statements" in written(screen)


def test_an_error_stands_above_the_bar(screen: Console) -> None:
    with Bar(watched=True, console=screen) as bar:
        bar.tell(InputError("[b].txt", "it is\x1b binary"))
    assert "onrecord: cannot read [b].txt: it is\ufffd binary\n" in written(screen)


def test_nothing_is_shown_when_nobody_watches(screen: Console) -> None:
    with Bar(watched=False, console=screen) as bar:
        bar.watch(Report(added=3))
    assert written(screen) == ""


def test_articles_are_counted_before_they_are_read(stories: Path) -> None:
    (stories / "more.jsonl").write_text("{}\n{}\n{}\n", encoding="utf-8")
    assert expected([str(stories)]) == 5


@pytest.mark.parametrize("name", ["-", "no-such-file.txt", "archive.warc.gz"])
def test_what_cannot_be_counted_quickly_is_not(name: str, stories: Path) -> None:
    (stories / "archive.warc.gz").write_bytes(b"")
    path = str(stories / name) if name.endswith("gz") else name
    assert expected([str(stories), path]) is None
