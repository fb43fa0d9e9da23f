"""Read the statements that the act reader learns from, and lay their labels over the word pieces.

Use `load_acts` to get them all: the onrecord gold's, those of the articles that the team read whole, and single
statements labelled by reading in `training/labels/acts/`. Nothing of a development set is among them, nor of the
articles that were read twice: the two readers' agreement is compared with the tool's on those.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from onrecord.reading.act_pieces import CONTENT, LONGEST, kept, roles_of
from onrecord.reading.pieces import FloatArray, IntArray, Pieces, cut
from training.datasets import ACTS, CERTAINTIES, LABELS, POLARITIES, checked, labelled_articles, read_lines
from training.encode import IGNORE

ROLES = ("cue", "source", "content")
BEFORE = 24  # pieces before a statement that belong to its surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One statement in n pieces.

    Attributes:
        ids: (n,) word pieces of its source, cue and content, in the order of the text.
        roles: (n,) 1 cue, 2 source, 3 content, 0 none of them.
        act: index into `ACTS`; IGNORE where nobody looked.
        polarity: index into `POLARITIES`; IGNORE where nobody looked.
        certainty: likewise.
        conditions: (n,) 0 outside, 1 first piece, 2 inside of a condition; IGNORE outside of the content, and where
            nobody looked.
        taught: what a teacher thinks, as probabilities: `acts` (10,), `polarity` and `certainty` (2,), `conditions` (n,
            3); None where none was asked.
    """

    ids: IntArray
    roles: IntArray
    act: int
    polarity: int
    certainty: int
    conditions: IntArray
    taught: dict[str, FloatArray] | None = None


def load_acts(folder: Path, tokenizer: Tokenizer, *, situated: bool = False) -> list[Labelled]:
    """All labelled statements; those that are no attribution after all are left out.

    Args:
        folder: of the data sets.
        tokenizer: without truncation or padding.
        situated: whether they come with what stands between their parts and before them.
    """
    out: list[Labelled] = []
    for text, stmts in _labelled(folder):
        pieces = cut(text, tokenizer)
        made = [encoded(pieces, stmt, situated=situated) for stmt in stmts if stmt.get("act", True)]
        out.extend(one for one in made if len(one.ids))
    return out


def load_written(tokenizer: Tokenizer) -> list[Labelled]:
    """Statements that we wrote ourselves, of invented people, as `load_acts` gives those that were made."""
    return [
        encoded(cut(row["text"], tokenizer), row)
        for path in sorted((LABELS / "written").glob("*.jsonl"))
        for row in read_lines(path)
    ]


def _labelled(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    texts = {name: article["text"] for name, article in labelled_articles(folder).items()}
    for row in read_lines(folder / "onrecord/train.jsonl"):
        yield row["text"], row["statements"]
    rows = [row for path in sorted(LABELS.glob("*.jsonl")) for row in read_lines(path)]
    twice = {row["id"] for row in rows if row["reader"] == "second"}
    rows += [row for path in sorted((LABELS / "acts").glob("*.jsonl")) for row in read_lines(path)]
    held = twice | {row["id"] for row in read_lines(folder / "onrecord/dev.jsonl")}
    for row in rows:
        if row["id"] not in held:
            yield checked(texts, row), row["statements"]


def encoded(pieces: Pieces, stmt: dict[str, Any], *, situated: bool = False) -> Labelled:
    """One statement, labelled or not, of a text cut into pieces."""
    roles = roles_of(pieces, **{role: [(start, end) for start, end in stmt[role]] for role in ROLES})
    read = _around(roles) if situated else kept(roles)
    return Labelled(
        ids=pieces.ids[read].astype(np.int64),
        roles=roles[read],
        act=ACTS.index(stmt["act"]) if stmt.get("act") else IGNORE,
        polarity=POLARITIES.index(stmt["polarity"]) if "polarity" in stmt else IGNORE,
        certainty=CERTAINTIES.index(stmt["certainty"]) if "certainty" in stmt else IGNORE,
        conditions=_tags(pieces, stmt, roles)[read],
    )


def _around(roles: IntArray) -> IntArray:
    """Indices of the pieces from a little before a statement to its end; of a wide one, only its own."""
    marked = np.flatnonzero(roles)
    if not len(marked) or marked[-1] - marked[0] >= LONGEST - BEFORE:
        return kept(roles)
    return np.arange(max(0, marked[0] - BEFORE), marked[-1] + 1)


def _tags(pieces: Pieces, stmt: dict[str, Any], roles: IntArray) -> IntArray:
    if "conditions" not in stmt:
        return np.full(len(pieces), IGNORE)
    tags: IntArray = np.where(roles == CONTENT, 0, IGNORE)
    for condition in stmt["conditions"]:
        start, end = condition["span"]
        inside = np.flatnonzero((pieces.start < end) & (pieces.end > start) & (roles == CONTENT))
        tags[inside] = 2
        tags[inside[:1]] = 1
    return tags
