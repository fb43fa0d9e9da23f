"""Answers as JSON's own types."""

from __future__ import annotations

import json

import pytest

from onrecord.answers import positions, shifts, standoff, timeline, variants
from onrecord.exports import answer_to_dict, entry_to_dict
from onrecord.records import Span
from tests.answers.builders import condition, day, entry

OFFER = entry("Ann Lee", "Estmark", "offer", "talks", on=day(3), conditions=[condition("if Estria agrees", "Estria")])
ENTRIES = [OFFER]
ANSWERS = [
    timeline(ENTRIES, "Estmark"),
    positions(ENTRIES),
    shifts(ENTRIES),
    standoff(ENTRIES),
    variants(ENTRIES, OFFER),
]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: type(answer).__name__)
def test_every_answer_is_plain_json(answer: object) -> None:
    plain = answer_to_dict(answer)
    assert json.loads(json.dumps(plain)) == plain


def test_an_entry_is_as_exports_have_it() -> None:
    cell = answer_to_dict(positions(ENTRIES))["rows"][0]["cells"][0]
    assert cell["held"][0]["entry"] == entry_to_dict(OFFER)


@pytest.mark.parametrize(("part", "plain"), [(day(3), "2031-03-03"), (Span(1, 4), [1, 4]), (None, None), ((1,), [1])])
def test_parts_are_written_plainly(part: object, plain: object) -> None:
    assert answer_to_dict(part) == plain
