"""Entries as CSV, one row a statement, for spreadsheets and statistics.

Use `write_csv` for people who sort and filter, `read_csv` to take the rows back. The columns at the front are for the
eye; lists (all speakers, the chain, conditions, appearances) stand whole in cells of JSON further right. Reading back
looks at those and at single values, not at the columns that repeat them.

The file is UTF-8 with a byte order mark, for without it spreadsheets take it for something else. A text that begins
with `=`, `+`, `-`, `@`, a tab or a line's end would be run as a formula: one apostrophe is put before it, as well as
before a text that begins with an apostrophe, so that taking one away gives every text back as it was.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.exports.as_json import entry_to_dict
from onrecord.exports.files import whole_text
from onrecord.exports.from_json import entry_from_dict
from onrecord.records import Entry, Speaker

_READABLE_NAMES = "id speaker party role act text addressee first_day last_day published outlets"
READABLE = tuple(_READABLE_NAMES.split())  # told again in the other columns, but for `id`, `act`, `text`, `addressee`
_SINGLE_NAMES = """act_confidence polarity certainty said_from said_to said_text said_how form medium confidence
    number parent source_text vector"""
_LIST_NAMES = "speakers chain conditions cue source content appearances corrected"
LISTS = tuple(_LIST_NAMES.split())
COLUMNS = (*READABLE, *_SINGLE_NAMES.split(), *LISTS)

_NUMBERS = frozenset({"act_confidence", "confidence", "number", "parent"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_GUARD = "'"


def write_csv(entries: Iterable[Entry], target: Path) -> None:
    """Write all entries to a file.

    Raises:
        ExportError, OSError: as `whole_file`.
    """
    with whole_text(target, encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        rows.writerows(map(_row, entries))


def read_csv(path: Path) -> Iterator[Entry]:
    """The entries of a file, one after the other.

    The longest cell that Python's csv module reads is raised for the whole process: a content may be a whole article.

    Raises:
        InputError: at the first row that is no entry.
    """
    csv.field_size_limit(max(csv.field_size_limit(), sys.maxsize))
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=1):
            yield _entry(row, where=f"{path}, row {number}")


def guarded(text: str) -> str:
    """The text as a spreadsheet may have it."""
    return _GUARD + text if text.startswith((*_FORMULA, _GUARD)) else text


def unguarded(cell: str) -> str:
    """The text that was guarded."""
    return cell.removeprefix(_GUARD)


def _row(entry: Entry) -> list[str]:
    row = entry_to_dict(entry)
    cells = _readable(entry) | _single(row) | _lists(row)
    return [_cell(cells[name]) for name in COLUMNS]


def _readable(entry: Entry) -> dict[str, object]:
    stmt = entry.stmt
    return {
        "id": entry.id,
        "speaker": "; ".join(one.name for one in stmt.speakers),
        "party": _joined(stmt.speakers, "party"),
        "role": _joined(stmt.speakers, "role"),
        "act": stmt.act,
        "text": stmt.text,
        "addressee": stmt.addressee,
        "first_day": entry.first_day,
        "last_day": entry.last_day,
        "published": entry.published,
        "outlets": "; ".join(entry.outlets),
    }


def _single(row: dict[str, Any]) -> dict[str, object]:
    stmt, said_on = row["statement"], row["statement"]["said_on"] or {}
    told = {f"said_{name}": said_on.get(name) for name in ("from", "to", "text", "how")}
    names = ("act_confidence", "polarity", "certainty", "form", "medium", "confidence", "parent", "source_text")
    return {"number": stmt["id"], "vector": row["vector"], **told, **{name: stmt[name] for name in names}}


def _lists(row: dict[str, Any]) -> dict[str, object]:
    return {name: row[name] if name in row else row["statement"][name] for name in LISTS}


def _joined(speakers: Iterable[Speaker], name: str) -> str:
    """What the speakers have of a kind, each once."""
    return "; ".join(dict.fromkeys(getattr(one, name) for one in speakers if getattr(one, name)))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)


def _entry(row: dict[str, str], *, where: str) -> Entry:
    try:
        return entry_from_dict(_dict(row))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise InputError(where, f"this is no entry of the ledger ({type(error).__name__}: {error})") from error


def _dict(row: dict[str, str]) -> dict[str, Any]:
    """The row as `entry_to_dict` would have it."""
    cells: dict[str, Any] = {name: _value(name, row[name]) for name in COLUMNS}
    said_on = {name: cells[f"said_{name}"] for name in ("from", "to", "text", "how")} if cells["said_to"] else None
    stmt = cells | {
        "id": cells["number"],
        "said_on": said_on,
        "text": cells["text"] or "",
        "source_text": cells["source_text"] or "",
    }
    return cells | {"statement": stmt}


def _value(name: str, cell: str) -> object:
    if name in LISTS:
        return json.loads(cell)
    if name in _NUMBERS:
        return json.loads(cell) if cell else None
    return unguarded(cell) or None
