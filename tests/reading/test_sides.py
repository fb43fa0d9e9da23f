"""The state of an official whose office does not tell it."""

from __future__ import annotations

import pytest

from onrecord.reading.sides import home, leads, side_of
from tests.reading.people_builders import cast

SIDES = {
    "by what the state is ready for": ("Norvia is ready to talk, Foreign Minister [Mara Voss|1n] said.", "Norvia"),
    "by what is told": ("Foreign Minister [Mara Voss|1n] said that Norvia would wait.", "Norvia"),
    "by the sentence before": ("Norvia reacted coolly. “No,” Foreign Minister [Mara Voss|1n] said.", "Norvia"),
    "behind the name": ("President [Mara Voss|1n] of Norvia said that Estmark would wait.", "Norvia"),
    "by whom they are met by": ("Norvia's president is to meet Prime Minister [Mara Voss|1n] in Estmark.", "Estmark"),
    "not by what follows": ("Foreign Minister [Mara Voss|1n] slept. Norvia is far.", None),
    "not by another paragraph": ("Norvia is far.\nForeign Minister [Mara Voss|1n] slept.", None),
    "not by the object of what is told": ("Foreign Minister [Mara Voss|1n] told Norvia to wait.", None),
    "not by what a state made": ("Foreign Minister [Mara Voss|1n] left, a step that Norvia would mock.", None),
    "not by a meeting of one state": ("Norvia's president met Prime Minister [Mara Voss|1n].", None),
}
_STATES = " Norvia's navy met Estmark's navy."


@pytest.mark.parametrize(("words", "expected"), SIDES.values(), ids=SIDES)
def test_the_paragraph_tells_the_state(words: str, expected: str | None) -> None:
    assert side_of(cast(f"{words}\n{_STATES}"), 1) == expected


def test_the_article_is_of_the_state_of_its_first_official() -> None:
    words = "Norvia is ready, President [Mara Voss|1n] said.\nDefence Minister [Tolo Brand|2n] left."
    assert home(cast(f"{words}\n{_STATES}")) == "Norvia"


def test_an_official_of_a_state_that_is_told_makes_no_home() -> None:
    assert home(cast(f"Estmark is ready, the Norvian envoy [Mara Voss|1n] said.\n{_STATES}")) is None


HEADS = {"President": True, "Norvian prime minister": True, "president's spokesman": False, "Defence Minister": False}


@pytest.mark.parametrize(("role", "expected"), HEADS.items(), ids=HEADS)
def test_who_leads_a_state(role: str, expected: bool) -> None:
    assert leads(cast(f"The {role}, [Mara Voss|1n], left."), 1) is expected
