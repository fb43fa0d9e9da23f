"""Which named entity a description stands for."""

from __future__ import annotations

import pytest

from onrecord.reading.meanings import meant
from tests.reading.people_builders import DAY, asked, group_of

CASES = {
    "the one whom the antecedents give": ("[Mara Voss|1n] left. <s1 The [economist|1d]>", 1),
    "the one who has the role": ("Minister [Mara Voss|1n] met [Tolo Brand|2n]. <s1 The [minister|3d]>", 1),
    "the role against the antecedents": ("Minister [Mara Voss|1n] met [Tolo Brand|2n]. <s1 The [minister|2d]>", 1),
    "of two ministers the one of the description": (
        "Defence Minister [Mara Voss|1n] met Health Minister [Tolo Brand|2n]. <s1 The defence [minister|3d]>",
        1,
    ),
    "a body by the noun of its name": ("The [Harbour Council|1no] met. <s1 The [council|2do]>", 1),
    "a body by the antecedents": ("[Estmark Shipping|1no] left. <s1 The [firm|1do]>", 1),
    "one of many is nobody": ("Minister [Mara Voss|1n] left. <s1 A [minister|1d]>", None),
    "several are not one": ("Minister [Mara Voss|1n] left. <s1 The [ministers|1d]>", None),
    "a body is no minister": ("The [Harbour Council|1no] met. <s1 The [minister|1d]>", None),
    "a person is no ministry": ("[Mara Voss|1n] left. <s1 The [ministry|1do]>", None),
    "whose lawyer it is": ("[Tolo Brand|1n] left. <s1 [His|1p] [lawyer|1d]>", None),
    "whose spokesman it is": ("[Tolo Brand|1n] left. <s1 [Brand|1n]’s [spokesman|1d]>", None),
    "a body of another country": ("The [Polish Foreign Ministry|1no] left. <s1 The French [ministry|1do]>", None),
    "nobody before it": ("<s1 The [envoy|1d]>", None),
    "a body of another kind": ("[Dun Port|1no] opened. <s1 The [union|1do]>", None),
    "somebody's, whom nobody says to be it": ("[Mara Voss|1n] left. <s1 [His|2p] [lawyer|1d]>", None),
    "a role that is somebody's who is named in it": (
        "Adviser [Mara Voss|1n] left. <s1 The [adviser|1d] to the [president|1d]'s office>",
        1,
    ),
    "a political party is nobody else": ("[Mara Voss|1n] left. <s1 [Labour|1d]>", None),
    "somebody who was": ("[Mara Voss|1n] left. <s1 The former [minister|1d]>", None),
}


@pytest.mark.parametrize(("words", "expected"), CASES.values(), ids=CASES)
def test_whom_a_description_means(words: str, expected: int | None) -> None:
    cast, head, phrase = asked(f"{words} <c1 said> <t1 it rains>.")
    assert meant(cast, head, group_of(cast, head), phrase) == expected


def test_one_of_many_is_who_is_named_so_later() -> None:
    words = "<s1 A [spokesman|1d]> <c1 said> <t1 so>. The spokesman, [Mara Voss|1n], left."
    cast, head, phrase = asked(words)
    assert meant(cast, head, group_of(cast, head), phrase) == 1


def test_the_former_minister_whom_the_article_calls_so_is_meant() -> None:
    cast, head, phrase = asked("Former minister [Mara Voss|1n] left. <s1 The former [minister|1d]> <c1 said> <t1 so>.")
    assert meant(cast, head, group_of(cast, head), phrase) == 1


def test_who_was_something_is_anybody_of_whom_nothing_else_is_known() -> None:
    words = "[Mara Voss|1n] left. <s1 The former [minister|1d]> <c1 said> <t1 so>."
    cast, head, phrase = asked(words, day=DAY)
    assert meant(cast, head, group_of(cast, head), phrase) == 1


def test_who_holds_an_office_is_no_former_minister() -> None:
    words = "[Joe Biden|1n] left. <s1 The former [minister|1d]> <c1 said> <t1 so>."
    cast, head, phrase = asked(words, day=DAY)
    assert meant(cast, head, group_of(cast, head), phrase) is None
