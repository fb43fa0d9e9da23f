"""Unnamed speakers who speak on."""

from __future__ import annotations

import pytest

from tests.reading.people_builders import DAY, read

AIDE = "<s1 A senior Norvian [sailor|1d]> <c1 said> <t1 so>."
CASES = {
    "a pronoun": (f"{AIDE} <s2 [He|1p]> <c2 added> <t2 this>.", "senior Norvian sailor"),
    "the man": (f"{AIDE} <s2 the [man|2d]> <c2 added> <t2 this>.", "senior Norvian sailor"),
    "one of many": ("<s1 port [workers|1d]> <c1 moan> <t1 so>. <s2 One> <c2 said> <t2 no>.", "one of the port workers"),
    "one, where one spoke": (f"{AIDE} <s2 one> <c2 said> <t2 no>.", "one"),
    "the man, where a name spoke": (
        "<s1 [Mara Voss|1n]> <c1 said> <t1 so>. <s2 the [man|2d]> <c2 said> <t2 it>.",
        "man",
    ),
}


@pytest.mark.parametrize(("words", "expected"), CASES.values(), ids=CASES)
def test_who_is_unnamed_stays_the_same_speaker(words: str, expected: str) -> None:
    first, second = (stmt.speakers[0] for stmt in read(words, day=DAY))
    assert second.name == expected
    assert (second.id == first.id) == (second.name == first.name)
