"""Person, number, kind and gender rule out who a mention cannot mean."""

from __future__ import annotations

import pytest

from onrecord.reading.agreement import compatible, gender_of, is_plural, person_of
from tests.reading.mention_builders import told

PERSONS = {"his": "he", "Her": "she", "ourselves": "we", "it": "it", "I’m": "i", "she's": "she", "who": "who"}


@pytest.mark.parametrize(("pronoun", "person"), PERSONS.items(), ids=PERSONS)
def test_every_form_of_a_pronoun_is_one_person(pronoun: str, person: str) -> None:
    assert person_of(pronoun) == person


PAIRS = {
    "his after he": ("[he] and [his]", True),
    "they after he": ("[he] and [they]", False),
    "she after a person": ("[Mara Voss] and [she]", True),
    "she after a place": ("[place: Norvia] and [she]", False),
    "he after a noun": ("[the minister] and [he]", True),
    "he after more than one": ("[ministers] and [he]", False),
    "he after a body": ("[organisation: the union] and [he]", False),
    "it after a body": ("[organisation: Harbour Council] and [it]", True),
    "it after a country": ("[place: Norvia] and [it]", True),
    "it after a person's role": ("the [minister] and [it]", False),
    "it after a person's name": ("[Mara Voss] and [it]", False),
    "they after a body": ("[organisation: Harbour Council] and [they]", True),
    "they after more than one": ("[ministers] and [they]", True),
    "a noun after he": ("[he] and [the minister]", True),
    "more than one after he": ("[he] and [ministers]", False),
    "more than one after they": ("[they] and [ministers]", True),
    "a noun after a person": ("[Mara Voss] and [the minister]", True),
    "more than one after a person": ("[Mara Voss] and [ministers]", False),
    "more than one after a body": ("[organisation: Harbour Council] and [officials]", True),
}


@pytest.mark.parametrize(("marked", "expected"), PAIRS.values(), ids=PAIRS)
def test_what_a_mention_can_mean(marked: str, expected: bool) -> None:
    one = told(marked)
    assert compatible(one.found[1], one.found[0], one.text) is expected


GENDERS = {
    "he": ("[he]", "m"),
    "her": ("[Her]", "f"),
    "they": ("[they]", None),
    "a woman's given name": ("[Anna Voss]", "f"),
    "a man's given name": ("[Peter Brand]", "m"),
    "a surname alone": ("[Brand]", None),
    "a surname behind Mr": ("then Mr [Brand]", "m"),
    "a surname behind Mr and a hard blank": ("then Mr\u00a0[Brand]", "m"),
    "a surname on the line after a title": ("then the King\n[Voss]", None),
    "a surname behind Ms.": ("then Ms. [Voss]", "f"),
    "a surname behind Mrs at the start": ("Mrs [Voss]", "f"),
    "a surname behind a title that tells nothing": ("then Minister [Voss]", None),
    "a title of somebody before": ("Mr Brand met [Voss]", None),
    "a spokeswoman": ("the [spokeswoman]", "f"),
    "a spokesman": ("the [spokesman]", None),
    "a body with a given name": ("[organisation: Anna Council]", None),
}


@pytest.mark.parametrize(("marked", "gender"), GENDERS.values(), ids=GENDERS)
def test_a_mention_tells_its_gender(marked: str, gender: str | None) -> None:
    one = told(marked)
    assert gender_of(one.found[0], one.text) == gender


PLURALS = {
    "officials": True,
    "People": True,
    "women": True,
    "police": True,
    "official": False,
    "boss": False,
    "status": False,
    "Norvia's": False,
    "": False,
}


@pytest.mark.parametrize(("noun", "expected"), PLURALS.items(), ids=PLURALS)
def test_an_ending_tells_more_than_one(noun: str, expected: bool) -> None:
    assert is_plural(noun) is expected
