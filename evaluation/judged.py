"""Count the answers that were judged by reading: `python -m evaluation.judged`.

Use it for the figures in docs/answers.md. The judgements are in `evaluation/judgements/`, whose README says
how they were made.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.tally import Share

JUDGEMENTS = Path(__file__).parent / "judgements"


def main() -> None:
    """Print the counts."""
    cells, versions = (_lines(JUDGEMENTS / f"{name}.jsonl") for name in ("cells", "versions"))
    shares = counts(cells, versions)
    moved = [one | {"holds": all(one["holds"])} for one in _lines(JUDGEMENTS / "shifts.jsonl")]
    shares["shifts, to both readers"] = _share([one for one in moved if one["shown"]], "holds")
    shares["shifts, all that were ever judged"] = _share(moved, "holds")
    shares["shifts that readers found, shown"] = _share(_lines(JUDGEMENTS / "found.jsonl"), "shown")
    for name, share in shares.items():
        sys.stdout.write(f"{name:40}{share.right:4} of {share.of:4}\n")
    for (side, scale), verdicts in sorted(shifting(_lines(JUDGEMENTS / "differing.jsonl")).items()):
        told = ", ".join(f"{verdict} {count}" for verdict, count in verdicts.most_common())
        sys.stdout.write(f"{f'pairs of one {side}, {scale}':40}{told}\n")
    wrong = Counter(one["why"] for cell in cells for one in cell["statements"] if not one["ok"])
    sys.stdout.write(f"wrong statements: {', '.join(f'{why} {count}' for why, count in wrong.most_common())}\n")


def counts(cells: Sequence[dict[str, Any]], versions: Sequence[dict[str, Any]]) -> dict[str, Share]:
    """How many are right, by what they are."""
    stmts = [one for cell in cells for one in cell["statements"]]
    return {
        "cells": _share(cells, "holds"),
        "cells without a mark of doubt": _share([cell for cell in cells if not cell["doubtful"]], "holds"),
        "statements in the cells": _share(stmts, "ok"),
        "statements that are right but off the issue": _share([one for one in stmts if one["ok"]], "off_issue"),
        "versions, the same utterance": _share(versions, "same_utterance"),
        "versions, their kind too": _share(versions, "kind_right"),
    }


def shifting(pairs: Sequence[dict[str, Any]]) -> dict[tuple[str, str], Counter[str]]:
    """Whether pairs that differ in stance are shifts, for speakers and parties and for each scale."""
    verdicts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        scale = "praise and blame" if {"supports", "accuses"} & set(pair["stances"]) else "willing or not"
        verdicts[pair["by"], scale][pair["verdict"]] += 1
    return verdicts


def _share(rows: Sequence[dict[str, Any]], name: str) -> Share:
    return Share(right=sum(bool(row[name]) for row in rows), of=len(rows))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
