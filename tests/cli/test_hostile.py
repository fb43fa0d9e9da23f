"""What is meant to break the program costs itself: a clear line, nothing lost, nothing let through."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from onrecord.ledger import entries, open_ledger, stats
from tests.cli.conftest import FAKES, ROOT, Run
from tests.cli.fakes import PORTS, TRADE
from tests.ledger.builders import article, filled
from tests.sources.source_builders import record

SQL = "Robert'); DROP TABLE statements;--"
NOBODY = 65534
LARGE = 400  # stories that a small disk has no room for
BLOCK = 512  # bytes, in which shells count


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Where a ledger may be made."""
    return tmp_path / "talks.db"


def lines(path: Path, *records: dict[str, Any]) -> Path:
    """A file of JSON Lines."""
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return path


def stories(path: Path) -> Path:
    """A file of many articles."""
    return lines(path, *({"id": number, "text": f"{TRADE * 20} {number}."} for number in range(LARGE)))


def added(path: Path) -> tuple[int, int]:
    """Articles and statements of a ledger."""
    with open_ledger(path) as opened:
        found = stats(opened)
        return found.articles, found.statements


def program(*args: object, before: str = "") -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, after a command of the shell."""
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    command = ["sh", "-c", f'{before or ":"}; exec "$@"', "sh", sys.executable, str(FAKES), *map(str, args)]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_a_file_that_may_not_grow_stops_a_fill_and_costs_nothing(tmp_path: Path, ledger: Path) -> None:
    news = stories(tmp_path / "news.jsonl")
    fill = ("add", news, "--any-language", "--ledger", ledger)  # to tell languages takes a file of its own
    stopped = program(*fill, before=f"ulimit -f {1_000_000 // BLOCK}")
    assert (stopped.returncode, stopped.stdout) == (2, "")
    assert (
        stopped.stderr
        == f"onrecord: cannot use the ledger {ledger}: the disk fails or is full; what was stored is whole\n"
    )
    before, _ = added(ledger)
    assert before < LARGE
    gone_on = program(*fill)
    assert gone_on.stdout.startswith(f"{LARGE - before:,} added")
    assert added(ledger)[0] == LARGE


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of a megabyte."""
    folder = Path(tempfile.mkdtemp())
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "onrecord-test", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        folder.rmdir()
        pytest.skip("no disk can be made here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()


@pytest.mark.slow
def test_a_full_disk_stops_a_fill_and_costs_nothing(tmp_path: Path, small_disk: Path) -> None:
    ledger = small_disk / "talks.db"
    assert program("add", lines(tmp_path / "one.jsonl", {"text": TRADE}), "--ledger", ledger).returncode == 0
    stopped = program("add", stories(tmp_path / "news.jsonl"), "--ledger", ledger)
    assert (stopped.returncode, stopped.stdout) == (2, "")
    assert "full" in stopped.stderr
    assert len(stopped.stderr.splitlines()) == 1
    assert added(ledger)[0] >= 1
    assert program("search", "treaty", "--ledger", ledger).returncode == 0


@contextmanager
def powerless(folder: Path) -> Iterator[None]:
    """Be somebody who may read there and not write, for root may anything."""
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.fixture
def locked() -> Iterator[Path]:
    """A ledger that may only be read, in a folder of its own that others can reach."""
    folder = Path(tempfile.mkdtemp())
    with open_ledger(folder / "talks.db", create=True) as opened:
        filled(opened, article(PORTS), article(TRADE))
    (folder / "talks.db").chmod(0o444)
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("args", [["search", "ports"], ["speakers"], ["articles"], ["stats"]], ids=" ".join)
def test_a_ledger_that_may_only_be_read_answers(run: Run, locked: Path, args: list[str]) -> None:
    expected = run(*args, "--ledger", locked / "talks.db").stdout
    with powerless(locked):
        result = run(*args, "--ledger", locked / "talks.db")
    assert (result.exit_code, result.stdout) == (0, expected)


@pytest.mark.parametrize(
    "args",
    [
        ["add", "-"],
        ["correct", "KEY", "--act", "deny"],
        ["merge", "Tolo Brand", "Mara Voss"],
        ["issue", "add", "x", "--query", "y"],
    ],
    ids=["add", "correct", "merge", "issue"],
)
def test_a_ledger_that_may_only_be_read_says_so(run: Run, tmp_path: Path, locked: Path, args: list[str]) -> None:
    with open_ledger(locked / "talks.db") as opened:
        key = next(entries(opened)).id
    words = [key if word == "KEY" else word for word in args]
    copy = shutil.copy(locked / "talks.db", tmp_path)
    Path(copy).chmod(0o644)
    assert run(*words, "--ledger", copy, input=TRADE).exit_code == 0  # and all that it needs is imported
    with powerless(locked):
        result = run(*words, "--ledger", locked / "talks.db", input=TRADE)
    assert result.exit_code == 2
    assert "talks.db: it is read-only; give yourself the right to write it, or work on a copy" in result.stderr


def test_sql_in_names_is_words(run: Run, tmp_path: Path, ledger: Path) -> None:
    story = {"id": SQL, "text": PORTS, "outlet": SQL, "title": SQL, "url": SQL, "published": "2031-03-14"}
    run("add", lines(tmp_path / "news.jsonl", story), "--ledger", ledger)
    for args in (
        ["search", SQL],
        ["search", "--outlet", SQL],
        ["articles", "--outlet", SQL],
        ["speakers", "--party", SQL],
    ):
        assert run(*args, "--ledger", ledger).exit_code == 0
    assert added(ledger) == (1, 1)
    with open_ledger(ledger) as opened:
        assert next(entries(opened)).outlets == (SQL,)


@pytest.mark.parametrize("name", ["' OR 1=1 --", "%", "_", "*", '"', "\x00", "\ud800"])
def test_a_name_is_no_pattern(run: Run, ledger: Path, tmp_path: Path, name: str) -> None:
    run("add", lines(tmp_path / "news.jsonl", {"text": PORTS}), "--ledger", ledger)
    result = run("search", "--speaker", name, "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (0, "nothing found\n")


def test_a_nul_in_a_text_costs_its_article_only(run: Run, ledger: Path, tmp_path: Path) -> None:
    news = lines(tmp_path / "news.jsonl", {"text": f"\x00{PORTS}"}, {"text": TRADE})
    result = run("add", news, "--ledger", ledger)
    assert (result.exit_code, added(ledger)) == (1, (1, 3))
    assert result.stderr.startswith(f"onrecord: cannot read {news}:1: ")


def test_an_archive_that_unpacks_to_a_bomb_costs_its_record_only(run: Run, ledger: Path, tmp_path: Path) -> None:
    bomb = record("http://bomb.example/", b"<p>" + b"\0" * 200_000_000)
    good = record("http://wire.example/", f"<html><body><article><p>{PORTS * 4}</p></article></body></html>")
    archive = tmp_path / "news.warc.gz"
    archive.write_bytes(gzip.compress(bomb, 1) + gzip.compress(good))
    result = run("add", archive, "--ledger", ledger)
    assert (result.exit_code, added(ledger)[0]) == (1, 1)
    assert len(result.stderr.splitlines()) == 1
    assert "http://bomb.example/" in result.stderr


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://169.254.169.254/latest/meta-data/"])
def test_an_address_is_no_file(run: Run, ledger: Path, address: str) -> None:
    result = run("add", address, "--ledger", ledger)
    assert (result.exit_code, added(ledger)) == (1, (0, 0))
    assert "it is an address, and only files are read here; use onrecord fetch for pages" in result.stderr
