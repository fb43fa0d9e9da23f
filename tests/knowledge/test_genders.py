from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.knowledge.folding import folded
from onrecord.knowledge.genders import gender
from onrecord.knowledge.tables import table

GIVEN = [row["name"] for row in table("given_names")]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("Jane Doe", "f", id="woman"),
        pytest.param("John Doe", "m", id="man"),
        pytest.param("Liz Doe", "f", id="short form"),
        pytest.param("Siergiej Doe", "m", id="Polish spelling"),
        pytest.param("Serhiy Doe", "m", id="Ukrainian spelling"),
        pytest.param("Michèle-Anne Doe", "f", id="second half tells"),
        pytest.param("Anne-Laure Doe", "f", id="first half tells"),
        pytest.param("Jean-Marie Doe", "m", id="double name of its own"),
        pytest.param("Łukasz Doe", "m", id="marks on letters"),
        pytest.param("J. Edgar Doe", "m", id="initial before"),
        pytest.param("JANE DOE", "f", id="capitals"),
        pytest.param("Jane Doe’s", "f", id="possessive"),
        pytest.param("Olena", "f", id="given name alone"),
    ],
)
def test_a_given_name_tells(name: str, told: str) -> None:
    assert gender(name) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("Mrs Doe", "f", id="surname only"),
        pytest.param("Mr. Alex Doe", "m", id="name that both bear"),
        pytest.param("Mrs. John Doe", "f", id="husband's name"),
        pytest.param("Ms Thomas", "f", id="surname like a given name"),
        pytest.param("King Alex", "m", id="king"),
        pytest.param("Queen Robin", "f", id="queen"),
        pytest.param("the Rt Hon Lady Doe", "f", id="several titles"),
        pytest.param("Prime Minister Sir Sam Doe", "m", id="office before"),
        pytest.param("Sheikh Doe", "m", id="sheikh"),
        pytest.param("spokeswoman Doe", "f", id="spokeswoman"),
        pytest.param("Lord Doe", "m", id="lord"),
    ],
)
def test_a_title_tells(name: str, told: str) -> None:
    assert gender(name) == told


@pytest.mark.parametrize(
    "name", [pytest.param("Lord Chancellor Jane Doe", id="lord"), pytest.param("spokesman Jane Doe", id="spokesman")]
)
def test_a_given_name_overrules_a_loose_title(name: str) -> None:
    assert gender(name) == "f"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Xxandra Doenova", id="-ova"),
        pytest.param("Xx Doeyeva", id="-yeva"),
        pytest.param("Xx Doenina", id="-ina"),
        pytest.param("Xx Doeskaya", id="-skaya"),
        pytest.param("Xx Doestaya", id="-aya"),
        pytest.param("Xx Doewska", id="-ska"),
        pytest.param("Xx Doelecka", id="-cka"),
        pytest.param("Xx Doeivna", id="-ivna"),
        pytest.param("Xx Doenová", id="marks on letters"),
        pytest.param("President Xx Doenova", id="title before"),
        pytest.param("Xx Doenova Jr.", id="suffix"),
    ],
)
def test_a_surname_that_only_women_bear_tells(name: str) -> None:
    assert gender(name) == "f"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("", id="empty"),
        pytest.param("?!", id="no letters"),
        pytest.param("Doe", id="surname alone"),
        pytest.param("Doenova", id="woman's surname alone"),
        pytest.param("President Thomas", id="surname like a given name"),
        pytest.param("Jane-Doe", id="double surname"),
        pytest.param("Alex Doe", id="name that both bear"),
        pytest.param("Xx Doenov", id="-ov"),
        pytest.param("Xx Doevsky", id="-sky"),
        pytest.param("Xx Doenko", id="-enko"),
        pytest.param("Xx Molina", id="ends so by chance"),
        pytest.param("President", id="title alone"),
        pytest.param("Yi Doe-ran", id="name that the table lacks"),
    ],
)
def test_what_does_not_tell_stays_open(name: str) -> None:
    assert gender(name) is None


@given(st.text(max_size=40) | st.text("abjrmsthe. -,'’", max_size=20))
def test_any_text_has_an_answer(name: str) -> None:
    assert gender(name) in {"f", "m", None}


@given(st.sampled_from(GIVEN), st.sampled_from(["\u0301", "\u0308", "\u030c"]), st.booleans())
def test_marks_and_capitals_change_nothing(word: str, mark: str, capitals: bool) -> None:
    marked = unicodedata.normalize("NFC", f"{word[0]}{mark}{word[1:]} Doe")
    assert gender(marked.upper() if capitals else marked) == gender(f"{word} Doe")


@given(st.sampled_from(GIVEN))
def test_a_name_of_the_table_is_found(word: str) -> None:
    assert gender(f"{word} Doe") is not None


def test_the_table_is_folded() -> None:
    assert [name for name in GIVEN if name != folded(name) or not name.isascii()] == []


def test_the_table_is_sorted_and_has_no_name_twice() -> None:
    assert sorted(set(GIVEN)) == GIVEN


def test_the_table_knows_two_genders() -> None:
    assert {row["gender"] for row in table("given_names")} == {"f", "m"}
