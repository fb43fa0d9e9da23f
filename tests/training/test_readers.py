"""The tool is set beside two people who read the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from evaluation.corpora import available, data_folder
from evaluation.statements import Condition, Stmt
from evaluation.tally import Share
from training.agreement import conditions, share
from training.readers import READERS, ReadTwice, agreement, label_stmts, table, trained_on

DATA = data_folder()
needs_data = pytest.mark.skipif(not available(DATA), reason=f"no data in {DATA}: set ONRECORD_DATA")

TEXT = "Ann urged Bob to go if it rains. Eve did not say why."
URGED = Stmt(
    content=((14, 31),),
    act="demand",
    polarity="positive",
    certainty="certain",
    addressee="Oroland",
    conditions=(Condition(span=(20, 31), kind="if", on="Bob"),),
)
SAID = Stmt(content=((49, 52),), act="claim", polarity="negative", certainty="certain")


def article(*, first: list[Stmt], second: list[Stmt], tool: list[Stmt]) -> ReadTwice:
    """An article with three readings."""
    return ReadTwice(name="a", text=TEXT, stmts=dict(zip(READERS, (first, second, tool), strict=True)))


def test_two_readers_agree_field_by_field() -> None:
    second = [replace(URGED, certainty="hedged", addressee="Kelpland"), SAID]
    found = agreement([article(first=[URGED, SAID], second=second, tool=[])], "first", "second")
    assert found.paired.f1 == 1
    assert found.fields == {
        "act": Share(right=2, of=2),
        "polarity": Share(right=2, of=2),
        "certainty": Share(right=1, of=2),
        "any addressee": Share(right=2, of=2),
        "addressee": Share(right=0, of=1),
    }
    assert (found.conditions.spans.f1, found.conditions.on) == (1, Share(right=1, of=1))


def test_the_tool_is_a_reader_like_the_others() -> None:
    articles = [article(first=[URGED, SAID], second=[URGED], tool=[replace(SAID, polarity="positive")])]
    assert agreement(articles, "first", "tool").fields["polarity"] == Share(right=0, of=1)
    assert agreement(articles, "second", "tool").paired.f1 == 0


def test_the_table_has_a_column_for_each_two() -> None:
    found = agreement([article(first=[URGED], second=[URGED], tool=[])], "first", "second")
    lines = table(["one", "other"], [found, found]).splitlines()
    assert lines[0].split() == ["one", "other"]
    assert lines[1].split()[-2:] == ["100.0%", "100.0%"]
    assert {len(line) for line in lines} == {24 + 2 * 20}


def test_labels_are_read_without_their_roles() -> None:
    row: dict[str, Any] = {"cue": [], "source": [], "content": [[0, 3]], "chain": ["Ann"], "form": "direct"}
    row |= {"speaker": {"name": "Ann", "kind": "person", "role": [0, 3], "party": ""}, "act": "demand", "said_on": ""}
    row |= {"polarity": "negative", "certainty": "hedged", "addressee": "Oroland", "conditions": []}
    (read,) = label_stmts([row])
    assert (read.role, read.act, read.polarity, read.certainty, read.addressee) == (
        "",
        "demand",
        "negative",
        "hedged",
        "Oroland",
    )


def test_the_same_condition_of_two_statements_counts_once() -> None:
    stmts = [{"conditions": [{"span": [3, 9], "kind": "if", "on": ""}]} for _ in range(2)]
    assert [one["content"] for one in conditions(stmts)] == [[(3, 9)]]


def test_a_share_of_nothing_is_a_dash() -> None:
    assert (share([]), share([True, False])) == ("–", "50.0%")


@needs_data
@pytest.mark.slow
def test_an_article_that_is_trained_on_is_named() -> None:
    assert trained_on(["30e34e1037", "no article"], DATA) == ["30e34e1037"]
