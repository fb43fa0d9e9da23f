from __future__ import annotations

from datetime import date

import pytest

from onrecord.knowledge import Gap, Holder, holder, offices_held, speaker_id
from onrecord.knowledge.tables import table

SPELLS = [*table("holders"), *table("supplement_holders")]


@pytest.mark.parametrize(
    ("office", "country", "day", "name"),
    [
        ("prime minister", "United Kingdom", "2018-05-01", "Theresa May"),
        ("prime minister", "United Kingdom", "2022-10-01", "Liz Truss"),
        ("prime minister", "United Kingdom", "2022-11-01", "Rishi Sunak"),
        ("president", "United States", "2021-06-01", "Joe Biden"),
        ("president", "United States", "2022-12-02", "Joe Biden"),
        ("president", "United States", "2016-05-01", "Barack Obama"),
        ("secretary of state", "United States", "2016-05-01", "John Kerry"),
        ("head of government", "United States", "2022-12-02", "Joe Biden"),
        ("prime minister", "Poland", "2022-12-02", "Mateusz Morawiecki"),
        ("prime minister", "Poland", "2023-12-12", "Mateusz Morawiecki"),
        ("chancellor", "Germany", "2022-12-02", "Olaf Scholz"),
        ("leader", "Germany", "2022-12-02", "Olaf Scholz"),
        ("chief of state", "Germany", "2022-12-02", "Frank-Walter Steinmeier"),
        ("chancellor", "United Kingdom", "2022-12-02", "Jeremy Hunt"),
        ("chief of state", "Ukraine", "2018-05-01", "Petro Poroshenko"),
        ("leader", "Russia", "2022-12-02", "Vladimir Putin"),
        ("leader", "Iran", "2022-12-02", "Ali Khamenei"),
        ("president", "Iran", "2021-07-01", "Hassan Rouhani"),
        ("chief of state", "United Kingdom", "2022-09-07", "Queen Elizabeth II"),
        ("pope", "Holy See", "2022-12-02", "Pope Francis"),
        ("secretary general", "NATO", "2022-12-02", "Jens Stoltenberg"),
        ("president", "European Commission", "2022-12-02", "Ursula von der Leyen"),
        ("Prime Minister", "Estonia", "2022-12-02", "Kaja Kallas"),
    ],
)
def test_an_office_has_its_holder(office: str, country: str, day: str, name: str) -> None:
    found = holder(office, country, date.fromisoformat(day))
    assert isinstance(found, Holder)
    assert found.name == name


@pytest.mark.parametrize(
    ("office", "country", "day", "why"),
    [
        pytest.param("prime minister", "United Kingdom", "2022-10-25", "two candidates", id="handover"),
        pytest.param("president", "Armenia", "2022-02-15", "two candidates", id="acting beside"),
        pytest.param("prime minister", "Armenia", "2018-05-01", "nobody known on 2018-05-01", id="between snapshots"),
        pytest.param("president", "United States", "2031-01-01", "nobody known on 2031-01-01", id="after the last"),
        pytest.param("prime minister", "Germany", "2022-12-02", "no such office known", id="other title"),
        pytest.param("leader", "Poland", "2022-12-02", "no such office known", id="either of two"),
        pytest.param("president", "Atlantis", "2022-12-02", "no such office known", id="no country"),
    ],
)
def test_a_gap_is_not_guessed(office: str, country: str, day: str, why: str) -> None:
    assert holder(office, country, date.fromisoformat(day)) == Gap(why=why)


def test_a_holder_says_where_it_is_written() -> None:
    found = holder("president", "Ukraine", date(2022, 12, 2))
    assert isinstance(found, Holder)
    assert (found.since, found.source) == (date(2019, 5, 20), "CIA World Factbook")


def test_an_acting_holder_is_said_to_act() -> None:
    found = holder("prime minister", "Israel", date(2022, 8, 1))
    assert isinstance(found, Holder)
    assert (found.name, found.acting) == ("Yair Lapid", True)


@pytest.mark.parametrize(
    ("name", "offices"),
    [
        ("Vladimir Zelenskiy", [("president", "Ukraine")]),
        ("Joseph R. Biden", [("president", "United States")]),
        ("Dmitry Peskov", [("press secretary", "Russia")]),
        ("Jens Stoltenberg", [("secretary general", "NATO")]),
        ("Stoltenberg", []),
        ("Jane Doe", []),
        ("Boris Putin", []),
        ("", []),
    ],
)
def test_a_person_has_offices(name: str, offices: list[tuple[str, str]]) -> None:
    held = offices_held(name, date(2022, 12, 2))
    assert [(each.office, each.country) for each in held] == offices


@pytest.mark.parametrize(
    ("name", "found"), [("Stoltenberg", ["Jens Stoltenberg"]), ("Xi", ["Xi Jinping"]), ("Ali", []), ("Doe", [])]
)
def test_a_surname_will_do_where_it_is_one_persons(name: str, found: list[str]) -> None:
    assert [each.name for each in offices_held(name, date(2022, 12, 2), unique=True)] == found


def test_an_office_ends_with_its_day() -> None:
    assert offices_held("Theresa May", date(2022, 12, 2)) == []


def test_every_spell_ends_after_it_began() -> None:
    assert [row for row in SPELLS if row["known_to"] < row["since"]] == []


def test_every_name_has_an_id() -> None:
    assert [row for row in SPELLS if not speaker_id(row["name"])] == []


def test_every_word_kept_by_hand_leads_to_an_office() -> None:
    known = {(row["country"], row["office"]) for row in SPELLS}
    assert [row for row in table("leaders") if (row["country"], row["office"]) not in known] == []


def test_what_is_kept_by_hand_says_where_it_is_from() -> None:
    assert [row for row in table("supplement_holders") if not row["source"] or not row["reason"]] == []
