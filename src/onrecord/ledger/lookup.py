"""Find one statement by its id, or by the beginning of it.

Use `statement_key` for whatever a user types; `abbreviated` is how tables show an id, and is understood too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection, select

from onrecord.errors import UsageError
from onrecord.ledger.schema import statements

MOST_CANDIDATES = 5  # that an error lists
_HASH_SHOWN = 8  # hexadecimal digits; two articles in a hundred thousand share them, seldom with a content's place

_KEY = re.compile(r"(?P<hash>[0-9a-f]{1,16})(?:\.(?P<start>[0-9]+)(?P<rest>-[0-9]*(?:\.[0-9]*)?)?)?")


def abbreviated(key: str) -> str:
    """An id as short as a table wants it: `3f9ac01b2d4e5f60.120-245` as `3f9ac01b.120`."""
    digits, _, offsets = key.partition(".")
    return f"{digits[:_HASH_SHOWN]}.{offsets.partition('-')[0]}"


def statement_key(connection: Connection, words: str) -> str:
    """The id of the one statement that is meant.

    Args:
        connection: to the ledger.
        words: an id, its beginning, or the beginnings of the text's hash and of the offsets (`3f9a.120`).

    Raises:
        UsageError: when there is no such statement, or there are several; it lists some of them.
    """
    match = _KEY.fullmatch(words.strip().lower())
    if match is None:
        raise UsageError(f"{words!r} is no statement; `onrecord search` shows their ids, such as 3f9ac01b.120")
    found = _found(connection, match)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"no statement {words}; `onrecord search` shows their ids")
    shown = ", ".join(found[:MOST_CANDIDATES]) + (", …" if len(found) > MOST_CANDIDATES else "")
    raise UsageError(f"{words} may be several statements, write more of the one you mean: {shown}")


def _found(connection: Connection, match: re.Match[str]) -> Sequence[str]:
    """Those whose content begins just there before those where it begins with these digits."""
    digits, start, rest = match["hash"], match["start"], match["rest"]
    if start is None:
        return _like(connection, f"{digits}%")
    exact = rest or "-"
    whole = connection.scalars(select(statements.c.key).where(statements.c.key == match[0])).all()
    return (
        whole
        or _like(connection, f"{digits}%.{start}{exact}%")
        or ([] if rest else _like(connection, f"{digits}%.{start}%"))
    )


def _like(connection: Connection, pattern: str) -> Sequence[str]:
    """A few keys of a form; SQLite has an index for GLOB, PostgreSQL none for either, and is quick without."""
    column = statements.c.key
    if connection.dialect.name == "sqlite":
        condition = column.op("GLOB", is_comparison=True)(pattern.replace("%", "*"))
    else:
        condition = column.like(pattern)
    return connection.scalars(select(column).where(condition).order_by(column).limit(MOST_CANDIDATES + 1)).all()
