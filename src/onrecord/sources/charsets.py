"""Decode web pages, whose encoding is told by the server, by the page itself, or by nobody.

Use this for HTML and feeds; plain files, which tell nothing, are decoded by `decode`. In this order: a byte order mark;
UTF-8, if every byte agrees; what the server said; what the page says; else as `decode` does.
"""

from __future__ import annotations

import codecs
import re

from onrecord.sources.decode import decode, encoding_of

HEAD = 4096  # bytes in which a page must name its encoding, four times what the standard allows
# Codecs of Python that are no encodings of pages (punycode, UTF-7) are left out: some are slow, some change words.
ENCODINGS = ("cp12", "iso8859", "koi8", "cp866", "gb", "big5", "euc", "shift_jis", "cp932", "cp949", "mac", "tis")
AS_BROWSERS_DO = ("iso8859-1", "iso8859-9")  # pages that say so mean the Windows code page, which `decode` takes

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)


def decode_page(raw: bytes, *, charset: str | None = None) -> str:
    """Decode a page.

    Args:
        raw: its bytes.
        charset: what the server said, if it did.
    """
    if encoding_of(raw) != "utf-8":
        return decode(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        codec = _codec(charset) or _codec(_declared(raw))
    return raw.decode(codec, "replace") if codec else decode(raw)


def _declared(raw: bytes) -> str | None:
    found = _DECLARED.search(raw, 0, HEAD)
    return found[1].decode("ascii", "replace") if found else None


def _codec(label: str | None) -> str | None:
    try:
        name = codecs.lookup(label or "").name
    except (LookupError, ValueError):
        return None
    return name if name.startswith(ENCODINGS) and name not in AS_BROWSERS_DO else None
