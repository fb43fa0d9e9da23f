"""One name for a body, whatever an article calls it."""

from __future__ import annotations

import pytest

from onrecord.reading.body_names import body_name
from onrecord.reading.states import states_in

NAMES = {
    "a capital is its country": ("Washington", None, "United States"),
    "an article before it": ("the Kremlin", None, "Kremlin"),
    "initials": ("EU", None, "European Union"),
    "a ministry behind its country": ("Polish Foreign Ministry", None, "Ministry of Foreign Affairs of Poland"),
    "a ministry before its country": ("Ministry of Defense of Poland", None, "Ministry of Defence of Poland"),
    "a ministry of a country told elsewhere": ("Defence Ministry", "Poland", "Ministry of Defence of Poland"),
    "a ministry of nobody knows whom": ("Ministry of Defence", None, "Ministry of Defence"),
    "a name that no table has": ("Harbour Council", None, "Harbour Council"),
}


@pytest.mark.parametrize(("name", "country", "expected"), NAMES.values(), ids=NAMES)
def test_one_body_has_one_name(name: str, country: str | None, expected: str) -> None:
    assert body_name(name, country) == expected


STATE_BODIES = {
    "a government": ("Ukrainian government", "Government of Ukraine"),
    "an army": ("Ukraine’s military", "Armed Forces of Ukraine"),
    "a side": ("French side", "France"),
    "a council": ("Ukrainian council", "Ukrainian council"),
    "a company's side": ("Harbour side", "Harbour side"),
}


@pytest.mark.parametrize(("name", "expected"), STATE_BODIES.values(), ids=STATE_BODIES)
def test_a_states_own_bodies_have_one_name(name: str, expected: str) -> None:
    assert body_name(name) == expected


def test_a_ministry_of_a_state_that_only_the_article_knows() -> None:
    text = "Norvia's ambassador met the Norvian Foreign Ministry."
    known = states_in(text, []).known
    assert body_name("Norvian Foreign Ministry", known=known) == "Ministry of Foreign Affairs of Norvia"


def test_a_ministry_in_small_letters_stays_as_it_is_where_nobody_knows_whose() -> None:
    assert body_name("interior ministry") == "interior ministry"
