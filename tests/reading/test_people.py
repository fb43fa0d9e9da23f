"""What an article tells of each entity."""

from __future__ import annotations

import pytest

from onrecord.reading.people import Cast, bare_name, is_vague
from tests.reading.people_builders import cast

NAMES = {
    "the fullest": ("[Voss|1n] came. [Mara Voss|1n] left. [Ms Voss|1n] spoke.", "Mara Voss"),
    "the first of two as full": ("[Mara Voss|1n] came. [Maria Voss|1n] left.", "Mara Voss"),
    "rather not in capitals": ("[MARA VOSS|1n]\n[Mara Voss|1n] left.", "Mara Voss"),
    "over a line break": ("[Mara\nVoss|1n] left.", "Mara Voss"),
    "what an abbreviation stands for": (
        "The International Harbour Council (IHC) met. The [IHC|1no] left.",
        "International Harbour Council",
    ),
    "none of a description and a pronoun": ("The [minister|1d] left. [She|1p] spoke.", None),
}


@pytest.mark.parametrize(("words", "expected"), NAMES.values(), ids=NAMES)
def test_the_name_of_an_entity(words: str, expected: str | None) -> None:
    assert cast(words).name(1) == expected


BARE = [
    ("Rival Anna Voss", ["Anna Voss", "Voss"], "Anna Voss"),
    ("Rival Anna Voss", ["Voss"], "Rival Anna Voss"),
    ("Office Anna Voss", [], "Anna Voss"),
    ("Norvia Calls Out Anna Voss", ["Anna Voss"], "Anna Voss"),
    ("Rival Anna Mary Voss", ["Mary Voss", "Anna Mary Voss"], "Anna Mary Voss"),
    ("Anna Mary Voss", ["Mary Voss"], "Anna Mary Voss"),
    ("Institute Anna Voss", [], "Institute Anna Voss"),
    ("Ports Board", [], "Ports Board"),
]


@pytest.mark.parametrize(("name", "others", "expected"), BARE)
def test_a_name_goes_without_what_ran_into_it(name: str, others: list[str], expected: str) -> None:
    assert bare_name(name, others) == expected


KINDS = {
    "a person": ("[Mara Voss|1n] left.", True),
    "an organisation": ("The [Harbour Trust|1no] left.", False),
    "names count before pronouns": ("The [Estmark|1no] side left. [He|1p] and [she|1p] stayed.", False),
    "a body's word counts before the tags": ("The [Harbour Council|1n] left.", False),
    "most of the names": ("[Voss|1n] left. [Voss|1no] stayed. [Voss|1n] slept.", True),
}


@pytest.mark.parametrize(("words", "expected"), KINDS.values(), ids=KINDS)
def test_whether_an_entity_is_a_person(words: str, expected: bool) -> None:
    assert cast(words).is_person(1) is expected


def test_the_roles_beside_all_names_come_fullest_first() -> None:
    met = cast("Minister [Voss|1n] left.\n[Mara Voss|1n], the defence minister of Norvia, stayed.")
    assert met.roles(1) == ["defence minister of Norvia", "Minister"]


def test_a_role_met_twice_is_given_once() -> None:
    assert cast("Minister [Voss|1n] left, and Minister [Voss|1n] came.").roles(1) == ["Minister"]


def test_what_is_said_of_somebody_else_is_no_role() -> None:
    assert cast("Minister [Voss|1n] met [Tolo Brand|2n].").roles(2) == []


def test_descriptions_that_tell_come_before_vague_ones() -> None:
    met = cast("[Voss|1n] came. The [politician|1d] left. The White House [spokeswoman|1d] slept.")
    assert met.descriptions(1) == ["White House spokeswoman", "politician"]


SIDES = {
    "an adjective": ("The Polish [Ministry of Defence|1no] left.", "Poland"),
    "a possessive": ("Poland’s [Ministry of Defence|1no] left.", "Poland"),
    "another word between": ("Polish troops left the [Ministry of Defence|1no].", None),
    "nothing": ("The [Ministry of Defence|1no] left.", None),
}


@pytest.mark.parametrize(("words", "expected"), SIDES.values(), ids=SIDES)
def test_the_country_right_before_a_name(words: str, expected: str | None) -> None:
    assert cast(words).side(1) == expected


@pytest.mark.parametrize("words", ["American official", "leader", "officials", "the politician", "her colleague"])
def test_a_description_that_fits_many(words: str) -> None:
    assert is_vague(words)


@pytest.mark.parametrize("words", ["White House spokesman", "foreign minister", "coordinator of the committee"])
def test_a_description_that_tells(words: str) -> None:
    assert not is_vague(words)


ARTICLES = {
    "one country again and again": ("Poland votes. The Polish premier is in Warsaw; France looks on.", "Poland"),
    "two as often": ("Poland and Polish trains, France and French trains.", None),
    "one that is named once": ("The harbour of Poland is full.", None),
    "none": ("The harbour is full.", None),
}


@pytest.mark.parametrize(("text", "expected"), ARTICLES.values(), ids=ARTICLES)
def test_the_country_that_an_article_is_about(text: str, expected: str | None) -> None:
    assert Cast(text=text, found=[], groups=[], day=None).country == expected
