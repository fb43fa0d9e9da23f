"""Compare the second readings of single statements with the first: `python -m training.again --data DIR`.

Use this beside `training.agreement`, which is about whole articles. What was read again lies in
`training/labels/again/`: statements whose act or conditions another reader had labelled before, or that stand in the
onrecord gold, given to readers among others without a mark.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evaluation.tally import Tally, tally_pairs
from training.agreement import pairs, share
from training.datasets import LABELS, read_lines

Row = dict[str, Any]
AGAIN = LABELS / "again"


def main() -> None:
    """Print the agreement of each file with what it read again."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data
    labels = [row for path in sorted((LABELS / "acts").glob("*.jsonl")) for row in read_lines(path)]
    gold = read_lines(folder / "onrecord/train.jsonl")
    for name, first in {"labels": labels, "gold": gold}.items():
        show(f"{name} read again", both(first, read_lines(AGAIN / f"{name}.jsonl")))


def show(title: str, twice: list[tuple[Row, Row]]) -> None:
    """Agreement on acts, on who is no statement at all, and on conditions."""
    acts = [(one["act"], other["act"]) for one, other in twice if "act" in one and "act" in other]
    print(f"{title}: {len(acts)} acts, the same {share(one == other for one, other in acts)}")
    neither = [(one, other) for one, other in acts if one and other]
    print(
        f"  where both found an attribution: {len(neither)}, the same {share(one == other for one, other in neither)}"
    )
    spans, asked = Tally(), 0
    for one, other in twice:
        if "conditions" in one and "conditions" in other:
            asked += 1
            ours, theirs = _placed(one), _placed(other)
            spans += tally_pairs(len(pairs(ours, theirs)), gold=len(ours), predicted=len(theirs))
    print(f"  conditions of {asked}: {spans.gold:.0f} and {spans.predicted:.0f}, paired F1 {spans.f1:.1%}")


def both(first: Iterable[Row], second: Iterable[Row]) -> list[tuple[Row, Row]]:
    """Statements that stand in both, by article and spans."""
    known: dict[object, Row] = {}
    for row in first:
        for stmt in row["statements"]:
            known.setdefault(_key(row, stmt), {}).update(stmt)
    return [(known[key], stmt) for row in second for stmt in row["statements"] if (key := _key(row, stmt)) in known]


def _key(row: Row, stmt: Row) -> tuple[object, ...]:
    return (row["id"], *(tuple(map(tuple, stmt[role])) for role in ("cue", "source", "content")))


def _placed(stmt: Row) -> list[Row]:
    return [{"content": [one["span"]], "cue": []} for one in stmt["conditions"]]


if __name__ == "__main__":
    main()
