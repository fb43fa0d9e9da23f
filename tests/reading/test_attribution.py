"""Tags and arcs become attributions."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from onrecord.reading.attribution import (
    B_CONTENT,
    B_CUE,
    B_SOURCE,
    POINTS,
    Found,
    Range,
    attributions,
    legal_tags,
    tagged,
    votes,
)
from onrecord.reading.encoder import FloatArray, Outputs
from onrecord.reading.windows import Window, owner
from tests.reading.builders import SURE, TAGS, THOUGHT, certain, nothing, outputs

TWO_WINDOWS = (Window(0, 8, 0, 6), Window(4, 12, 6, 12))

runs = st.builds(lambda kind, more: kind + kind.lower() * more, st.sampled_from(".CST"), st.integers(0, 3))

Triple = tuple[tuple[Range, ...], tuple[Range, ...], tuple[Range, ...]]


def logarithms(scores: FloatArray) -> FloatArray:
    """Log-softmax of each row."""
    return scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)


def matrices(*, most: int, widest: float = 20) -> st.SearchStrategy[FloatArray]:
    """(n, 7) logarithms of probabilities, n up to `most`."""
    shapes = st.tuples(st.integers(1, most), st.just(len(TAGS)))
    scores = st.floats(-widest, widest, width=32)
    return arrays.arrays(np.float32, shapes, elements=scores, fill=st.nothing()).map(logarithms)


def may_follow(before: int, tag: int) -> bool:
    """Whether a tag may stand after another."""
    return not tag or tag % 2 == 1 or before in (tag, tag - 1)


def is_legal(tags: list[int]) -> bool:
    """Whether every inside tag follows its own kind."""
    return all(may_follow(before, tag) for before, tag in pairwise([0, *tags]))


def total(roles: FloatArray, tags: list[int]) -> float:
    """The score of a sequence of tags."""
    return float(roles[np.arange(len(tags)), tags].sum())


def best_of_all(roles: FloatArray) -> float:
    """The greatest score of a legal sequence, by trying every one."""
    sequences = map(list, product(range(len(TAGS)), repeat=len(roles)))
    return max(total(roles, tags) for tags in sequences if is_legal(tags))


def best_by_steps(roles: FloatArray) -> float:
    """The same by dynamic programming over the whole, with no stretch left out."""
    tags = range(len(TAGS))
    scores = [float(roles[0, tag]) if may_follow(0, tag) else -np.inf for tag in tags]
    for row in roles[1:]:
        scores = [max(scores[before] for before in tags if may_follow(before, tag)) + float(row[tag]) for tag in tags]
    return max(scores)


def triples(found: list[Found]) -> list[Triple]:
    """Cue, source and content of each."""
    return [(one.cue, one.source, one.content) for one in found]


def never_clear(roles: FloatArray) -> FloatArray:
    """The same with no piece at which a search may begin or end: every score is moved below what counts as clear."""
    return (roles - max(float(roles.max()), 0.0) - 0.2).astype(np.float32)


@given(matrices(most=40))
def test_tags_are_legal(roles: FloatArray) -> None:
    assert is_legal(legal_tags(roles).tolist())


@given(matrices(most=40, widest=3))
def test_unsure_tags_are_legal(roles: FloatArray) -> None:
    assert is_legal(legal_tags(roles).tolist())


@given(matrices(most=4))
def test_the_two_measures_of_the_best_agree(roles: FloatArray) -> None:
    assert best_by_steps(roles) == pytest.approx(best_of_all(roles), abs=1e-3)


@given(matrices(most=30).map(never_clear))
def test_tags_are_the_most_probable_when_the_whole_is_searched(roles: FloatArray) -> None:
    assert total(roles, legal_tags(roles).tolist()) == pytest.approx(best_by_steps(roles), abs=1e-3)


@given(matrices(most=30))
def test_tags_are_never_better_than_the_most_probable(roles: FloatArray) -> None:
    assert total(roles, legal_tags(roles).tolist()) <= best_by_steps(roles) + 1e-3


@given(st.lists(runs, min_size=1))
def test_legal_tags_stay_as_they_are(runs_of_tags: list[str]) -> None:
    tags = [TAGS.index(tag) for tag in "".join(runs_of_tags)]
    assert is_legal(tags)
    assert legal_tags(certain(tags, of=len(TAGS))).tolist() == tags


def test_only_what_stands_around_a_breach_is_changed() -> None:
    tags = [TAGS.index(tag) for tag in "Tt.t.Ss"]
    assert legal_tags(certain(tags, of=len(TAGS)))[[0, 1, 5, 6]].tolist() == [5, 6, 3, 4]


TAGGED = {
    "nothing": ("...", {}),
    "one of each": ("S.C.T", {"S": [(0, 1)], "C": [(2, 3)], "T": [(4, 5)]}),
    "longer ones": ("SsCTttt", {"S": [(0, 2)], "C": [(2, 3)], "T": [(3, 7)]}),
    "two of a kind that touch": ("TtTt", {"T": [(0, 2), (2, 4)]}),
    "single pieces that touch": ("TTT", {"T": [(0, 1), (1, 2), (2, 3)]}),
    "up to the end": (".Cc", {"C": [(1, 3)]}),
    "a single piece": ("S", {"S": [(0, 1)]}),
}


@pytest.mark.parametrize(("tags", "expected"), TAGGED.values(), ids=TAGGED)
def test_tags_are_ranges(tags: str, expected: dict[str, list[Range]]) -> None:
    by_kind = tagged(np.array([TAGS.index(tag) for tag in tags]))
    assert by_kind == {TAGS.index(kind): expected.get(kind, []) for kind in "CST"}


@given(matrices(most=30))
def test_ranges_hold_all_that_is_tagged_and_nothing_else(roles: FloatArray) -> None:
    tags = legal_tags(roles)
    covered = np.zeros_like(tags)
    for begin, ranges in tagged(tags).items():
        for start, end in ranges:
            covered[start], covered[start + 1 : end] = begin, begin + 1
    assert covered.tolist() == tags.tolist()


ATTRIBUTIONS = {
    "source, cue and content": (
        outputs("SsCTtt.", arcs={2: range(3, 6)}, sources={2: 0}),
        [(((2, 3),), ((0, 2),), ((3, 6),))],
    ),
    "two cues share one source": (
        outputs("SCTt.CTt", arcs={1: (2, 3), 5: (6, 7)}, sources={1: 0, 5: 0}),
        [(((1, 2),), ((0, 1),), ((2, 4),)), (((5, 6),), ((0, 1),), ((6, 8),))],
    ),
    "a cue without a source": (
        outputs("S.CTt", arcs={2: (3, 4)}),
        [(((2, 3),), (), ((3, 5),))],
    ),
    "a content before its cue": (
        outputs("TtCS", arcs={2: (0, 1)}, sources={2: 3}),
        [(((2, 3),), ((3, 4),), ((0, 2),))],
    ),
    "a content on both sides of its cue": (
        outputs("TtSCTtt", arcs={3: (0, 1, 4, 5, 6)}, sources={3: 2}),
        [(((3, 4),), ((2, 3),), ((0, 2), (4, 7)))],
    ),
    "a content that points at nothing": (
        outputs("SCTt.Tt", arcs={1: (2, 3)}, sources={1: 0}),
        [(((1, 2),), ((0, 1),), ((2, 4),)), ((), (), ((5, 7),))],
    ),
    "a content of which half points at another cue": (
        outputs("CTtttC", arcs={0: (1, 2, 3), 5: (4,)}),
        [(((0, 1),), (), ((1, 5),))],
    ),
    "a cue without a content": (
        outputs("SCTt.SC", arcs={1: (2, 3)}, sources={1: 0, 6: 5}),
        [(((1, 2),), ((0, 1),), ((2, 4),))],
    ),
    "contents without a cue": (outputs("SsTt"), [((), (), ((2, 4),))]),
    "cues without a content": (outputs("SC.C"), []),
    "nothing at all": (outputs("...."), []),
    "cue and content in one window, source in the overlap": (
        outputs("....SCTttttt", arcs={5: range(6, 12)}, sources={5: 4}, windows=TWO_WINDOWS),
        [(((5, 6),), ((4, 5),), ((6, 12),))],
    ),
    "a content that two windows read": (
        outputs(
            "SCTttttt....", arcs={1: range(2, 8)}, sources={1: 0}, windows=(Window(0, 9, 0, 6), Window(1, 12, 6, 12))
        ),
        [(((1, 2),), ((0, 1),), ((2, 8),))],
    ),
    "a source that stands outside the window of its cue": (
        outputs("S.....CTtttt", arcs={6: range(7, 12)}, sources={6: 0}, windows=TWO_WINDOWS),
        [(((6, 7),), (), ((7, 12),))],
    ),
    "a content that stands outside the window of its cue": (
        outputs("SC.....Ttttt", arcs={1: range(7, 12)}, sources={1: 0}, windows=TWO_WINDOWS),
        [((), (), ((7, 12),))],
    ),
}


@pytest.mark.parametrize(("given_outputs", "expected"), ATTRIBUTIONS.values(), ids=ATTRIBUTIONS)
def test_attributions_are_read_from_tags_and_arcs(given_outputs: Outputs, expected: list[Triple]) -> None:
    assert triples(attributions(given_outputs)) == expected


def test_an_empty_text_has_no_attributions() -> None:
    assert attributions(nothing()) == []


@pytest.mark.parametrize(("pointing", "kept"), [(2, True), (1, False)], ids=["enough", "too little"])
def test_a_content_goes_to_a_cue_that_enough_of_it_points_at(pointing: int, kept: bool) -> None:
    (one,) = attributions(outputs("CTtttt", arcs={0: range(1, 1 + pointing)}))
    assert bool(one.cue) is kept
    assert (pointing * SURE / 5 >= POINTS) is kept


def test_the_score_is_the_mean_tag_and_the_link_to_the_source() -> None:
    (one,) = attributions(outputs("SCTt", arcs={1: (2, 3)}, sources={1: 0}))
    assert one.score == pytest.approx(2 * np.log(SURE), rel=1e-5)


def test_a_score_is_at_most_nought() -> None:
    assert all(one.score <= 0 for given_outputs, _ in ATTRIBUTIONS.values() for one in attributions(given_outputs))


def test_the_medium_is_read_at_the_first_piece_of_the_cue() -> None:
    (one,) = attributions(outputs("SCcTt", arcs={1: (3, 4)}, media={1: THOUGHT}))
    assert int(one.media.argmax()) == THOUGHT


def test_no_vote_goes_to_a_cue_outside_the_window() -> None:
    given_outputs = outputs("C..........C", arcs={0: (1, 7), 11: (5, 10)}, windows=TWO_WINDOWS)
    index, heads = owner(given_outputs.windows, 12), np.array([0, 11])
    shares = {part: votes(given_outputs, index, heads, part) for part in ((1, 2), (7, 8), (10, 12))}
    assert [(first, len(of)) for first, of in shares.values()] == [(0, 1), (1, 1), (1, 1)]
    assert shares[1, 2][1] == pytest.approx([SURE])
    assert shares[10, 12][1] == pytest.approx([SURE / 2], abs=0.01)


@given(matrices(most=12), st.data())
def test_whatever_the_heads_say_attributions_have_a_content_within_the_text(
    roles: FloatArray, data: st.DataObject
) -> None:
    count = len(roles)
    square = arrays.arrays(np.float32, (count + 2, count + 2), elements=st.floats(-9, 9, width=32)).map(logarithms)
    wild = replace(outputs("." * count), roles=roles, arcs=[data.draw(square)], sources=[data.draw(square)])
    for one in attributions(wild):
        ranges = [*one.cue, *one.source, *one.content]
        assert len(one.cue) <= 1
        assert one.content
        assert all(0 <= start < end <= count for start, end in ranges)


def test_begin_tags_are_those_of_the_builders() -> None:
    assert [TAGS[begin] for begin in (B_CUE, B_SOURCE, B_CONTENT)] == ["C", "S", "T"]
