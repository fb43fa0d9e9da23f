"""Start-up time, peak memory and growth, of whole `onrecord read` processes.

Use this for what a user feels: a new process each time, its output thrown away, the time and memory of the process
and nothing else.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.texts import EXAMPLE, own

READ = [sys.executable, "-m", "onrecord", "read", "--json", "--threads", "2"]
POLL = 0.02  # seconds between looks at a process's memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one process took: seconds, and megabytes of resident memory at its peak."""

    seconds: float
    megabytes: float


def cold_start(*, rounds: int = 5) -> float:
    """Median seconds from starting the process to its first line of output."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        with subprocess.Popen([*READ, str(EXAMPLE)], stdout=subprocess.PIPE) as process:
            if process.stdout is None or not process.stdout.readline():
                raise RuntimeError("onrecord read printed nothing")
            taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def cost(path: Path, *options: str) -> Cost:
    """Read a file in a process of its own and watch its memory."""
    return watched([*READ, *options, str(path)])


def watched(command: list[str]) -> Cost:
    """Run a command and watch its memory."""
    began = time.perf_counter()
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        seen = psutil.Process(process.pid)
        while process.poll() is None:
            peak = max(peak, _memory(seen))
            time.sleep(POLL)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed")
    return Cost(seconds=time.perf_counter() - began, megabytes=peak / 2**20)


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


def long_articles(sizes: list[int]) -> dict[int, Cost]:
    """The cost of one article of so many characters."""
    costs = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / "long.txt"
            path.write_text(own(size), encoding="utf-8")
            costs[size] = cost(path)
    return costs


def many_articles(counts: list[int]) -> dict[int, Cost]:
    """The cost of so many articles of one paragraph each in one JSON Lines file."""
    paragraphs = EXAMPLE.read_text(encoding="utf-8").split("\n\n")[1:]
    costs = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            path = Path(folder) / "many.jsonl"
            with path.open("w", encoding="utf-8") as lines:
                for number in range(count):
                    lines.write(json.dumps({"id": number, "text": paragraphs[number % len(paragraphs)]}) + "\n")
            costs[count] = cost(path)
    return costs


def whole_set(texts: list[str]) -> Cost:
    """The cost of reading all of the texts in one process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.jsonl"
        with path.open("w", encoding="utf-8") as lines:
            for number, text in enumerate(texts):
                lines.write(json.dumps({"id": number, "text": text}) + "\n")
        return cost(path)
