"""Through whom a statement reached the article."""

from __future__ import annotations

import pytest

from tests.reading.people_builders import read

CASES = {
    "the speaker alone": ("<s1 [Mara Voss|1n]> <c1 said> <t1 so>.", ["Mara Voss"]),
    "a statement in a statement": (
        "<s1 [Mara Voss|1n]> <c1 said> <t1 <s2 [Tolo Brand|2n]> <c2 warned> <t2 so>>.",
        ["Mara Voss", "Tolo Brand"],
    ),
    "one deeper": (
        "<s1 [Mara Voss|1n]> <c1 said> <t1 <s2 [Tolo Brand|2n]> <c2 warned> <t2 <s3 a council> <c3 denies> <t3 so>>>.",
        ["Mara Voss", "Tolo Brand", "council"],
    ),
    "an agency that reports what another says": (
        "<t1 It rains>, <s1 [Mara Voss|1n]> <c1 said>, Reuters reported.",
        ["Reuters", "Mara Voss"],
    ),
    "an agency that cites": (
        "<s1 [Reuters|1no]> <c1 reported> <t1 rain>, <c2 citing> <s2 officials>, <t2 that it rains>.",
        ["Reuters", "officials"],
    ),
    "quoted by an agency": (
        "<t1 It rains>, <s1 [Mara Voss|1n]> <c1 said>, as quoted by Interfax.",
        ["Interfax", "Mara Voss"],
    ),
    "according to a newspaper": (
        "<t1 It rains>, <s1 [Mara Voss|1n]> <c1 said>, according to The New York Times.",
        ["The New York Times", "Mara Voss"],
    ),
    "an agency in another sentence": (
        "<t1 It rains>, <s1 [Mara Voss|1n]> <c1 said>. Reuters reported on the harbour.",
        ["Mara Voss"],
    ),
    "who asked the question": ("<s1 [Mara Voss|1n]> <c1 told> CNN <t1 that it rains>.", ["Mara Voss"]),
    "an agency that asked": ("<s1 [Mara Voss|1n]> <c1 told> Reuters <t1 that it rains>.", ["Mara Voss"]),
    "an interview": ("In an interview with the BBC, <s1 [Mara Voss|1n]> <c1 said> <t1 so>.", ["Mara Voss"]),
    "an agency that is itself the speaker": ("<s1 [Reuters|1no]> <c1 reported> <t1 so>.", ["Reuters"]),
    "an agency in what is told": ("<s1 [Mara Voss|1n]> <c1 said> <t1 Reuters reported so>.", ["Mara Voss"]),
    "an outlet that quotes the speaker": (
        "Reuters quoted <s1 [Mara Voss|1n]> <c1 as saying> <t1 that it rains>.",
        ["Reuters", "Mara Voss"],
    ),
    "an outlet whose own the source is": (
        "<c1 According to> <s1 the [Reuters|1no] tally>, <t1 it rains>.",
        ["Reuters tally"],
    ),
    "a speaker who is the outlet by another name": (
        "<s1 [Associated Press|1no]> <c1 wrote> <t1 that it rains>, according to AP.",
        ["Associated Press"],
    ),
    "a share of those whom a survey asked": (
        "<s1 A poll by [Mara Voss|1n]> <c1 found> <t1 rain>. <s2 Just over 45% of voters> <c2 say> <t2 so>.",
        ["Mara Voss", "Just over 45% of voters"],
    ),
    "a share without a survey": (
        "<s1 [Mara Voss|1n]> <c1 saw> <t1 rain>. <s2 45% of voters> <c2 say> <t2 so>.",
        ["45% of voters"],
    ),
    "nobody": ("<t1 “It pours.”>", []),
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES.values(), ids=CASES)
def test_the_chain_of_the_innermost_statement(words: str, expected: list[str]) -> None:
    assert list(read(words)[-1].chain) == expected


@pytest.mark.parametrize("outlet", ["Reuters", "REUTERS", "Thomson Reuters"])
def test_the_articles_own_outlet_is_in_no_chain(outlet: str) -> None:
    (stmt,) = read("<t1 It rains>, <s1 [Mara Voss|1n]> <c1 said>, Reuters reported.", outlet=outlet)
    assert stmt.chain == ("Mara Voss",)


def test_the_own_outlet_does_not_stand_before_a_statement_within_its_own() -> None:
    told = read(
        "<s1 The [Gazette|1no]> <c1 revealed> <t1 <s2 [Mara Voss|2n]> <c2 warned> <t2 so>>.", outlet="Norvia Gazette"
    )
    assert told[1].chain == ("Mara Voss",)


@pytest.mark.parametrize(("outlet", "chain"), [(None, ["Mara Voss"]), ("Norvia Gazette", ["Ukrinform", "Mara Voss"])])
def test_an_agency_that_signs_its_reports_relays_only_to_others(outlet: str | None, chain: list[str]) -> None:
    (stmt,) = read("<t1 It rains>, <s1 [Mara Voss|1n]> <c1 said>, Ukrinform reports.", outlet=outlet)
    assert list(stmt.chain) == chain


def test_a_relay_leaves_the_statement_without_a_parent() -> None:
    (stmt,) = read("<t1 It rains>, <s1 [Mara Voss|1n]> <c1 said>, Reuters reported.")
    assert stmt.parent is None


def test_an_agency_stands_before_all_of_a_nested_chain() -> None:
    told = read("<s1 [Mara Voss|1n]> <c1 said> <t1 <s2 [Tolo Brand|2n]> <c2 warned> <t2 so>>, Reuters reported.")
    assert told[1].chain == ("Reuters", "Mara Voss", "Tolo Brand")


def test_a_chain_ends_with_the_speaker_as_named() -> None:
    (stmt,) = read("[Mara Voss|1n] came. <t1 It rains>, <s1 [she|1p]> <c1 said>, Reuters reported.")
    assert stmt.chain == ("Reuters", "Mara Voss")


def test_of_two_who_speak_together_the_first_ends_the_chain() -> None:
    (stmt,) = read("<s1 [Mara Voss|1n] and [Tolo Brand|2n]> <c1 said> <t1 so>.")
    assert stmt.chain == ("Mara Voss",)
