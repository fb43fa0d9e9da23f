from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.knowledge import Known, country_like, is_party, known_in


def read(text: str) -> list[tuple[str, str, str]]:
    """What a phrase names, in short."""
    return [(known.words, known.party, known.kind) for known in known_in(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Ukrainian president", [("Ukrainian", "Ukraine", "adjective")]),
        ("US officials", [("US", "United States", "country")]),
        ("U.S. officials", [("U.S.", "United States", "country")]),
        (
            "Britain’s Home Office",
            [("Britain", "United Kingdom", "country"), ("Home Office", "United Kingdom", "metonym")],
        ),
        ("two Finns", [("Finns", "Finland", "nationality")]),
        ("Türkiye", [("Türkiye", "Turkey", "country")]),
        ("Turkey", [("Turkey", "Turkey", "country")]),
        ("Kiev", [("Kiev", "Ukraine", "capital")]),
        ("the Élysée Palace", [("Élysée Palace", "France", "metonym")]),
        ("the Elysee", [("Elysee", "France", "metonym")]),
        ("the European Commission", [("European Commission", "European Union", "body")]),
        ("Brussels", [("Brussels", "European Union", "metonym")]),
        ("NATO", [("NATO", "NATO", "body")]),
        ("GOP senators", [("GOP", "Republican Party", "political party")]),
        ("Labour’s leader", [("Labour", "Labour Party", "political party")]),
        ("Scotland", [("Scotland", "Scotland", "country")]),
        ("the governor of New Mexico", [("New Mexico", "New Mexico", "state")]),
        ("Guinea-Bissau", [("Guinea-Bissau", "Guinea-Bissau", "country")]),
        ("the Democratic Republic of the Congo", [("Democratic Republic of the Congo", "DR Congo", "country")]),
        ("MOSCOW", [("MOSCOW", "Russia", "capital")]),
    ],
)
def test_a_party_is_known_by_its_names(text: str, names: list[tuple[str, str, str]]) -> None:
    assert read(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "tell us who",
        "to polish the labour of democratic republics",
        "a reporter of the Washington Post",
        "pro-Russian forces",
        "US-led talks",
        "the Indian Ocean",
        "The Hague",
        "a Korean speaker",
        "Dominican",
        "Austria-based",
        "Ukrainians123",
    ],
)
def test_what_only_looks_like_a_party_is_none(text: str) -> None:
    assert read(text) == []


def test_a_dash_between_names_joins_nothing() -> None:
    assert [words for words, _, _ in read("Poland - Ukraine")] == ["Poland", "Ukraine"]


def test_a_part_names_its_state() -> None:
    assert known_in("Holyrood") == [
        Known(
            words="Holyrood",
            start=0,
            end=8,
            name="Holyrood",
            party="Scotland",
            kind="metonym",
            country="United Kingdom",
        )
    ]


def test_a_body_of_several_countries_is_of_none() -> None:
    assert [known.country for known in known_in("NATO and the EU")] == [None, None]


@given(st.text("US. UK'’s-the Kremlin of Poland", max_size=60))
def test_names_slice_back_and_do_not_overlap(text: str) -> None:
    found = known_in(text)
    assert [text[known.start : known.end] for known in found] == [known.words for known in found]
    assert all(before.end <= after.start for before, after in pairwise(found))


@pytest.mark.parametrize(("name", "known"), [("United Kingdom", True), ("Britain", False), ("Republican Party", True)])
def test_a_party_has_one_name(name: str, known: bool) -> None:
    assert is_party(name) is known


MISSPELT = {
    "a letter too few": ("Ukrane", "Ukraine"),
    "a letter too many": ("Romannia", "Romania"),
    "a wrong letter": ("Moldava", "Moldova"),
    "two letters swapped": ("Ukriane", "Ukraine"),
    "as it is": ("Ukraine", None),
    "two letters wrong": ("Ukreene", None),
    "two countries alike": ("Slovania", None),
    "a short name": ("Irann", None),
    "another first letter": ("Okraine", None),
}


@pytest.mark.parametrize(("name", "expected"), MISSPELT.values(), ids=MISSPELT)
def test_a_misspelt_country_is_known_by_all_letters_but_one(name: str, expected: str | None) -> None:
    assert country_like(name) == expected
