"""What counts as uttered."""

from __future__ import annotations

import pytest

from onrecord.reading.utterances import uttered
from onrecord.records import Medium, Span, Statement

TEXT = "Ann said it rains, but she did not say where."
SAID, NEGATED = Span(4, 8), Span(27, 38)


def stmt(number: int, *, parent: int | None = None, medium: Medium = "said", cue: Span = SAID) -> Statement:
    """A statement of which only what matters here is real."""
    return Statement(
        id=number,
        parent=parent,
        cue=(cue,),
        source=(),
        content=(Span(9, 17),),
        text="it rains",
        source_text="",
        form="indirect",
        medium=medium,
        confidence=1.0,
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
