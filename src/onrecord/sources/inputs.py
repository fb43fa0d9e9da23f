"""Go through files, folders and standard input, and read each as what it is.

Use this as the entrance of the room. Nothing is raised for a bad input: an `InputError` is handed on in its place,
so that one bad file or line never stops the rest.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from io import BufferedIOBase
from pathlib import Path
from typing import TypeAlias, cast

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.columns import Chosen, choose
from onrecord.sources.languages import language_of
from onrecord.sources.readers import Items, read_stream
from onrecord.sources.recognition import IN_FOLDERS

STDIN = "-"

Read: TypeAlias = Callable[[BufferedIOBase, str], Items]

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def articles(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    outlet: str | None = None,
    columns: Mapping[str, str] | None = None,
    text: bool = False,
    languages: bool = False,
) -> Iterator[Article | InputError]:
    """Read articles one after the other, none before it is asked for.

    Args:
        paths: files of any kind that is recognised, folders of them, and `-` for standard input.
        published: day of publication of all of them; wins over what they say themselves.
        outlet: who published all of them; wins likewise.
        columns: the column of a table, or the field of JSON Lines, for each field of an article that is not found under
            a usual name (`{"text": "body"}`); an empty one for none.
        text: take each file as one plain text, whatever it looks like.
        languages: tell in which language each of them is written.

    Yields:
        In input order, an article, or an error for a file (`where` is `file`), or for a line or row (`file:line`).

    Raises:
        UsageError: `columns` has a field that no article has.
    """
    read = partial(_read, chosen=choose(columns), text=text)
    items = (item for path in paths for item in _input(str(path), read))
    return (item if isinstance(item, InputError) else _given(item, published, outlet, languages) for item in items)


def _read(stream: BufferedIOBase, name: str, *, chosen: Chosen, text: bool) -> Items:
    return read_stream(stream, name=name, chosen=chosen, text=text)


def _given(article: Article, published: date | None, outlet: str | None, languages: bool) -> Article:
    return replace(
        article,
        published=published or article.published,
        outlet=outlet or article.outlet,
        language=language_of(article.text[article.body :]) if languages else article.language,
    )


def _input(name: str, read: Read) -> Items:
    if name == STDIN:
        return _guarded(STDIN, partial(read, cast("BufferedIOBase", sys.stdin.buffer), STDIN))
    return _folder(name, read) if Path(name).is_dir() else _guarded(name, partial(_file, name, read))


def _folder(name: str, read: Read) -> Items:
    """Its files, sorted; what is hidden is left out, and so are linked folders, which may lead in a circle."""
    closed: list[OSError] = []
    files = sorted(_files(name, closed))
    for error in closed:
        yield _unreadable(str(error.filename), error)
    for file in files:
        yield from _guarded(file, partial(_file, file, read))
    if not files and not closed:
        yield InputError(name, f"the folder holds no file to read ({', '.join(sorted(IN_FOLDERS))})")


def _files(name: str, closed: list[OSError]) -> Iterator[str]:
    for folder, within, names in os.walk(name, onerror=closed.append):
        within[:] = [one for one in within if not one.startswith(".")]
        shown = (one for one in names if not one.startswith(".") and one.lower().endswith(IN_FOLDERS))
        yield from (str(Path(folder, one)) for one in shown)


def _guarded(name: str, read: Callable[[], Items]) -> Items:
    """Read one input; a disk that fails half-way costs the rest of this one only."""
    try:
        yield from read()
    except OSError as error:
        yield _unreadable(name, error)
    except InputError as error:
        yield error


def _file(name: str, read: Read) -> Items:
    shown = name.encode("utf-8", "backslashreplace").decode()  # a name on disk may be no Unicode, an id must be
    if "\0" in name:
        raise InputError(shown, "no file has such a name")
    if _ADDRESS.match(name) and not Path(name).exists():
        raise InputError(shown, "it is an address, and only files are read here; use onrecord fetch for pages")
    with Path(name).open("rb") as stream:
        yield from read(stream, shown)


def _unreadable(name: str, error: OSError) -> InputError:
    return InputError(name.encode("utf-8", "backslashreplace").decode(), (error.strerror or str(error)).lower())
