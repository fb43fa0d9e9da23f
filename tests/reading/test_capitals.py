"""Names begin and end by their capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.capitals import is_echo, name_at, name_at_end, names_a_body, names_in, person_behind
from onrecord.records import Span


def place(text: str, phrase: str) -> Span:
    """Where a phrase first stands in a text."""
    start = text.index(phrase)
    return Span(start, start + len(phrase))


def whole(text: str) -> Span:
    """The span of a whole text."""
    return Span(0, len(text))


PEOPLE = {
    "the surname alone was seen": ("the envoy Mara Voss left", "Voss", "Mara Voss"),
    "the given name alone was seen": ("the envoy Mara Voss left", "Mara", "Mara Voss"),
    "behind a title": ("President Mara Voss left", "Mara", "Mara Voss"),
    "behind a title that was seen with it": ("President Mara Voss left", "President Mara Voss", "Mara Voss"),
    "behind a people": ("Polish Mara Voss left", "Voss", "Mara Voss"),
    "with an initial": ("then Mara J. Voss left", "Voss", "Mara J. Voss"),
    "with particles": ("Tolo van der Brand left", "Tolo", "Tolo van der Brand"),
    "with a hyphen": ("Mara Voss-Brand left", "Mara", "Mara Voss-Brand"),
    "before a possessive ending": ("then Mara Voss’s aide left", "Voss", "Mara Voss"),
    "behind another's possessive ending": ("Brand’s Mara left", "Mara", "Mara"),
    "before a full stop": ("It was Voss. Brand left", "Voss", "Voss"),
    "across a line break": ("It was Voss\nBrand left", "Voss", "Voss"),
    "before and": ("Voss and Brand left", "Voss", "Voss"),
    "behind the first word of a sentence": ("It rained. However Voss left", "Voss", "Voss"),
    "a title alone": ("the President left", "President", None),
    "a word without a capital": ("the aide left", "aide", None),
    "a pronoun": ("She left", "She", None),
}


@pytest.mark.parametrize(("text", "seen", "name"), PEOPLE.values(), ids=PEOPLE)
def test_a_persons_name_goes_from_its_first_capital_to_its_last(text: str, seen: str, name: str | None) -> None:
    found = name_at(text, place(text, seen), person=True)
    assert (found.of(text) if found else None) == name


ECHOED = {
    "a page's note": ("Anna Voss Voss AnnaPresident of Norvia: Thank you.", "Anna Voss"),
    "two given names": ("Anna Mary Voss Voss Anna MaryPresident: Thank you.", "Anna Mary Voss"),
    "a place of two alike": ("Anna Voss Voss Hall left.", "Anna Voss Voss Hall"),
    "a name of two alike": ("Voss Voss left.", "Voss Voss"),
}


@pytest.mark.parametrize(("text", "name"), ECHOED.values(), ids=ECHOED)
def test_a_name_is_told_once(text: str, name: str) -> None:
    span = name_at(text, Span(0, 4), person=True)
    assert span is not None
    assert span.of(text) == name


ECHOES = {
    "the other way round": ("Anna Voss Voss AnnaPresident", (10, 28), True),
    "somebody else": ("Anna Voss Voss PeterPresident", (10, 29), False),
    "farther off": ("Anna Voss met Voss Anna", (14, 23), False),
}


@pytest.mark.parametrize(("text", "later", "expected"), ECHOES.values(), ids=ECHOES)
def test_a_name_that_only_echoes_the_one_before(text: str, later: tuple[int, int], *, expected: bool) -> None:
    assert is_echo(text, Span(*later), Span(0, 9)) == expected


BODIES = {
    "over small words": ("the Ministry of Ports and Ships left", "Ministry", "Ministry of Ports and Ships"),
    "its end alone was seen": ("the Ministry of Ports left", "Ports", "Ministry of Ports"),
    "with its country": ("the Polish Harbour Council left", "Council", "Polish Harbour Council"),
    "without its article": ("The Harbour Council left", "The Harbour Council", "Harbour Council"),
    "before a possessive ending": ("the Harbour Council’s aide left", "Council", "Harbour Council"),
    "an abbreviation": ("the U.S. left", "U.S.", "U.S."),
    "a joint that leads to no capital": ("the Council of the city left", "Council", "Council"),
    "a guild of many": ("the Fishermen's Guild left", "Guild", "Fishermen's Guild"),
    "a party of the people": ("the People’s Party left", "People", "People’s Party"),
    "a country's guild": ("then Norvia's Guild left", "Guild", "Guild"),
    "two countries": ("Poland and Norvia left", "Poland", "Poland"),
    "two words of a shouted headline": ("NORVIA LEAVES", "NORVIA", "NORVIA"),
}


@pytest.mark.parametrize(("text", "seen", "name"), BODIES.values(), ids=BODIES)
def test_a_bodys_name_is_joined_by_small_words(text: str, seen: str, name: str) -> None:
    found = name_at(text, place(text, seen), person=False)
    assert found is not None
    assert found.of(text) == name


WITHIN = {
    "behind a trade": ("scientist Mara Voss", ["Mara Voss"]),
    "behind a title with a body": ("Norvia’s minister Mara Voss", ["Mara Voss"]),
    "two of them": ("editor Mara Voss and reporter Tolo Brand", ["Mara Voss", "Tolo Brand"]),
    "a surname alone": ("scientist Voss", []),
    "a body": ("director of the Harbour Council", []),
    "no name": ("a senior aide", []),
}


@pytest.mark.parametrize(("phrase", "names"), WITHIN.values(), ids=WITHIN)
def test_full_names_are_found_behind_what_leads_to_them(phrase: str, names: list[str]) -> None:
    assert [name.of(phrase) for name in names_in(phrase, whole(phrase))] == names


ENDING = {
    "behind a title": ("Foreign Minister Mara Voss", "Mara Voss"),
    "behind an office and its field": ("Deputy Minister of Foreign Affairs Mara Voss", "Mara Voss"),
    "behind a country": ("the envoy of Poland Mara Voss", "Mara Voss"),
    "with particles": ("Press Secretary Tolo van der Brand", "Tolo van der Brand"),
    "a surname alone": ("Foreign Minister Voss", None),
    "a name alone": ("Mara Voss", None),
    "a body at the end": ("chairman of the Harbour Council", None),
}


@pytest.mark.parametrize(("phrase", "name"), ENDING.values(), ids=ENDING)
def test_a_phrase_may_end_with_a_persons_name(phrase: str, name: str | None) -> None:
    found = name_at_end(phrase, whole(phrase))
    assert (found.of(phrase) if found else None) == name


BEHIND = {
    "a country": ("Poland Mara Voss", "Mara Voss"),
    "a country and a surname": ("Poland Voss", None),
    "a country alone": ("Poland", None),
    "a country and a body": ("Poland Harbour Council", None),
    "a person alone": ("Mara Voss", None),
    "a body of a country": ("Foreign Affairs of Poland Anna Voss", "Anna Voss"),
    "a body of a country, and no given name": ("Foreign Affairs of Poland Tolo Voss", None),
}


@pytest.mark.parametrize(("name", "person"), BEHIND.values(), ids=BEHIND)
def test_a_person_may_stand_behind_a_country(name: str, person: str | None) -> None:
    found = person_behind(name, whole(name))
    assert (found.of(name) if found else None) == person


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Harbour Council", True), ("MINISTRY of Ports", True), ("Mara Voss", False), ("Norvia", False), ("", False)],
)
def test_a_word_tells_that_a_name_is_a_bodys(name: str, expected: bool) -> None:
    assert names_a_body(name) is expected


WORDS = ("Mara", "Voss", "J.", "van", "of", "the", "President", "Polish", "Poland’s", "Ministry", "she", ".", "“", "\n")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=15), st.integers(0), st.booleans())
def test_a_name_begins_with_a_capital_and_is_short(words: list[str], number: int, person: bool) -> None:
    text = " ".join(words)
    start = sum(len(word) + 1 for word in words[: number % len(words)])
    name = name_at(text, Span(start, start + len(words[number % len(words)])), person=person)
    assert name is None or (name.of(text)[0].isupper() and "\n" not in name.of(text))
