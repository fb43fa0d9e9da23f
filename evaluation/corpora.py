"""Read the evaluation sets with a reader and hand gold and predictions to the metrics.

Use this from the gates, the calibration and a notebook alike. The data sets lie in `$ONRECORD_DATA`; none is part of
the project.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from evaluation import example, onrecord_gold, polnear, seer
from evaluation.statements import Stmt, gold_stmt
from onrecord.reading import Reader
from onrecord.records import Article, Reading, Spans, Statement
from onrecord.sources import from_text

POLNEAR, ONRECORD, SEER = "polnear/dev.jsonl", "onrecord/dev.jsonl", "seer/dev.jsonl"
EXAMPLE = "example/gold.json"
POLNEAR_TRAIN = "polnear/train.jsonl"


def data_folder() -> Path:
    """Where the data sets lie: `$ONRECORD_DATA`, else `../shared/data` beside the project."""
    named = os.environ.get("ONRECORD_DATA")
    return Path(named) if named else Path(__file__).parents[2] / "shared" / "data"


def available(folder: Path) -> bool:
    """Whether the evaluation sets are there."""
    return all((folder / name).is_file() for name in (POLNEAR, POLNEAR_TRAIN, ONRECORD, SEER, EXAMPLE))


@cache
def rows(path: Path) -> list[dict[str, Any]]:
    """All objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def fingerprint(path: Path) -> str:
    """SHA-256 of a data file; floors are pinned to it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def article(row: dict[str, Any]) -> Article:
    """A row of any of the sets, as an article."""
    day = row.get("published")
    return from_text(
        row["text"],
        id=row.get("id") or row["name"],
        outlet=row.get("outlet") or None,
        published=date.fromisoformat(day) if day else None,
    )


def read_polnear(reader: Reader, folder: Path) -> Iterator[tuple[dict[str, Any], Reading]]:
    """PolNeAR dev, outermost attributions."""
    for row in rows(folder / POLNEAR):
        yield row, reader.read(article(row), nested=False)


def score_polnear(reader: Reader, folder: Path) -> polnear.Scores:
    """Exact, triple and linked figures on PolNeAR dev."""
    return polnear.score(
        (row["text"], [gold_triple(one) for one in row["attributions"]], [triple(stmt) for stmt in reading.statements])
        for row, reading in read_polnear(reader, folder)
    )


def gold_triple(row: dict[str, Any]) -> polnear.Triple:
    """One attribution of PolNeAR."""
    cue, source, content = (tuple((start, end) for start, end in row[role]) for role in ("cue", "source", "content"))
    return polnear.Triple(cue=cue, source=source, content=content)


def triple(stmt: Statement) -> polnear.Triple:
    """A statement as a triple."""
    return polnear.Triple(cue=pairs(stmt.cue), source=pairs(stmt.source), content=pairs(stmt.content))


def pairs(spans: Spans) -> tuple[tuple[int, int], ...]:
    """Spans as pairs."""
    return tuple((span.start, span.end) for span in spans)


def score_onrecord(reader: Reader, folder: Path, *, unseen: bool = False) -> onrecord_gold.Scores:
    """Pairs, nested pairs and fields on onrecord dev, utterances only.

    Args:
        reader: to measure.
        folder: of the data sets.
        unseen: leave out the five articles that stand in PolNeAR train as well.
    """
    seen = {row["name"] for row in rows(folder / POLNEAR_TRAIN)} if unseen else set()
    return onrecord_gold.score(
        (
            row["text"],
            [gold_stmt(one) for one in row["statements"]],
            predicted(reader.read(article(row), utterances=True)),
        )
        for row in rows(folder / ONRECORD)
        if row["id"] not in seen
    )


def predicted(reading: Reading) -> list[Stmt]:
    """A reading as the metrics see it."""
    return [
        Stmt(
            content=pairs(stmt.content),
            cue=pairs(stmt.cue),
            source=pairs(stmt.source),
            form=stmt.form,
            nested=stmt.parent is not None,
            id=stmt.id,
            parent=stmt.parent,
        )
        for stmt in reading.statements
    ]


def check_example(reader: Reader, folder: Path) -> example.Check:
    """The example article, statement by statement."""
    text, gold = example.read_example(folder / "example")
    return example.check(text, gold, predicted(reader.read(from_text(text, id="example"))))


def score_seer(reader: Reader, folder: Path) -> seer.Scores:
    """SEER dev, utterances only, with the source's words for a name."""
    return seer.score((seer.claims_of(row), _said(reader, row)) for row in rows(folder / SEER))


def _said(reader: Reader, row: dict[str, Any]) -> list[seer.Said]:
    reading = reader.read(article(row), utterances=True)
    return [seer.Said(speaker=stmt.source_text, text=stmt.text) for stmt in reading.statements]
