"""Make an article of a record: a line of JSON, a row of a table.

Use this where values have names. The same values make the same article, whichever format they came in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeAlias

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.columns import Columns, FieldError
from onrecord.sources.days import is_part_of_day, read_day
from onrecord.sources.decode import decode
from onrecord.sources.lines import LINE_LIMIT
from onrecord.sources.text import from_text, lone_surrogate

Record: TypeAlias = Mapping[str, Any]

SHOWN = 60  # characters of a wrong value that a message shows
TYPES = {"dict": "an object", "list": "a list", "bool": "true or false", "int": "a number", "float": "a number"}


def read_record(record: Record, columns: Columns, *, where: str) -> Article | InputError:
    """Make an article of a record.

    Args:
        record: its values by column.
        columns: the column of each field, that of the text included.
        where: the file with the line or row; names the article if nothing else does.
    """
    try:
        return _from_record(record, columns, where)
    except FieldError as error:
        return InputError(where, str(error))
    except InputError as error:  # names the article; the line is easier to find
        return InputError(where, error.reason)


def kind_of(value: object) -> str:
    """What a value is, in the words of JSON."""
    kinds = {"str": "a string", "NoneType": "null", "date": "a day", "datetime": "a time"} | TYPES
    return kinds.get(type(value).__name__, f"a {type(value).__name__}")


def _from_record(record: Record, columns: Columns, where: str) -> Article:
    column = columns.get
    return from_text(
        _text(record, columns["text"]),
        id=_label(record, column("id")) or _label(record, column("name")) or _string(record, column("url")) or where,
        published=_day(record, column("published")),
        outlet=_string(record, column("outlet")),
        title=_string(record, column("title")),
        url=_string(record, column("url")),
    )


def _text(record: Record, column: str) -> str:
    if _value(record, column) is None:
        raise _wrong(record, column, "a string")
    text = _string(record, column) or ""
    if len(text) >= LINE_LIMIT:
        raise FieldError(f'"{column}" has {len(text):,} characters; split it into articles')
    return text


def _label(record: Record, column: str | None) -> str | None:
    """A value that may be a number."""
    value = _value(record, column)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return _string(record, column)


def _string(record: Record, column: str | None) -> str | None:
    """A value that must be a string; None if it is absent, null or blank."""
    value = _value(record, column)
    if value is None:
        return None
    if isinstance(value, bytes):  # a column of Parquet may be of strings and not say so
        value = decode(value)
    if not isinstance(value, str):
        raise _wrong(record, str(column), "a string")
    if half := lone_surrogate(value):
        raise FieldError(f'"{column}" has a lone surrogate, {half}; write the character whole')
    return value if value.strip() else None


def _day(record: Record, column: str | None) -> date | None:
    value = _value(record, column)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _string(record, column)
    if text is None or is_part_of_day(text):
        return None
    day = read_day(text)
    if day is None:
        raise _wrong(record, str(column), "a day such as 2022-12-02")
    return day


def _value(record: Record, column: str | None) -> Any:
    """A value; None also for the number that is none, as tables write what is missing."""
    value = record.get(column) if column else None
    return None if isinstance(value, float) and value != value else value  # noqa: PLR0124  # nothing else differs from itself


def _wrong(record: Record, column: str, wanted: str) -> FieldError:
    value = record[column]
    shown = json.dumps(value, ensure_ascii=False) if isinstance(value, str) else kind_of(value)
    return FieldError(f'"{column}" is {shown[:SHOWN]}, not {wanted}')
