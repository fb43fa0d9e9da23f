"""JSON Lines: each line keeps to the schema that the package carries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from onrecord.errors import InputError
from onrecord.exports import entry_schema, entry_to_dict, read_jsonl, write_jsonl
from onrecord.records import Entry
from tests.exports.builders import KEY, entries, offer, story

VALIDATOR = Draft202012Validator(entry_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(entry_schema())


@given(entries)
def test_any_entry_keeps_to_the_schema(entry: Entry) -> None:
    VALIDATOR.validate(json.loads(json.dumps(entry_to_dict(entry))))


@pytest.mark.parametrize(
    "change",
    [{"id": "a"}, {"appearances": []}, {"first_day": "April"}, {"colour": "red"}, {"statement": None}],
    ids=["id", "no appearance", "day", "field", "statement"],
)
def test_the_schema_refuses_what_is_no_entry(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        VALIDATOR.validate(entry_to_dict(offer()) | change)


def test_a_line_tells_where_and_when() -> None:
    row = entry_to_dict(offer())
    assert row["id"].startswith(KEY)
    assert (row["first_day"], row["last_day"]) == ("2031-04-01", "2031-04-01")
    assert [one["outlet"] for one in row["appearances"]] == ["Meridian Wire", "Norvia Herald"]
    assert row["statement"]["conditions"][0]["on"] == {"name": None, "party": "Estmark"}


def test_there_is_one_line_an_entry(tmp_path: Path) -> None:
    write_jsonl(story(), tmp_path / "talks.jsonl")
    assert len((tmp_path / "talks.jsonl").read_bytes().splitlines()) == len(story())


@pytest.mark.parametrize("line", ["[]", "{}", '{"id": 1', '{"id": "x", "vector": null, "statement": {}}', "\xff"])
def test_a_bad_line_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "talks.jsonl"
    write_jsonl([offer()], path)
    with path.open("ab") as file:
        file.write(line.encode("latin-1") + b"\n")
    with pytest.raises(InputError, match=r"talks\.jsonl:2: this is no entry of the ledger"):
        list(read_jsonl(path))
