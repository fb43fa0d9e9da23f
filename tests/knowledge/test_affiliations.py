from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from onrecord.knowledge.affiliations import Affiliation, affiliation
from onrecord.knowledge.names import normal_words
from onrecord.knowledge.tables import several, table

ROWS = table("affiliations")
SPELLINGS = sorted({spelling for row in ROWS for spelling in several(row["name"])})
PARTED_HOUSES = {"house speaker"}  # quoted as politicians, see the module

held_offices = [
    row
    for row in table("supplement_holders")
    if row["office"] not in PARTED_HOUSES and any(row["name"] in several(other["name"]) for other in ROWS)
]


def party_of(name: str, day: str | None, *, unique: bool = False) -> str | None:
    found = affiliation(name, date.fromisoformat(day) if day else None, unique=unique)
    return found.party if found else None


@pytest.mark.parametrize(
    ("name", "day", "party"),
    [
        ("Donald Trump", "2016-05-01", "Republican Party"),
        ("Donald J. Trump", "2018-05-01", "United States"),
        ("Donald Trump", "2023-05-01", "Republican Party"),
        ("Donald Trump", "2025-05-01", "United States"),
        ("Hillary Rodham Clinton", "2012-05-01", "United States"),
        ("Hillary Clinton", "2016-05-01", "Democratic Party"),
        ("Robby Mook", "2016-05-01", "Hillary Clinton campaign"),
        ("Robby Mook", "2018-05-01", None),
        ("Sen. Ted Cruz", "2016-05-01", "Republican Party"),
        ("Senator Bernard Sanders", "2016-02-01", "Democratic Party"),
        ("Marco Rubio", "2016-02-01", "Republican Party"),
        ("Marco Rubio", "2025-03-01", "United States"),
        ("Boris Johnson", "2016-03-01", "Conservative Party"),
        ("Boris Johnson", "2017-03-01", "United Kingdom"),
        ("Boris Johnson", "2019-03-01", "Conservative Party"),
        ("Keir Starmer", "2023-03-01", "Labour Party"),
        ("Keir Starmer", "2025-03-01", "United Kingdom"),
        ("Nicola Sturgeon", "2022-03-01", "Scotland"),
        ("Vladimir Zelenskiy", "2019-03-01", "Servant of the People"),
        ("Volodymyr Zelenskyy", "2022-03-01", "Ukraine"),
        ("Sviatlana Tsikhanouskaya", "2022-03-01", "Belarusian opposition"),
        ("Alexei Navalny", "2020-09-01", "Russian opposition"),
        ("Yevgeny Prigozhin", "2023-05-01", "Wagner Group"),
        ("Dmitry Peskov", "2022-03-01", "Russia"),
        ("Jens Stoltenberg", "2022-03-01", "NATO"),
        ("Mark Rutte", "2022-03-01", "Netherlands"),
        ("Mark Rutte", "2025-03-01", "NATO"),
        ("Rafael Mariano Grossi", "2022-03-01", "IAEA"),
        ("Olaf Scholz", "2022-03-01", "Germany"),
        ("Friedrich Merz", "2022-03-01", "Christian Democratic Union"),
        ("Jarosław Kaczyński", "2022-03-01", "Poland"),
        ("Jaroslaw Kaczynski", "2024-03-01", "Law and Justice"),
        ("Wilhelmina Ashgrove", "2022-03-01", None),
    ],
)
def test_the_side_that_a_person_spoke_for_on_a_day(name: str, day: str, party: str | None) -> None:
    assert party_of(name, day) == party


@pytest.mark.parametrize(
    ("day", "party"),
    [("2017-01-19", "Republican Party"), ("2017-01-20", "United States"), ("2021-01-20", "Republican Party")],
)
def test_the_day_of_a_change_belongs_to_what_comes_next(day: str, party: str) -> None:
    assert party_of("Donald Trump", day) == party


@pytest.mark.parametrize(
    ("name", "party"),
    [("Ted Cruz", "Republican Party"), ("Sergei Lavrov", "Russia"), ("Donald Trump", None), ("Mark Rutte", None)],
)
def test_without_a_day_only_who_never_changed_sides_is_answered_for(name: str, party: str | None) -> None:
    assert party_of(name, None) == party


