"""Find which column of a table, or field of a record, holds what.

Use this for CSV, Parquet and JSON Lines alike. A column that the user named wins; else the usual names are looked for,
whatever their case, each list in its order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from onrecord.errors import UsageError

Chosen: TypeAlias = tuple[tuple[str, str], ...]
"""(field, column) as the user named them; an empty column means that there is none for the field."""

Columns: TypeAlias = Mapping[str, str]
"""The column of each field that has one."""

USUAL = MappingProxyType(
    {
        "text": ("text", "body", "content", "article", "article_text", "full_text", "fulltext"),
        "id": ("id", "guid", "article_id"),
        "name": ("name",),
        "published": ("published", "date", "datetime", "pub_date", "pubdate", "published_at", "publication_date"),
        "outlet": ("outlet", "source", "publisher", "site", "source_name", "site_name", "publication"),
        "title": ("title", "headline"),
        "url": ("url", "link"),
    }
)
SHOWN = 20  # names of columns that a message lists


class FieldError(ValueError):
    """A record lacks a field or has a wrong one; the message says which, and the caller knows where."""


def choose(columns: Mapping[str, str] | None) -> Chosen:
    """Check the columns that a user named.

    Raises:
        UsageError: there is no such field.
    """
    for field in columns or {}:
        if field not in USUAL:
            raise UsageError(f'"{field}" is no field of an article; there are {", ".join(USUAL)}')
    return tuple(sorted((columns or {}).items()))


@lru_cache(maxsize=256)  # JSON Lines ask for each line, and have few sets of fields
def find_columns(names: tuple[str, ...], chosen: Chosen = (), *, table: bool = False) -> Columns:
    """Find the column of each field.

    Args:
        names: of all columns.
        chosen: columns that the user named; nothing else is tried for their fields.
        table: whether all rows have these columns, so that one which the user named must be among them.

    Raises:
        FieldError: there is none for the text, or not the one that the user named.
    """
    noun = "column" if table else "field"
    for field, name in chosen:
        if name and name not in names and (table or field == "text"):
            raise FieldError(f'there is no {noun} "{name}"; {_listed(names)}')
    found = {field: name for field, name in chosen if name in names}
    by_folded = {_folded(name): name for name in reversed(names)}
    for field in USUAL.keys() - dict(chosen).keys():
        if usual := next((name for name in USUAL[field] if name in by_folded), None):
            found[field] = by_folded[usual]
    if "text" not in found:
        raise FieldError(f'there is no {noun} "text"; {_listed(names)}; name the right one with --column text=NAME')
    return MappingProxyType(found)


def are_usual(names: Sequence[str]) -> bool:
    """Whether these look like the header of a table of articles: all of them usual names, the text among them."""
    known = {name: field for field, usual in USUAL.items() for name in usual}
    fields = [known.get(_folded(name)) for name in names]
    return len(names) > 1 and None not in fields and "text" in fields


def _folded(name: str) -> str:
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def _listed(names: Sequence[str]) -> str:
    if not names:
        return "there are none"
    more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
    return "there are " + ", ".join(f'"{name[: SHOWN * 2]}"' for name in names[:SHOWN]) + more
