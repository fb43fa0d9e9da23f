"""A statement as the metrics see it, and the gold that is stored in this form.

Use this to hand gold and predictions to `onrecord_gold` and `example`. It is wider than what a reader must know: a
field left at its default is simply not there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from evaluation.words import Offsets

Pieces: TypeAlias = tuple[Offsets, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Words on which a content hangs; `on` names who must act, if anyone."""

    span: Offsets
    kind: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stmt:
    """One statement; offsets half-open into the article's text.

    Attributes:
        cue, source, content: in pieces; cue and source empty where the text has none.
        nested: whether somebody other than the article relays it (gold: a chain longer than one).
        id, parent: the statement's number, and that of the statement in whose content it lies.
        said_on: ISO date, or the year or month only.
    """

    content: Pieces
    cue: Pieces = ()
    source: Pieces = ()
    form: str = ""
    nested: bool = False
    id: int = 0
    parent: int | None = None
    speaker: str = ""
    party: str = ""
    chain: tuple[str, ...] = ()
    act: str = ""
    said_on: str = ""
    conditions: tuple[Condition, ...] = ()


class GoldArticle(NamedTuple):
    """An article of our own gold."""

    id: str
    text: str
    stmts: tuple[Stmt, ...]


def in_order(stmts: Sequence[Stmt]) -> list[Stmt]:
    """The same statements, in an order that depends on nothing but themselves."""
    return sorted(stmts, key=repr)


def read_gold(path: Path) -> Iterator[GoldArticle]:
    """Read the articles of `onrecord/train.jsonl` or `dev.jsonl`."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield GoldArticle(row["id"], row["text"], tuple(gold_stmt(stmt) for stmt in row["statements"]))


def gold_stmt(row: Mapping[str, Any]) -> Stmt:
    """A statement of `onrecord/*.jsonl` or `example/gold.json`."""
    return Stmt(
        content=_pieces(row["content"]),
        cue=_pieces(row["cue"]),
        source=_pieces(row["source"]),
        form=row["form"],
        nested=len(row["chain"]) > 1,
        id=row.get("id", 0),
        speaker=row["speaker"]["name"],
        party=row["speaker"]["party"],
        chain=tuple(row["chain"]),
        act=row["act"],
        said_on=row["said_on"],
        conditions=tuple(_condition(condition) for condition in row["conditions"]),
    )


def _pieces(spans: Sequence[Sequence[int]]) -> Pieces:
    return tuple((start, end) for start, end in spans)


def _condition(row: Mapping[str, Any]) -> Condition:
    start, end = row["span"]
    return Condition(span=(start, end), kind=row["kind"], on=row["on"])
