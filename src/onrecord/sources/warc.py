"""Make articles of web archives (WARC), one a page that was fetched well.

Use this for `.warc` and `.warc.gz`. Only responses with status 200 and HTML in them are read; the rest of an archive
(pictures, scripts, requests) is passed over without a word. After a broken record, reading goes on at the next one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedIOBase
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.bodies import unpacked
from onrecord.sources.pages import PAGE_LIMIT, read_page
from onrecord.sources.replies import OK, PAGES, Reply, parse_reply

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

HEADERS = 100_000  # bytes that those of HTTP may have, before the page
CHUNK = 1 << 20  # bytes
MARK = b"WARC/"
GZIP_OR_ZLIB = 47
OVERLAP = 16  # bytes; more than the beginning of a record that may stand across two chunks

_BEGINNING = re.compile(rb"\x1f\x8b\x08|(?<=\n)WARC/1\.\d\r?\n")


def is_archive(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a web archive, compressed or not."""
    return head.startswith(MARK) or _unfolds_to_record(head)


def read_archive(stream: BufferedIOBase, *, name: str) -> Iterator[Article | InputError]:
    """Read an archive record by record.

    Args:
        stream: the file, which can be read anywhere.
        name: its name, for errors.

    Yields:
        An article for each page, named by its address; an error for a page without an article, and one for records
        that are broken, with the byte after which they stand.
    """
    start: int | None = 0
    found = told = False
    while start is not None:
        at = start
        try:
            for record in _records(stream, start):
                at, told = record.stream_pos, False
                for item in _items(record, name):
                    found = True
                    yield item
            break
        except (OSError, ValueError) as error:
            if not told:  # the record that broke is met again when its own beginning is tried
                found = True
                yield InputError(f"{name}, byte {at:,}", f"a broken record here or next ({error})")
            told = True
            start = _next_beginning(stream, at + 1)
    if not found:
        yield InputError(name, "there is no page in it, which is to say no response with status 200 and HTML")


def _records(stream: BufferedIOBase, start: int) -> Iterator[WarcRecord]:
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415  # few inputs are archives

    stream.seek(start)
    return iter(ArchiveIterator(stream, parse_http=False, fsspec_args=False))


def _items(record: WarcRecord, name: str) -> Iterator[Article | InputError]:
    from fastwarc.warc import WarcRecordType  # noqa: PLC0415

    if record.record_type != WarcRecordType.response:
        return
    block = _block(record)
    address = _address(record)
    try:
        if reply := _page(block):
            yield read_page(reply.body, id=address, url=address, charset=reply.charset)
    except ValueError as error:
        yield InputError(f"{name}: {address}", str(error))
    except InputError as error:
        yield InputError(f"{name}: {address}", error.reason)


def _block(record: WarcRecord) -> bytes:
    """A record's bytes, no more than a page may have; the rest is passed over.

    Raises:
        OSError: there are fewer than the record says.
    """
    block, length = bytearray(), 0
    while chunk := record.reader.read(CHUNK):
        length += len(chunk)
        if len(block) <= PAGE_LIMIT + HEADERS:
            block += chunk
    if length < record.content_length:
        raise OSError(f"{length:,} bytes of {record.content_length:,}")
    return bytes(block)


def _page(block: bytes) -> Reply | None:
    """The page that a stored response holds; None if it holds something else.

    Raises:
        ValueError: it is damaged, or too large.
    """
    reply = parse_reply(block)
    if reply.status != OK or reply.media not in PAGES:
        return None
    if len(block) > PAGE_LIMIT + HEADERS:
        raise ValueError(f"a page of more than {PAGE_LIMIT // 1_000_000} MB")
    return replace(reply, body=unpacked(reply.body, reply.encoding, limit=PAGE_LIMIT), encoding="")


def _address(record: WarcRecord) -> str:
    given = record.headers.get("WARC-Target-URI") or record.record_id or "a record without an address"
    return given.strip("<> ").encode("utf-8", "backslashreplace").decode()


def _next_beginning(stream: BufferedIOBase, after: int) -> int | None:
    """Where the next record may begin; None if there is none."""
    stream.seek(after)
    rest, at = b"", after
    while chunk := stream.read(CHUNK):
        window = rest + chunk
        for found in _BEGINNING.finditer(window):
            beginning = at + found.start()
            if window[found.start()] == MARK[0] or _is_record(stream, beginning):
                return beginning
        rest = window[-OVERLAP:]
        at += len(window) - len(rest)
    return None


def _is_record(stream: BufferedIOBase, at: int) -> bool:
    """Whether a compressed record begins there; the stream stays where it is."""
    here = stream.tell()
    stream.seek(at)
    head = stream.read(1000)
    stream.seek(here)
    return _unfolds_to_record(head)


def _unfolds_to_record(head: bytes) -> bool:
    try:
        return zlib.decompressobj(GZIP_OR_ZLIB).decompress(head, len(MARK)) == MARK
    except zlib.error:
        return False
