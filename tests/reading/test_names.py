"""Names of one article are compared as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.names import agree, initials, name_words

WORDS = {
    "folded": ("VOSS", ("voss",)),
    "without accents": ("Mára Voss", ("mara", "voss")),
    "without titles": ("Prime Minister Mara Voss", ("mara", "voss")),
    "without an article": ("the Harbour Council", ("harbour", "council")),
    "without a possessive ending": ("Mara Voss’s", ("mara", "voss")),
    "without a middle initial": ("Mara J. Voss", ("mara", "voss")),
    "in the usual spelling": ("Volodymyr Zelenskiy", name_words("Volodymyr Zelensky")),
    "nothing": ("", ()),
}


@pytest.mark.parametrize(("name", "words"), WORDS.values(), ids=WORDS)
def test_the_words_that_count_in_a_name(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


AGREE = {
    "the same": ("Mara Voss", "Mara Voss", True),
    "a surname": ("Mara Voss", "Voss", True),
    "a given name": ("Mara Voss", "Mara", True),
    "an initial": ("Mara Voss", "M. Voss", True),
    "a middle name left out": ("Mara Elin Voss", "Mara Voss", True),
    "the last word of several": ("Harbour Council of Norvia", "Norvia", True),
    "another given name": ("Mara Voss", "Tolo Voss", False),
    "another surname": ("Mara Voss", "Mara Brand", False),
    "another initial": ("Mara Voss", "T. Voss", False),
    "a middle name alone": ("Mara Elin Voss", "Elin", False),
    "words that share nothing": ("Mara Voss", "Brand", False),
    "nothing": ("Mara Voss", "", False),
}


@pytest.mark.parametrize(("one", "other", "expected"), AGREE.values(), ids=AGREE)
def test_names_agree_when_one_can_stand_for_the_other(one: str, other: str, expected: bool) -> None:
    assert agree(name_words(one), name_words(other)) is expected


names = st.lists(st.sampled_from(("mara", "voss", "tolo", "brand", "m", "elin")), max_size=4).map(tuple)


@given(names, names)
def test_it_does_not_matter_which_name_comes_first(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert agree(one, other) == agree(other, one)


@given(names.filter(bool))
def test_a_name_agrees_with_itself(name: tuple[str, ...]) -> None:
    assert agree(name, name)


INITIALS = {
    "three words": ("North Harbour Council", "NHC"),
    "small words left out": ("the Council for the Ports of Norvia", "CPN"),
    "two words": ("Harbour Council", ""),
    "a small letter": ("North harbour Council", "NHC"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("name", "short"), INITIALS.values(), ids=INITIALS)
def test_a_name_of_three_words_is_abbreviated_to_its_initials(name: str, short: str) -> None:
    assert initials(name) == short
