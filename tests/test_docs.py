"""The documents do what they say: their commands run, their Python runs, the reference is the program's help."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from onrecord.cli import main
from onrecord.model import SHIPPED

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
REFERENCE = ROOT / "docs" / "cli.md"

needs_weights = pytest.mark.skipif(not (SHIPPED / "manifest.json").exists(), reason="no weights to read with")


def blocks(language: str) -> list[tuple[str, str]]:
    """(page, text) of every fenced block in a language."""
    fence = re.compile(rf"^```{language}\n(.*?)^```", re.DOTALL | re.MULTILINE)
    return [(page.name, block) for page in PAGES for block in fence.findall(page.read_text(encoding="utf-8"))]


def commands() -> dict[str, list[str]]:
    """The `onrecord` command lines of each page, in their order: a later one may need what an earlier one made."""
    pages: dict[str, list[str]] = defaultdict(list)
    for page, block in blocks("console"):
        pages[page] += [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ onrecord")]
    return pages


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the files that the documents name, all of them copies of our own story."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    story = (ROOT / "examples" / "harbour-talks.txt").read_text(encoding="utf-8")
    (tmp_path / "news").mkdir()
    for name in ("article.txt", "more.txt", "another.txt", "news/one.txt"):
        (tmp_path / name).write_text(story, encoding="utf-8")
    (tmp_path / "news.jsonl").write_text(json.dumps({"id": "one", "text": story}) + "\n", encoding="utf-8")
    return tmp_path


def environment() -> dict[str, str]:
    """The environment of a shell that finds the `onrecord` under test first."""
    return os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


@needs_weights
@pytest.mark.slow
@pytest.mark.parametrize("page", commands())
def test_the_commands_of_a_page_run_in_their_order(page: str, desk: Path) -> None:
    for command in commands()[page]:
        done = subprocess.run(command, shell=True, cwd=desk, env=environment(), capture_output=True, check=False)
        assert done.returncode == 0, f"{command}: {done.stderr.decode()}"


@needs_weights
@pytest.mark.slow
@pytest.mark.parametrize(("page", "code"), blocks("python"))
def test_the_python_of_the_documents_runs(page: str, code: str, desk: Path) -> None:
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, check=False)
    assert done.returncode == 0, f"{page}: {done.stderr.decode()}"
    assert done.stdout


def described(command: click.Command = main, name: str = "onrecord") -> Iterator[tuple[str, click.Command]]:
    """The name of each command of the program and the command, those of groups behind them, by the alphabet."""
    yield name, command
    for sub, inner in sorted(getattr(command, "commands", {}).items()):
        yield from described(inner, f"{name} {sub}")


def help_of(name: str) -> str:
    """What a command answers to `--help`."""
    _, *words = name.split()
    shown = CliRunner().invoke(main, [*words, "--help"], prog_name="onrecord", terminal_width=100)
    assert shown.exit_code == 0, name
    return shown.output


def test_the_reference_is_made_from_the_help(request: pytest.FixtureRequest) -> None:
    text = "# The command line\n\nMade from `--help` by `pytest --write-golden`.\n" + "".join(
        f"\n## `{name}`\n\n```text\n{help_of(name).rstrip()}\n```\n" for name, _ in described()
    )
    if request.config.getoption("--write-golden"):
        REFERENCE.write_text(text, encoding="utf-8")
    assert REFERENCE.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", [name for name, command in described() if not isinstance(command, click.Group)])
def test_every_command_is_in_a_guide(name: str) -> None:
    words = "".join(page.read_text(encoding="utf-8") for page in PAGES if page != REFERENCE)
    assert name in words


def test_every_option_of_read_is_in_a_guide() -> None:
    words = "".join(page.read_text(encoding="utf-8") for page in PAGES if page != REFERENCE)
    options = {name for option in main.commands["read"].params for name in option.opts if name.startswith("--")}
    assert {name for name in options if name not in words} == set()
