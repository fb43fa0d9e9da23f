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
