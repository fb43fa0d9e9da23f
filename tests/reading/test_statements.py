"""Attributions in pieces become statements with places in the article."""

from __future__ import annotations

from dataclasses import replace
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Knots
from onrecord.reading.attribution import Found, Range
from onrecord.reading.nesting import Nested
from onrecord.reading.quotes import verbatim
from onrecord.reading.statements import JOINT, attributed_share, confidence, statements
from onrecord.records import Article, Span, Statement
from tests.reading.builders import SAID, THOUGHT, WRITTEN, found, pieces_of

RAIN = "Ann said it rains. Bob denied that it snows."
KNOTS = ((0.0, 0.1), (0.5, 0.3), (1.0, 0.9))
CURVES = {"outermost": KNOTS, "nested": ((0.0, 0.0), (1.0, 0.2))}
HALF = log(0.5)


def at(text: str, phrase: str) -> Range:
    """The pieces of a phrase, where it first stands in a text."""
    pieces, start = pieces_of(text), text.index(phrase)
    return pieces.start.tolist().index(start), pieces.end.tolist().index(start + len(phrase)) + 1


def told(text: str, source: str, cue: str, *content: str, medium: int = SAID, score: float = -0.1) -> Found:
    """An attribution by its words; empty words are left out."""
    roles = [[at(text, phrase) for phrase in phrases if phrase] for phrases in ((source,), (cue,), content)]
    return found(source=roles[0], cue=roles[1], content=roles[2], medium=medium, score=score)


def read(text: str, *nested: tuple[Found, int | None] | Found, body: int = 0) -> tuple[Statement, ...]:
    """Statements of a text; an attribution without a parent may stand alone."""
    pairs: Nested = [one if isinstance(one, tuple) else (one, None) for one in nested]
    return statements(
        Article(id="t", text=text, body=body), pieces_of(text[body:]), pairs, quoted=verbatim(text), curves=CURVES
    )


def test_a_statement_has_the_words_of_its_places() -> None:
    (stmt,) = read(RAIN, told(RAIN, "Ann", "said", "it rains"))
    assert [span.of(RAIN) for span in (*stmt.source, *stmt.cue, *stmt.content)] == ["Ann", "said", "it rains"]
    assert (stmt.source_text, stmt.text) == ("Ann", "it rains")


def test_statements_stand_in_the_order_of_their_cues_and_are_numbered_from_one() -> None:
    stmts = read(RAIN, told(RAIN, "Bob", "denied", "it snows"), told(RAIN, "Ann", "said", "it rains"))
    assert [(stmt.id, stmt.source_text) for stmt in stmts] == [(1, "Ann"), (2, "Bob")]


def test_a_statement_without_a_cue_stands_where_its_content_begins() -> None:
    text = "It rains. Bob said it snows. It hails."
    alone = [told(text, "", "", phrase) for phrase in ("It hails", "It rains")]
    stmts = read(text, *alone, told(text, "Bob", "said", "it snows"))
    assert [stmt.text for stmt in stmts] == ["It rains", "it snows", "It hails"]


def test_statements_of_one_cue_stand_in_the_order_of_their_contents() -> None:
    stmts = read(RAIN, told(RAIN, "Bob", "denied", "it snows"), told(RAIN, "Bob", "denied", "it rains"))
    assert [stmt.text for stmt in stmts] == ["it rains", "it snows"]


def test_a_parent_is_named_by_its_number() -> None:
    text = "Eve left. Bob said Ann says it rains."
    outer, inner = told(text, "Bob", "said", "Ann says it rains"), told(text, "Ann", "says", "it rains")
    stmts = read(text, told(text, "Eve", "left", "it"), outer, (inner, 1))
    assert [(stmt.id, stmt.parent) for stmt in stmts] == [(1, None), (2, None), (3, 2)]


def test_a_parent_may_stand_after_its_child() -> None:
    text = "Ann says it rains, Bob said."
    outer, inner = told(text, "Bob", "said", "Ann says it rains"), told(text, "Ann", "says", "it rains")
    assert [(stmt.source_text, stmt.id, stmt.parent) for stmt in read(text, outer, (inner, 0))] == [
        ("Ann", 1, 2),
        ("Bob", 2, None),
    ]


def test_parts_of_a_content_and_of_a_source_are_joined() -> None:
    text = "It rains, Ann, a farmer, said, and hails."
    one = replace(told(text, "", "said", "It rains", "and hails"), source=(at(text, "Ann"), at(text, "farmer")))
    (stmt,) = read(text, one)
    assert (stmt.text, stmt.source_text) == (f"It rains{JOINT}and hails", f"Ann{JOINT}farmer")


def test_a_header_moves_every_place() -> None:
    text = "ROME (Wire) - " + RAIN
    body = text.index("Ann")
    (stmt,) = read(text, told(RAIN, "Ann", "said", "it rains"), body=body)
    assert (stmt.source, stmt.cue) == ((Span(body, body + 3),), (Span(body + 4, body + 8),))
    assert (stmt.text, stmt.content[0].of(text)) == ("it rains", "it rains")


