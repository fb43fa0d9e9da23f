"""Whom "the couple" and "the two" are."""

from __future__ import annotations

import pytest

from tests.reading.people_builders import DAY, read

BOTH = "<s1 [Mara Voss|1n] and [Tolo Brand|2n]> <c1 said> <t1 so>."
CASES = {
    "the couple": (f"{BOTH} <s2 The [couple|3d]> <c2 added> <t2 this>.", ["Mara Voss", "Tolo Brand"]),
    "they, who are the couple": (
        f"{BOTH} The [couple|3d] left. <s2 [They|3p]> <c2 added> <t2 this>.",
        ["Mara Voss", "Tolo Brand"],
    ),
    "any two": (f"{BOTH} <s2 Two> <c2 added> <t2 this>.", ["two"]),
    "one of two pairs": (
        f"{BOTH} <s2 [Ann Lee|4n] and [Ida Wong|5n]> <c2 said> <t2 no>. <s3 The [couple|3d]> <c3 added> <t3 this>.",
        ["couple"],
    ),
}


@pytest.mark.parametrize(("words", "expected"), CASES.values(), ids=CASES)
def test_a_couple_is_the_two_who_speak_together(words: str, expected: list[str]) -> None:
    assert [speaker.name for speaker in read(words, day=DAY)[-1].speakers] == expected
