"""Make articles of JSON Lines, one a line.

Use this for `.jsonl` and `.ndjson` files and for a stream that begins with a record. `text` is required; `id` or
`name`, `published`, `outlet`, `title` and `url` are taken if there, and other fields are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.days import is_part_of_day, read_day
from onrecord.sources.decode import mend
from onrecord.sources.lines import TOO_LONG, Line
from onrecord.sources.text import BYTE_ORDER_MARK, from_text, lone_surrogate

Record: TypeAlias = dict[str, Any]

SHOWN = 60  # characters of a wrong value that a message shows
TYPES = {"dict": "an object", "list": "a list", "bool": "true or false", "int": "a number", "float": "a number"}


class _FieldError(ValueError):
    """A line is no record, or one of its fields is wrong; the message says which, and the caller knows where."""


def is_record(line: Line) -> bool:
    """Whether a line is a JSON object with a `text`."""
    if line is None or not line.lstrip().startswith("{"):
        return False
    try:
        return "text" in _parsed(mend(line))
    except _FieldError:
        return False


def read_records(lines: Iterable[Line], *, name: str) -> Iterator[Article | InputError]:
    """Read each line by itself, so that a bad one costs nothing but itself.

    Args:
        lines: with their ends; blank ones are passed over but counted.
        name: the file's name, for errors and for articles that carry none.
    """
    empty = True
    for number, line in enumerate(lines, start=1):
        if line is None or line.strip():
            empty = False
            yield _article(line, f"{name}:{number}")
    if empty:
        yield InputError(name, "it is empty")


def _article(line: Line, where: str) -> Article | InputError:
    if line is None:
        return InputError(where, TOO_LONG)
    try:
        return _from_record(_parsed(mend(line)), where)
    except _FieldError as error:
        return InputError(where, str(error))
    except InputError as error:  # names the article; the line is easier to find
        return InputError(where, error.reason)


def _from_record(record: Record, where: str) -> Article:
    if "text" not in record:
        raise _FieldError('there is no field "text"')
    if not isinstance(record["text"], str):
        raise _wrong(record, "text", "a string")
    return from_text(
        _string(record, "text") or "",
        id=_name(record) or where,
        published=_published(record),
        outlet=_string(record, "outlet"),
        title=_string(record, "title"),
        url=_string(record, "url"),
    )


def _parsed(line: str) -> Record:
    try:
        record = json.loads(line.removeprefix(BYTE_ORDER_MARK))
    except json.JSONDecodeError as error:
        raise _FieldError(f"invalid JSON at column {error.colno}: {error.msg}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets in brackets in brackets
        raise _FieldError(f"invalid JSON: {error}") from error
    if not isinstance(record, dict):
        raise _FieldError(f"not a JSON object but {_kind(record)}")
    return record


def _name(record: Record) -> str | None:
    return _label(record, "id") or _label(record, "name") or _string(record, "url")


def _label(record: Record, field: str) -> str | None:
    """A field that may be a number."""
    value = record.get(field)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return _string(record, field)


def _string(record: Record, field: str) -> str | None:
    """A field that must be a string; None if it is absent, null or blank."""
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _wrong(record, field, "a string")
    if half := lone_surrogate(value):
        raise _FieldError(f'"{field}" has a lone surrogate, {half}; write the character whole')
    return value if value.strip() else None


def _published(record: Record) -> date | None:
    value = _string(record, "published")
    if value is None or is_part_of_day(value):
        return None
    day = read_day(value)
    if day is None:
        raise _wrong(record, "published", "a day such as 2022-12-02")
    return day


def _wrong(record: Record, field: str, wanted: str) -> _FieldError:
    value = record[field]
    shown = json.dumps(value, ensure_ascii=False) if isinstance(value, str) else _kind(value)
    return _FieldError(f'"{field}" is {shown[:SHOWN]}, not {wanted}')


def _kind(value: object) -> str:
    return TYPES.get(type(value).__name__, "a string" if isinstance(value, str) else "null")
