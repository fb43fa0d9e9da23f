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

from onrecord.reading.act_pieces import CONTENT, kept, roles_of
from onrecord.reading.pieces import IntArray, Pieces, cut
from training.datasets import ACTS, CERTAINTIES, LABELS, POLARITIES, checked, labelled_articles, read_lines
from training.encode import IGNORE

ROLES = ("cue", "source", "content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One statement in n pieces.

    Attributes:
        ids: (n,) word pieces of its source, cue and content, in the order of the text.
        roles: (n,) 1 cue, 2 source, 3 content.
        act: index into `ACTS`.
        polarity: index into `POLARITIES`; IGNORE where nobody looked.
        certainty: likewise.
        conditions: (n,) 0 outside, 1 first piece, 2 inside of a condition; IGNORE outside of the content.
    """

    ids: IntArray
    roles: IntArray
    act: int
    polarity: int
    certainty: int
    conditions: IntArray


def load_acts(folder: Path, tokenizer: Tokenizer) -> list[Labelled]:
    """All labelled statements; those that are no attribution after all are left out."""
    out: list[Labelled] = []
    for text, stmts in _labelled(folder):
        pieces = cut(text, tokenizer)
        made = [_encoded(pieces, stmt) for stmt in stmts if stmt.get("act")]
        out.extend(one for one in made if len(one.ids))
    return out


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


def _encoded(pieces: Pieces, stmt: dict[str, Any]) -> Labelled:
    roles = roles_of(pieces, **{role: [(start, end) for start, end in stmt[role]] for role in ROLES})
    read = kept(roles)
    return Labelled(
        ids=pieces.ids[read].astype(np.int64),
        roles=roles[read],
        act=ACTS.index(stmt["act"]),
        polarity=POLARITIES.index(stmt["polarity"]) if "polarity" in stmt else IGNORE,
        certainty=CERTAINTIES.index(stmt["certainty"]) if "certainty" in stmt else IGNORE,
        conditions=np.where(roles == CONTENT, _tags(pieces, stmt), IGNORE)[read],
    )


def _tags(pieces: Pieces, stmt: dict[str, Any]) -> IntArray:
    tags: IntArray = np.zeros(len(pieces), dtype=np.int64)
    for condition in stmt.get("conditions") or []:
        start, end = condition["span"]
        inside = np.flatnonzero((pieces.start < end) & (pieces.end > start))
        tags[inside] = 2
        tags[inside[:1]] = 1
    return tags
