"""A reading leaves as the JSON that the issue promises."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.exports import json_line, reading_to_dict
from onrecord.records import Article, Reading, SaidOn, Span, Speaker, Statement

TEXT = "ESTMARK – “The pact,” said Mara Voss 🕊, “is dead.”"
VOSS = Speaker(
    id="mara-voss",
    name="Mara Voss",
    kind="person",
    role="chair of the Harbour Council",
    party="Norvia",
    how="named",
    mentions=(Span(27, 36),),
)
CREW = Speaker(id="crew", name="crew", kind="group", how="not named", mentions=())
WEEK = SaidOn(first=date(2031, 3, 31), last=date(2031, 4, 6), text="this week", how="carried")
STMT = Statement(
    id=1,
    parent=None,
    cue=(Span(22, 26),),
    source=(Span(27, 36),),
    content=(Span(10, 21), Span(40, 50)),
    text="“The pact,” … “is dead.”",
    source_text="Mara Voss",
    form="direct",
    medium="said",
    confidence=0.97,
)
ARTICLE = Article(id="pact", text=TEXT, published=date(2031, 4, 1), place="Estmark", outlet="Norvia Today")
READING = Reading(article=ARTICLE, statements=(STMT,), attributed_share=0.5)


def test_the_fields_come_in_the_promised_order() -> None:
    seen = reading_to_dict(READING)
    assert list(seen) == ["article", "statements", "attributed_share"]
    assert list(seen["article"]) == ["id", "title", "outlet", "published", "place", "url", "length"]
    assert " ".join(seen["statements"][0]) == (
        "id parent cue source content text source_text speaker speakers chain form medium act act_confidence polarity "
        "certainty conditions addressee said_on confidence"
    )


def test_what_is_not_known_is_null_and_days_are_iso() -> None:
    article = reading_to_dict(READING)["article"]
    assert (article["title"], article["url"], article["published"]) == (None, None, "2031-04-01")


def test_offsets_are_pairs_that_slice_the_text() -> None:
    stmt = reading_to_dict(READING)["statements"][0]
    assert " … ".join(TEXT[start:end] for start, end in stmt["content"]) == stmt["text"]


def spoken(*speakers: Speaker, chain: tuple[str, ...] = (), said_on: SaidOn | None = None) -> dict[str, Any]:
    """A statement as JSON has it, with these speakers."""
    stmt = replace(STMT, speakers=speakers, chain=chain, said_on=said_on)
    statements: list[dict[str, Any]] = reading_to_dict(replace(READING, statements=(stmt,)))["statements"]
    return statements[0]


def test_a_speaker_is_told_in_full() -> None:
    assert spoken(VOSS)["speaker"] == {
        "id": "mara-voss",
        "name": "Mara Voss",
        "kind": "person",
        "role": "chair of the Harbour Council",
        "party": "Norvia",
        "how": "named",
        "mentions": [[27, 36]],
    }


def test_the_speaker_is_the_first_of_the_speakers() -> None:
    stmt = spoken(VOSS, CREW)
    assert [one["id"] for one in stmt["speakers"]] == ["mara-voss", "crew"]
    assert stmt["speaker"] == stmt["speakers"][0]


def test_a_role_or_party_that_is_not_known_is_null() -> None:
    assert (spoken(CREW)["speaker"]["role"], spoken(CREW)["speaker"]["party"]) == (None, None)


def test_a_statement_of_nobody_has_no_speaker_no_chain_and_no_day() -> None:
    stmt = spoken()
    assert (stmt["speaker"], stmt["speakers"], stmt["chain"], stmt["said_on"]) == (None, [], [], None)


def test_the_chain_is_a_list_of_names() -> None:
    assert spoken(VOSS, chain=("Meridian Wire", "Mara Voss"))["chain"] == ["Meridian Wire", "Mara Voss"]


def test_the_days_are_iso_and_both_ends_are_there() -> None:
    assert spoken(VOSS, said_on=WEEK)["said_on"] == {
        "from": "2031-03-31",
        "to": "2031-04-06",
        "text": "this week",
        "how": "carried",
    }


def test_length_counts_code_points() -> None:
    assert reading_to_dict(READING)["article"]["length"] == len(TEXT)


def test_the_line_is_readable_utf_8() -> None:
    assert "“The pact,” … “is dead.”".encode() in json_line(READING)
    assert json.loads(json_line(READING)) == reading_to_dict(READING)


@pytest.mark.parametrize("char", ["\n", "\r", "\x85", "\u2028", "\u2029", "\x1e"])
def test_no_character_of_an_article_breaks_the_line(char: str) -> None:
    reading = replace(READING, statements=(replace(STMT, text=f"a{char}b"),))
    line = json_line(reading)
    assert len(line.decode().splitlines()) == 1
    assert json.loads(line)["statements"][0]["text"] == f"a{char}b"


def test_a_file_name_that_is_no_utf_8_still_gives_valid_json() -> None:
    reading = replace(READING, article=replace(ARTICLE, id="caf\udce9.txt"))
    assert json.loads(json_line(reading))["article"]["id"] == "caf?.txt"
