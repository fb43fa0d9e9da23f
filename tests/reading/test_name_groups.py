"""Names of an article that are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.name_groups import name_groups
from tests.reading.mention_builders import told

GROUPS = {
    "a surname after the full name": ("[Mara Voss] spoke, [Voss] left.", [0, 0]),
    "a surname before the full name": ("[Voss] spoke, [Mara Voss] left.", [1, 1]),
    "a given name after the full name": ("[Mara Voss] spoke, [Mara] left.", [0, 0]),
    "a title before the surname": ("[Mara Voss] spoke, Minister [Voss] left.", [0, 0]),
    "a surname goes with the full name met last": (
        "[Mara Voss] met [Tolo Voss], and [Voss] spoke; [Mara Voss] left, and [Voss] sat.",
        [0, 1, 1, 0, 0],
    ),
    "a surname before two full names goes with the first": ("[Voss] met [Mara Voss] and [Tolo Voss].", [1, 1, 2]),
    "a surname that a title keeps from the full name": (
        "[Peter Voss] spoke, Ms [Voss] left, Mr [Voss] sat.",
        [0, 1, 0],
    ),
    "two people of one surname": ("[Mara Voss] met [Tolo Voss].", [0, 1]),
    "two people of one given name": ("[Mara Voss] met [Mara Brand].", [0, 1]),
    "an initial": ("[Mara Voss] spoke, [M. Voss] left.", [0, 0]),
    "a woman's surname without its ending": ("[Mara Zorova] spoke, [Zorov] left.", [0, 0]),
    "a surname in the letters of another language": ("[Mara Zorowa] spoke, [Zorova] left.", [0, 0]),
    "two short surnames": ("[Mara Dorna] spoke, [Dor] left.", [0, 1]),
    "capitals": ("[MARA VOSS] spoke, [Voss] left.", [0, 0]),
    "the ministry before": (
        "the [organisation: Ministry of Ports] spoke, the [organisation: Ministry] left.",
        [0, 0],
    ),
    "the ministry named last": (
        "the [organisation: Ministry of Ports] met the [organisation: Ministry of Ships]; the [organisation: Ministry]"
        " spoke.",
        [0, 1, 1],
    ),
    "a league by its kind": (
        "the [organisation: League of Ports] spoke, the [organisation: League] left.",
        [0, 0],
    ),
    "a body by another word of its name": (
        "the [organisation: Estmark Harbour Council] spoke, [organisation: Estmark] left.",
        [0, 1],
    ),
    "a person and a body of one word": ("[Mara Norvia] left [place: Norvia].", [0, 1]),
    "an abbreviation after the name": (
        "the [organisation: North Harbour Council] ([organisation: NHC]) spoke, [organisation: NHC] left.",
        [0, 0, 0],
    ),
    "an abbreviation with full stops": (
        "the [organisation: North Harbour Council] spoke, the [organisation: N.H.C.] left.",
        [0, 0],
    ),
    "an abbreviation before the name": (
        "[organisation: NHC] spoke, the [organisation: North Harbour Council] left.",
        [1, 1],
    ),
    "an abbreviation of another name": (
        "the [organisation: North Harbour Council] spoke, [organisation: NHB] left.",
        [0, 1],
    ),
}


def groups(marked: str) -> dict[int, int]:
    """The group of each name that is marked."""
    one = told(marked)
    return name_groups(one.found, one.text)


@pytest.mark.parametrize(("marked", "expected"), GROUPS.values(), ids=GROUPS)
def test_names_go_together(marked: str, expected: list[int]) -> None:
    assert groups(marked) == dict(enumerate(expected))


def test_nouns_and_pronouns_are_left_alone() -> None:
    assert groups("[the minister] met [Mara Voss], and [she] left.") == {1: 1}


def test_without_names_there_are_no_groups() -> None:
    assert groups("It rained.") == {}


NAMES = ("Mara Voss", "Voss", "Tolo Voss", "Mara", "Tolo Brand", "M. Voss", "organisation: Ministry", "place: Norvia")


@given(st.lists(st.sampled_from(NAMES), max_size=8))
def test_a_group_is_called_by_a_name_that_is_in_it(names: list[str]) -> None:
    found = groups(" met ".join(f"[{name}]" for name in names))
    assert sorted(found) == list(range(len(names)))
    assert all(found[group] == group for group in found.values())


@given(st.lists(st.sampled_from(NAMES), max_size=8))
def test_the_same_full_name_is_the_same_everywhere(names: list[str]) -> None:
    found = groups(" met ".join(f"[{name}]" for name in names))
    full = [found[index] for index, name in enumerate(names) if name == "Tolo Brand"]
    assert len(set(full)) <= 1
