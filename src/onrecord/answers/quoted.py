"""Take the words of a quotation: what stands between quotation marks, without what an editor put in.

Use `quotation` where quotations are compared word by word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.records import Statement

_MARK = re.compile(r"[“”\"„«»]")
_EDITOR = re.compile(r"\[[^\]]*\]|\([^)]*\bEd\.?\)")
_ELLIPSIS = re.compile(r"\[?(?:…|\.\.\.|\. \. \.)\]?")
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_THAT = re.compile(r"^\s*that\s+(?=[“\"„«])")
_APOSTROPHES = str.maketrans("’‘", "''")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of a quotation.

    Attributes:
        words: in lower case, without punctuation.
        is_marked: whether it has a sign that something is left out.
    """

    words: tuple[str, ...]
    is_marked: bool


@lru_cache(maxsize=65_536)  # comparing goes over the same texts again and again
def _taken(text: str, *, whole: bool) -> Quotation:
    parts = [text] if whole else _quoted(text)
    told = " ".join(parts)
    told = _THAT.sub("", told)
    words = _WORD.findall(_EDITOR.sub(" ", told).lower().translate(_APOSTROPHES))
    return Quotation(words=tuple(words), is_marked=bool(_ELLIPSIS.search(told)) or "[" in told or len(parts) > 1)


def _quoted(text: str) -> list[str]:
    """What stands between quotation marks; a quotation within a quotation is of the outer one's words."""
    parts: list[str] = []
    depth = begin = 0
    for match in _MARK.finditer(text):
        if depth and text[match.start() - 1] == "\n":  # another paragraph of the same quotation
            continue
        if _opens(text, match.start(), depth):
            depth += 1
            begin = match.end() if depth == 1 else begin
        elif depth:
            depth -= 1
            if not depth:
                parts.append(text[begin : match.start()])
    return [part for part in [*parts, text[begin:] if depth else ""] if part]


def _opens(text: str, place: int, depth: int) -> bool:
    """Whether a mark opens: inside a quotation only before a word, and a straight one behind a space."""
    mark, before, behind = text[place], text[:place][-1:], text[place + 1 : place + 2]
    if mark not in '“„«"':
        return False
    return not depth or (behind.isalnum() and (mark != '"' or before.isspace()))


def told(stmt: Statement) -> tuple[str, ...]:
    """All words of a statement, quoted or not."""
    return _taken(stmt.text, whole=True).words


def quotation(stmt: Statement) -> Quotation:
    """The quoted words of a statement; none of an indirect one."""
    if stmt.form == "indirect":
        return Quotation((), is_marked=False)
    text = stmt.text.replace(" … ", " ") if len(stmt.content) > 1 else stmt.text  # the sign is ours there
    return _taken(text, whole=stmt.form == "direct")
