"""States that an article names and the tables do not know."""

from __future__ import annotations

import pytest

from onrecord.reading.states import as_places, states_in
from tests.reading.mention_builders import told
from tests.reading.people_builders import DAY

KNOWN = {
    "by its minister": ("[Norvia]'s foreign minister left.", {"Norvia": "Norvia"}),
    "by its navy": ("[Estmark]’s navy sailed.", {"Estmark": "Estmark"}),
    "behind its minister": ("Prime Minister [Mara Voss] of [Estmark] left.", {"Estmark": "Estmark"}),
    "behind its president": ("President [Mara Voss] of [Estmark] left.", {"Estmark": "Estmark"}),
    "by its ports": ("[Estmark] will close its ports today.", {"Estmark": "Estmark"}),
    "by its minister in the next sentence": (
        "The ban by [Estmark] is near. Its trade minister left.",
        {"Estmark": "Estmark"},
    ),
    "by its adjective": ("[Norvia] met the [Norvian] boats.", {"Norvia": "Norvia", "Norvian": "Norvia"}),
    "by its people": ("[Norvia] fed two [Norvians].", {"Norvia": "Norvia", "Norvians": "Norvia"}),
    "by its adjective alone": ("The [Norvian] embassy shut.", {"Norvia": "Norvia", "Norvian": "Norvia"}),
    "by the look of its name, beside another": (
        "[Norvia]'s navy sailed. [Varland] asked why.",
        {"Norvia": "Norvia", "Varland": "Varland"},
    ),
    "misspelt": ("[Romaina]'s foreign minister left.", {"Romaina": "Romania"}),
}


@pytest.mark.parametrize(("marked", "expected"), KNOWN.values(), ids=KNOWN)
def test_a_name_is_a_states(marked: str, expected: dict[str, str]) -> None:
    one = told(marked)
    assert {words: known.party for words, known in states_in(one.text, one.found).words.items()} == expected


NONE = {
    "a person's": "[Mara Dorn] left. [Dorn]'s foreign minister stayed.",
    "a person's behind a title": "President [Dorn] left. [Dorn]'s foreign minister stayed.",
    "a country in the tables": "[Poland]'s foreign minister left.",
    "whoever holds an office": "[Biden]'s foreign minister left.",
    "a university's": "President [Mara Voss] of [organisation: Estmark] left.",
    "a company's": "[organisation: Estmark] will close its ports today.",
    "what anybody has": "[Estmark]'s president left.",
    "a day": "Monday's army parade was long.",
    "the look of a name alone": "[Norvia] asked why.",
    "a faith": "The Christian ministers met Christian diplomats.",
}


@pytest.mark.parametrize("marked", NONE.values(), ids=NONE)
def test_a_name_is_no_states(marked: str) -> None:
    one = told(marked)
    assert not states_in(one.text, one.found, day=DAY).words


def test_the_names_of_a_phrase_stand_in_order_with_those_of_the_tables() -> None:
    known = states_in("Norvia's navy met the Norvian envoy.", []).known
    assert [(one.words, one.party, one.kind) for one in known("a Polish and a Norvian envoy to Norvia")] == [
        ("Polish", "Poland", "adjective"),
        ("Norvian", "Norvia", "adjective"),
        ("Norvia", "Norvia", "country"),
    ]


def test_a_part_of_a_word_is_no_state() -> None:
    assert states_in("Norvia's navy sailed.", []).known("Norviac and pro-Norvia") == []


def test_a_state_is_a_place_whatever_the_tags_say() -> None:
    one = told("[Norvia]'s navy sailed.")
    states = states_in(one.text, one.found)
    assert [(mention.type) for mention in as_places(one.found, one.text, states)] == ["place"]
