"""To whom a demand, threat, offer or accusation is directed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.reading.acts import ACTS
from onrecord.reading.addressees import DIRECTED, addressed
from onrecord.reading.speakers import speakers
from onrecord.records import Act
from tests.reading.people_builders import marked, scene, statements

VOSS = "French President [Mara Voss|1n] met Polish President [Ann Lee|2n]. "


def addressee(words: str, *, act: Act = "demand") -> str | None:
    """To whom the last statement of a marked text is directed."""
    set_up = scene(VOSS + words)
    stmts = [replace(stmt, act=act) for stmt in speakers(set_up, statements(marked(VOSS + words)))]
    return addressed(set_up, stmts)[-1].addressee


DIRECTED_AT = {
    "in the cue": "<s1 [Voss|1n]> <c1 urged Poland> <t1 to open the port>.",
    "behind the cue": "<s1 [Voss|1n]> <c1 urged> Poland <t1 to open the port>.",
    "at the start of the content": "<s1 [Voss|1n]> <c1 said> <t1 Poland must open the port>.",
    "an adjective": "<s1 [Voss|1n]> <c1 urged> the Polish government <t1 to open the port>.",
    "a capital": "<s1 [Voss|1n]> <c1 warned> Warsaw <t1 to open the port>.",
    "a person": "<s1 [Voss|1n]> <c1 urged> [Ann Lee|2n] <t1 to open the port>.",
    "a pronoun": "<s1 [Voss|1n]> <c1 told> [her|2p] <t1 to open the port>.",
    "not the speaker's own": "<s1 [Voss|1n]> <c1 said> <t1 France and Poland must open the port>.",
    "the cue before the content": "<s1 [Voss|1n]> <c1 urged Poland> <t1 to leave Ukraine>.",
    "a description": "<s1 [Voss|1n]> <c1 urged> the Polish president, [Ann Lee|2n], <t1 to open the port>.",
}


@pytest.mark.parametrize("words", DIRECTED_AT.values(), ids=DIRECTED_AT)
def test_an_addressee_is_a_side(words: str) -> None:
    assert addressee(words) == "Poland"


NAMED = {
    "somebody without a side": ("<s1 [Voss|1n]> <c1 urged> [Tolo Brand|3n] <t1 to open the port>.", "Tolo Brand"),
    "a compatriot": (
        "French Minister [Tolo Brand|3n] came. <s1 [Voss|1n]> <c1 blamed> [Brand|3n] <t1 for the storm>.",
        "Tolo Brand",
    ),
    "one of a political party": (
        "Republican [Tolo Brand|3n] came. <s1 [Voss|1n]> <c1 blamed> [Brand|3n] <t1 for the storm>.",
        "Tolo Brand",
    ),
}


@pytest.mark.parametrize(("words", "name"), NAMED.values(), ids=NAMED)
def test_who_speaks_for_no_other_state_is_named(words: str, name: str) -> None:
    assert addressee(words, act="accuse") == name


NOBODY = {
    "nobody is named": "<s1 [Voss|1n]> <c1 said> <t1 the port must open>.",
    "the speaker's own": "<s1 [Voss|1n]> <c1 said> <t1 France needs the port>.",
    "an outlet hears it": "<s1 [Voss|1n]> <c1 told> [CNN|4no] <t1 the port must open>.",
    "a part of a compound": "<s1 [Voss|1n]> <c1 urged> Poland-led talks <t1 to go on>.",
    "far into the content": f"<s1 [Voss|1n]> <c1 said> <t1 the port must open {'so ' * 25} that Poland can sail>.",
    "far behind the cue": f"<s1 [Voss|1n]> <c1 said>, {'so ' * 25} with Poland, <t1 the port must open>.",
}


@pytest.mark.parametrize("words", NOBODY.values(), ids=NOBODY)
def test_there_is_none_where_the_text_does_not_say(words: str) -> None:
    assert addressee(words) is None


def test_whom_one_tells_of_anothers_faults_is_not_blamed() -> None:
    assert addressee("<s1 [Voss|1n]> <c1 told> Poland <t1 that Russia lies>.", act="accuse") == "Russia"
    assert addressee("<s1 [Voss|1n]> <c1 told> Poland <t1 that Russia lies>.", act="demand") == "Poland"


def test_an_outlet_can_be_blamed() -> None:
    assert addressee("<s1 [Voss|1n]> <c1 accused> CNN <t1 of lies>.", act="accuse") is None  # where nobody named it
    assert addressee("<s1 [Voss|1n]> <c1 accused> [CNN|4no] <t1 of lies>.", act="accuse") == "CNN"


@pytest.mark.parametrize("act", ACTS)
def test_only_what_is_directed_has_an_addressee(act: Act) -> None:
    found = addressee("<s1 [Voss|1n]> <c1 urged> Poland <t1 to open the port>.", act=act)
    assert found == ("Poland" if act in DIRECTED else None)


def test_a_quotation_without_a_cue_is_directed_by_its_content() -> None:
    assert addressee("<t1 Poland must open the port>.") == "Poland"
