"""The labels that the team made: whole, about the texts that they name, and about no text of a development set."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from evaluation.corpora import ONRECORD, POLNEAR, SEER, available, data_folder, rows
from training.datasets import LABELS, load_all, read_lines

DATA = data_folder()
needs_data = pytest.mark.skipif(not available(DATA), reason=f"no data in {DATA}: set ONRECORD_DATA")

ARTICLES = [row for path in sorted(LABELS.glob("*.jsonl")) for row in read_lines(path)]
CONTENTS = read_lines(LABELS / "contents/polnear.jsonl")
SINGLE = [row for path in sorted((LABELS / "acts").glob("*.jsonl")) for row in read_lines(path)]
AGAIN = [row for path in sorted((LABELS / "again").glob("*.jsonl")) for row in read_lines(path)]
WRITTEN = [row for path in sorted((LABELS / "written").glob("*.jsonl")) for row in read_lines(path)]
CHOICES = {
    "form": {"direct", "indirect", "mixed"},
    "medium": {"said", "written", "thought"},
    "act": {"claim", "deny", "support", "accuse", "demand", "offer", "promise", "refuse", "concede", "threaten"},
    "polarity": {"positive", "negative"},
    "certainty": {"certain", "hedged"},
}


def stmts() -> Iterator[dict[str, Any]]:
    """All labelled statements of whole articles."""
    return (stmt for row in ARTICLES for stmt in row["statements"])


@pytest.mark.parametrize("field", CHOICES)
def test_a_field_takes_one_of_its_values(field: str) -> None:
    assert {stmt[field] for stmt in stmts()} <= CHOICES[field]


def test_every_statement_has_a_content_and_a_chain() -> None:
    assert [stmt for stmt in stmts() if not stmt["content"] or not stmt["chain"]] == []


def test_labels_hold_no_text() -> None:
    names = {name for row in (*ARTICLES, *CONTENTS) for name in row} | {name for stmt in stmts() for name in stmt}
    assert names.isdisjoint({"text", "cue_text", "source_text", "content_text"})


def test_a_tenth_of_the_articles_was_read_twice() -> None:
    readers = [row["reader"] for row in ARTICLES]
    assert readers.count("second") >= readers.count("first") / 10


def test_single_statements_take_an_act_or_none_and_hold_no_text() -> None:
    those = [stmt for row in (*SINGLE, *AGAIN) for stmt in row["statements"]]
    assert {stmt.get("act") for stmt in those} <= CHOICES["act"] | {None}
    assert "text" not in {name for row in (*SINGLE, *AGAIN) for name in row} | {name for stmt in those for name in stmt}


def test_written_statements_are_marked_within_their_own_text() -> None:
    for row in WRITTEN:
        spans = [*row["cue"], *row["source"], *row["content"], *(one["span"] for one in row["conditions"])]
        assert all(0 <= start < end <= len(row["text"]) for start, end in spans)
        assert all(row["text"][end - 1] not in " <>{}[]" for _, end in row["source"])
    assert all({row[field] for row in WRITTEN} <= CHOICES[field] for field in ("act", "polarity", "certainty"))


@needs_data
def test_no_text_of_a_development_set_is_labelled() -> None:
    held = {row.get("id") or row["name"] for name in (POLNEAR, ONRECORD, SEER) for row in rows(DATA / name)}
    assert {row["id"] for row in (*ARTICLES, *CONTENTS, *SINGLE)} & held == set()


@needs_data
def test_training_examples_are_no_texts_of_a_development_set() -> None:
    held = {row["text"] for name in (POLNEAR, ONRECORD, SEER) for row in rows(DATA / name)}
    assert [example.name for example in load_all(DATA) if example.text in held] == []


@needs_data
def test_every_span_of_a_training_example_lies_in_its_text() -> None:
    for example in load_all(DATA):
        spans = [span for gold in example.outer for span in (*gold.cue, *gold.source, *gold.content)]
        assert all(0 <= start < end <= len(example.text) for start, end in spans), json.dumps(example.name)
