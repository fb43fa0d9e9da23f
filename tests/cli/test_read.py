"""`onrecord read`: its options, its order and its exit codes."""

from __future__ import annotations

import json
import os
import warnings
from datetime import date
from pathlib import Path

import click
import pytest

from onrecord.cli.input_options import parse_day
from onrecord.cli.reader_options import default_threads
from onrecord.errors import ModelError
from tests.cli.conftest import Run
from tests.cli.fakes import PORTS, TRADE, FakeReader
from tests.conftest import Golden


def sources(output: str) -> list[list[str]]:
    """Who speaks, in each line of JSON."""
    return [[stmt["source_text"] for stmt in json.loads(line)["statements"]] for line in output.splitlines()]


def test_tables_look_as_they_were_reviewed(
    run: Run, news: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(news)
    result = run("read", "a-trade.txt", "b-ports.txt", "--date", "2031-04-01", "--outlet", "Norvia Today")
    golden("read.txt", result.stdout)


def test_json_looks_as_it_was_reviewed(run: Run, news: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(news)
    result = run("read", "a-trade.txt", "b-ports.txt", "--json", "--date", "2031-04-01", "--outlet", "Norvia Today")
    golden("read.jsonl", result.stdout)


def test_help_looks_as_it_was_reviewed(run: Run, golden: Golden) -> None:
    golden("read-help.txt", run("read", "--help").stdout)


def test_articles_come_in_input_order(run: Run, news: Path) -> None:
    result = run("read", news / "b-ports.txt", news / "a-trade.txt", "--json")
    assert [names[0] for names in sources(result.stdout)] == ["Tolo Brand", "Mara Voss"]


def test_good_input_ends_quietly_with_0(run: Run, news: Path) -> None:
    result = run("read", news)
    assert (result.exit_code, result.stderr) == (0, "")


def test_standard_input_is_read_when_there_is_no_path(run: Run) -> None:
    result = run("read", "--json", input=TRADE)
    assert sources(result.stdout) == [["Mara Voss", "Norvia", "Estmark"]]


def test_standard_input_may_be_named(run: Run, news: Path) -> None:
    result = run("read", "--json", news / "a-trade.txt", "-", input=PORTS)
    assert [names[0] for names in sources(result.stdout)] == ["Mara Voss", "Tolo Brand"]


def test_no_path_at_a_terminal_is_a_usage_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.cli.read.is_terminal", bool)
    result = run("read")
    assert result.exit_code == 2
    assert result.stderr.startswith("onrecord: name a file or a folder, or pipe a text to standard input")


def test_no_nested_leaves_out_what_is_said_within(run: Run) -> None:
    assert sources(run("read", "--json", "--no-nested", input=TRADE).stdout) == [["Mara Voss", "Estmark"]]


def test_utterances_leaves_out_what_is_thought(run: Run) -> None:
    assert sources(run("read", "--json", "--utterances", input=TRADE).stdout) == [["Mara Voss", "Estmark"]]


def test_date_and_outlet_reach_the_article(run: Run) -> None:
    article = json.loads(run("read", "--json", "--date", "2031-04-01", "--outlet", "X", input=TRADE).stdout)["article"]
    assert (article["published"], article["outlet"]) == ("2031-04-01", "X")


def test_columns_of_a_table_can_be_named(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(f'story,paper\n"{PORTS.strip()}",Estmark Post\n', encoding="utf-8")
    (line,) = run("read", table, "--json", "--column", "text=story", "--column", "outlet=paper").stdout.splitlines()
    assert (sources(line), json.loads(line)["article"]["outlet"]) == ([["Tolo Brand"]], "Estmark Post")


@pytest.mark.parametrize("value", ["text", "=story"])
def test_a_column_needs_its_field(run: Run, news: Path, value: str) -> None:
    result = run("read", news, "--column", value)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "is not of the form FIELD=COLUMN, such as text=body" in result.stderr


def test_a_page_can_be_taken_as_plain_text(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "notes.html"
    page.write_text(f"<html>{PORTS}", encoding="utf-8")
    article = json.loads(run("read", page, "--json", "--text").stdout)["article"]
    assert article["length"] == len(f"<html>{PORTS}")


def test_bad_input_is_named_and_the_rest_is_read(run: Run, news: Path) -> None:
    result = run("read", "--json", news / "none.txt", news)
    assert result.exit_code == 1
    assert len(sources(result.stdout)) == 2
    assert result.stderr.splitlines() == [
        f"onrecord: cannot read {news / 'none.txt'}: no such file or directory",
        "onrecord: 1 of 3 could not be read",
    ]


def test_a_reading_that_fails_costs_itself_only(run: Run, news: Path) -> None:
    (news / "0.txt").write_text("DIVIDE", encoding="utf-8")
    result = run("read", "--json", news)
    assert (result.exit_code, len(sources(result.stdout))) == (1, 2)
    assert f"cannot read {news / '0.txt'}: ZeroDivisionError: division by zero\n" in result.stderr


def test_a_machine_without_memory_stops_at_once(run: Run, news: Path) -> None:
    (news / "0.txt").write_text("MEMORY", encoding="utf-8")
    result = run("read", "--json", news)
    assert (result.exit_code, result.stderr) == (1, "onrecord: stopped: out of memory\n")
    assert result.stdout == ""


def test_an_interrupt_ends_with_130(run: Run) -> None:
    result = run("read", "--json", input="INTERRUPT")
    assert (result.exit_code, result.stderr.strip()) == (130, "")


def test_a_model_that_cannot_be_used_is_one_line_and_2(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ModelError("no model in x: manifest.json cannot be read")

    monkeypatch.setattr(FakeReader, "__init__", refuse)
    result = run("read", news, "--model", "x")
    assert (result.exit_code, result.stderr) == (2, "onrecord: no model in x: manifest.json cannot be read\n")


def test_a_warning_of_the_model_is_one_line(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakeReader, "__init__", lambda *_, **__: warnings.warn("slow weights", stacklevel=2))
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        result = run("read", news)
    assert (result.exit_code, result.stderr) == (0, "onrecord: warning: slow weights\n")


def test_model_and_threads_reach_the_reader(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Path | None, int]] = []
    monkeypatch.setattr(FakeReader, "__init__", lambda _, model, *, threads: asked.append((model, threads)))
    run("read", news, "--model", "x", "--threads", "3")
    assert asked == [(Path("x"), 3)]


@pytest.mark.parametrize(
    "options",
    [
        ["--jsn"],
        ["--threads", "0"],
        ["--threads", "many"],
        ["--date", "2.12.2022"],
        ["--date"],
        ["--date", "2022-02-30"],
    ],
    ids=" ".join,
)
def test_a_bad_option_is_one_line_and_2(run: Run, news: Path, options: list[str]) -> None:
    result = run("read", news, *options)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert options[0] in result.stderr


@pytest.mark.parametrize("value", ["20221202", "2022-W48-5", "2022-12-2", "02.12.2022", "", "\uff12022-12-02"])
def test_a_day_is_taken_in_one_notation_only(value: str) -> None:
    with pytest.raises(click.BadParameter, match="YYYY-MM-DD"):
        parse_day(click.Context(click.Command("x")), click.Option(["-x"]), value)


def test_a_day_is_a_date() -> None:
    assert parse_day(click.Context(click.Command("x")), click.Option(["-x"]), "2022-12-02") == date(2022, 12, 2)


@pytest.mark.parametrize(("processors", "threads"), [(None, 1), (1, 1), (3, 3), (64, 4)])
def test_threads_follow_the_processors_up_to_four(
    processors: int | None, threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert default_threads() == threads
