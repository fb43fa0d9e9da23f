"""Tell how bytes are encoded, and decode them.

Use this for bytes from outside. In this order: a byte order mark decides; else NUL bytes that stand on one side of each
pair mean UTF-16; else it is UTF-8. What is not UTF-8 is taken as Windows-1252, byte by byte where the rest of the text
is UTF-8 (one broken character must not garble the whole article). The five bytes that Windows-1252 leaves undefined
become the control characters of the same number, as in browsers. Broken UTF-16 becomes U+FFFD. Line ends stay.
"""

from __future__ import annotations

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 4096
# In UTF-16 each space and stop has a NUL, about one unit in six even where the letters (Cyrillic) have none.
NULS_PER_UNIT = 0.05
SIDES_APART = 10  # the other side has a NUL in a letter such as U+0100 only; binary files have them on both

_STRAY = re.compile("[\udc80-\udcff]")
_HIGH = re.compile(r"[^\x00-\x7f]")


def _windows_1252(byte: int) -> str:
    raw = bytes([byte])
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


_FOR_STRAY = {0xDC00 + byte: _windows_1252(byte) for byte in range(0x80, 0x100)}
_FOR_LATIN = {byte: _windows_1252(byte) for byte in range(0x80, 0xA0)}


def encoding_of(head: bytes) -> str:
    """The codec for a file that begins with these bytes; it takes a byte order mark away."""
    for mark, name in MARKS:
        if head.startswith(mark):
            return name
    return _utf_16_side(head[:SAMPLE]) or "utf-8"


def errors_of(encoding: str) -> str:
    """What the codec does with broken bytes: UTF-8 keeps them for `mend`."""
    return "surrogateescape" if encoding.startswith("utf-8") else "replace"


def decode(raw: bytes) -> str:
    """Decode a whole file."""
    encoding = encoding_of(raw)
    return mend(raw.decode(encoding, errors_of(encoding)))


def mend(text: str) -> str:
    """Put Windows-1252 characters where bytes were not UTF-8.

    Args:
        text: as decoded with `surrogateescape`.

    Returns:
        The text without escapes. If most of its characters beyond ASCII were broken, it was no UTF-8 at all, and those
        that looked whole did so by accident: all are read again.
    """
    strays = len(_STRAY.findall(text))
    if not strays:
        return text
    if 2 * strays < len(_HIGH.findall(text)):
        return text.translate(_FOR_STRAY)
    return text.encode("utf-8", "surrogateescape").decode("latin-1").translate(_FOR_LATIN)


def _utf_16_side(sample: bytes) -> str | None:
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < max(1, NULS_PER_UNIT * len(sample) / 2) or SIDES_APART * min(even, odd) > max(even, odd):
        return None
    side = "utf-16-le" if odd else "utf-16-be"
    return side if sample[: len(sample) & ~1].decode(side, "replace").count("\ufffd") <= 1 else None
