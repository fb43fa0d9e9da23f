"""What counts as uttered."""

from __future__ import annotations

import pytest

from onrecord.reading.utterances import uttered
from onrecord.records import Form, Medium, Span, Spans, Statement

TEXT = "Ann said it rains, but she did not say where. She will tell when, and moved on. She was told to go."
ANN = (Span(0, 3),)
SAID, NEGATED, TO_COME, MOVED, TOLD = Span(4, 8), Span(27, 42), Span(50, 59), Span(70, 78), Span(84, 92)


def stmt(
    number: int,
    *,
    parent: int | None = None,
    medium: Medium = "said",
    cue: Span = SAID,
    source: Spans = ANN,
    by: str = "Ann",
    words: str = "that it rains there",
    form: Form = "indirect",
    confidence: float = 1.0,
) -> Statement:
    """A statement of which only what matters here is real."""
    return Statement(
        id=number,
        parent=parent,
        cue=(cue,),
        source=source,
        content=(Span(9, 17),),
        text=words,
        source_text=by,
        form=form,
        medium=medium,
        confidence=confidence,
    )


CASES = {
    "nothing is thought": ([stmt(1), stmt(2, parent=1)], [(1, None), (2, 1)]),
    "what is written stays": ([stmt(1, medium="written")], [(1, None)]),
    "what is thought goes": ([stmt(1), stmt(2, medium="thought")], [(1, None)]),
    "what a negated cue reports goes": ([stmt(1, cue=NEGATED), stmt(2)], [(1, None)]),
    "with what lies in it": ([stmt(1, medium="thought"), stmt(2, parent=1)], []),
    "and what lies in that": ([stmt(1, cue=NEGATED), stmt(2, parent=1), stmt(3, parent=2)], []),
    "a thought child leaves its parent": ([stmt(1), stmt(2, parent=1, medium="thought")], [(1, None)]),
    "parents are counted anew": (
        [stmt(1, medium="thought"), stmt(2), stmt(3, parent=2), stmt(4, parent=1), stmt(5, parent=3)],
        [(1, None), (2, 1), (3, 2)],
    ),
    "a parent may come later": ([stmt(1, parent=2), stmt(2)], [(1, 2), (2, None)]),
    "nothing": ([], []),
}


@pytest.mark.parametrize(("stmts", "expected"), CASES.values(), ids=CASES)
def test_what_nobody_uttered_is_left_out(stmts: list[Statement], expected: list[tuple[int, int | None]]) -> None:
    assert [(one.id, one.parent) for one in uttered(stmts, TEXT)] == expected


KEPT = {
    "what somebody only will say": (stmt(1, cue=TO_COME), False),
    "that in quotation marks": (stmt(1, cue=TO_COME, form="direct"), True),
    "what somebody was told by nobody knows whom": (stmt(1, cue=TOLD, source=(), by=""), False),
    "what somebody was told by whom the text names": (stmt(1, cue=TOLD), True),
    "what is only named": (stmt(1, words="a new plan"), False),
    "three words in quotation marks": (stmt(1, words="Stay at home", form="direct"), True),
    "what the reader doubts": (stmt(1, confidence=0.1, form="direct"), False),
    "a clause that somebody said": (stmt(1, confidence=0.3), True),
    "what nobody said, in doubt": (stmt(1, confidence=0.5, source=()), False),
    "what nobody said, for sure": (stmt(1, confidence=0.7, source=()), True),
    "a deed, in doubt": (stmt(1, confidence=0.5, cue=MOVED), False),
    "a deed, for sure": (stmt(1, confidence=0.7, cue=MOVED), True),
    "a matter, in doubt": (stmt(1, confidence=0.5, words="a new plan for the port"), False),
    "a matter, for sure": (stmt(1, confidence=0.7, words="a new plan for the port"), True),
}


@pytest.mark.parametrize(("one", "expected"), KEPT.values(), ids=KEPT)
def test_what_looks_like_no_utterance_must_be_surer(one: Statement, expected: bool) -> None:
    assert bool(uttered([one], TEXT)) is expected


def test_what_lies_in_another_may_lack_a_source() -> None:
    inner = stmt(2, parent=1, source=(), confidence=0.5)
    assert [one.id for one in uttered([stmt(1), inner], TEXT)] == [1, 2]


WITHIN = {
    "what somebody will say, in another's words": (stmt(2, parent=1, cue=TO_COME), True),
    "what the reader half doubts": (stmt(2, parent=1, confidence=0.22), False),
    "what I say now": (stmt(2, parent=1, cue=Span(36, 39), by="I"), False),
    "what I said before": (stmt(2, parent=1, cue=SAID, by="I"), True),
    "what you say now": (stmt(2, parent=1, cue=Span(36, 39), by="you"), True),
}


@pytest.mark.parametrize(("inner", "expected"), WITHIN.values(), ids=WITHIN)
def test_what_lies_in_another_is_judged_by_itself(inner: Statement, expected: bool) -> None:
    assert (len(uttered([stmt(1), inner], TEXT)) == 2) is expected
