"""Where an article says the name of somebody whom it described."""

from __future__ import annotations

import pytest

from onrecord.reading.introductions import introduced, set_off
from tests.reading.mention_builders import grouped, told

CASES = {
    "herself as": ("The [woman] identified herself only as [Anna].", [(0, 1)]),
    "herself as somebody named": ("The [woman] identified herself as a [farmer] from Dun named [Anna].", [(0, 2)]),
    "her name as": ("A [driver], who gave her name as [Anna], left.", [(0, 1)]),
    "with a clause between": ("The [man] who saw it introduced himself as [Peter].", [(0, 1)]),
    "somebody named already": ("[Mara Voss] identified herself as [Anna].", []),
    "several": ("The [women] introduced herself as [Anna].", []),
    "the noun of an indefinite description": ("A [spokesman] left. The spokesman, [Peter], sat.", [(0, 1)]),
    "the noun of a definite description": ("The [spokesman] left. The spokesman, [Peter], sat.", []),
    "another noun": ("A [driver] left. The spokesman, [Peter], sat.", []),
    "nobody's introduction": ("The [woman] met [Anna].", []),
    "in another line": ("The [woman] identified herself.\nIt rained as [Anna] left.", []),
}


@pytest.mark.parametrize(("marked", "expected"), CASES.values(), ids=CASES)
def test_who_is_introduced(marked: str, expected: list[tuple[int, int]]) -> None:
    one = told(marked)
    assert list(introduced(one.found, one.text)) == expected


SET_OFF = {
    "between commas": ("Her [spokesman], [Peter], sat.", [(0, 1)]),
    "with an owner's name": ("[Mara Voss]'s [spokesman], [Peter], sat.", [(1, 2)]),
    "with words before the noun": ("The former deputy [minister], [Peter], sat.", [(0, 1)]),
    "at the end": ("It was her [spokesman], [Peter].", [(0, 1)]),
    "whoever goes on": ("Without her [spokesman], [Peter] sat.", []),
    "no role": ("Her [man], [Peter], sat.", []),
    "nobody certain": ("A [spokesman], [Peter], sat.", []),
    "several": ("Her [spokesmen], [Peter], sat.", []),
    "no description": ("Then [Mara], [Peter], sat.", []),
}


@pytest.mark.parametrize(("marked", "expected"), SET_OFF.values(), ids=SET_OFF)
def test_who_is_named_right_behind_a_description(marked: str, expected: list[tuple[int, int]]) -> None:
    one = told(marked)
    assert list(set_off(one.found, one.text)) == expected


def test_who_is_named_behind_a_description_is_nobody_else() -> None:
    marked = "[Mara Voss] sat. Norvia's [spokesman], [Peter Reed], left."
    assert grouped(marked, asks={1: {0: 9.0}}) == [0, 1, 1]


def test_who_is_introduced_is_the_same() -> None:
    assert grouped("The [woman] identified herself as [Anna]. The [farmer] left, [Anna] sat.") == [0, 0, 1, 0]
