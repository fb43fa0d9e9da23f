"""Two names are the same speaker, or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.names import name_words, same_speaker

SAME = {
    "a surname alone": ("Oro", "Vance Oro"),
    "an honorific": ("Mr. Oro", "Vance Oro"),
    "a title": ("President Oro", "Vance Oro"),
    "a title of several words": ("Foreign Minister Oro", "Vance Oro"),
    "letters after the name": ("Vance Oro KC", "Mrs Justice Vance Oro"),
    "accents": ("José Oro", "Jose Oro"),
    "two spellings": ("Yuriy Halenko", "Yuri Galenko"),
    "words in another order": ("Bank of Oroland", "Oroland Bank of"),
    "plural": ("Farmers", "Farmer"),
}
DIFFERENT = {
    "same surname": ("Ann Oro", "Bob Oro"),
    "same first name": ("Ann Oro", "Ann Kelp"),
    "same kind of office": ("Foreign Office", "Home Office"),
    "a title against its holder": ("the Minister", "Prime Minister Vance Oro"),
    "nobody": ("", "Ann Oro"),
    "nobody twice": ("", ""),
    "punctuation": ("…", "…"),
}

names = st.lists(st.sampled_from(["Ann", "Anna", "Oro", "Mr", "Minister", "the", "KC", "Kelp"]), max_size=4).map(
    " ".join
)


@pytest.mark.parametrize(("a", "b"), SAME.values(), ids=SAME)
def test_names_of_one_speaker(a: str, b: str) -> None:
    assert same_speaker(a, b)


@pytest.mark.parametrize(("a", "b"), DIFFERENT.values(), ids=DIFFERENT)
def test_names_of_two_speakers(a: str, b: str) -> None:
    assert not same_speaker(a, b)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Former Vice President Ann Oro", ["ann", "oro"]),
        ("Foreign Office", ["foreign", "office"]),
        ("the Prime Minister", ["prime", "minister"]),
        ("Ann Oro Jr.", ["ann", "oro"]),
        ("KC", ["kc"]),
    ],
)
def test_titles_are_left_out_unless_nothing_else_is_left(name: str, words: list[str]) -> None:
    assert name_words(name) == words


@given(names, names)
def test_the_order_of_two_names_does_not_matter(a: str, b: str) -> None:
    assert same_speaker(a, b) == same_speaker(b, a)


@given(names.filter(bool))
def test_a_name_is_its_own_speaker(name: str) -> None:
    assert same_speaker(name, name)
