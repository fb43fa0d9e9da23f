from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.knowledge.outlets import outlet, outlets_in
from onrecord.knowledge.tables import several, table

ROWS = table("outlets")
FORMS = [(form, row["name"]) for row in ROWS for form in (row["name"], *several(row["aliases"]))]


def named(words: str) -> str | None:
    found = outlet(words)
    return found.name if found else None


def found_in(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in outlets_in(text)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Reuters", "Reuters"),
        ("REUTERS", "Reuters"),
        ("AP", "Associated Press"),
        ("the AP", "Associated Press"),
        ("the Associated Press", "Associated Press"),
        ("PAP agency", "Polish Press Agency"),
        ("the Polish Press Agency", "Polish Press Agency"),
        ("the Russian state news agency TASS", "TASS"),
        ("Interfax-Ukraine news agency", "Interfax-Ukraine"),
        ("the German news agency dpa", "dpa"),
        ("UNN", "UNN"),
        ("“Bild”", "Bild"),
        ("the newspaper “Bild”", "Bild"),
        ("Kommersant’s", "Kommersant"),
        ("The New York Times newspaper", "The New York Times"),
        ("New York Times", "The New York Times"),
        ("the Washington Post", "The Washington Post"),
        ("CNN.com", "CNN"),
        ("the BBC", "BBC"),
        ("Time magazine", "Time magazine"),
        ("The Hill", "The Hill"),
        ("the TV channel Espreso", "Espreso"),
    ],
)
def test_an_outlet_is_known_by_its_names(words: str, name: str) -> None:
    assert named(words) == name


@pytest.mark.parametrize(
    "words",
    [
        "",
        "the",
        "news agency",
        "the newspaper",
        "ap",
        "pap",
        "Hill",
        "Time",
        "the state news agency",
        "the BBC reporter",
    ],
)
def test_other_words_are_no_outlet(words: str) -> None:
    assert outlet(words) is None


def test_an_outlet_says_what_and_where_it_is() -> None:
    found = outlet("Ukrinform")
    assert found is not None
    assert (found.kind, found.country, found.aliases) == ("agency", "Ukraine", ("UKRINFORM",))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reuters reports, citing the AP", ["Reuters", "AP"]),
        ("she told CNN’s reporter", ["CNN"]),
        ("AFP/Reuters", ["AFP", "Reuters"]),
        ("Interfax-Ukraine wrote", ["Interfax-Ukraine"]),
        ("he told the Hill Tuesday", ["the Hill"]),
        ("the hill behind the village", []),
        ("The Independent Commission met", []),
        ("an app and a pap test", []),
        ("Michael Bloomberg told Bloomberg", ["Bloomberg"]),
        ("Ha’aretz and Ha'aretz", ["Ha’aretz", "Ha'aretz"]),
        ("BBC Russian Service asked", ["BBC Russian Service"]),
        ("a post by @Reuters", []),
        ("REUTERSHIP", []),
    ],
    ids=str,
)
def test_the_outlets_of_a_text_are_found(text: str, names: list[str]) -> None:
    assert found_in(text) == names


def test_every_form_finds_its_outlet() -> None:
    assert [form for form, name in FORMS if named(form) != name] == []


def test_every_form_is_found_in_a_text() -> None:
    assert [form for form, name in FORMS if [each.name for _, _, each in outlets_in(form)] != [name]] == []


@given(st.text())
def test_any_words_may_be_asked(words: str) -> None:
    outlet(words)


@given(st.lists(st.sampled_from(["Reuters", "said", "the", "CNN", "Bloomberg", "News", "and", "The Hill", ".", "’s"])))
def test_names_stand_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    spans = [(start, end) for start, end, _ in outlets_in(text)]
    flat = [place for span in spans for place in span]
    assert flat == sorted(flat)
    assert all(outlet(text[start:end]) == each for start, end, each in outlets_in(text))


def test_no_form_stands_twice() -> None:
    forms = [form for form, _ in FORMS]
    assert sorted(forms) == sorted(set(forms))


def test_a_kind_is_one_of_five() -> None:
    assert {row["kind"] for row in ROWS} == {"agency", "newspaper", "broadcaster", "website", "magazine"}


def test_a_country_is_one_of_the_countries() -> None:
    assert {row["country"] for row in ROWS} - {""} <= {row["party"] for row in table("countries")}
