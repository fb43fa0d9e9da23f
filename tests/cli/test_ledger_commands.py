"""The commands on a ledger: what they show, what they refuse, and how they end."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result

from onrecord.cli.corrections import parse_days
from onrecord.ledger import open_ledger
from onrecord.records import Article
from tests.cli.conftest import Run
from tests.conftest import Golden
from tests.ledger.builders import article, filled, wire
from tests.ledger.stories import told, told_in

COMMANDS = ("articles", "correct", "journal", "merge", "search", "show", "speakers", "stats", "undo")
ARGUMENTS = {"correct": ["3f"], "merge": ["a", "b"], "show": ["3f"]}


def copies() -> list[Article]:
    """A story that two outlets told alike."""
    one, two = wire("It was calm.", "It was calm and grey.")
    return [article(one, id="d", outlet="Harbour Wire"), article(two, id="e", outlet="Estmark Post")]


def _name(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger with the stories, where commands look for one by default."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOGNAME", "ada")
    with open_ledger("onrecord.db", create=True) as opened:
        told_in(opened, *copies())
    return tmp_path / "onrecord.db"


def rows(result: Result) -> list[dict[str, str]]:
    """The rows of CSV."""
    return list(csv.DictReader(io.StringIO(result.stdout)))


def key_of(run: Run, words: str) -> str:
    """The id of the statement that words find."""
    return rows(run("search", words, "--csv"))[0]["id"]


def timeless(text: str) -> str:
    """A text without times of day and days of this year, which differ each time."""
    return re.sub(
        r"20[2-9][0-9]-\d\d-\d\d \d\d:\d\d", "2031-03-20 12:00", re.sub(r"\(ada, [\d-]+\)", "(ada, TODAY)", text)
    )


@pytest.mark.parametrize("command", [*COMMANDS, "add", "feed", "fetch", "read", "reread"])
def test_help_has_examples_of_that_command(run: Run, command: str) -> None:
    shown = run(command, "--help").stdout
    assert re.search(rf"Examples:\n +onrecord {command}", shown)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_ledger_that_is_not_there_is_one_line_and_2(run: Run, tmp_path: Path, command: str) -> None:
    result = run(command, *ARGUMENTS.get(command, []), "--ledger", tmp_path / "none.db")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "onrecord add" in result.stderr


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("search", ["search", "talks"]),
        ("search-outlets", ["search", "ports"]),
        ("speakers", ["speakers"]),
        ("articles", ["articles"]),
        ("stats", ["stats"]),
    ],
)
def test_it_looks_as_it_was_reviewed(run: Run, ledger: Path, golden: Golden, name: str, args: list[str]) -> None:
    golden(f"ledger-{name}.txt", timeless(run(*args).stdout))


def test_a_statement_looks_as_it_was_reviewed(run: Run, ledger: Path, golden: Golden) -> None:
    key = key_of(run, '"grain go on"')
    run("correct", key, "--act", "deny", "--party", "", "--said-on", "2031-03-01/2031-03-02")
    golden("ledger-show.txt", timeless(run("show", key).stdout))


def test_the_journal_looks_as_it_was_reviewed(run: Run, ledger: Path, golden: Golden) -> None:
    run("correct", key_of(run, '"grain go on"'), "--act", "deny", "--speaker", "Ann Lee")
    run("correct", key_of(run, '"stay shut"'), "--remove")
    run("merge", "Mr Lee", "Ann Lee")
    run("undo")
    golden("ledger-journal.txt", timeless(run("journal").stdout))


def test_hits_are_bold_on_a_terminal() -> None:
    from onrecord.cli.marked import marked
    from onrecord.records import Span

    shown = marked("no\ntalks\x1b", [Span(3, 8)])
    assert shown.plain == "no talks\ufffd"
    assert [shown.plain[span.start : span.end] for span in shown.spans if span.style == "bold"] == ["talks"]


def test_search_in_json_has_offsets_of_the_hits(run: Run, ledger: Path) -> None:
    found = json.loads(run("search", "grain", "--json").stdout)
    (hit,) = found["hits"]
    assert found["total"] == 1
    assert [hit["statement"]["text"][start:end] for start, end in hit["marks"]] == ["grain"]
    assert hit["appearances"][0]["outlet"] == "Harbour Wire"


@pytest.mark.parametrize(
    ("options", "number"),
    [
        (["--speaker", "Tolo Brand"], 3),
        (["--party", "norvia"], 2),
        (["--act", "refuse"], 2),
        (["--outlet", "estmark post"], 1),
        (["--from", "2031-03-14"], 3),
        (["--to", "2031-03-10"], 2),
        (["--form", "direct"], 0),
        (["--polarity", "negative"], 0),
        (["--limit", "1"], 1),
        (["ports NOT shut", "--raw"], 1),
    ],
    ids=_name,
)
def test_options_choose(run: Run, ledger: Path, options: list[str], number: int) -> None:
    assert len(rows(run("search", *options, "--csv"))) == number


def test_nothing_found_is_said_and_no_failure(run: Run, ledger: Path) -> None:
    result = run("search", "zeppelin")
    assert (result.exit_code, result.stdout) == (0, "nothing found\n")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["search", "!?"], "nothing to search for in '!?'"),
        (["search", "(talks", "--raw"], "leave out --raw"),
        (["search", "talks", "--act", "shout"], "'shout' is not one of"),
        (["search", "talks", "--like", "ports"], "search for words or with --like"),
        (["show", "ports"], "'ports' is no statement"),
        (["show", "0123456789abcdef.1-2"], "no statement 0123456789abcdef.1-2"),
        (["correct", "0123456789abcdef.1-2", "--remove"], "no statement"),
        (["merge", "Ann Lee", "Nobody Known"], "no speaker 'Nobody Known'"),
        (["undo"], "nothing to undo"),
    ],
    ids=_name,
)
def test_what_cannot_be_done_is_one_line_and_2(run: Run, ledger: Path, args: list[str], message: str) -> None:
    result = run(*args)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert message in result.stderr


def test_like_asks_the_reader_for_a_vector(run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.cli.fakes import FakeReader

    monkeypatch.setattr(FakeReader, "vector_of", lambda *_: bytes(2), raising=False)
    assert json.loads(run("search", "--like", "no talks", "--json").stdout) == {"total": 0, "hits": []}


def test_a_correction_is_told_and_found(run: Run, ledger: Path) -> None:
    key = key_of(run, '"grain go on"')
    result = run("correct", key[:8] + ".20", "--act", "deny")
    assert re.fullmatch(rf"{key}: act: claim → deny \(ada, [\d-]+\)\n", result.stdout)
    assert [row["id"] for row in rows(run("search", "--act", "deny", "--csv"))] == [key]


@pytest.mark.parametrize(
    ("option", "field", "now"),
    [
        (["--remove"], "removed", True),
        (["--polarity", "negative"], "polarity", "negative"),
        (["--certainty", "hedged"], "certainty", "hedged"),
        (["--role", "minister"], "role", "minister"),
        (["--said-on", "2031-03-01"], "said_on", ["2031-03-01", "2031-03-01"]),
    ],
    ids=_name,
)
def test_a_change_in_json_says_what_is_so_now(run: Run, ledger: Path, option: list[str], field: str, now: Any) -> None:
    change = json.loads(run("correct", key_of(run, '"grain go on"'), *option, "--json").stdout)
    assert change["after"] == {field: now}


def test_what_was_removed_is_shown_and_restored(run: Run, ledger: Path) -> None:
    key = key_of(run, '"grain go on"')
    run("correct", key, "--remove")
    assert "taken out" in run("show", key).stdout
    run("correct", key, "--restore")
    assert json.loads(run("show", key, "--json").stdout)["removed"] is False


def test_show_in_json_has_the_passage_and_the_corrections(run: Run, ledger: Path) -> None:
    key = key_of(run, '"grain go on"')
    run("correct", key, "--act", "deny")
    shown = json.loads(run("show", key, "--json").stdout)
    assert shown["passage"]["text"].startswith("Mara Voss said that the talks about grain go on")
    assert [change["after"] for change in shown["corrections"]] == [{"act": "deny"}]
    assert shown["corrected"] == ["act"]


def test_merge_and_undo_in_json_say_what_they_did(run: Run, ledger: Path) -> None:
    merged = json.loads(run("merge", "Mr Lee", "Ann Lee", "--json").stdout)
    undone = json.loads(run("undo", "--json").stdout)
    assert (merged["what"], merged["undone"]) == ({"speaker": "mr-lee", "into": "ann-lee"}, False)
    assert undone == merged | {"undone": True}


@pytest.mark.parametrize("command", ["speakers", "articles", "stats", "journal"])
def test_lists_can_be_had_in_json(run: Run, ledger: Path, command: str) -> None:
    result = run(command, "--json")
    assert (result.exit_code, result.stdout.count("\n")) == (0, 1)
    assert isinstance(json.loads(result.stdout), dict)


@pytest.mark.parametrize(("command", "number"), [("speakers", 5), ("articles", 5)])
def test_lists_can_be_had_in_csv(run: Run, ledger: Path, command: str, number: int) -> None:
    assert len(rows(run(command, "--csv"))) == number


def test_no_cell_of_csv_is_a_formula(run: Run, ledger: Path) -> None:
    with open_ledger(ledger) as opened:
        filled(opened, article("Ann Lee said that fish is late", id="=HYPERLINK(1)", title="+1"), read=told)
    assert [row["title"] for row in rows(run("articles", "--csv")) if "HYPER" in row["name"]] == ["'+1"]
    assert "\n=" not in run("articles", "--csv").stdout


@pytest.mark.parametrize("value", ["2031-03-02/2031-03-01", "2031-03-01/2031-03-02/2031-03-03", "/", "March"])
def test_days_that_are_none_are_refused(value: str) -> None:
    with pytest.raises(click.BadParameter):
        parse_days(click.Context(click.Command("x")), click.Option(["-x"]), value)
