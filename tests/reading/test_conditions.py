"""An opener proposes a condition, the tags decide."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.conditions import conditions_of, innermost
from onrecord.records import Act, Condition, Span, Statement
from tests.reading.act_builders import STRAIGHT, act_outputs, conditions, stmt
from tests.reading.builders import pieces_of

PAYS = "boats sail if Norvia pays"
_WORDS = "if unless only when after until the ports open , ; . Norvia should it pays without depends on"
WORDS = _WORDS.split()


def found(marked: str, *, likely: float = 0.9, unlikely: float = 0.02) -> list[str]:
    """The words of the conditions of a content."""
    return [one.text for one in conditions(marked, likely=likely, unlikely=unlikely)]


FOUND = {
    "tagged as a whole": ("boats sail {if Norvia pays}", ["if Norvia pays"]),
    "up to the comma": ("{if Norvia pays}, boats will sail", ["if Norvia pays"]),
    "on behind a comma": ("{if Norvia, for once, pays}, boats will sail", ["if Norvia, for once, pays"]),
    "two": ("{if Norvia pays}, boats sail {unless it rains}", ["if Norvia pays", "unless it rains"]),
    "two in a row": ("{if Norvia pays and if it rains}, boats sail", ["if Norvia pays", "if it rains"]),
    "one that cuts in": ("boats sail {IF NORVIA PAYS}: read on", []),
    "a weak opener": ("boats sail {when Norvia pays}", ["when Norvia pays"]),
    "no opener": ("{a storm over Dun} would keep them", ["a storm over Dun"]),
    "nothing": ("boats sail", []),
}


@pytest.mark.parametrize(("marked", "expected"), FOUND.values(), ids=FOUND)
def test_conditions_are_what_is_tagged(marked: str, expected: list[str]) -> None:
    assert found(marked) == expected


LEFT_OUT = {
    "a strong opener that the tags deny": ("boats sail {if Norvia pays}", 0.02),
    "a fair one that they doubt": ("boats sail {once Norvia pays}", 0.2),
    "a weak one that they doubt": ("boats sail {after a vote}", 0.4),
    "no opener, and little": ("{a storm over Dun} would keep them", 0.55),
    "no opener, and one word": ("{storms} would keep them", 0.99),
}


@pytest.mark.parametrize(("marked", "likely"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_the_less_an_opener_says_the_more_the_tags_must(marked: str, likely: float) -> None:
    assert found(marked, likely=likely) == []


def test_a_strong_opener_needs_little_from_the_tags() -> None:
    assert found("boats sail {if Norvia pays}", likely=0.3) == ["if Norvia pays"]


KINDS = {
    "if": ("boats sail {if Norvia pays}", "if"),
    "unless": ("boats sail {unless it rains}", "unless"),
    "only if": ("boats sail {only if Norvia pays}", "only"),
    "until": ("boats stay {until Norvia pays}", "until"),
    "after": ("boats sail {after the vote}", "after"),
    "on condition": ("boats sail {on condition that Norvia pays}", "subject_to"),
    "seen by the tags alone": ("{a storm over Dun} would keep them", "if"),
    "seen by the tags, a duty": ("{the ports must open} for boats", "subject_to"),
}


@pytest.mark.parametrize(("marked", "kind"), KINDS.values(), ids=KINDS)
def test_a_condition_has_a_kind(marked: str, kind: str) -> None:
    assert [one.kind for one in conditions(marked)] == [kind]


def test_a_condition_stands_where_its_words_stand() -> None:
    (one,) = conditions("boats sail {if Norvia pays}", before="Ann Lee said ")
    assert one.span == Span(len("Ann Lee said boats sail "), len("Ann Lee said boats sail if Norvia pays"))


def test_words_outside_of_the_content_are_no_condition() -> None:
    assert [one.text for one in conditions("boats sail", before="If Norvia pays, Ann Lee said, ")] == []


def test_its_confidence_is_the_mean_of_its_tags() -> None:
    (one,) = conditions("boats sail {if Norvia pays}", likely=0.7)
    assert one.confidence == 0.7


def test_its_confidence_is_calibrated() -> None:
    pieces, one = pieces_of(PAYS), stmt(PAYS, PAYS)
    out = act_outputs(read=5, tagged={2: 0.8, 3: 0.8, 4: 0.8})
    (read,) = conditions_of(one, out, PAYS, pieces=pieces, curve=((0.6, 0.1), (1.0, 0.5)))
    assert read.confidence == 0.3


def test_places_are_those_of_the_article_where_its_body_begins_later() -> None:
    text = "DUN PORT " + PAYS
    out = act_outputs(read=5, tagged={2: 0.9, 3: 0.9, 4: 0.9})
    one = stmt(text, PAYS)
    (read,) = conditions_of(one, out, text, pieces=pieces_of(PAYS), curve=STRAIGHT, body=len("DUN PORT "))
    assert (read.text, read.span.of(text)) == ("if Norvia pays", "if Norvia pays")


def test_each_part_of_a_content_is_read() -> None:
    text = "If Norvia pays, Ann Lee said, boats sail unless it rains"
    one = stmt(text, "If Norvia pays … boats sail unless it rains")
    out = act_outputs(read=13, tagged=dict.fromkeys((0, 1, 2, 10, 11, 12), 0.9))
    read = conditions_of(one, out, text, pieces=pieces_of(text), curve=STRAIGHT)
    assert [each.text for each in read] == ["If Norvia pays", "unless it rains"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=20), st.integers(0, 19), st.integers(1, 20))
def test_conditions_lie_in_the_content_in_order_and_apart(words: list[str], first: int, count: int) -> None:
    content = " ".join([*words[:first], "{", *words[first : first + count], "}", *words[first + count :]])
    read = conditions(content, before="Ann Lee said ")
    text = "Ann Lee said " + content.replace("{", "").replace("}", "")
    assert all(one.text == one.span.of(text) for one in read)
    assert all(left.span.end <= right.span.start for left, right in pairwise(read))
    assert all(len("Ann Lee said ") <= one.span.start < one.span.end <= len(text) for one in read)
    assert all(0 <= one.confidence <= 1 for one in read)


def hung(
    number: int, parent: int | None, *spans: tuple[int, int], act: Act = "claim", confidence: float = 0.9
) -> Statement:
    """A statement with conditions at some places."""
    held = tuple(Condition(text="x", span=Span(*span), kind="if") for span in spans)
    one = replace(stmt(PAYS, PAYS), id=number, parent=parent, conditions=held)
    return replace(one, act=act, confidence=confidence)


def places(*stmts: Statement) -> list[list[tuple[int, int]]]:
    """Where the conditions of each statement stand, once each has but its own."""
    return [[(one.span.start, one.span.end) for one in each.conditions] for each in innermost(stmts)]


INNERMOST = {
    "the nested one's own": ([hung(1, None, (5, 9)), hung(2, 1, (5, 9))], [[], [(5, 9)]]),
    "one that meets it": ([hung(1, None, (3, 7)), hung(2, 1, (5, 9))], [[], [(5, 9)]]),
    "one beside it": ([hung(1, None, (1, 5), (5, 9)), hung(2, 1, (5, 9))], [[(1, 5)], [(5, 9)]]),
    "none of its own": ([hung(1, None, (5, 9)), hung(2, 1)], [[(5, 9)], []]),
    "no parent of the other": ([hung(1, None, (5, 9)), hung(2, None, (5, 9))], [[(5, 9)], [(5, 9)]]),
    "an offer in an offer": (
        [hung(1, None, (5, 9), act="offer"), hung(2, 1, (5, 9), act="offer")],
        [[(5, 9)], [(5, 9)]],
    ),
    "a threat in an offer": (
        [hung(1, None, (5, 9), act="offer"), hung(2, 1, (5, 9), act="threaten")],
        [[], [(5, 9)]],
    ),
    "what may be none in an offer": (
        [hung(1, None, (5, 9), act="offer"), hung(2, 1, (5, 9), confidence=0.4)],
        [[(5, 9)], [(5, 9)]],
    ),
    "what may be none in a claim": ([hung(1, None, (5, 9)), hung(2, 1, (5, 9), confidence=0.4)], [[], [(5, 9)]]),
    "three deep": ([hung(1, None, (5, 9)), hung(2, 1, (5, 9)), hung(3, 2, (5, 9))], [[], [], [(5, 9)]]),
}


@pytest.mark.parametrize(("stmts", "expected"), INNERMOST.values(), ids=INNERMOST)
def test_a_condition_is_left_to_the_innermost_statement(
    stmts: list[Statement], expected: list[list[tuple[int, int]]]
) -> None:
    assert places(*stmts) == expected


AHEAD = {
    "what begins with if": ("if Norvia pays, boats will sail", ["if Norvia pays"]),
    "behind that": ("that if Norvia pays, boats will sail", ["if Norvia pays"]),
    "what stands in it": ("if it {depends on Norvia}, boats will sail", ["if it depends on Norvia"]),
    "an if that ends it": ("if Norvia pays", []),
    "an if within": ("boats sail, if Norvia pays, and ports open", []),
}


@pytest.mark.parametrize(("marked", "expected"), AHEAD.values(), ids=AHEAD)
def test_a_content_that_begins_with_if_hangs_on_it(marked: str, expected: list[str]) -> None:
    assert found(marked) == expected


def test_nobody_asks_where_a_main_clause_follows() -> None:
    told = conditions("if Norvia pays, boats will sail", before="He says ")
    assert [one.text for one in told] == ["if Norvia pays"]
    assert conditions("if Norvia pays", before="He cannot say ") == []


NOT_ALONE = {
    "an opener that was turned down": "they asked {if Norvia pays the crowns}",
    "a concession": "boats sail {even if the storm comes}",
}


@pytest.mark.parametrize("marked", NOT_ALONE.values(), ids=NOT_ALONE)
def test_what_no_opener_proposes_does_not_begin_like_one(marked: str) -> None:
    assert found(marked) == []
