"""The program with a fake reader, in this process and in its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main
from tests.answers.conftest import talks  # noqa: F401  # a fixture, for the commands of answers
from tests.cli.fakes import PORTS, TRADE, fake_reading

ROOT = Path(__file__).parents[2]
FAKES = Path(__file__).with_name("fakes.py")

Run: TypeAlias = Callable[..., Result]
Process: TypeAlias = "subprocess.Popen[bytes]"
Start: TypeAlias = Callable[..., Process]

PIPES: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process."""
    monkeypatch.setitem(sys.modules, "onrecord.reading", fake_reading())
    return lambda *args, **options: CliRunner().invoke(main, [str(arg) for arg in args], **options)


@pytest.fixture
def start() -> Iterator[Start]:
    """Start the command line as a process of its own; it is ended with the test."""
    started: list[Process] = []

    def begin(*args: object, env: dict[str, str] | None = None, **streams: Any) -> Process:
        command = [sys.executable, str(FAKES), *map(str, args)]
        paths = {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
        process: Process = subprocess.Popen(command, env=os.environ | paths | (env or {}), **{**PIPES, **streams})
        started.append(process)
        return process

    yield begin
    for process in started:
        with process:
            process.kill()


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with two texts."""
    (tmp_path / "a-trade.txt").write_text(TRADE, encoding="utf-8")
    (tmp_path / "b-ports.txt").write_text(PORTS, encoding="utf-8")
    return tmp_path
