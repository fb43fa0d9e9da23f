"""Filling a ledger beside reading the same files, and filling it again.

Use `filled` for a ledger to ask things of. Reading and filling run in processes of their own, a part of the news each,
in turn.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import READ, Cost, watched
from benchmarks.texts import own
from evaluation.corpora import data_folder

NEWS = ("releases_2021_2022.jsonl", "war_2022_2024.jsonl")
ADD = [sys.executable, "-m", "onrecord", "add", "--threads", "2"]
PARTS = 4  # of the news, read and added in turn, so that whatever else the machine does falls on both


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What filling cost, and reading the same files: seconds over all parts, memory of the largest."""

    articles: int
    read: Cost
    add: Cost
    again: Cost

    @property
    def share(self) -> float:
        """Of the speed of reading."""
        return self.read.seconds / self.add.seconds


@contextmanager
def filled(*, most: int | None = None) -> Iterator[tuple[Path, Filling]]:
    """A ledger with the news, or so many articles of them, for as long as it is used, and what it cost to fill."""
    with tempfile.TemporaryDirectory() as folder:
        news = _news(Path(folder), most=most)
        ledger = Path(folder) / "onrecord.db"
        yield ledger, _measured(news, ledger)


def _news(folder: Path, *, most: int | None) -> list[Path]:
    """The articles in `PARTS` files; so many of them, spread over all, or all."""
    lines = [line for name in NEWS for line in _lines(data_folder() / "news" / name)]
    lines = lines or [json.dumps({"id": number, "text": f"{own(4000)}\n{number}"}) for number in range(200)]
    most = min(most or len(lines), len(lines))
    chosen = [lines[place * len(lines) // most] for place in range(most)]
    paths = [folder / f"news-{part}.jsonl" for part in range(PARTS)]
    for part, path in enumerate(paths):
        path.write_text("\n".join(chosen[part::PARTS]) + "\n", encoding="utf-8")
    return paths


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _measured(news: list[Path], ledger: Path) -> Filling:
    read, add = [], []
    for part in news:
        read.append(watched([*READ, str(part)]))
        add.append(watched([*ADD, "--ledger", str(ledger), str(part)]))
    again = watched([*ADD, "--ledger", str(ledger), *map(str, news)])
    number = sum(len(_lines(part)) for part in news)
    return Filling(articles=number, read=_sum(read), add=_sum(add), again=again)


def _sum(costs: list[Cost]) -> Cost:
    return Cost(seconds=sum(one.seconds for one in costs), megabytes=max(one.megabytes for one in costs))
