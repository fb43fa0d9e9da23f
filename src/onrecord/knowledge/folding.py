"""Fold words to plain lower-case letters.

Use this wherever names are compared. It is no transliteration: letters of other alphabets become their number, which
keeps an id readable by machines and different for different names.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "ı": "i",
        "İ": "I",
    }
)
"""Letters that Unicode does not take apart."""

_OTHER = re.compile(r"[^\x00-\x7f]")


def unaccented(text: str) -> str:
    """A text without the marks on its letters ("Élysée" as "Elysee")."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in parts if not unicodedata.combining(char))


def folded(word: str) -> str:
    """A word in ASCII, lower-case; a letter of another alphabet becomes "u" and its number."""
    return _OTHER.sub(_number, unaccented(word).casefold())


def _number(match: re.Match[str]) -> str:
    return f"u{ord(match[0]):x}" if match[0].isalnum() else ""
