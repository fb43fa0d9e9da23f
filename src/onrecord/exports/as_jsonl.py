"""Entries as JSON Lines, one entry a line, nothing left out.

Use `write_jsonl` to hand the record to another program, `read_jsonl` to take it back; `entry_schema` is the JSON Schema
that each line keeps to.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.exports.as_json import entry_to_dict, line_of
from onrecord.exports.files import whole_file
from onrecord.exports.from_json import entry_from_dict
from onrecord.records import Entry


def write_jsonl(entries: Iterable[Entry], target: Path) -> None:
    """Write all entries to a file.

    Raises:
        ExportError, OSError: as `whole_file`.
    """
    with whole_file(target) as part, part.open("wb") as file:
        file.writelines(line_of(entry_to_dict(entry)) + b"\n" for entry in entries)


def read_jsonl(path: Path) -> Iterator[Entry]:
    """The entries of a file, one after the other.

    Raises:
        InputError: at the first line that is no entry.
    """
    with path.open("rb") as file:  # lines of bytes end with \n alone, whatever characters a text holds
        for number, line in enumerate(file, start=1):
            yield _entry(line, where=f"{path}:{number}")


def entry_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a line."""
    schema: dict[str, Any] = json.loads(files(__package__).joinpath("entry.schema.json").read_text(encoding="utf-8"))
    return schema


def _entry(line: bytes, *, where: str) -> Entry:
    try:
        return entry_from_dict(json.loads(line))
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(where, f"this is no entry of the ledger ({type(error).__name__}: {error})") from error
