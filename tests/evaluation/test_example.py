"""The first article is checked statement by statement."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from evaluation.example import check, read_example
from evaluation.statements import Condition, Stmt
from evaluation.words import Offsets

TEXT = "Ann said Bob told her rain would fall soon. Eve agreed: it may."


def at(phrase: str) -> tuple[Offsets, ...]:
    """Where the phrase first stands in the text."""
    start = TEXT.index(phrase)
    return ((start, start + len(phrase)),)


OUTER = Stmt(id=1, cue=at("said"), source=at("Ann"), content=at("Bob told her rain would fall soon"))
INNER = Stmt(id=2, cue=at("told"), source=at("Bob"), content=at("rain would fall soon"), nested=True)
LAST = Stmt(id=3, cue=at("agreed"), content=at("it may"))
GOLD = [OUTER, INNER, LAST]
READ = [OUTER, replace(INNER, parent=1), LAST]


def test_a_perfect_reading_is_found_whole() -> None:
    found = check(TEXT, GOLD, READ)
    assert (found.found, found.missed, found.nested) == ((1, 2, 3), (), {2: True})


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param({"content": at("rain would")}, (2,), id="half of the content"),
        pytest.param({"content": at("rain")}, (), id="less than half of the content"),
        pytest.param({"source": at("said Bob")}, (2,), id="half of the source"),
        pytest.param({"source": at("Ann said Bob")}, (), id="less than half of the source"),
        pytest.param({"source": ()}, (), id="no source"),
        pytest.param({"cue": at("fall")}, (2,), id="the cue is not asked for"),
    ],
)
def test_source_and_content_must_be_half_alike(change: dict[str, Any], found: tuple[int, ...]) -> None:
    assert check(TEXT, [INNER], [replace(INNER, **change)]).found == found


def test_two_absent_sources_are_alike() -> None:
    assert check(TEXT, [LAST], [LAST]).found == (3,)


def test_missed_statements_are_named() -> None:
    assert check(TEXT, GOLD, [LAST]).missed == (1, 2)


@pytest.mark.parametrize("parent", [None, 3], ids=["none", "another's"])
def test_a_wrong_parent_is_seen(parent: int | None) -> None:
    assert check(TEXT, GOLD, [OUTER, replace(INNER, parent=parent), LAST]).nested == {2: False}


def test_a_parent_is_wrong_when_the_parent_itself_was_missed() -> None:
    assert check(TEXT, GOLD, [replace(INNER, parent=1)]).nested == {2: False}


def test_ids_of_the_reading_may_differ_from_those_of_the_gold() -> None:
    renumbered = [replace(OUTER, id=8), replace(INNER, id=9, parent=8)]
    assert check(TEXT, GOLD, renumbered).nested == {2: True}


def test_the_order_of_predictions_does_not_matter() -> None:
    assert {repr(check(TEXT, GOLD, order)) for order in permutations(READ)} == {repr(check(TEXT, GOLD, READ))}


def test_the_folder_is_read(tmp_path: Path) -> None:
    row = {"id": 7, "cue": [], "source": [], "content": [[0, 3]], "chain": ["Ann"], "form": "direct"}
    row |= {"speaker": {"name": "Ann", "kind": "person", "role": "", "party": ""}, "act": "claim", "said_on": ""}
    gold = {"article": {"published": "2020-01-02"}, "statements": [row | {"conditions": []}]}
    (tmp_path / "article.txt").write_bytes("Été\r\n".encode())
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    article, (only,) = read_example(tmp_path)
    assert article == {"id": "example", "text": "Été\r\n", "published": "2020-01-02"}
    assert (only.id, only.content) == (7, ((0, 3),))


DAY = date(2020, 1, 2)
SPOKEN = replace(
    OUTER, speakers=("Ann Oro",), role="finance minister", party="Oroland", chain=("Ann Oro",), said_on=(DAY, DAY)
)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        pytest.param({}, (), id="all right"),
        pytest.param({"said_on": None}, (), id="no day means that of publication"),
        pytest.param({"speakers": ("Oro",), "role": "the Minister"}, (), id="shorter name and role"),
        pytest.param({"speakers": ("Bob Kelp",), "chain": ("Bob Kelp",)}, ("speaker", "chain"), id="somebody else"),
        pytest.param({"role": "envoy", "party": ""}, ("role", "party"), id="another role and no party"),
        pytest.param({"said_on": (date(2020, 1, 1), DAY)}, ("said_on",), id="two days"),
        pytest.param({"speakers": (), "chain": ()}, ("speaker", "chain"), id="nobody"),
    ],
)
def test_the_fields_of_who_speaks_are_checked_one_by_one(change: dict[str, Any], wrong: tuple[str, ...]) -> None:
    assert check(TEXT, [SPOKEN], [replace(SPOKEN, **change)], published=DAY).wrong == {1: wrong}


def test_only_statements_with_nothing_wrong_are_all_right() -> None:
    found = check(TEXT, [SPOKEN, INNER, LAST], [SPOKEN, replace(LAST, role="envoy")], published=DAY)
    assert (found.found, found.all_right) == ((1, 3), (1,))


SOON = Condition(span=at("soon")[0], kind="if", on="Bob Kelp")
OFFER = replace(OUTER, act="offer", conditions=(SOON,))


@pytest.mark.parametrize(
    ("change", "acts", "wrong"),
    [
        pytest.param({}, (1,), (), id="all right"),
        pytest.param({"act": "claim"}, (), (), id="another act"),
        pytest.param({"conditions": ()}, (1,), ("span",), id="no condition"),
        pytest.param({"conditions": (replace(SOON, kind="only"),)}, (1,), ("kind",), id="another kind"),
        pytest.param({"conditions": (replace(SOON, on=""),)}, (1,), ("on",), id="nobody must act"),
        pytest.param({"conditions": (replace(SOON, kind="only", on="Eve"),)}, (1,), ("kind", "on"), id="both"),
    ],
)
def test_acts_and_conditions_are_checked(change: dict[str, Any], acts: tuple[int, ...], wrong: tuple[str, ...]) -> None:
    found = check(TEXT, [OFFER], [replace(OFFER, **change)])
    assert (found.acts, found.conditions) == (acts, {SOON.span: wrong})
    assert found.conditions_right == (() if wrong else (SOON.span,))


def test_a_condition_is_found_where_its_statement_was_missed() -> None:
    elsewhere = replace(LAST, conditions=(SOON,))
    found = check(TEXT, [OFFER], [elsewhere])
    assert (found.acts, found.conditions_right) == ((), (SOON.span,))
