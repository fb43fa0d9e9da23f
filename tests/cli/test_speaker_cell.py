"""A cell says who speaks, for whom, through whom, and how we know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.cli.speaker_cell import SpeakerCells
from onrecord.records import Span, Speaker, Statement

DAY = date(2031, 4, 1)
VOSS = Speaker(
    id="mara-voss", name="Mara Voss", kind="person", role="Foreign Minister", party="Norvia", how="named", mentions=()
)
SHE = replace(VOSS, how='same as "Voss"')
BRAND = Speaker(id="tolo-brand", name="Tolo Brand", kind="person", party="Estmark", how="named", mentions=())
PRESIDENT = replace(BRAND, role="president", how=f"held the office on {DAY}")
COUNCIL = Speaker(
    id="harbour-council", name="Harbour Council", kind="organisation", party="Norvia", how="named", mentions=()
)
NORVIA = Speaker(id="norvia", name="Norvia", kind="organisation", party="Norvia", how="named", mentions=())
PILOTS = Speaker(id="pilots", name="pilots of the port", kind="group", how="not named", mentions=())
DIPLOMAT = Speaker(id="diplomat", name="diplomat", kind="unnamed", how="not named", mentions=())


def said(source: str, *speakers: Speaker, chain: tuple[str, ...] | None = None) -> Statement:
    """A statement of these speakers, who are called so."""
    return Statement(
        id=1,
        parent=None,
        cue=(),
        source=(),
        content=(Span(0, 1),),
        text="x",
        source_text=source,
        form="indirect",
        medium="said",
        confidence=0.9,
        speakers=speakers,
        chain=chain if chain is not None else tuple(one.name for one in speakers[:1]),
    )


def lines(*stmts: Statement, nested: bool = False) -> list[str]:
    """The lines of the last statement's cell, in a table of them all."""
    cells = SpeakerCells()
    return [cells.cell(stmt, nested=nested).plain for stmt in stmts][-1].split("\n")


@pytest.mark.parametrize(
    ("stmt", "shown"),
    [
        pytest.param(said("Mara Voss", BRAND), ["Tolo Brand (Estmark)", "as “Mara Voss”"], id="words that differ"),
        pytest.param(said("Tolo Brand", BRAND), ["Tolo Brand (Estmark)"], id="the name alone"),
        pytest.param(said("Norvia", NORVIA), ["Norvia", "organisation"], id="its own party"),
        pytest.param(
            said("the Harbour Council", COUNCIL),
            ["Harbour Council (Norvia)", "organisation"],
            id="only an article more",
        ),
        pytest.param(
            said("Foreign Minister Mara Voss", VOSS), ["Mara Voss (Norvia)", "Foreign Minister"], id="role and name"
        ),
        pytest.param(
            said("Mara Voss, the Foreign Minister", VOSS),
            ["Mara Voss (Norvia)", "Foreign Minister"],
            id="name and role",
        ),
        pytest.param(
            said("Foreign Minister Mara Voss of Norvia", VOSS),
            ["Mara Voss (Norvia)", "as “Foreign Minister Mara Voss of Norvia”"],
            id="a role among more words",
        ),
        pytest.param(
            said("she", SHE), ["Mara Voss (Norvia)", "Foreign Minister", 'as “she”, same as "Voss"'], id="a pronoun"
        ),
        pytest.param(
            said("the president", PRESIDENT),
            ["Tolo Brand (Estmark)", "as “the president”, held the office on 2031-04-01"],
            id="an office",
        ),
        pytest.param(said("a diplomat", DIPLOMAT), ["diplomat", "not named"], id="unnamed"),
        pytest.param(
            said("Two pilots", PILOTS), ["pilots of the port", "group", "as “Two pilots”, not named"], id="a group"
        ),
        pytest.param(said("", BRAND), ["Tolo Brand (Estmark)", "no source here"], id="no source"),
        pytest.param(said(""), ["(unnamed)"], id="nobody"),
        pytest.param(said("it"), ["(unnamed)", "as “it”"], id="nobody who is known"),
    ],
)
def test_a_cell_says_no_more_than_is_new(stmt: Statement, shown: list[str]) -> None:
    assert lines(stmt) == shown


def test_several_speakers_are_joined() -> None:
    assert lines(said("Mara Voss and Tolo Brand", replace(VOSS, role=None), BRAND)) == [
        "Mara Voss (Norvia) and Tolo Brand (Estmark)"
    ]


def test_facts_of_several_speakers_say_whose_they_are() -> None:
    assert lines(said("they", SHE, PRESIDENT))[1:] == [
        "Mara Voss: Foreign Minister",
        "Tolo Brand: president",
        'as “they”, Mara Voss: same as "Voss", Tolo Brand: held the office on 2031-04-01',
    ]


@pytest.mark.parametrize(
    ("stmt", "nested", "first"),
    [
        (said("Tolo Brand", BRAND, chain=("Mara Voss", "Tolo Brand")), True, "↳ Mara Voss > Tolo Brand (Estmark)"),
        (said("Tolo Brand", BRAND, chain=("Wire", "Tolo Brand")), False, "Wire > Tolo Brand (Estmark)"),
        (said("", chain=("Wire", "Mara Voss")), True, "↳ Wire > Mara Voss > (unnamed)"),
        (said("Tolo Brand", BRAND, chain=()), True, "↳ Tolo Brand (Estmark)"),
    ],
    ids=["nested", "an agency relays", "nobody in another's content", "no chain"],
)
def test_those_whom_it_comes_through_stand_before_the_name(stmt: Statement, *, nested: bool, first: str) -> None:
    assert lines(stmt, nested=nested)[0] == first


def test_a_role_is_shown_once_for_rows_that_follow() -> None:
    assert "Foreign Minister" not in lines(said("she", SHE), said("Tolo Brand", BRAND), said("she", SHE))


def test_another_role_is_shown_and_the_first_again_after_it() -> None:
    chair = replace(SHE, role="chair")
    assert "chair" in lines(said("she", SHE), said("she", chair))
    assert "Foreign Minister" in lines(said("she", SHE), said("she", chair), said("she", SHE))


def test_a_role_that_the_words_tell_counts_as_shown() -> None:
    assert lines(said("Foreign Minister Mara Voss of Norvia", VOSS), said("she", SHE))[1:] == [
        'as “she”, same as "Voss"'
    ]


def test_the_name_alone_is_bold() -> None:
    cell = SpeakerCells().cell(said("Tolo Brand", BRAND), nested=False)
    assert [cell.plain[span.start : span.end] for span in cell.spans if span.style == "bold"] == ["Tolo Brand"]
