"""Who of an article has the role or the office that a description names."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.reading.namesakes import has_role, namesake
from tests.reading.people_builders import DAY, asked

CASES = {
    "who has the role": ("Envoy [Mara Voss|1n] met [Tolo Brand|2n]. <s1 The [envoy|9d]>", None, 1),
    "the last who has it": ("Envoy [Mara Voss|1n] met envoy [Tolo Brand|2n]. <s1 The [envoy|9d]>", None, 2),
    "a kindred word": ("Spokeswoman [Mara Voss|1n] met [Tolo Brand|2n]. <s1 The [spokesperson|9d]>", None, 1),
    "a role set off": ("[Mara Voss|1n], mayor of Dun, met [Tolo Brand|2n]. <s1 The [mayor|9d]>", None, 1),
    "more words in common": (
        "Harbour envoy [Mara Voss|1n] met city envoy [Tolo Brand|2n]. <s1 The harbour [envoy|9d]>",
        None,
        1,
    ),
    "the office of the country": (
        "French President [Mara Voss|1n] met Polish President [Tolo Brand|2n]. <s1 The French [president|9d]>",
        None,
        1,
    ),
    "a leader is a president": ("French President [Mara Voss|1n] left. <s1 The French [leader|9d]>", None, 1),
    "the office in the tables": (
        "[Joe Biden|1n] met [Olaf Scholz|2n]. <s1 The German [chancellor|9d]>",
        DAY,
        2,
    ),
    "the tables need a day": ("[Joe Biden|1n] met [Olaf Scholz|2n]. <s1 The German [chancellor|9d]>", None, None),
    "another role": ("Envoy [Mara Voss|1n] left. <s1 The [mayor|9d]>", None, None),
    "no role": ("Envoy [Mara Voss|1n] left. <s1 The [ministry|9do]>", None, None),
    "too vague a role": ("Norvian leader [Mara Voss|1n] left. <s1 The [official|9d]>", None, None),
    "a body has no role": ("The envoy, [Harbour Council|1no], left. <s1 The [envoy|9d]>", None, None),
}


@pytest.mark.parametrize(("words", "day", "expected"), CASES.values(), ids=CASES)
def test_who_has_the_role(words: str, day: date | None, expected: int | None) -> None:
    cast, head, phrase = asked(f"{words} <c1 said> <t1 it rains>.", day=day)
    assert namesake(cast, head, phrase) == expected


def test_who_is_named_only_behind_is_found_where_more_than_the_noun_fits() -> None:
    cast, head, phrase = asked("<s1 The harbour [envoy|9d]> <c1 said> <t1 so>. Harbour envoy [Mara Voss|1n] left.")
    assert namesake(cast, head, phrase) == 1


def test_of_two_named_only_behind_neither_is_found() -> None:
    cast, head, phrase = asked(
        "<s1 The harbour [envoy|9d]> <c1 said> <t1 so>. Harbour envoy [Mara Voss|1n] met harbour envoy [Tolo Brand|2n]."
    )
    assert namesake(cast, head, phrase) is None


@pytest.mark.parametrize(("group", "expected"), [(1, True), (2, False)], ids=["a minister", "a mayor"])
def test_whether_somebody_has_the_role(group: int, expected: bool) -> None:
    cast, head, phrase = asked(
        "Minister [Mara Voss|1n] met mayor [Tolo Brand|2n]. <s1 The [minister|9d]> <c1 said> <t1 so>."
    )
    assert has_role(cast, group, head, phrase) is expected


def test_the_only_one_of_a_role_may_be_named_behind_its_description() -> None:
    cast, head, phrase = asked("<s1 The [envoy|9d]> <c1 said> <t1 so>. Harbour envoy [Mara Voss|1n] left.")
    assert namesake(cast, head, phrase) == 1


def test_a_role_may_be_told_by_the_tables_alone() -> None:
    words = "[Robert Jenrick|1n] left. <s1 The immigration [minister|9d]> <c1 said> <t1 so>."
    cast, head, phrase = asked(words, day=date(2023, 6, 1))
    assert namesake(cast, head, phrase) == 1
