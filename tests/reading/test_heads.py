"""Whom the words of a source mean."""

from __future__ import annotations

import pytest

from tests.reading.people_builders import scene

CASES = {
    "a name": ("[Mara Voss|1n]", ["Mara Voss"]),
    "a name behind a title": ("Foreign Minister [Mara Voss|1n]", ["Mara Voss"]),
    "a name behind an editor's insertion": ("President (Mara. – Ed.) [Voss|1n]", ["Voss"]),
    "a name behind a long title": ("Press Secretary of the head of state [Tolo Brand|1n]", ["Tolo Brand"]),
    "a name before its apposition": ("[Mara Voss|1n], a member of the Harbour Council,", ["Mara Voss"]),
    "a name that a role is set off from": ("the justice secretary, [Mara Voss|1n],", ["Mara Voss"]),
    "a pronoun": ("[she|1p]", ["she"]),
    "two joined by and": ("[Voss|1n] and [Brand|2n]", ["Voss", "Brand"]),
    "two joined by an ampersand": ("[Voss|1n] & [Brand|2n]", ["Voss", "Brand"]),
    "both": ("Both [Voss|1n] and [Brand|2n]", ["Voss", "Brand"]),
    "three in a row": ("[Voss|1n], [Dorn|2n] and [Brand|3n]", ["Voss", "Dorn", "Brand"]),
    "two with their titles": ("President [Voss|1n] and Prime Minister [Brand|2n]", ["Voss", "Brand"]),
    "whose spokesman it is": ("[Voss|1n]’s [spokesman|2d]", ["spokesman"]),
    "whose lawyer it is": ("[his|1p] [lawyer|2d]", ["lawyer"]),
    "for whom he speaks": ("a [spokesman|2d] for President [Voss|1n]", ["spokesman"]),
    "the name of a spokesman": ("[Voss|1n]’s spokesman, [Tolo Brand|2n],", ["Tolo Brand"]),
    "which administration it is": ("The [Voss|1n] [administration|2do]", ["administration"]),
    "whose remarks they are": ("[Voss|1n]’s remarks", ["Voss"]),
    "whose statement it is": ("[Her|1p] statement", ["Her"]),
    "of whom the remarks are": ("The remarks of [Mara Voss|1n]", ["Mara Voss"]),
    "a noun": ("the [ministry|1do]", ["ministry"]),
    "a noun before what it is of": ("the [head|1d] of the [Harbour Council|2no]", ["head"]),
    "a noun before a clause": ("a senior [aide|1d] who asked not to be named", ["aide"]),
    "a noun before a condition": ("[officials|1d], speaking on condition of anonymity,", ["officials"]),
    "a noun behind a list": ("Norvian, Estmark and Ruthen [officials|1d]", ["officials"]),
    "who provided it": ("Data provided by [Mara Voss|1n]", ["Mara Voss"]),
    "by whom a report of something is": ("a report of the harbour by [Mara Voss|1n]", ["Mara Voss"]),
    "the name at the end of a long apposition": (
        "The director, Harbour Trust (HT), formerly Friends of Dun, [Mara Voss|1n]",
        ["Mara Voss"],
    ),
    "a name behind a bracket": ("the president of Norvia (1995-2005) [Mara Voss|1n]", ["Mara Voss"]),
    "a body": ("The [Harbour Council|1no]", ["Harbour Council"]),
}


def heads_of(source: str) -> list[tuple[str, str]]:
    """Words and form of the heads of a source."""
    set_up = scene(f"Then <s1 {source}> <c1 said> <t1 it rains>.")
    return [(head.span.of(set_up.article.text), head.form) for head in set_up.heads[1]]


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_whom_a_source_means(source: str, expected: list[str]) -> None:
    assert [words for words, _ in heads_of(source)] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [("[Mara Voss|1n]", "named"), ("[she|1p]", "pronoun"), ("the [minister|1d]", "nominal")],
    ids=["name", "pronoun", "noun"],
)
def test_a_head_says_what_it_is(source: str, expected: str) -> None:
    assert [form for _, form in heads_of(source)] == [expected]


def test_a_name_behind_a_title_is_found_without_a_mention() -> None:
    assert heads_of("scientist Ila Dorn") == [("Ila Dorn", "named")]


def test_a_relative_pronoun_means_the_name_before_it() -> None:
    set_up = scene("[Mara Voss|1n], <s1 who> <c1 said> <t1 it rains>, left.")
    assert [head.mention for head in set_up.heads[1]] == [0]


def test_the_phrase_of_a_noun_ends_before_what_is_set_off() -> None:
    set_up = scene("<s1 A senior White House [aide|1d], who asked not to be named,> <c1 said> <t1 it rains>.")
    (head,) = set_up.heads[1]
    assert head.phrase.of(set_up.article.text) == "A senior White House aide"


def test_a_source_without_a_word_means_nobody() -> None:
    assert heads_of("—") == []
