"""Mistakes are shown with the two values and the words that they were read from."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

import pytest

from evaluation.errors import Mistake, field_mistakes, main, shown, value, who_mistakes
from evaluation.fields import FIELDS
from evaluation.onrecord_gold import Judged
from evaluation.seer import Said
from evaluation.statements import Stmt
from evaluation.words import Offsets
from onrecord.records import Article, Reading, Span, Speaker, Statement

TEXT = "Ann said rain would fall. She added that it may not."


def at(phrase: str) -> tuple[Offsets, ...]:
    """Where the phrase first stands in the text."""
    start = TEXT.index(phrase)
    return ((start, start + len(phrase)),)


FIRST = Stmt(source=at("Ann"), cue=at("said"), content=at("rain would fall"), speakers=("Ann Oro",))
SECOND = Stmt(source=at("She"), cue=at("added"), content=at("that it may not"), speakers=("Ann Oro",))


def test_only_pairs_with_the_field_wrong_are_shown() -> None:
    judged = Judged(TEXT, [FIRST, SECOND], [FIRST, replace(SECOND, speakers=("Eve Finn",))])
    assert list(field_mistakes("a1", judged, "speaker")) == [
        Mistake(
            article="a1", gold="Ann Oro", predicted="Eve Finn", cue="added", source="She", content="that it may not"
        )
    ]


def test_mistakes_come_in_the_order_of_the_text() -> None:
    judged = Judged(TEXT, [SECOND, FIRST], [replace(SECOND, speakers=()), replace(FIRST, speakers=())])
    assert [mistake.source for mistake in field_mistakes("a1", judged, "speaker")] == ["Ann", "She"]


def test_the_day_of_publication_counts() -> None:
    day = date(2020, 1, 2)
    judged = Judged(TEXT, [replace(FIRST, said_on=(day, day))], [FIRST], day)
    assert list(field_mistakes("a1", judged, "said_on")) == []


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("source", "Ann"),
        ("speaker", "Ann Oro"),
        ("speaker kind", ""),
        ("chain", "Bob Kelp > Ann Oro"),
        ("chain, nested", "Bob Kelp > Ann Oro"),
        ("said_on", "2020-01-01 > 2020-01-31"),
    ],
)
def test_a_value_is_shown_in_words(field: str, words: str) -> None:
    stmt = replace(FIRST, chain=("Bob Kelp", "Ann Oro"), said_on=(date(2020, 1, 1), date(2020, 1, 31)))
    assert value(stmt, field, TEXT) == words


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_has_a_value(field: str) -> None:
    assert isinstance(value(FIRST, field, TEXT), str)


def test_wrong_speakers_of_claims_are_shown_from_both_sides() -> None:
    bob = Speaker(id="bob-kelp", name="Bob Kelp", kind="person", how="named", mentions=())
    stmt = Statement(
        id=1,
        parent=None,
        cue=(),
        source=(Span(0, 2),),
        content=(Span(3, 13),),
        text="rain falls",
        source_text="He",
        form="indirect",
        medium="said",
        confidence=1.0,
        speakers=(bob,),
    )
    reading = Reading(article=Article(id="a1", text="He: rain falls"), statements=(stmt,), attributed_share=1.0)
    found = list(who_mistakes("a1", [Said("Ann Oro", "rain falls here")], reading))
    assert [(one.gold, one.predicted, one.source, one.content) for one in found] == [
        ("Ann Oro", "Bob Kelp", "He", "rain falls"),
        ("Ann Oro", "Bob Kelp", "", "rain falls here"),
    ]


def test_a_mistake_is_four_lines_and_its_content_is_cut() -> None:
    lines = shown(Mistake(article="a1", gold="x", predicted="", source="Ann", content="rain " * 50)).splitlines()
    assert lines[:3] == ["a1", "  gold       x", "  predicted  "]
    assert lines[3].startswith("  Ann | rain")
    assert lines[3].endswith("…")


@pytest.mark.parametrize("words", [["who", "--set", "dev"], ["speaker", "--set", "seer"]], ids=["who", "speaker"])
def test_a_field_is_refused_on_a_set_that_lacks_it(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["errors", *words])
    with pytest.raises(SystemExit, match="2"):
        main()
    assert f"cannot show {words[0]} on {words[2]}" in capsys.readouterr().err
