"""Compare names as an article writes them.

Use `agree` to tell whether two names in one article can mean the same. The article decides, not a threshold: a surname
goes with a full name that ends in it, an initial with a given name that begins with it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.knowledge import normal_words, respelled, without_titles

Words = tuple[str, ...]

_SMALL_WORDS = """
the of for and on in to a an de la du von van der al
"""
_SHORT = 4  # letters of a surname that may be another's by chance
_SMALL = frozenset(_SMALL_WORDS.split())


@lru_cache(maxsize=4096)
def name_words(name: str) -> Words:
    """The words that count in a name: folded, in their usual spelling, without titles, articles and brackets."""
    return tuple(word for word in normal_words(without_titles(name)) if word != "the")


def agree(one: Words, other: Words) -> bool:
    """Whether two names can be one: the shorter is the longer one's end or beginning, or skips words within it."""
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    if len(short) == len(long):
        return all(_alike(a, b) for a, b in zip(short, long, strict=True))
    if len(short) == 1:
        return short[0] == long[-1] or (short[0] == long[0] and len(long) == 2)
    return short[-1] == long[-1] and all(any(_alike(part, word) for word in long[:-1]) for part in short[:-1])


def misspelt(one: str, other: str) -> bool:
    """Whether two surnames are one in two alphabets' spellings, or one of them lost a woman's ending.

    Machine translations write both in one article: "Zorow", "Zorova".
    """
    short, long = sorted((respelled(one), respelled(other)), key=len)
    return len(short) > _SHORT and long in (short, short + "a")


def _alike(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def initials(name: str) -> str:
    """The capitals that a name of three words or more is abbreviated to; nothing for a shorter one."""
    words = [word for word in re.findall(r"\w+", name) if word.lower() not in _SMALL]
    return "".join(word[0] for word in words).upper() if len(words) >= 3 else ""
