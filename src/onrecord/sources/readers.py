"""Read one stream as what it is.

Use this below files and standard input: it tells the kind, and hands the bytes to the reader for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BufferedIOBase
from itertools import chain
from types import MappingProxyType
from typing import TypeAlias

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.columns import Chosen
from onrecord.sources.feeds import FEED_LIMIT, read_feed
from onrecord.sources.jsonl import is_record, read_records
from onrecord.sources.kinds import refusal
from onrecord.sources.lines import Line, read_head, read_lines
from onrecord.sources.pages import PAGE_LIMIT, read_page
from onrecord.sources.parquet import read_parquet
from onrecord.sources.recognition import HEAD, Kind, kind_of
from onrecord.sources.tables import TAB, is_header, read_table
from onrecord.sources.text import read_text
from onrecord.sources.warc import read_archive

Items: TypeAlias = Iterator[Article | InputError]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A stream whose first bytes have been read.

    Attributes:
        stream: what follows them.
        head: the first bytes.
        name: as the user gave it; names the articles, and errors.
        chosen: columns that the user named.
    """

    stream: BufferedIOBase
    head: bytes
    name: str
    chosen: Chosen = ()


def read_stream(stream: BufferedIOBase, *, name: str, chosen: Chosen = (), text: bool = False) -> Items:
    """Read a stream as what it is.

    Args:
        stream: at its beginning.
        name: of the file.
        chosen: columns that the user named.
        text: take it as plain text, whatever it looks like.

    Raises:
        InputError: nothing in it can be read.
        OSError: it could not be read to its end.
    """
    source = Source(stream=stream, head=_head(stream), name=name, chosen=chosen)
    kind = "text" if text else kind_of(name, source.head)
    return READERS[kind](source)


def _head(stream: BufferedIOBase) -> bytes:
    """As many first bytes as tell what it is: of markup, several lines may stand before the first tag that does."""
    head = read_head(stream)
    while head.lstrip()[:1] == b"<" and len(head) < HEAD and (more := stream.read1(HEAD)):
        head += more
    return head


def _from_start(source: Source) -> BufferedIOBase:
    if not source.stream.seekable():
        raise InputError(source.name, "it can only be read from a file, not from a pipe; pass the file's name")
    source.stream.seek(0)
    return source.stream


def _whole(source: Source, limit: int) -> bytes:
    """All bytes, or one more than the limit, so that the reader refuses them."""
    _refuse(source, nuls=True)
    return source.head + source.stream.read(max(0, limit + 1 - len(source.head)))


def _lines(source: Source, *, nuls: bool = False) -> Iterator[Line]:
    _refuse(source, nuls=nuls)
    return read_lines(source.stream, head=source.head)


def _refuse(source: Source, *, nuls: bool) -> None:
    """Raise an error for what is no text; NUL bytes may be allowed, where they cost a line and not the whole."""
    if why := refusal(source.head, nuls=not nuls):
        raise InputError(source.name, why)


def _parquet(source: Source) -> Items:
    return read_parquet(_from_start(source), name=source.name, chosen=source.chosen)


def _archive(source: Source) -> Items:
    return read_archive(_from_start(source), name=source.name)


def _page(source: Source) -> Items:
    raw = _whole(source, PAGE_LIMIT)
    try:
        return iter([read_page(raw, id=source.name)])
    except InputError as error:
        raise InputError(source.name, f"{error.reason}; pass --text to take it as plain text") from error


def _feed(source: Source) -> Items:
    return read_feed(_whole(source, FEED_LIMIT), name=source.name)


def _records(source: Source) -> Items:
    return read_records(_lines(source, nuls=True), name=source.name, chosen=source.chosen)


def _table(source: Source) -> Items:
    delimiter = TAB if source.name.lower().endswith(".tsv") else None
    return read_table(_lines(source, nuls=True), name=source.name, delimiter=delimiter, chosen=source.chosen)


def _text(source: Source) -> Items:
    return iter([read_text(_lines(source), name=source.name)])


def _text_or_lines(source: Source) -> Items:
    """What its first line that is not blank says: a record, the header of a table, or a text's beginning."""
    lines = _lines(source)
    first = _to_first_words(lines)
    whole = chain(first, lines)
    if first and is_record(first[-1]):
        return read_records(whole, name=source.name, chosen=source.chosen)
    if first and is_header(first[-1]):
        return read_table(whole, name=source.name, chosen=source.chosen)
    return iter([read_text(whole, name=source.name)])


def _to_first_words(lines: Iterator[Line]) -> list[Line]:
    """Lines up to the first that is not blank, that one included."""
    taken: list[Line] = []
    for line in lines:
        taken.append(line)
        if line is None or line.strip():
            break
    return taken


READERS: Mapping[Kind | None, Callable[[Source], Items]] = MappingProxyType(
    {
        "archive": _archive,
        "feed": _feed,
        "page": _page,
        "parquet": _parquet,
        "records": _records,
        "table": _table,
        "text": _text,
        None: _text_or_lines,
    }
)