def test_what_is_a_mark_alone_is_no_statement_and_takes_no_number() -> None:
    text = "Ann said: ... Bob said it rains."
    stmts = read(text, told(text, "Ann", "said", "..."), told(text, "Bob", "said", "it rains"))
    assert [(stmt.id, stmt.text) for stmt in stmts] == [(1, "it rains")]


def test_a_mark_alone_is_no_cue() -> None:
    text = "Ann: it rains"
    (stmt,) = read(text, told(text, "Ann", ":", "it rains"))
    assert (stmt.cue, stmt.source_text) == ((), "Ann")


def test_punctuation_at_an_edge_is_left_out() -> None:
    (stmt,) = read(RAIN, told(RAIN, "Ann", "said", "it rains."))
    assert stmt.text == "it rains"


@pytest.mark.parametrize(
    ("medium", "name"), [(SAID, "said"), (WRITTEN, "written"), (THOUGHT, "thought")], ids=["said", "written", "thought"]
)
def test_the_medium_is_the_likeliest(medium: int, name: str) -> None:
    (stmt,) = read(RAIN, told(RAIN, "Ann", "said", "it rains", medium=medium))
    assert stmt.medium == name


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("Ann said: “It rains again.”", "direct", id="all in marks"),
        pytest.param("Ann said it rains again.", "indirect", id="no marks"),
        pytest.param("Ann said it “rains” again.", "mixed", id="a word in marks"),
    ],
)
def test_the_form_is_told_by_the_marks_of_the_article(text: str, form: str) -> None:
    one = found(source=[(0, 1)], cue=[(1, 2)], content=[(2, len(pieces_of(text)))])
    assert [stmt.form for stmt in read(text, one)] == [form]


CONFIDENCES = {
    "at a knot": (HALF, KNOTS, 0.3),
    "at the last knot": (0.0, KNOTS, 0.9),
    "between two": (log(0.75), KNOTS, 0.6),
    "with more digits than are shown": (log(0.123456), KNOTS, 0.149),
    "next to nought": (-200.0, KNOTS, 0.1),
    "below all": (HALF, ((0.6, 0.2), (1.0, 0.9)), 0.2),
    "above all": (HALF, ((0.1, 0.2), (0.4, 0.7)), 0.7),
    "one knot": (HALF, ((0.2, 0.4),), 0.4),
    "a score above nought by rounding": (1e-7, KNOTS, 0.9),
}


@pytest.mark.parametrize(("score", "knots", "expected"), CONFIDENCES.values(), ids=CONFIDENCES)
def test_a_confidence_is_interpolated_between_knots(score: float, knots: Knots, expected: float) -> None:
    assert confidence(score, knots) == expected


@given(st.floats(-20, 0), st.floats(-20, 0))
def test_a_better_score_gives_no_lower_confidence(a: float, b: float) -> None:
    assert confidence(min(a, b), KNOTS) <= confidence(max(a, b), KNOTS)


def test_nested_statements_are_calibrated_by_themselves() -> None:
    text = "Bob said Ann says it rains."
    outer = told(text, "Bob", "said", "Ann says it rains", score=HALF)
    inner = told(text, "Ann", "says", "it rains", score=HALF)
    assert [stmt.confidence for stmt in read(text, outer, (inner, 0))] == [0.3, 0.1]


SHARES = {
    "nothing": ("abcd efgh", [], 0, 0.0),
    "half": ("abcd efgh", [(0, 4)], 0, 0.5),
    "white space does not count": ("ab \n\n cd", [(0, 5)], 0, 0.5),
    "all": ("abcd", [(0, 4)], 0, 1.0),
    "two statements": ("abcdefgh", [(0, 2), (6, 8)], 0, 0.5),
    "one within the other": ("abcdefgh", [(0, 4), (1, 3)], 0, 0.5),
    "a header does not count": ("HEAD abcd", [(5, 7)], 5, 0.5),
    "a text of a header alone": ("HEAD", [], 4, 0.0),
    "three digits": ("abc", [(0, 1)], 0, 0.333),
}


@pytest.mark.parametrize(("text", "contents", "body", "share"), SHARES.values(), ids=SHARES)
def test_the_share_of_the_text_that_is_attributed(text: str, contents: list[Range], body: int, share: float) -> None:
    stmts = [stmt_of(text, content) for content in contents]
    assert attributed_share(Article(id="t", text=text, body=body), stmts) == share


def test_all_parts_of_a_content_are_attributed() -> None:
    text = "It rains, Ann said, and hails."
    stmts = read(text, told(text, "Ann", "said", "It rains", "and hails"))
    share = len("Itrainsandhails") / len(text.replace(" ", ""))
    assert attributed_share(Article(id="t", text=text), stmts) == round(share, 3)


def stmt_of(text: str, content: Range) -> Statement:
    """A statement of which only the content matters."""
    span = Span(*content)
    return Statement(
        id=1,
        parent=None,
        cue=(),
        source=(),
        content=(span,),
        text=span.of(text),
        source_text="",
        form="indirect",
        medium="said",
        confidence=0.5,
    )
