"""Make articles of JSON Lines, one a line.

Use this for `.jsonl` and `.ndjson` files and for a stream that begins with a record. The text is required; `id` or
`name`, `published`, `outlet`, `title` and `url` are taken if there, and other fields are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.columns import Chosen, FieldError, find_columns
from onrecord.sources.decode import mend
from onrecord.sources.lines import TOO_LONG, Line
from onrecord.sources.rows import kind_of, read_record
from onrecord.sources.text import BYTE_ORDER_MARK


def is_record(line: Line) -> bool:
    """Whether a line is a JSON object with a `text`."""
    if line is None or not line.lstrip().startswith("{"):
        return False
    try:
        return "text" in _parsed(mend(line))
    except FieldError:
        return False


def read_records(lines: Iterable[Line], *, name: str, chosen: Chosen = ()) -> Iterator[Article | InputError]:
    """Read each line by itself, so that a bad one costs nothing but itself.

    Args:
        lines: with their ends; blank ones are passed over but counted.
        name: the file's name, for errors and for articles that carry none.
        chosen: fields that the user named.
    """
    empty = True
    for number, line in enumerate(lines, start=1):
        if line is None or line.strip():
            empty = False
            yield _article(line, f"{name}:{number}", chosen)
    if empty:
        yield InputError(name, "it is empty")


def _article(line: Line, where: str, chosen: Chosen) -> Article | InputError:
    if line is None:
        return InputError(where, TOO_LONG)
    try:
        record = _parsed(mend(line))
        columns = find_columns(tuple(record), chosen)
    except FieldError as error:
        return InputError(where, str(error))
    return read_record(record, columns, where=where)


def _parsed(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line.removeprefix(BYTE_ORDER_MARK))
    except json.JSONDecodeError as error:
        raise FieldError(f"invalid JSON at column {error.colno}: {error.msg}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets in brackets in brackets
        raise FieldError(f"invalid JSON: {error}") from error
    if not isinstance(record, dict):
        raise FieldError(f"not a JSON object but {kind_of(record)}")
    return record
