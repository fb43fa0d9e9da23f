"""Tell text from what is not text.

Use this before a file is read as text. A name's ending proves nothing: the bytes decide.
"""

from __future__ import annotations

import re

from onrecord.sources.decode import encoding_of

MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (as .docx, .odt and .epub files are)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ", "xz-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
BINARY = "it is binary"
PLAIN = "pass its plain text"
CONTROLS = 0.03  # share of control characters above which it is no text; real ones have a form feed or two

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")  # white space and NEL are not among them


def refusal(head: bytes, *, nuls: bool = True) -> str | None:
    """Why a file that begins with these bytes cannot be read as text; None if it may be.

    Args:
        head: its first bytes.
        nuls: whether NUL bytes make it binary; where each line is read by itself, they cost theirs only.
    """
    for magic, kind in MAGIC:
        if head.startswith(magic):
            return f"it is {kind}; {PLAIN}"
    if nuls and b"\x00" in head and encoding_of(head).startswith("utf-8"):
        return f"{BINARY} (it has NUL bytes); {PLAIN}"
    return None


def text_refusal(text: str) -> str | None:
    """Why a whole file, once decoded, is no plain text; None if it is."""
    if "\x00" in text:
        return f"{BINARY} (it has NUL characters); {PLAIN}"
    controls = len(_CONTROL.findall(text))
    if controls > CONTROLS * len(text):
        return f"{BINARY} ({controls:,} of {len(text):,} characters are control characters); {PLAIN}"
    return None
