"""Take a stream of bytes apart into decoded lines, with bounded memory.

Use this for every file and for standard input: it never holds more than one line, and passes over one that is too long.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from functools import partial
from io import BufferedIOBase
from itertools import chain
from typing import TypeAlias

from onrecord.sources.decode import encoding_of, errors_of

LINE_LIMIT = 10_000_000  # bytes in UTF-8; the longest real articles have less than a tenth of it
CHUNK = 1 << 18  # bytes; a line at the limit is then put together from 40 of them
TOO_LONG = "a line of 10 MB or more; break it into lines, or split it into articles"

Line: TypeAlias = str | None
"""A line with its end, or None where one was too long."""


def read_head(stream: BufferedIOBase) -> bytes:
    """The stream's first bytes, enough to tell what it is; no more than a line of it is waited for."""
    head = b""
    while len(head) < CHUNK and b"\n" not in head:
        chunk = stream.read1(CHUNK)
        if not chunk:
            break
        head += chunk
    return head


def read_lines(stream: BufferedIOBase, *, head: bytes) -> Iterator[Line]:
    """Decode a stream line by line.

    Args:
        stream: where the bytes after `head` come from.
        head: its first bytes, already read; they decide the encoding.

    Yields:
        Lines as they came, with broken UTF-8 still escaped (`decode.mend`).
    """
    chunks = chain([head], iter(partial(stream.read1, CHUNK), b""))
    return split_lines(_decoded(chunks, encoding_of(head)))


def split_lines(parts: Iterable[str], *, limit: int = LINE_LIMIT) -> Iterator[Line]:
    """Cut text that comes in parts at its line feeds; None for a line of `limit` bytes or more."""
    rest, skipping = "", False
    for part in parts:
        *whole, rest = (rest + part).split("\n")
        for line in whole:
            if not skipping:
                yield None if _too_long(line, limit) else line + "\n"
            skipping = False
        if not skipping and _too_long(rest, limit):
            yield None
            skipping = True
        rest = "" if skipping else rest
    if rest:
        yield rest


def _decoded(chunks: Iterable[bytes], encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)(errors_of(encoding))
    for chunk in chunks:
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _too_long(line: str, limit: int) -> bool:
    if 4 * len(line) < limit:  # no character takes more than four bytes
        return False
    return len(line) >= limit or len(line.encode("utf-8", "surrogatepass")) >= limit
