"""Answers on the invented stories as the tool reads them, beside the careful reader's: `python -m evaluation.stories`.

Use it to see how much of an answer reading costs. The suite checks the answers on the reader's own statements, where
they must be the reader's exactly; here every step is the tool's, from the text on. What is counted are cells, shifts
and edges by their names, and the statements in the cells that are the reader's.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from evaluation.tally import Tally, tally_pairs
from onrecord.answers import positions, shifts, standoff
from onrecord.ledger import entries, fill, open_ledger
from onrecord.reading import Reader
from onrecord.records import Article, Entry

EXAMPLES = Path(__file__).parents[1] / "examples"
_Placed: TypeAlias = tuple[str, str, tuple[str, int, int]]

ALIKE = 0.5  # of two contents' characters, that are common: it is the same statement


def main() -> None:
    """Read the stories, answer, and print how much of the reader's answers is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, help="a folder of weights; those that ship by default")
    options = parser.parse_args()
    gold = _gold("answers")
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "stories.db", create=True) as ledger:
        reader = Reader(options.model)
        fill(ledger, list(_articles()), lambda article: reader.read(article, vectors=True), weights="as read")
        read = list(entries(ledger))
    for name, found in compared(read, gold).items():
        sys.stdout.write(
            f"{name:30} {found.found:3.0f} of {found.gold:3.0f} of the reader's, "
            f"{found.right:3.0f} of {found.predicted:3.0f} of ours\n"
        )


def compared(read: list[Entry], gold: dict[str, Any]) -> dict[str, Tally]:
    """The reader's answers and ours."""
    rows = positions(read).rows
    cells = {(row.side, cell.stance) for row in rows for cell in row.cells}
    held: set[_Placed] = {
        (row.side, cell.stance, _place(one.entry)) for row in rows for cell in row.cells for one in cell.held
    }
    moved = {(pair.side, pair.change) for pair in shifts(read).pairs}
    edges = {(edge.waiter, edge.awaited) for edge in standoff(read).edges}
    ways = [pair for pair in gold["shifts"] if pair["by"] == "speaker"]
    return {
        "cells": _tally({(cell["party"], cell["stance"]) for cell in gold["positions"]}, cells),
        "statements in the cells": _placed(gold["positions"], held),
        "shifts of speakers": _tally({(pair["who"], pair["kind"]) for pair in ways}, moved),
        "edges of the standoff": _tally({(e["waits"], e["on"]) for e in gold["standoff"]["edges"]}, edges),
    }


def _tally(gold: set[Any], ours: set[Any]) -> Tally:
    return tally_pairs(len(gold & ours), gold=len(gold), predicted=len(ours))


def _placed(cells: Iterable[dict[str, Any]], held: set[_Placed]) -> Tally:
    """Statements that stand in the same cell, by article and by what they share of the text."""
    wanted = [(cell["party"], cell["stance"], _where(name)) for cell in cells for name in cell["statements"]]
    left, matched = set(held), 0
    for party, stance, (article, start, end) in wanted:
        same = (
            one
            for one in left
            if one[:2] == (party, stance) and one[2][0] == article and _share(one[2][1:], (start, end)) >= ALIKE
        )
        found = next(same, None)
        if found:
            left.discard(found)
            matched += 1
    return tally_pairs(matched, gold=len(wanted), predicted=len(held))


def _share(one: tuple[int, int], other: tuple[int, int]) -> float:
    inside = min(one[1], other[1]) - max(one[0], other[0])
    return inside / (max(one[1], other[1]) - min(one[0], other[0]))


def _place(entry: Entry) -> tuple[str, int, int]:
    return entry.appearances[0].article, entry.stmt.content[0].start, entry.stmt.content[-1].end


def _where(name: str) -> tuple[str, int, int]:
    story, _, number = name.partition("#")
    content = next(one["content"] for one in _gold(story)["statements"] if one["id"] == int(number))
    return f"{story}.txt", content[0][0], content[-1][1]


def _articles() -> Iterator[Article]:
    for path in sorted((EXAMPLES / "gold").glob("*.json")):
        gold = _gold(path.stem)
        if "article" in gold:
            about = gold["article"]
            text = (EXAMPLES / f"{path.stem}.txt").read_text(encoding="utf-8")
            yield Article(
                id=f"{path.stem}.txt",
                text=text,
                published=date.fromisoformat(about["published"]),
                outlet=about["outlet"],
                language="en",
            )


def _gold(name: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((EXAMPLES / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return gold


if __name__ == "__main__":
    main()