@pytest.mark.parametrize(
    ("surname", "party"),
    [
        ("Kasich", "Republican Party"),
        ("Gov. Kasich", "Republican Party"),
        ("von der Leyen", "European Union"),
        ("Leyen", "European Union"),
        ("Xi", "China"),
        ("Tichanowskaja", "Belarusian opposition"),
        ("Clinton", None),
        ("Bush", None),
        ("Ashgrove", None),
    ],
)
def test_a_surname_will_do_where_one_person_bears_it(surname: str, party: str | None) -> None:
    assert party_of(surname, "2022-03-01", unique=True) == party


def test_a_surname_will_not_do_unless_asked() -> None:
    assert party_of("Kasich", "2016-03-01") is None


@pytest.mark.parametrize("name", ["", "  ", "Mr.", "the", "Jr."])
@pytest.mark.parametrize("unique", [False, True])
def test_what_is_no_name_is_nobody(name: str, unique: bool) -> None:
    assert affiliation(name, date(2022, 3, 1), unique=unique) is None


@pytest.mark.parametrize(
    ("name", "day", "found"),
    [
        ("Donald Trump Jr.", "2016-07-01", "Donald Trump Jr."),
        ("Donald Trump, Jr.", "2016-07-01", "Donald Trump Jr."),
        ("Donald Trump Jr.", "2018-07-01", None),
        ("Joseph R. Biden Jr.", "2022-07-01", "Joe Biden"),
        ("Robert F. Kennedy Jr.", "2025-07-01", "Robert F. Kennedy Jr."),
    ],
)
def test_a_son_is_told_from_his_father(name: str, day: str, found: str | None) -> None:
    known = affiliation(name, date.fromisoformat(day))
    assert (known.name if known else None) == found


def test_a_polish_spelling_is_read() -> None:
    assert party_of("Siergiej Riabkow", "2022-01-10") == "Russia"


def test_an_affiliation_says_what_the_person_was() -> None:
    assert affiliation("Paul Ryan", date(2016, 5, 1)) == Affiliation(
        name="Paul Ryan",
        party="Republican Party",
        country="United States",
        since=None,
        until=None,
        reason="representative for Wisconsin, speaker of the House until January 2019: quoted as a politician",
    )


@pytest.mark.parametrize("row", held_offices, ids=lambda row: f"{row['name']}, {row['office']}")
def test_it_agrees_with_the_offices_that_a_person_held(row: dict[str, str]) -> None:
    since = max(date.fromisoformat(row["since"]), date(2015, 1, 1))
    middle = since + (date.fromisoformat(row["known_to"]) - since) / 2
    assert party_of(row["name"], middle.isoformat()) == row["country"]


def test_no_day_belongs_to_two_spells_of_a_person() -> None:
    spells: dict[str, list[tuple[str, str]]] = {}
    for row in ROWS:
        spells.setdefault(row["name"], []).append((row["since"], row["until"] or "9999"))
    overlaps = [name for name, found in spells.items() for one, two in pairwise(sorted(found)) if one[1] > two[0]]
    assert overlaps == []


def test_no_spelling_belongs_to_two_persons() -> None:
    owners: dict[tuple[object, ...], set[str]] = {}
    for row in ROWS:
        for spelling in several(row["name"]):
            owners.setdefault((normal_words(spelling), spelling.endswith("Jr.")), set()).add(row["name"])
    assert [names for names in owners.values() if len(names) > 1] == []


def test_a_spell_ends_after_it_begins() -> None:
    assert [row for row in ROWS if row["since"] and row["until"] and row["since"] >= row["until"]] == []


def test_every_row_has_a_party_and_a_reason() -> None:
    assert [row for row in ROWS if None in row or not row["party"] or not row["reason"]] == []


def test_a_country_is_one_of_the_countries() -> None:
    assert {row["country"] for row in ROWS} - {""} <= {row["party"] for row in table("countries")}


@pytest.mark.parametrize("spelling", SPELLINGS[::50])
def test_every_spelling_finds_its_person(spelling: str) -> None:
    row = next(row for row in ROWS if spelling in several(row["name"]))
    inside = row["since"] or (date.fromisoformat(row["until"] or "2020-01-02") - timedelta(days=1)).isoformat()
    assert party_of(spelling, inside) == row["party"]
