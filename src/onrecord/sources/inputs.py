"""Go through files, folders and standard input, and read each as what it is.

Use this as the entrance of the room. Nothing is raised for a bad input: an `InputError` is handed on in its place,
so that one bad file or line never stops the rest.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from io import BufferedIOBase
from itertools import chain
from pathlib import Path
from typing import cast

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.jsonl import is_record, read_records
from onrecord.sources.kinds import refusal
from onrecord.sources.lines import Line, read_head, read_lines
from onrecord.sources.text import read_text

STDIN = "-"
RECORDS = frozenset({".jsonl", ".ndjson"})
IN_FOLDERS = RECORDS | {".txt"}


def articles(
    paths: Iterable[str | Path], *, published: date | None = None, outlet: str | None = None
) -> Iterator[Article | InputError]:
    """Read articles one after the other, none before it is asked for.

    Args:
        paths: text and JSON Lines files, folders of them, and `-` for standard input.
        published: day of publication of all of them; wins over what they say themselves.
        outlet: who published all of them; wins likewise.

    Yields:
        In input order, an article, or an error for a file (`where` is `file`) or a line (`file:line`) that is not read.
    """
    for path in paths:
        for item in _input(str(path)):
            yield item if isinstance(item, InputError) else _given(item, published, outlet)


def _given(article: Article, published: date | None, outlet: str | None) -> Article:
    return replace(article, published=published or article.published, outlet=outlet or article.outlet)


def _input(name: str) -> Iterator[Article | InputError]:
    if name == STDIN:
        return _guarded(STDIN, partial(_stream, cast("BufferedIOBase", sys.stdin.buffer), STDIN))
    return _folder(name) if Path(name).is_dir() else _guarded(name, partial(_file, name))


def _folder(name: str) -> Iterator[Article | InputError]:
    """Its files, sorted; what is hidden is left out, and so are linked folders, which may lead in a circle."""
    closed: list[OSError] = []
    files = sorted(_files(name, closed))
    for error in closed:
        yield _unreadable(str(error.filename), error)
    for file in files:
        yield from _guarded(file, partial(_file, file))
    if not files and not closed:
        yield InputError(name, "the folder holds no .txt, .jsonl or .ndjson file")


def _files(name: str, closed: list[OSError]) -> Iterator[str]:
    for folder, within, names in os.walk(name, onerror=closed.append):
        within[:] = [one for one in within if not one.startswith(".")]
        paths = (Path(folder, one) for one in names if not one.startswith("."))
        yield from (str(path) for path in paths if path.suffix.lower() in IN_FOLDERS)


def _guarded(name: str, read: Callable[[], Iterator[Article | InputError]]) -> Iterator[Article | InputError]:
    """Read one input; a disk that fails half-way costs the rest of this one only."""
    try:
        yield from read()
    except OSError as error:
        yield _unreadable(name, error)
    except InputError as error:
        yield error


def _file(name: str) -> Iterator[Article | InputError]:
    shown = name.encode("utf-8", "backslashreplace").decode()  # a name on disk may be no Unicode, an id must be
    if "\0" in name:
        raise InputError(shown, "no file has such a name")
    with Path(name).open("rb") as stream:
        yield from _stream(stream, shown)


def _stream(stream: BufferedIOBase, name: str) -> Iterator[Article | InputError]:
    head = read_head(stream)
    if why := refusal(head):
        raise InputError(name, why)
    lines = read_lines(stream, head=head)
    first = _to_first_words(lines)
    whole = chain(first, lines)
    if Path(name).suffix.lower() in RECORDS or (first and is_record(first[-1])):
        yield from read_records(whole, name=name)
    else:
        yield read_text(whole, name=name)


def _to_first_words(lines: Iterator[Line]) -> list[Line]:
    """Lines up to the first that is not blank, that one included."""
    taken: list[Line] = []
    for line in lines:
        taken.append(line)
        if line is None or line.strip():
            break
    return taken


def _unreadable(name: str, error: OSError) -> InputError:
    return InputError(name.encode("utf-8", "backslashreplace").decode(), (error.strerror or str(error)).lower())
