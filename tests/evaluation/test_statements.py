"""Gold and readings become the same kind of statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from evaluation.statements import Condition, Days, Stmt, days, gold_stmt, in_order, predicted_stmt
from onrecord.records import Actor, SaidOn, Span, Speaker, SpeakerKind, Statement
from onrecord.records import Condition as ReadCondition

ROW: dict[str, Any] = {
    "cue": [[4, 8]],
    "source": [],
    "content": [[9, 13], [20, 24]],
    "speaker": {"name": "Ann Oro", "kind": "person", "role": "minister", "party": "Oroland"},
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
    speakers=("Ann Oro",),
    speaker_kind="person",
    role="minister",
    party="Oroland",
    chain=("Bob Kelp", "Ann Oro"),
    act="offer",
    said_on=(date(2020, 1, 2), date(2020, 1, 2)),
    conditions=(Condition(span=(9, 13), kind="if", on="Kelpland"),),
)


def test_every_field_is_read() -> None:
    assert gold_stmt(ROW) == STMT


def test_a_chain_of_one_is_not_nested() -> None:
    assert not gold_stmt({**ROW, "chain": ["Ann Oro"]}).nested


def test_order_depends_on_the_statements_alone() -> None:
    other = Stmt(content=((0, 3),))
    assert in_order([STMT, other]) == in_order([other, STMT])


READ = Statement(
    id=3,
    parent=None,
    cue=(Span(4, 8),),
    source=(),
    content=(Span(9, 13), Span(20, 24)),
    text="…",
    source_text="",
    form="mixed",
    medium="said",
    confidence=0.9,
)


def speaker(name: str, *, kind: SpeakerKind = "person", role: str | None = None, party: str | None = None) -> Speaker:
    """A speaker who is named in the article."""
    return Speaker(id=name.lower(), name=name, kind=kind, role=role, party=party, how="named", mentions=())


ANN = speaker("Ann Oro", role="minister", party="Oroland")
BOB = speaker("Bob Kelp", role="envoy", party="Kelpland")


def test_a_reading_without_speakers_has_empty_fields() -> None:
    stmt = Stmt(id=3, cue=((4, 8),), content=((9, 13), (20, 24)), form="mixed")
    assert predicted_stmt(READ) == replace(stmt, polarity="positive", certainty="certain")


def test_a_reading_with_a_speaker_equals_its_gold() -> None:
    day = date(2020, 1, 2)
    said_on = SaidOn(first=day, last=day, text="on Thursday", how="expression")
    stmt = predicted_stmt(replace(READ, id=0, speakers=(ANN,), chain=("Bob Kelp", "Ann Oro"), said_on=said_on))
    assert stmt == replace(STMT, act="", polarity="positive", certainty="certain", conditions=())


def test_what_a_statement_does_and_hangs_on_is_read() -> None:
    told = Actor(name="Bob Kelp", party="Kelpland")
    conditions = (
        ReadCondition(text="if so", span=Span(9, 13), kind="if", on=told),
        ReadCondition(text="only then", span=Span(20, 24), kind="only"),
    )
    stmt = predicted_stmt(replace(READ, act="offer", conditions=conditions, addressee="Kelpland"))
    assert (stmt.act, stmt.addressee) == ("offer", "Kelpland")
    assert stmt.conditions == (
        Condition(span=(9, 13), kind="if", on="Bob Kelp", party="Kelpland"),
        Condition(span=(20, 24), kind="only"),
    )


def test_labels_tell_more_than_our_gold() -> None:
    stmt = gold_stmt({**ROW, "polarity": "negative", "certainty": "hedged", "addressee": "Kelpland"})
    assert (stmt.polarity, stmt.certainty, stmt.addressee) == ("negative", "hedged", "Kelpland")


@pytest.mark.parametrize(
    ("parent", "chain", "nested"),
    [
        pytest.param(None, ("Ann Oro",), False, id="neither"),
        pytest.param(None, ("Bob Kelp", "Ann Oro"), True, id="relayed"),
        pytest.param(1, ("Ann Oro",), True, id="in another's content"),
        pytest.param(1, (), True, id="in another's content, no chain yet"),
    ],
)
def test_a_reading_is_nested_by_its_chain_or_its_parent(
    parent: int | None, chain: tuple[str, ...], nested: bool
) -> None:
    assert predicted_stmt(replace(READ, parent=parent, chain=chain)).nested is nested


def test_those_who_speak_together_are_a_group_of_all_their_parties() -> None:
    stmt = predicted_stmt(replace(READ, speakers=(ANN, BOB, replace(ANN, name="Eve Oro"))))
    assert stmt.speaker == "Ann Oro and Bob Kelp and Eve Oro"
    assert (stmt.speaker_kind, stmt.role, stmt.party) == ("group", "minister", "Oroland and Kelpland")


def test_unnamed_speakers_stay_unnamed_together() -> None:
    unnamed = speaker("officials", kind="unnamed")
    assert predicted_stmt(replace(READ, speakers=(unnamed, unnamed))).speaker_kind == "unnamed"


@pytest.mark.parametrize(
    ("iso", "found"),
    [
        ("", None),
        ("2020-02-03", (date(2020, 2, 3), date(2020, 2, 3))),
        ("2020-02", (date(2020, 2, 1), date(2020, 2, 29))),
        ("2020", (date(2020, 1, 1), date(2020, 12, 31))),
    ],
)
def test_a_month_or_year_is_all_of_its_days(iso: str, found: Days | None) -> None:
    assert days(iso) == found
