"""Whom the tables of offices name, on the day of an article."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.reading.holders import Named, office_holder, well_known
from tests.reading.people_builders import DAY, asked, cast, group_of

SUCCESSION = date(2022, 10, 25)  # one British prime minister went and the next one came
FAR = date(2090, 1, 1)

HELD = {
    "a president": ("The Ukrainian president", DAY, "Volodymyr Zelensky"),
    "on another day": ("The Ukrainian president", date(2016, 12, 2), "Petro Poroshenko"),
    "a leader": ("The Russian leader", DAY, "Vladimir Putin"),
    "a prime minister": ("The British prime minister", DAY, "Rishi Sunak"),
    "a chancellor": ("The German chancellor", DAY, "Olaf Scholz"),
    "a secretary": ("The US secretary of state", DAY, "Antony Blinken"),
    "of a body": ("The NATO secretary general", DAY, "Jens Stoltenberg"),
    "two candidates": ("The British prime minister", SUCCESSION, None),
    "a gap": ("The Ukrainian president", FAR, None),
    "no day": ("The Ukrainian president", None, None),
    "a deputy": ("The deputy Ukrainian foreign minister", DAY, None),
    "a former one": ("The former Ukrainian president", DAY, None),
    "one to come": ("The US president-elect", DAY, None),
    "any one": ("a Ukrainian president", DAY, None),
    "no office": ("The Ukrainian official", DAY, None),
    "no country": ("The chancellor", DAY, None),
    "a country that nobody knows": ("The Norvian president", DAY, None),
}


def held(words: str, day: date | None) -> Named | None:
    """Whom the tables give for the head of an article's source."""
    met, head, phrase = asked(f"{words} <c1 said> <t1 it rains>.", day=day)
    return office_holder(met, phrase, group_of(met, head))


@pytest.mark.parametrize(("source", "day", "expected"), HELD.values(), ids=HELD)
def test_who_held_an_office(source: str, day: date | None, expected: str | None) -> None:
    found = held(f"<s1 {source}>", day)
    assert (found.name if found else None) == expected


def test_a_holder_says_the_day_and_the_party() -> None:
    found = held("<s1 The Ukrainian president>", DAY)
    assert found == Named(name="Volodymyr Zelensky", how="held the office on 2022-12-02", party="Ukraine")


def test_an_office_without_a_country_is_of_the_country_that_the_article_is_about() -> None:
    found = held("Germany waits. German trains stand in Berlin. <s1 The chancellor>", DAY)
    assert found is not None
    assert found.name == "Olaf Scholz"


def test_an_office_without_a_country_is_nobodys_between_two() -> None:
    assert held("Poland and France meet. <s1 The president>", DAY) is None


def test_a_holder_whom_the_article_names_is_that_entity() -> None:
    found = held("[Zelenskyy|1n] left. <s1 The Ukrainian [president|1d]>", DAY)
    assert found == Named(name="Volodymyr Zelensky", how='same as "Zelenskyy"', party="Ukraine", group=1)


def test_an_office_of_a_country_is_not_the_somebody_else_before_it() -> None:
    found = held("[Mara Voss|1n] left. <s1 The Ukrainian [president|1d]>", DAY)
    assert found is not None
    assert found.name == "Volodymyr Zelensky"


def test_an_office_without_a_country_is_whom_the_antecedents_give() -> None:
    assert held("Ukraine waits in Kyiv, Ukraine. [Mara Voss|1n] left. <s1 The [president|1d]>", DAY) is None


NAMES = {
    "a surname alone": ("Biden", DAY, "Joe Biden"),
    "a spelling": ("Zelenskyy", DAY, "Volodymyr Zelensky"),
    "a full name": ("Joe Biden", DAY, "Joe Biden"),
    "letters of another language": ("Siergiej Ławrow", DAY, "Sergei Lavrov"),
    "another given name": ("Hanna Biden", DAY, "Hanna Biden"),
    "nobody known": ("Voss", DAY, "Voss"),
    "no day": ("Biden", None, "Biden"),
}


@pytest.mark.parametrize(("name", "day", "expected"), NAMES.values(), ids=NAMES)
def test_the_name_that_the_tables_have(name: str, day: date | None, expected: str) -> None:
    assert well_known(cast("Nobody came.", day=day), name).name == expected
