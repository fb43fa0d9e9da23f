"""Who a named entity is."""

from __future__ import annotations

import pytest

from onrecord.reading.identities import Identity, identity, slug
from tests.reading.people_builders import DAY, cast

SAME = {
    "spellings of a surname": (["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "Zelensky"], "n"),
    "letters of another language": (["Sergei Lavrov", "Sergey Lavrov", "Siergiej Ławrow", "Lavrov"], "n"),
    "titles and capitals": (["Mara Voss", "MARA VOSS", "Dr. Mara Voss"], "n"),
    "a body and its initials": (["European Union", "EU"], "no"),
    "ways to write a ministry": (["Polish Foreign Ministry", "Ministry of Foreign Affairs of Poland"], "no"),
    "an article": (["Kremlin", "The Kremlin"], "no"),
    "a country and its capital": (["France", "Paris"], "no"),
}


def only(words: str) -> Identity:
    """Who entity 1 of an article of the day is."""
    who = identity(cast(words, day=DAY), 1)
    assert who is not None
    return who


@pytest.mark.parametrize(("names", "form"), SAME.values(), ids=SAME)
def test_one_name_has_one_id_whatever_its_spelling(names: list[str], form: str) -> None:
    assert len({only(f"Then [{name}|1{form}] left.").id for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mara Voss", "Tolo Voss"), ("Ханна Дорн", "Олег Дорн"), ("Mara Voss", "Mara Vosskirk")],
    ids=["given names", "another alphabet", "surnames"],
)
def test_two_names_have_two_ids(one: str, other: str) -> None:
    assert only(f"Then [{one}|1n] left.").id != only(f"Then [{other}|1n] left.").id


def test_who_is_not_named_has_no_identity() -> None:
    assert identity(cast("The [minister|1d] left."), 1) is None


def test_a_person_has_roles_and_a_body_has_none() -> None:
    met = cast("Minister [Mara Voss|1n] met the minister, [Harbour Council|2no].")
    told = [identity(met, group) for group in (1, 2)]
    assert [who.roles for who in told if who] == [("Minister",), ()]


PARTIES = {
    "by the role": ("French minister [Mara Voss|1n] left.", "France"),
    "by a description elsewhere": ("[Mara Voss|1n] left. The White House [spokeswoman|1d] slept.", "United States"),
    "by the office held": ("[Biden|1n] left.", "United States"),
    "by the country before a ministry": ("The Polish [Ministry of Tides|1no] left.", "Poland"),
    "of the article's country, for an official": (
        "Poland votes. Polish polls open in Warsaw, Poland. Minister [Mara Voss|1n] left.",
        "Poland",
    ),
    "not of the article's country, for anybody": (
        "Poland votes. Polish polls open in Warsaw, Poland. Singer [Mara Voss|1n] left.",
        None,
    ),
    "by the state behind the name": ("President [Mara Voss|1n] of Poland left.", "Poland"),
    "by a state that no table has": ("The Norvian foreign minister, [Mara Voss|1n], left. Norvia slept.", "Norvia"),
    "by a state that owns the role": ("[Norvia|2nl]'s foreign minister, [Mara Voss|1n], left.", "Norvia"),
    "by whoever somebody serves": (
        "French President [Tolo Brand|2n] left. [His|2p] spokeswoman, [Mara Voss|1n], slept.",
        "France",
    ),
    "by a body whose chair it is": (
        "The [Dun League|2no] met. [Its|2po] chairwoman, [Mara Voss|1n], slept.",
        "Dun League",
    ),
    "by what the paragraph is about": ("Poland is ready, Foreign Minister [Mara Voss|1n] said.", "Poland"),
    "as the other officials of the article": (
        "Poland is ready, President [Tolo Brand|2n] said.\nDefence Minister [Mara Voss|1n] left.",
        "Poland",
    ),
    "as whoever speaks for her": (
        "Poland is ready, the [president|3d]'s spokesman, [Tolo Brand|2n], said.\nPresident [Mara Voss|1n] left.",
        "Poland",
    ),
    "not as another head": (
        "Poland is ready, President [Tolo Brand|2n] said.\nPrime Minister [Mara Voss|1n] left.",
        None,
    ),
    "of a political party of theirs": ("[Mara Voss|1n], whose Harbour Party lost, left.", "Harbour Party"),
    "a ministry of the article's officials": (
        "Poland is ready, President [Tolo Brand|2n] said.\nThe [Foreign Ministry|1no] left.",
        "Poland",
    ),
    "not for a newspaper": ("The [New York Times|1no] left.", None),
    "not for somebody of whom nothing is told": ("[Mara Voss|1n] left.", None),
}


@pytest.mark.parametrize(("words", "expected"), PARTIES.values(), ids=PARTIES)
def test_the_party_of_an_entity(words: str, expected: str | None) -> None:
    assert only(words).party == expected


def test_a_name_completed_from_the_tables_says_so() -> None:
    who = only("[Biden|1n] left.")
    assert (who.name, who.how) == ("Joe Biden", "held the office on 2022-12-02")


def test_a_name_that_the_article_gives_in_full_says_nothing() -> None:
    assert only("[Joe Biden|1n] left.").how is None


def test_an_id_of_no_letters_is_made_of_their_numbers() -> None:
    assert slug("Ї") == "u407"
    assert slug(" ") == "unnamed"


OWN = {
    "a body seen as one": ("[Mara Voss|1n] from [Open Harbour|2no] left.", "Open Harbour"),
    "a body told by its kind": ("[Mara Voss|1n], of the charity Open Harbour, left.", "Open Harbour"),
    "a body told by what follows": ("[Mara Voss|1n] from Renova, a small charity, left.", "Renova"),
    "no place": ("[Mara Voss|1n] from Dun left.", None),
    "an abbreviation in full": (
        "The North Harbour Trust (NHT) met. [Mara Voss|1n], director of the NHT, left.",
        "North Harbour Trust",
    ),
    "the first word in full": (
        "[Brand Dorn Voss Kelp|2no] met. [Mara Voss|1n], partner at Brand, left.",
        "Brand Dorn Voss Kelp",
    ),
}


@pytest.mark.parametrize(("words", "expected"), OWN.values(), ids=OWN)
def test_a_person_may_speak_for_the_body_that_they_are_from(words: str, expected: str | None) -> None:
    assert only(words).party == expected


def test_whoever_polls_is_a_body() -> None:
    assert not only("[Dorn|1n] found so. The [Dorn|1n] poll asked many.").person
