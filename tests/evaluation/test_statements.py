"""Our gold is read into statements."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evaluation.statements import Condition, Stmt, gold_stmt, in_order, read_gold

ROW: dict[str, Any] = {
    "cue": [[4, 8]],
    "source": [],
    "content": [[9, 13], [20, 24]],
    "speaker": {"name": "Ann Oro", "kind": "person", "role": "", "party": "Oroland"},
    "chain": ["Bob Kelp", "Ann Oro"],
    "form": "mixed",
    "act": "offer",
    "said_on": "2020-01-02",
    "conditions": [{"text": "if so", "span": [9, 13], "kind": "if", "on": "Kelpland"}],
}
STMT = Stmt(
    cue=((4, 8),),
    content=((9, 13), (20, 24)),
    nested=True,
    form="mixed",
    speaker="Ann Oro",
    party="Oroland",
    chain=("Bob Kelp", "Ann Oro"),
    act="offer",
    said_on="2020-01-02",
    conditions=(Condition(span=(9, 13), kind="if", on="Kelpland"),),
)


def test_every_field_is_read() -> None:
    assert gold_stmt(ROW) == STMT


def test_a_chain_of_one_is_not_nested() -> None:
    assert not gold_stmt({**ROW, "chain": ["Ann Oro"]}).nested


def test_articles_are_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a1", "text": "…", "statements": [ROW]}) + "\n", encoding="utf-8")
    assert list(read_gold(path)) == [("a1", "…", (STMT,))]


def test_order_depends_on_the_statements_alone() -> None:
    other = Stmt(content=((0, 3),))
    assert in_order([STMT, other]) == in_order([other, STMT])
