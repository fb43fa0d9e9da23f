"""Unpack the bodies of HTTP responses, never to more than a limit.

Use this for whatever a server or an archive says to be chunked or compressed: a few kilobytes may unfold to gigabytes.
"""

from __future__ import annotations

import zlib

MOST_MEMBERS = 1000  # parts of one gzip stream; each is found by copying what is left
GZIP = b"\x1f\x8b"
GZIP_OR_ZLIB, BARE = 47, -15  # window sizes by which zlib tells the forms apart


def unpacked(body: bytes, encoding: str, *, limit: int) -> bytes:
    """Undo a content encoding.

    Args:
        body: as it came.
        encoding: the header's value; empty for none.
        limit: bytes that may come out.

    Raises:
        ValueError: more than the limit, damaged, or an encoding that is not read.
    """
    match encoding.strip().lower():
        case "" | "identity":
            return body
        case "gzip" | "x-gzip":
            return _inflated(body, limit) if body.startswith(GZIP) else body  # some archives keep it unpacked
        case "deflate":
            return _inflated(body, limit)
        case other:
            raise ValueError(f"it is compressed with {other[:40]!r}, which is not read")


def unchunked(body: bytes) -> bytes:
    """Undo the chunked transfer encoding; a body that is not chunked, as some archives have it, is kept."""
    parts, at = [], 0
    while (end := body.find(b"\r\n", at, at + 40)) >= 0:
        size = _size(body[at:end])
        if size is None:
            return body
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
        if not size:
            break
    return b"".join(parts) if parts else body


def _size(line: bytes) -> int | None:
    digits = line.split(b";")[0].strip()
    try:
        return int(digits, 16) if digits.isalnum() else None
    except ValueError:
        return None


def _inflated(body: bytes, limit: int) -> bytes:
    out = bytearray()
    form = BARE if not _has_header(body) else GZIP_OR_ZLIB
    for _ in range(MOST_MEMBERS):
        stream = zlib.decompressobj(form)
        try:
            out += stream.decompress(body, limit + 1 - len(out))
        except zlib.error as error:
            raise ValueError(f"its compression is damaged ({error})") from error
        if len(out) > limit:
            raise ValueError(f"it unfolds to more than {limit:,} bytes")
        if not stream.eof:
            raise ValueError("its compressed body is cut short")
        body = stream.unused_data.lstrip(b"\0")
        if not body:
            return bytes(out)
    raise ValueError(f"it is compressed in more than {MOST_MEMBERS:,} parts")


def _has_header(body: bytes) -> bool:
    """Whether a body begins as gzip or zlib does; "deflate" came to mean both zlib and bare deflate."""
    return body.startswith(GZIP) or (len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0)
