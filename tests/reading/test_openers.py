"""Words that may open a condition, and where its clause may end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.openers import Opening, openings
from onrecord.records import Span

_WORDS = "if unless only when after until the ports open , ; . ” “ Norvia should it pays without 10.5 Mr. depends on"
WORDS = _WORDS.split()


def opened(content: str, *, before: str = "", behind: str = "") -> list[Opening]:
    """What may open a condition in a content that stands between other words."""
    text = before + content + behind
    return list(openings(text, Span(len(before), len(before) + len(content))))


def clauses(content: str, **around: str) -> list[list[str]]:
    """The words of each opening, up to each place where it may end."""
    text = around.get("before", "") + content + around.get("behind", "")
    return [[text[one.start : end] for end in one.ends] for one in opened(content, **around)]


KINDS = {
    "if": ("the boats sail if Norvia pays", "if", "strong"),
    "only if": ("the boats sail only if Norvia pays", "only", "strong"),
    "unless": ("no boat sails unless Norvia pays", "unless", "strong"),
    "in the event of": ("the port closes in the event of a storm", "if", "strong"),
    "in case": ("the port closes in case of a storm", "if", "strong"),
    "provided that": ("the boats sail provided that Norvia pays", "if", "strong"),
    "provided": ("the boats sail provided Norvia will pay", "if", "fair"),
    "on condition that": ("they agree on the condition that Norvia pays", "subject_to", "strong"),
    "in exchange for": ("they give fish in exchange for coal", "subject_to", "strong"),
    "should": ("the boats sail should Norvia pay", "if", "fair"),
    "were to": ("were Norvia to pay the boats", "if", "strong"),
    "once": ("the boats sail once Norvia has paid", "after", "fair"),
    "as soon as": ("the boats sail as soon as Norvia pays", "after", "fair"),
    "until": ("the boats stay until Norvia pays", "until", "fair"),
    "not until": ("the boats sail not until Norvia pays", "until", "fair"),
    "as long as": ("the boats sail as long as Norvia pays", "if", "weak"),
    "without": ("no boat sails without a licence", "unless", "weak"),
    "after": ("the boats sail after a vote", "after", "weak"),
    "when": ("the boats sail when Norvia pays", "if", "weak"),
    "only": ("the council alone, only the council decides", "only", "weak"),
    "subject to consent": ("the sale is subject to a vote", "subject_to", "sure"),
    "subject to": ("the owners are subject to sanctions", "subject_to", "weak"),
    "only who decides": ("only the council can decide on boats", "only", "strong"),
    "only who may": ("only Norvia could build boats", "only", "fair"),
    "depends on": ("the sale depends on a vote", "subject_to", "weak"),
    "in capitals": ("UNLESS NORVIA PAYS no boat sails", "unless", "strong"),
}


@pytest.mark.parametrize(("content", "kind", "strength"), KINDS.values(), ids=KINDS)
def test_an_opener_tells_a_kind_and_how_much_it_says(content: str, kind: str, strength: str) -> None:
    assert [(one.kind, one.strength) for one in opened(content)] == [(kind, strength)]


NONE = {
    "a question": "they asked if Norvia would pay",
    "a doubt": "it is unclear if Norvia pays",
    "a comparison": "the council acts as if Norvia paid",
    "a concession": "the boats sail even if it rains",
    "what if": "what if Norvia pays",
    "a manner of speaking": "it was, if you will, a storm",
    "few, if any": "few boats, if any, sail",
    "the second of two questions": "they want to know what they eat, and if they sail",
    "a part of a word": "the gift was a lifting of spirits",
    "should as a duty": "the boats should sail",
    "provided with": "they were provided with boats",
    "nothing": "the boats sail",
}


@pytest.mark.parametrize("content", NONE.values(), ids=NONE)
def test_what_is_no_condition_opens_nothing(content: str) -> None:
    assert opened(content) == []


ENDS = {
    "a comma": ("if Norvia pays, the boats sail", ["if Norvia pays", "if Norvia pays, the boats sail"]),
    "a sentence": ("if Norvia pays. The boats sail", ["if Norvia pays"]),
    "a main clause": ("if Norvia pays we will sail", ["if Norvia pays"]),
    "behind its main clause": ("boats sail if Norvia says we can go", ["if Norvia says", "if Norvia says we can go"]),
    "what is thought": ("if Norvia thinks we will sail", ["if Norvia thinks", "if Norvia thinks we will sail"]),
    "then": ("if Norvia pays then boats sail", ["if Norvia pays", "if Norvia pays then boats sail"]),
    "the content": ("they sail if Norvia pays", ["if Norvia pays"]),
    "not within a number": ("if Norvia pays 10,500 crowns", ["if Norvia pays 10,500 crowns"]),
    "not within an editor's note": ("if President (Mara. – Ed.) Voss pays", ["if President (Mara. – Ed.) Voss pays"]),
    "not behind an abbreviation": ("if Mr. Brandt pays", ["if Mr. Brandt pays"]),
}


@pytest.mark.parametrize(("content", "expected"), ENDS.values(), ids=ENDS)
def test_where_a_clause_may_end(content: str, expected: list[str]) -> None:
    assert clauses(content) == [expected]


def test_a_clause_ends_where_another_condition_begins() -> None:
    assert clauses("if Norvia pays and if it rains") == [["if Norvia pays"], ["if it rains"]]


def test_only_the_content_is_searched() -> None:
    assert clauses("boats sail if Norvia pays", before="If so, ", behind=" unless it rains") == [["if Norvia pays"]]


def test_openers_come_in_the_order_of_the_text() -> None:
    assert [one.kind for one in opened("if Norvia pays, boats sail unless it rains")] == ["if", "unless"]


def test_an_opener_with_nothing_behind_it_opens_nothing() -> None:
    assert opened("the boats sail if") == []


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_ends_rise_behind_the_opener_and_within_the_content(content: str) -> None:
    for one in opened(content, before="Then ", behind=" if so."):
        assert one.ends
        assert list(one.ends) == sorted(one.ends)
        assert len("Then ") <= one.start < one.ends[0] <= one.ends[-1] <= len("Then ") + len(content)
