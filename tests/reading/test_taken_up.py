"""Descriptions of somebody unnamed that go back to one before."""

from __future__ import annotations

import pytest

from onrecord.reading.taken_up import taken_up
from tests.reading.people_builders import asked, who

CASES = {
    "the official after an official": ("A senior [official|1d] came. <s1 The [official|2d]>", True),
    "another noun": ("A senior [aide|1d] came. <s1 The [official|2d]>", False),
    "with more words": ("A senior [official|1d] came. <s1 The harbour [official|2d]>", False),
    "a definite one before": ("The senior [official|1d] came. <s1 The [official|2d]>", False),
    "one who is named": ("An [official|1d] came. The official, [Mara Voss|1n], sat. <s1 The [official|2d]>", False),
    "far before": (f"An [official|1d] came. {'It rained. ' * 40}<s1 The [official|2d]>", False),
}


@pytest.mark.parametrize(("words", "expected"), CASES.values(), ids=CASES)
def test_a_description_takes_up_another(words: str, expected: bool) -> None:
    cast, head, _ = asked(f"{words} <c1 said> <t1 it rains>.")
    assert (taken_up(cast, head) is not None) is expected


def test_who_is_taken_up_keeps_the_first_description() -> None:
    before = "[Mara Voss|3n], an [official|3d], left. A senior Polish [official|1d] came."
    assert who(f"{before} <s1 The [official|3d]> <c1 said> <t1 so>.").name == "senior Polish official"


def test_who_is_named_later_is_introduced() -> None:
    cast, _, _ = asked("A [spokesman|1d] came. The spokesman, [Mara Voss|1n], sat. <s1 [She|1p]> <c1 said> <t1 so>.")
    assert cast.introduced == {0}
