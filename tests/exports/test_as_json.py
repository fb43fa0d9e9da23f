"""A reading leaves as the JSON that the issue promises."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from onrecord.exports import json_line, reading_to_dict
from onrecord.records import Article, Reading, Span, Statement

TEXT = "ESTMARK – “The pact,” said Mara Voss 🕊, “is dead.”"
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
    assert " ".join(seen["statements"][0]) == "id parent cue source content text source_text form medium confidence"


def test_what_is_not_known_is_null_and_days_are_iso() -> None:
    article = reading_to_dict(READING)["article"]
    assert (article["title"], article["url"], article["published"]) == (None, None, "2031-04-01")


def test_offsets_are_pairs_that_slice_the_text() -> None:
    stmt = reading_to_dict(READING)["statements"][0]
    assert " … ".join(TEXT[start:end] for start, end in stmt["content"]) == stmt["text"]


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
