"""Who is the same is told by names, by the antecedent head, and by what rules its answer out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.entities import REACH, SPEAKS_ON, entities
from tests.reading.builders import nothing
from tests.reading.mention_builders import SURELY, Scores, grouped, told

GROUPED: dict[str, tuple[str, Scores, list[int]]] = {
    "a pronoun goes to the antecedent that the arcs point at": (
        "[Mara Voss] met [Anna Brand], and [she] left.",
        {2: {0: SURELY}},
        [0, 1, 0],
    ),
    "and not to the nearest": ("[the envoy] met [the driver], and [he] left.", {2: {0: SURELY, 1: 1}}, [0, 1, 0]),
    "a pronoun that points at nothing is somebody new": ("[Mara Voss] left, [he] stayed.", {}, [0, 1]),
    "a noun goes to a name": ("[Mara Voss] left, [the minister] stayed.", {1: {0: SURELY}}, [0, 0]),
    "a noun goes to a noun": ("[a minister] left, [the minister] returned.", {1: {0: SURELY}}, [0, 0]),
    "a pronoun goes on from a pronoun": (
        "[Mara Voss] spoke; [she] left, and [she] sat.",
        {1: {0: SURELY}, 2: {1: SURELY}},
        [0, 0, 0],
    ),
    "she never goes to a man's name": ("[Peter Brand] left, [she] stayed.", {1: {0: SURELY}}, [0, 1]),
    "but to the woman who comes second": (
        "[Peter Brand] met [Anna Voss], and [she] left.",
        {2: {0: SURELY, 1: 3}},
        [0, 1, 1],
    ),
    "he never goes to a noun that she went to": (
        "[the envoy] spoke; [she] left, and [he] stayed.",
        {1: {0: SURELY}, 2: {0: SURELY}},
        [0, 0, 1],
    ),
    "a title that comes later tells the gender": (
        "[Brand] spoke; [she] left. Then Mr [Brand] sat.",
        {1: {0: SURELY}},
        [0, 1, 0],
    ),
    "it never goes to a person's name": ("[Mara Voss] left, [it] rained.", {1: {0: SURELY}}, [0, 1]),
    "he never goes to a body's name": ("[organisation: Dun Port] opened, [he] stayed.", {1: {0: SURELY}}, [0, 1]),
    "nor to a noun that stands for it": (
        "[organisation: Dun Port] opened; [the firm] grew, and [he] stayed.",
        {1: {0: SURELY}, 2: {1: SURELY}},
        [0, 0, 1],
    ),
    "he never goes to more than one": ("[officials] left, [he] stayed.", {1: {0: SURELY}}, [0, 1]),
    "names that agree go together whatever the arcs say": (
        "[Mara Voss] met [Tolo Brand], and [Voss] left.",
        {2: {1: SURELY}},
        [0, 1, 0],
    ),
    "names that do not agree stay apart whatever the arcs say": ("[Mara Voss] is [Brand].", {1: {0: SURELY}}, [0, 1]),
    "a pronoun before the full name": ("[Voss] left, [she] sat; [Mara Voss] spoke.", {1: {0: SURELY}}, [0, 0, 0]),
    "his goes on listing what is another's, whatever the arcs say": (
        "[Tolo Brand] disliked [Peter Voss]'s plans, in particular [his] ban.",
        {2: {0: SURELY}},
        [0, 1, 1],
    ),
    "but not in the next sentence": (
        "[Tolo Brand] disliked [Peter Voss]'s plans, including all bans. Then came [his] ban.",
        {2: {0: SURELY}},
        [0, 1, 0],
    ),
    "nor where nothing is listed": (
        "[Tolo Brand] disliked [Peter Voss]'s plans and praised [his] ban.",
        {2: {0: SURELY}},
        [0, 1, 0],
    ),
    "I goes on from I": (
        "[Mara Voss] said [I] left and [I] sat.",
        {1: {0: SURELY}, 2: {0: SURELY, 1: 1}},
        [0, 0, 0],
    ),
    "I goes to another I before a name": (
        "[I] left when [Mara Voss] met [me].",
        {2: {1: SURELY, 0: 3}},
        [0, 1, 0],
    ),
}


@pytest.mark.parametrize(("marked", "asks", "expected"), GROUPED.values(), ids=GROUPED)
def test_who_is_the_same(marked: str, asks: Scores, expected: list[int]) -> None:
    assert grouped(marked, asks=asks) == expected


def test_without_mentions_there_are_no_entities() -> None:
    assert entities([], nothing(), "", distances=(0.0,)) == []


def test_the_first_mention_of_a_text_has_no_antecedent() -> None:
    assert grouped("[She] left.") == [0]


def test_what_is_together_likelier_than_nobody_is_enough() -> None:
    asks = {2: {0: -0.5, 1: -0.4}}  # each below 0, the score of nobody; together above
    assert grouped("[the envoy] met [the driver], and [he] left.", asks=asks) == [0, 1, 1]


@pytest.mark.parametrize(("far", "expected"), [(0.0, [0, 1, 0]), (-9.0, [0, 1, 1])], ids=["no matter", "near"])
def test_distance_in_pieces_counts_for_an_antecedent(far: float, expected: list[int]) -> None:
    marked = "[the envoy] of a far port met [the driver], and [he] left."
    assert grouped(marked, asks={2: {0: SURELY, 1: SURELY - 1}}, distances=(0.0, 0.0, 0.0, 0.0, far)) == expected


@pytest.mark.parametrize(("sources", "expected"), [((), [0, 1, 1]), ((0, 2), [0, 1, 0])], ids=["no sources", "sources"])
def test_who_spoke_goes_on_speaking(sources: tuple[int, ...], expected: list[int]) -> None:
    asks = {2: {0: SURELY, 1: SURELY + SPEAKS_ON / 2}}
    assert grouped("[the envoy] met [the driver], and [he] said so.", asks=asks, sources=sources) == expected


def test_only_a_pronoun_goes_on_speaking() -> None:
    asks = {2: {0: SURELY, 1: SURELY + SPEAKS_ON / 2}}
    marked = "[the envoy] met [the driver], and [the man] said so."
    assert grouped(marked, asks=asks, sources=(0, 2)) == [0, 1, 1]


@pytest.mark.parametrize(("between", "expected"), [(REACH - 1, 0), (REACH, REACH + 1)], ids=["just", "too far"])
def test_an_antecedent_is_looked_for_within_reach(between: int, expected: int) -> None:
    marked = "[the envoy] met " + "[a driver] and " * between + "[he] left."
    assert grouped(marked, asks={between + 1: {0: SURELY}})[-1] == expected


def test_a_mention_without_vectors_is_somebody_new() -> None:
    one = told("Then [the envoy] met [a driver].")
    found = [one.found[0], type(one.found[1])(span=one.found[1].span, type="person", form="nominal", anchor=None)]
    assert entities(found, one.outputs, one.text, distances=(0.0,)) == [0, 1]


NAMES = ("Mara Voss", "Voss", "Peter Brand", "Anna Brand", "she", "he", "they", "I", "the minister", "officials")
scores = st.floats(-6, 6)


@st.composite
def scenes(draw: st.DrawFn) -> tuple[str, Scores]:
    """A text with mentions, and any scores between them."""
    cores = draw(st.lists(st.sampled_from(NAMES), max_size=8))
    asks = {index: draw(st.dictionaries(st.integers(0, index - 1), scores)) for index in range(1, len(cores))}
    return " met ".join(f"[{core}]" for core in cores), asks


@given(scenes())
def test_numbers_count_from_0_in_the_order_of_first_mention(scene: tuple[str, Scores]) -> None:
    numbers = grouped(scene[0], asks=scene[1])
    assert list(dict.fromkeys(numbers)) == list(range(len(set(numbers))))


@given(scenes())
def test_a_woman_is_never_he_and_a_man_never_she(scene: tuple[str, Scores]) -> None:
    one = told(scene[0])
    words = [mention.span.of(one.text) for mention in one.found]
    numbers = grouped(scene[0], asks=scene[1])
    women = {number for number, word in zip(numbers, words, strict=True) if word in ("Anna Brand", "she")}
    men = {number for number, word in zip(numbers, words, strict=True) if word in ("Peter Brand", "he")}
    assert women.isdisjoint(men)


@given(scenes())
def test_the_same_full_name_has_one_number(scene: tuple[str, Scores]) -> None:
    one = told(scene[0])
    numbers = grouped(scene[0], asks=scene[1])
    named = [
        number for number, mention in zip(numbers, one.found, strict=True) if mention.span.of(one.text) == NAMES[0]
    ]
    assert len(set(named)) <= 1


def test_whoever_is_spoken_to_by_a_title_is_nobody_before() -> None:
    assert grouped("[Mara Voss] sat. Mr [president], wait.", asks={1: {0: SURELY}}) == [0, 1]
    assert grouped("[Mara Voss] sat. The [president] left.", asks={1: {0: SURELY}}) == [0, 0]
