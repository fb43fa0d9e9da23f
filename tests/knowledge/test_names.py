from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.knowledge import normal_words, speaker_id, without_titles
from onrecord.knowledge.tables import table

ALPHABET = st.characters(codec="utf-8", exclude_categories=("Cs",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
        ("Volodymyr Zelenskyy", "President Volodymyr Zelensky"),
        ("Sergei Lavrov", "Siergiej Ławrow"),
        ("Alexander Lukashenko", "Alyaksandr Lukashenka"),
        ("Joe Biden", "Joseph R. Biden, Jr."),
        ("Donald Trump", "Mr Donald J. Trump"),
        ("J. D. Vance", "JD Vance"),
        ("Jane O'Hara", "Jane O’Hara"),
        ("Jane Doe", "Lt. Gen. Jane Doe"),
        ("Jane Doe", "former Foreign Minister Jane Doe’s"),
        ("Charles III", "King Charles III"),
        ("Recep Tayyip Erdoğan", "Tayyip Erdogan"),
        ("White House", "the White House"),
    ],
)
def test_spellings_of_one_name_share_an_id(one: str, other: str) -> None:
    assert speaker_id(one) == speaker_id(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vladimir Putin", "Volodymyr Putin"),
        ("George W. Bush", "George H. W. Bush"),
        ("Jane Doe", "John Doe"),
        ("Зеленський", "Лавров"),
        ("M. R. Doe", "Doe"),
    ],
)
def test_different_names_have_different_ids(one: str, other: str) -> None:
    assert speaker_id(one) != speaker_id(other)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("John Kirby", "john-kirby"),
        ("Annegret Kramp-Karrenbauer", "annegret-kramp-karrenbauer"),
        ("Malcolm X", "malcolm-x"),
        ("Mary X. Doe", "mary-doe"),
        ("President", "president"),
        ("Major Garrett", "major-garrett"),
        ("Channel 4 News", "channel-4-news"),
        ("?!", ""),
    ],
)
def test_an_id_is_a_slug(name: str, slug: str) -> None:
    assert speaker_id(name) == slug


@given(st.text(ALPHABET, max_size=40))
def test_an_id_is_ascii_and_lower_case(name: str) -> None:
    assert speaker_id(name).isascii()
    assert speaker_id(name) == speaker_id(name).lower()


@given(st.text(ALPHABET, max_size=40) | st.text("abjrmsthe. -,'", max_size=20))
def test_an_id_is_its_own_id(name: str) -> None:
    assert speaker_id(speaker_id(name)) == speaker_id(name)


@given(st.text(ALPHABET.filter(str.isalnum), min_size=1, max_size=20))
@example("\ufe70")  # a letter that is a mark and a space once it is taken apart
def test_a_name_with_letters_has_an_id(name: str) -> None:
    assert speaker_id(name)


def test_words_are_those_of_the_id() -> None:
    assert normal_words("Sen. Jane Q. Doe") == ("jane", "doe")


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Mr. Doe", "Doe"),
        ("Prime Minister Jane Doe", "Jane Doe"),
        ("Dr Jane Doe, Jr.", "Jane Doe, Jr."),
        ("the late President Doe", "Doe"),
        ("Jane Major", "Jane Major"),
        ("Prince Harry", "Prince Harry"),
        ("Major John Doe", "John Doe"),
        ("President", "President"),
        ("Jane Doe, Minister", "Jane Doe, Minister"),
    ],
)
def test_titles_are_dropped_from_the_front_only(name: str, rest: str) -> None:
    assert without_titles(name) == rest


def test_no_spelling_leads_to_another() -> None:
    always = {row["spelling"] for row in table("spellings") if not row["only_with"]}
    assert [row for row in table("spellings") if row["normal"] in always] == []


def test_a_spelling_stands_beside_a_normal_word() -> None:
    spellings = {row["spelling"] for row in table("spellings") if not row["only_with"]}
    assert [row for row in table("spellings") if row["only_with"] in spellings] == []
