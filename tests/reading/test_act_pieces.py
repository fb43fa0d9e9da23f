"""The pieces of a statement are chosen with their roles, alike for learning and for reading."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.act_pieces import CONTENT, CUE, LONGEST, SOURCE, kept, roles_of
from tests.reading.builders import pieces_of, words

RAIN = "Ann Lee said it rains."
LAW_ROLES = st.lists(st.sampled_from([0, CUE, SOURCE, CONTENT]), max_size=3 * LONGEST)


def place(phrase: str) -> tuple[int, int]:
    """Where a phrase stands in the text."""
    return RAIN.index(phrase), RAIN.index(phrase) + len(phrase)


def roles(*, cue: str = "", source: str = "", content: str = "") -> list[int]:
    """The roles of the pieces of the text; empty words are left out."""
    given = [[place(phrase)] if phrase else [] for phrase in (cue, source, content)]
    return list(roles_of(pieces_of(RAIN), cue=given[0], source=given[1], content=given[2]))


def test_each_piece_has_the_role_of_its_part() -> None:
    assert roles(cue="said", source="Ann Lee", content="it rains") == [SOURCE, SOURCE, CUE, CONTENT, CONTENT, 0]


def test_a_part_may_have_several_places() -> None:
    pieces = pieces_of("It rains, Ann said, and snows.")
    content = [(0, 8), (20, 29)]
    assert roles_of(pieces, cue=[], source=[], content=content).tolist() == [3, 3, 0, 0, 0, 0, 3, 3, 0]


@pytest.mark.parametrize(
    ("given", "role"),
    [
        ({"cue": "said", "source": "Ann Lee said"}, CUE),
        ({"cue": "said", "content": "said it rains"}, CUE),
        ({"source": "said", "content": "said it rains"}, SOURCE),
    ],
    ids=["a cue before a source", "a cue before a content", "a source before a content"],
)
def test_where_parts_meet_one_wins(given: dict[str, str], role: int) -> None:
    assert roles(**given)[2] == role


def test_a_piece_that_a_part_only_touches_has_its_role() -> None:
    pieces = pieces_of(RAIN)
    assert roles_of(pieces, cue=[(9, 11)], source=[], content=[]).tolist() == [0, 0, CUE, 0, 0, 0]


def test_a_statement_of_nothing_marks_nothing() -> None:
    assert roles() == [0] * 6


def test_pieces_with_a_role_are_kept() -> None:
    assert kept(np.array([0, SOURCE, 0, CUE, CONTENT, 0])).tolist() == [1, 3, 4]


def test_of_a_long_statement_the_end_of_the_content_goes() -> None:
    long = np.array([CONTENT] * (2 * LONGEST) + [CUE, SOURCE])
    assert kept(long).tolist() == [*range(LONGEST - 2), 2 * LONGEST, 2 * LONGEST + 1]


def test_of_a_cue_that_is_too_long_the_beginning_stays() -> None:
    assert kept(np.array([CUE] * (LONGEST + 5) + [CONTENT])).tolist() == list(range(LONGEST))


@given(LAW_ROLES)
def test_kept_pieces_have_a_role_rise_and_are_not_too_many(given: list[int]) -> None:
    chosen = kept(np.array(given, dtype=np.int64)).tolist()
    assert len(chosen) == min(LONGEST, np.count_nonzero(given))
    assert chosen == sorted(set(chosen))
    assert all(given[piece] for piece in chosen)


@given(LAW_ROLES)
def test_a_content_goes_before_a_cue_or_a_source(given: list[int]) -> None:
    chosen = kept(np.array(given, dtype=np.int64))
    others = sum(role in (CUE, SOURCE) for role in given)
    assert sum(given[piece] != CONTENT for piece in chosen) == min(others, LONGEST)


def test_the_roles_are_as_many_as_the_pieces() -> None:
    assert len(roles_of(words(7), cue=[], source=[], content=[(0, 1000)])) == 7
