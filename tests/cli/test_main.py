"""The program as a process: what it imports, how it ends, and what others see of it meanwhile."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import __version__
from tests.cli.conftest import FAKES, ROOT, Run, Start
from tests.cli.fakes import PORTS, TRADE

HEAVY = "numpy onnxruntime tokenizers rich sqlalchemy trafilatura pyarrow networkx altair ssl"
PATIENCE = 60  # seconds; a busy machine is no failure


def record(text: str) -> bytes:
    """A line of input."""
    return json.dumps({"text": text}).encode() + b"\n"


@pytest.mark.parametrize(
    "args",
    [["--help"], ["--version"], ["read", "--help"], ["add", "--help"], ["fetch", "--help"], ["search", "--help"]],
    ids=" ".join,
)
def test_nothing_heavy_is_imported_to_answer(args: list[str]) -> None:
    code = f"""
import sys
from onrecord.cli import main
try: main({args!r})
except SystemExit as end: assert end.code == 0
print(sorted(set({HEAVY!r}.split()) & set(sys.modules)), file=sys.stderr)
"""
    env = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    result = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert result.stderr == "[]\n"


def test_the_version_is_told(run: Run) -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"onrecord {__version__}\n")


def test_no_command_shows_the_help(run: Run) -> None:
    result = run()
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_it_runs_as_a_module() -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    result = subprocess.run(
        [sys.executable, "-m", "onrecord", "read", "--date"], env=env, capture_output=True, check=False
    )
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)


def test_shells_are_given_their_completion(run: Run) -> None:
    result = run("read", env={"_ONRECORD_COMPLETE": "bash_source"})
    assert (result.exit_code, "complete -o nosort -F _onrecord_completion onrecord" in result.stdout) == (0, True)


def test_each_article_is_written_before_the_next_is_asked_for(start: Start) -> None:
    process = start("read", "--json", "-", stdin=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    for number in (1, 2):
        process.stdin.write(json.dumps({"id": number, "text": TRADE}).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["article"]["id"] == str(number)
    process.stdin.close()
    assert process.wait(PATIENCE) == 0


@pytest.mark.parametrize("options", [["--json"], []], ids=["json", "table"])
def test_a_closed_pipe_ends_quietly(start: Start, options: list[str]) -> None:
    process = start("read", "-", *options, stdin=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(record(TRADE))
    process.stdin.flush()
    process.stdout.readline()
    process.stdout.close()
    process.stdout = None
    _, errors = process.communicate(record(TRADE) * 3, timeout=PATIENCE)
    assert (process.returncode, errors) == (0, b"")


def test_an_interrupt_ends_with_130_and_no_traceback(start: Start) -> None:
    process = start("read", "--json", "-", stdin=subprocess.PIPE, preexec_fn=_hear_interrupts)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(record(TRADE) + record("WAIT"))
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors.strip()) == (130, b"")


def _hear_interrupts() -> None:
    """What runs in the background of a shell ignores them, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("options", [["--json"], []], ids=["json", "table"])
def test_a_full_disk_stops_at_once(start: Start, news: Path, options: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        process = start("read", news, *options, stdout=full)
        _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors) == (1, b"onrecord: stopped: no space left on device\n")


@pytest.mark.parametrize("options", [["--json"], []], ids=["json", "table"])
def test_output_is_utf_8_whatever_the_locale(start: Start, tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "a.txt").write_text("Mara Voss said that “Łódź” stays.", encoding="utf-8")
    process = start("read", tmp_path, *options, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    output, _ = process.communicate(timeout=PATIENCE)
    assert "“Łódź” stays" in output.decode("utf-8")


def test_nobody_at_the_other_end_of_the_errors_is_no_traceback(start: Start) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = start("read", "none.txt", stderr=writing)
    os.close(writing)
    assert process.wait(PATIENCE) == 0


@pytest.mark.parametrize("paths", [[], ["-"]], ids=["no path", "named"])
def test_a_closed_standard_input_is_a_usage_error(paths: list[str]) -> None:
    command = ["sh", "-c", '"$@" <&-', "sh", sys.executable, str(FAKES), "read", *paths]
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    result = subprocess.run(command, env=env, capture_output=True, check=False)
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)


def test_errors_stand_apart_from_the_output(start: Start, news: Path) -> None:
    (news / "c.txt").write_bytes(b"\x00\x01")
    output, errors = start("read", news, "--json").communicate(timeout=PATIENCE)
    assert [json.loads(line)["article"]["length"] for line in output.splitlines()] == [len(TRADE), len(PORTS)]
    assert errors.count(b"\n") == 2
