from __future__ import annotations

import pytest

from onrecord.sources.places import is_capital, is_mixed, may_be_place, neat
from onrecord.sources.wires import is_known


@pytest.mark.parametrize(
    ("city", "name"),
    [
        ("WASHINGTON", "Washington"),
        ("MOSCOW.", "Moscow"),
        ("NEW YORK", "New York"),
        ("ST. LOUIS", "St. Louis"),
        ("WASHINGTON D.C.", "Washington D.C."),
        ("PORT-AU-PRINCE", "Port-au-Prince"),
        ("LA PAZ", "La Paz"),
        ("XI'AN", "Xi'an"),
        ("O'FALLON", "O'Fallon"),
        ("DeKALB", "DeKalb"),
        ("ŁÓDŹ", "Łódź"),
        ("US-MEXICO BORDER", "US-Mexico Border"),
        ("Tel Aviv", "Tel Aviv"),
    ],
)
def test_capitals_are_made_ordinary(city, name):
    assert neat(city) == name


@pytest.mark.parametrize(
    ("city", "capital", "mixed"),
    [
        ("KYIV", True, True),
        ("RIO de JANEIRO", True, True),
        ("Rio de Janeiro", False, True),
        ("the talks", False, False),
        ("Last Friday", False, False),
        ("K", False, True),
    ],
)
def test_a_name_is_told_by_its_capitals(city, capital, mixed):
    assert (is_capital(city), is_mixed(city)) == (capital, mixed)


@pytest.mark.parametrize(
    ("city", "may"), [("HARBOR", True), ("NATO SUMMIT", False), ("NATO’S", False), ("NEWPORT NEWS", True)]
)
def test_words_of_headlines_are_no_places(city, may):
    assert may_be_place(city) is may


@pytest.mark.parametrize(
    ("outlet", "known"),
    [("AP", True), ("reuters", True), ("Reuters Health", True), ("AFP/Reuters", True), ("Apt", False), ("", False)],
)
def test_an_agency_is_known_by_one_of_its_names(outlet, known):
    assert is_known(outlet) is known
