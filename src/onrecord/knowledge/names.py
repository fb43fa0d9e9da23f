"""Tell whether two names are one person's, and give each person an id.

Use this for whatever is compared or counted across articles. "Mr Zelenskiy", "Volodymyr Zelensky" and "Vladimir
Zelenskyy" share a surname, and the last two an id; the spellings are a table (`spellings.csv`), each with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from onrecord.knowledge.folding import folded, unaccented
from onrecord.knowledge.tables import table
from onrecord.knowledge.titles import titles_in

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"['’‘ʼ`]")
_POSSESSIVE = re.compile(r"['’](?:s|S)?\s*$")
_SUFFIXES = frozenset({"jr", "sr", "phd", "esq", "mp", "mep"})


def speaker_id(name: str) -> str:
    """The id of a speaker: the same for spellings of one name, in any article.

    Args:
        name: as in a text, titles and all ("President Joe Biden").

    Returns:
        Lower-case ASCII words joined by hyphens ("joe-biden"); empty only for a name without letters or digits.
    """
    return "-".join(normal_words(name) or _by_number(name))


def _by_number(name: str) -> list[str]:
    """Letters that fold to none, by their numbers: some are nothing but a mark once they are taken apart."""
    return [f"u{ord(char):x}" for char in name if char.isalnum() and not folded(unaccented(char)).strip()]


@lru_cache(maxsize=8192)
def normal_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, in their normal spelling, without titles, middle initials and "Jr.".

    Args:
        name: as in a text.
    """
    words = _words(name)
    words = _without_suffixes(words[titles_in(words) :])
    return tuple(_with_initials(_spelled(words)))


def _words(name: str) -> list[str]:
    plain = unaccented(_APOSTROPHE.sub("", _POSSESSIVE.sub("", name)))
    return [word for match in _WORD.finditer(plain) if (word := folded(match[0]))]


def _without_suffixes(words: list[str]) -> list[str]:
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    return words


def _spelled(words: list[str]) -> list[str]:
    """Words in their normal spelling: first those that are always one, then those that are within this name."""
    always, within = _spellings()
    plain = [always.get(word, word) for word in words]
    known = set(plain)
    rules = {
        spelling: normal
        for word in dict.fromkeys(plain)
        for spelling, normal in within.get(word, {}).items()
        if spelling in known
    }
    return [normal for word in plain if (normal := rules.get(word, word))]


def _with_initials(words: list[str]) -> list[str]:
    """First initials as one word ("J. D." as "jd"); later ones are left out, unless a name ends with one."""
    leading = next((place for place, word in enumerate(words) if not _is_initial(word)), len(words))
    joined = ["".join(words[:leading]), *words[leading:]]
    if leading < 2 or titles_in(joined):  # "M. R. Doe" is no Mr Doe
        joined = words
    last = len(joined) - 1
    return [word for place, word in enumerate(joined) if place in {0, last} or not _is_initial(word)]


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


@cache
def _spellings() -> tuple[Mapping[str, str], Mapping[str, Mapping[str, str]]]:
    """Spellings that hold always, and those that hold beside a certain word."""
    always: dict[str, str] = {}
    within: dict[str, dict[str, str]] = {}
    for row in table("spellings"):
        rules = within.setdefault(row["only_with"], {}) if row["only_with"] else always
        rules[row["spelling"]] = row["normal"]
    return always, within
