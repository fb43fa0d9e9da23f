"""Read the evaluation sets with a reader and hand gold and predictions to the metrics.

Use this from the gates, the calibration and a notebook alike. The data sets lie in `$ONRECORD_DATA`; none is part of
the project.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from evaluation import coreference, example, gum, gum_conditions, onrecord_gold, polnear, seer
from evaluation.coreference import ReadMention
from evaluation.statements import AND, Stmt, gold_stmt, pieces, predicted_stmt
from evaluation.tally import Share
from onrecord.reading import Reader
from onrecord.records import Article, Reading, Statement
from onrecord.sources import from_text

POLNEAR, ONRECORD, SEER = "polnear/dev.jsonl", "onrecord/dev.jsonl", "seer/dev.jsonl"
EXAMPLE = "example/gold.json"
GUM, MEANTIME = "gum/dev", "meantime"
PLOVER = "plover/plv_train.tsv"
POLNEAR_TRAIN, ONRECORD_TRAIN = "polnear/train.jsonl", "onrecord/train.jsonl"


@runtime_checkable
class ReadsMentions(Protocol):
    """A reader that tells who is mentioned and who is the same."""

    def mentions(self, article: Article, /) -> Sequence[ReadMention]:
        """The mentions of an article with who is the same."""


def data_folder() -> Path:
    """Where the data sets lie: `$ONRECORD_DATA`, else `../shared/data` beside the project."""
    named = os.environ.get("ONRECORD_DATA")
    return Path(named) if named else Path(__file__).parents[2] / "shared" / "data"


def available(folder: Path) -> bool:
    """Whether the evaluation sets are there."""
    files, folders = (POLNEAR, POLNEAR_TRAIN, ONRECORD, SEER, EXAMPLE, PLOVER), (GUM, MEANTIME)
    return all((folder / name).is_file() for name in files) and all((folder / name).is_dir() for name in folders)


@cache
def rows(path: Path) -> list[dict[str, Any]]:
    """All objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def fingerprint(path: Path) -> str:
    """SHA-256 of a data file, or of the names and hashes of all files in a folder; floors are pinned to it."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    inside = sorted(file for file in path.rglob("*") if file.is_file())
    lines = (f"{file.relative_to(path).as_posix()} {fingerprint(file)}\n" for file in inside)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def article(row: dict[str, Any]) -> Article:
    """A row of any of the sets, as an article."""
    return from_text(
        row["text"],
        id=row.get("id") or row["name"],
        outlet=row.get("outlet") or None,
        published=published(row),
    )


def published(row: dict[str, Any]) -> date | None:
    """The day of publication that a row gives, if any."""
    day = row.get("published")
    return date.fromisoformat(day) if day else None


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
    return polnear.Triple(cue=pieces(stmt.cue), source=pieces(stmt.source), content=pieces(stmt.content))


def score_onrecord(reader: Reader, folder: Path, *, unseen: bool = False) -> onrecord_gold.Scores:
    """Pairs, nested pairs and fields on onrecord dev, utterances only.

    Args:
        reader: to measure.
        folder: of the data sets.
        unseen: leave out the five articles that stand in PolNeAR train as well.
    """
    seen = {row["name"] for row in rows(folder / POLNEAR_TRAIN)} if unseen else set()
    return onrecord_gold.score(judge_onrecord(reader, row) for row in rows(folder / ONRECORD) if row["id"] not in seen)


def judge_onrecord(reader: Reader, row: dict[str, Any]) -> onrecord_gold.Judged:
    """Gold and utterances as read of an article of our own gold."""
    gold = [gold_stmt(one) for one in row["statements"]]
    reading = reader.read(article(row), utterances=True)
    return onrecord_gold.Judged(row["text"], gold, predicted(reading), published(row))


def predicted(reading: Reading) -> list[Stmt]:
    """A reading as the metrics see it."""
    return [predicted_stmt(stmt) for stmt in reading.statements]


def check_example(reader: Reader, folder: Path) -> example.Check:
    """The example article, statement by statement."""
    row, gold = example.read_example(folder / "example")
    reading = reader.read(article(row))
    return example.check(row["text"], gold, predicted(reading), published=published(row))


def score_seer(reader: Reader, folder: Path) -> seer.Scores:
    """SEER dev, utterances only."""
    return seer.score(
        (seer.claims_of(row), said(reader.read(article(row), utterances=True))) for row in rows(folder / SEER)
    )


def said(reading: Reading) -> list[seer.Said]:
    """A reading as SEER's metric sees it; those who speak together are one name, which each of them agrees with."""
    return [
        seer.Said(speaker=AND.join(speaker.name for speaker in stmt.speakers), text=stmt.text)
        for stmt in reading.statements
    ]


def score_gum(reader: ReadsMentions, folder: Path) -> tuple[coreference.Scores, coreference.Resolved]:
    """Coreference, and the sources that are no names, on GUM dev."""
    scores, resolved = coreference.Scores(), coreference.Resolved()
    for document in gum.documents(folder / GUM):
        found = reader.mentions(from_text(document.text, id=document.name))
        scores += coreference.score_document(document.text, document.mentions, found)
        resolved += coreference.sources_resolved(document.text, document.mentions, document.sources, found)
    return scores, resolved


def score_gum_conditions(reader: Reader, folder: Path, *, part: str = GUM) -> Share:
    """The conditions inside attributed content that are found, on GUM dev.

    Args:
        reader: to measure.
        folder: of the data sets.
        part: of GUM. Dev has few; of its train part nothing about conditions is trained on either (`gum/train`).
    """
    found = Share()
    for document in gum_conditions.documents(folder / part):
        reading = reader.read(from_text(document.text, id=document.name))
        found += gum_conditions.share_found(document, predicted(reading))
    return found
