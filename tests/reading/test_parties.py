"""The side that a speaker speaks for."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.reading.parties import (
    is_bare_office,
    is_official,
    is_past,
    party_of_body,
    party_of_description,
    party_of_person,
    party_of_role,
)

DAY = date(2022, 12, 2)

ROLES = {
    "a country's minister": ("French foreign minister", "France"),
    "of a country": ("President of Poland", "Poland"),
    "of a metonym": ("White House spokesman", "United States"),
    "of the Kremlin": ("Kremlin spokesman", "Russia"),
    "of a body of several countries": ("NATO Secretary General", "NATO"),
    "of a political party": ("Republican Senator", "Republican Party"),
    "a letter for a political party": ("Senator (D-Ohio)", "Democratic Party"),
    "at an institute": ("analyst at the Harbour Institute", "Harbour Institute"),
    "of a company": ("chief executive of Harbour Shipping", "Harbour Shipping"),
    "of a company in the tables": ("head of Gazprom", "Gazprom"),
    "sent to another country": ("French ambassador to Poland", "France"),
    "no longer": ("former French president", None),
    "a country's journalist": ("French journalist", None),
    "an outlet's journalist": ("BBC diplomatic correspondent", "BBC"),
    "a role with a private word": ("Acting Scottish Energy Secretary", "Scotland"),
    "no side named": ("coordinator of communications", None),
}


@pytest.mark.parametrize(("role", "expected"), ROLES.values(), ids=ROLES)
def test_the_side_of_a_role(role: str, expected: str | None) -> None:
    assert party_of_role(role) == expected


PEOPLE = {
    "by the office held that day": ("Joe Biden", [], DAY, "United States"),
    "by the office, spelt otherwise": ("Volodymyr Zelenskiy", [], DAY, "Ukraine"),
    "by an office that is no president's": ("Dmitry Peskov", [], DAY, "Russia"),
    "by a body's office": ("Jens Stoltenberg", [], DAY, "NATO"),
    "by the role in the article": ("Mara Voss", ["White House spokesman"], DAY, "United States"),
    "by the first role that tells": ("Mara Voss", ["engineer", "French minister"], DAY, "France"),
    "by nothing": ("Mara Voss", [], DAY, None),
    "by a surname alone no office counts": ("Biden", [], DAY, None),
    "no longer": ("Mara Voss", ["former French minister"], DAY, None),
}


@pytest.mark.parametrize(("name", "roles", "day", "expected"), PEOPLE.values(), ids=PEOPLE)
def test_the_side_of_a_person(name: str, roles: list[str], day: date | None, expected: str | None) -> None:
    assert party_of_person(name, roles, day) == expected


BODIES = {
    "a country": ("France", "France"),
    "a capital": ("Washington", "United States"),
    "a metonym": ("The Kremlin", "Russia"),
    "a street": ("Downing Street", "United Kingdom"),
    "a street in Kyiv": ("Bankova", "Ukraine"),
    "a ministry": ("French Foreign Ministry", "France"),
    "a ministry of": ("Ministry of Defence of Poland", "Poland"),
    "a body of several countries": ("NATO", "NATO"),
    "an organ of such a body": ("European Commission", "European Union"),
    "a company": ("Gazprom", "Gazprom"),
    "an institute": ("Harbour Institute", "Harbour Institute"),
    "an institute with a country": ("Polish Institute of Tides", "Polish Institute of Tides"),
    "an agency for news": ("Reuters", None),
    "a newspaper": ("The New York Times", None),
    "a broadcaster": ("CNN", None),
    "a newspaper that is called one": ("Harbour Daily newspaper", None),
    "a council of nobody knows whom": ("Harbour Council", None),
}


@pytest.mark.parametrize(("name", "expected"), BODIES.values(), ids=BODIES)
def test_the_side_of_a_body(name: str, expected: str | None) -> None:
    assert party_of_body(name) == expected


DESCRIPTIONS = {
    "a nationality": ("Ukrainian officials", "Ukraine"),
    "a political party": ("Republican lawmakers", "Republican Party"),
    "a metonym": ("White House aides", "United States"),
    "an envoy": ("French ambassador to Poland", "France"),
    "no longer": ("former Ukrainian officials", None),
    "the press": ("Ukrainian media", None),
    "nothing": ("senior aide", None),
}


@pytest.mark.parametrize(("words", "expected"), DESCRIPTIONS.values(), ids=DESCRIPTIONS)
def test_the_side_of_a_description(words: str, expected: str | None) -> None:
    assert party_of_description(words) == expected


@pytest.mark.parametrize("words", ["the former minister", "Former president", "a retired general", "ex-minister"])
def test_a_description_of_what_somebody_was(words: str) -> None:
    assert is_past(words)


@pytest.mark.parametrize("words", ["the minister", "the foreign minister", "a general"])
def test_a_description_of_what_somebody_is(words: str) -> None:
    assert not is_past(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("the defence ministry", True), ("the police", True), ("the Harbour Institute", False), ("the newspaper", False)],
)
def test_what_is_of_a_state(words: str, expected: bool) -> None:
    assert is_official(words) is expected


BARE = {
    "a minister": ("Foreign Minister", True),
    "a spokeswoman": ("spokeswoman", True),
    "a minister of a country": ("French Foreign Minister", False),
    "who was it": ("former foreign minister", False),
    "whoever leads the opposition": ("opposition spokesman", False),
    "of a company": ("president of Harbour Solutions", False),
    "an expert": ("military expert", False),
}


@pytest.mark.parametrize(("role", "expected"), BARE.values(), ids=BARE)
def test_an_office_that_does_not_tell_its_state(role: str, expected: bool) -> None:
    assert is_bare_office(role) is expected


def test_a_body_to_which_somebody_is_sent_is_not_their_side() -> None:
    assert party_of_role("ambassador to the Harbour League") is None


def test_a_party_that_no_table_has_is_told_by_its_name() -> None:
    assert party_of_description("lawmakers of her Harbour Party") == "Harbour Party"
