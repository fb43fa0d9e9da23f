"""Speakers whom nobody names, in the article's own words."""

from __future__ import annotations

import pytest

from tests.reading.people_builders import DAY, who

NAMES = {
    "officials": ("officials", "officials"),
    "an aide": ("a senior [aide|1d]", "senior aide"),
    "people familiar with the matter": ("people familiar with the matter", "people familiar with the matter"),
    "a source": ("One source familiar with the talks", "source familiar with the talks"),
    "without a clause": ("a senior [aide|1d] who asked not to be named", "senior aide"),
    "without a condition": ("the [officials|1d], speaking on condition of anonymity,", "officials"),
    "with whose it is": ("[Voss|1n]’s [lawyer|2d]", "Voss’s lawyer"),
    "with for whom it is": ("a [spokesman|2d] for President [Voss|1n]", "spokesman for President Voss"),
    "without a pronoun": ("his [lawyer|2d]", "lawyer"),
    "a ministry": ("the ministry", "ministry"),
    "the first words of a sentence are given": ("two envoys", "two envoys"),
    "whose report it is": ("a report by the harbour [watchdog|1d]", "harbour watchdog"),
}


@pytest.mark.parametrize(("source", "expected"), NAMES.values(), ids=NAMES)
def test_an_unnamed_speaker_is_described(source: str, expected: str) -> None:
    speaker = who(f"Later <s1 {source}> <c1 said> <t1 it rains>.")
    assert (speaker.name, speaker.how) == (expected, "not named")


KINDS = {
    "officials": ("officials", "unnamed"),
    "Ukrainian officials": ("Ukrainian officials", "unnamed"),
    "an aide": ("a senior [aide|1d]", "unnamed"),
    "people": ("people familiar with the matter", "unnamed"),
    "a spokesman": ("a [spokesman|2d] for President [Voss|1n]", "unnamed"),
    "protesters": ("Norvian protesters", "group"),
    "a ministry": ("the ministry", "organisation"),
    "a council": ("the council", "organisation"),
}


@pytest.mark.parametrize(("source", "expected"), KINDS.values(), ids=KINDS)
def test_the_kind_of_an_unnamed_speaker(source: str, expected: str) -> None:
    assert who(f"Later <s1 {source}> <c1 said> <t1 it rains>.").kind == expected


PARTIES = {
    "a nationality": ("Ukrainian officials", "Ukraine"),
    "a metonym": ("a White House [aide|1d]", "United States"),
    "an envoy": ("the French ambassador to Poland", "France"),
    "whose spokesman it is": ("French President [Mara Voss|1n]’s [spokesman|2d]", "France"),
    "whose administration it is": ("the [Biden|1n] administration", "United States"),
    "an abbreviation that nobody knows": ("senior QZX officials", None),
    "no longer": ("a former Ukrainian official", None),
    "nothing": ("a senior [aide|1d]", None),
}


@pytest.mark.parametrize(("source", "expected"), PARTIES.values(), ids=PARTIES)
def test_the_party_of_an_unnamed_speaker(source: str, expected: str | None) -> None:
    assert who(f"Later <s1 {source}> <c1 said> <t1 it rains>.", day=DAY).party == expected


def test_a_pronoun_is_described_by_what_it_stands_for() -> None:
    speaker = who("A senior [aide|1d] came. <s1 [He|1p]> <c1 said> <t1 it rains>.")
    assert (speaker.name, speaker.kind, speaker.how) == ("senior aide", "unnamed", "not named")


CAPITALS = {
    "a noun that stands in small letters elsewhere": (
        "The government met. <s1 Government sources>",
        "government sources",
    ),
    "a number": ("It rained. <s1 Two diplomats>", "two diplomats"),
    "a role": ("It rained. <s1 Officials in the port>", "officials in the port"),
    "a country": ("It rained. <s1 Polish officials>", "Polish officials"),
    "a name": ("It rained. <s1 Harbour officials>", "Harbour officials"),
    "not at the beginning": ("Later <s1 Government sources> of the government", "Government sources"),
}


@pytest.mark.parametrize(("words", "expected"), CAPITALS.values(), ids=CAPITALS)
def test_a_description_loses_the_capital_of_its_sentence(words: str, expected: str) -> None:
    assert who(f"{words} <c1 said> <t1 it rains>.").name == expected


def test_an_official_of_a_body_speaks_for_it() -> None:
    words = "The [League of Dun Ports|1no] met. <s1 A [League of Dun Ports|1no] [official|2d]> <c1 said> <t1 so>."
    assert who(words).party == "League of Dun Ports"


def test_an_embassy_is_of_another_state_than_the_articles_officials() -> None:
    before = (
        "Estmark's navy met Estmark's army.\nNorvia's navy sailed.\nNorvia is ready, President [Mara Voss|1n] said."
    )
    officials, embassy = (who(f"{before}\n<s1 {words}> <c1 said> <t1 so>.") for words in ("officials", "the embassy"))
    assert (officials.party, embassy.party) == ("Norvia", None)


def test_the_same_description_has_the_same_id() -> None:
    one, other = (who(f"Later <s1 {words}> <c1 said> <t1 it rains>.").id for words in ("a senior aide", "senior aide"))
    assert one == other


def test_a_ministry_of_the_articles_country_speaks_for_it() -> None:
    speaker = who("Poland votes. Polish polls open in Warsaw, Poland. <s1 The ministry> <c1 said> <t1 it rains>.")
    assert speaker.party == "Poland"


@pytest.mark.parametrize(
    ("before", "expected"),
    [("The [Ports Ministry|1no] met.", "Ports Ministry spokesman"), ("[Mara Voss|1n] left.", "spokesman")],
    ids=["a ministry", "a person"],
)
def test_a_spokesman_alone_speaks_for_the_body_named_last(before: str, expected: str) -> None:
    assert who(f"{before} <s1 A [spokesman|2d]> <c1 said> <t1 it rains>.").name == expected
