"""PLOVER: events by the manual's field names, and what is no event."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from onrecord.exports import write_plover
from onrecord.exports.as_plover import event
from onrecord.exports.days import has_day
from onrecord.records import Entry, SaidOn
from tests.exports.builders import entries, joint, offer, quotation, relay, story, unattributed

DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
ACTORS = {"type": "array", "items": {"type": "object", "additionalProperties": {"type": "string"}}}
ROOTS = "AGREE CONSULT SUPPORT YIELD ACCUSE REJECT REQUEST THREATEN".split()  # noqa: SIM905  # of words, in the codebook
MANUAL = {  # names and kinds of the manual's table "PLOVER JSON"; the required ones are required
    "type": "object",
    "required": ["id", "date", "source", "event"],
    "properties": {
        "id": {"type": "string"},
        "has_event": {"type": "boolean"},
        "date": DAY,
        "enddate": DAY,
        "source": ACTORS,
        "recipient": ACTORS,
        "event": {"type": "array", "items": {"enum": ROOTS}},
        "event_text": {"type": "array", "items": {"type": "string"}},
        "text_info": {"type": "object", "required": ["start", "end"]},
        "cite_info": {"type": "object"},
        "coder": {"type": "string"},
        "cameo": {"type": "string", "pattern": r"^\d{3,4}$"},
    },
}


def written(path: Path, *entries: Entry) -> list[dict[str, Any]]:
    """The events of a file."""
    write_plover(entries, path)
    return [json.loads(line) for line in path.read_bytes().splitlines()]


@given(entries.filter(has_day))
def test_any_event_keeps_to_the_manual(entry: Entry) -> None:
    Draft202012Validator(MANUAL).validate(json.loads(json.dumps(event(entry))))


def test_an_offer_is_an_agreement_to_come() -> None:
    seen = event(offer())
    assert (seen["event"], seen["cameo"], seen["date"]) == (["AGREE"], "030", "2031-04-01")
    assert seen["source"][0]["identifier_text"] == "Ann Lee"
    assert seen["recipient"] == [{"identifier_text": "Estmark"}]
    assert "enddate" not in seen


def test_actors_who_speak_together_are_one_list() -> None:
    assert [one["identifier_id"] for one in event(joint())["source"]] == ["foreign-ministry-of-estmark", "crew"]


@pytest.mark.parametrize("entry", [quotation(), unattributed()], ids=["negated cue", "no act"])
def test_what_does_not_do_what_it_says_is_no_event(entry: Entry) -> None:
    assert (event(entry)["has_event"], event(entry)["event"]) == (False, [])


def test_an_act_without_a_root_keeps_its_cameo_code() -> None:
    denial = replace(relay(), stmt=replace(relay().stmt, act="deny"))
    assert (event(denial)["has_event"], event(denial)["event"], event(denial)["cameo"]) == (False, [], "016")


def test_a_week_has_two_ends() -> None:
    week = SaidOn(first=date(2031, 3, 31), last=date(2031, 4, 6), text="this week", how="expression")
    seen = event(replace(offer(), stmt=replace(offer().stmt, said_on=week)))
    assert (seen["date"], seen["enddate"]) == ("2031-03-31", "2031-04-06")


def test_the_article_is_the_one_in_which_the_offsets_count() -> None:
    assert event(offer())["cite_info"]["publication"] == "Norvia Herald"
    assert event(offer())["cite_info"]["also_in"] == ["Meridian Wire"]


def test_what_has_no_day_is_left_out(tmp_path: Path) -> None:
    events = written(tmp_path / "talks.jsonl", *story())
    assert len(events) == len(story()) - 1
    assert quotation().id not in {one["id"] for one in events}


def test_nothing_gives_an_empty_file(tmp_path: Path) -> None:
    assert written(tmp_path / "talks.jsonl") == []
