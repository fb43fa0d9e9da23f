"""Look at words as the name of a place: how they are capitalised, and how to write them.

Use this for the words at a dateline's beginning. It does not know the world's places, but what their names look like.
"""

from __future__ import annotations

import re

from onrecord.sources.wires import CITIES, NO_PLACES, PEOPLE, SMALL

SHORT = frozenset({"UN", "US", "USS", "UK", "UAE", "DC"})

_PREFIX = re.compile(r"(?:Ma?c|La|Le|De)(?=[A-Z]{2})")  # McALLEN, LaGRANGE, DeKALB
_PARTS = re.compile(r"([\s/-]+)")
_ABBREVIATED = re.compile(r"(?:\b\w\.)+$")


def is_capital(city: str) -> bool:
    """Whether a name is written in capitals, as datelines are."""
    words = [_PREFIX.sub("", word, count=1) for word in _words(city) if word not in SMALL]
    return all(word.isupper() for word in words) and any(len(word) > 1 for word in words)


def is_mixed(city: str) -> bool:
    """Whether a name is written like "Rio de Janeiro", and no word in it tells that it is something else."""
    words = _words(city)
    return words[0][0].isupper() and all(word in SMALL or word[0].isupper() for word in words) and may_be_place(city)


def may_be_place(city: str) -> bool:
    """Whether no word of it belongs to headlines, bodies and sentences."""
    return city in CITIES or NO_PLACES.isdisjoint(_folded(city))


def may_be_person(city: str) -> bool:
    """Whether a word of it is a person's who is often in the news."""
    return not PEOPLE.isdisjoint(_folded(city))


def neat(city: str) -> str:
    """A name in capitals as one writes it ("PORT-AU-PRINCE" as "Port-au-Prince"); others stay as they are."""
    city = city if _ABBREVIATED.search(city) else city.rstrip(".")
    if not is_capital(city):
        return city
    parts = _PARTS.split(city)
    small = {part for part in parts[1:] if part.lower() in SMALL}
    return "".join(part.lower() if part in small else _neat(part) for part in parts)


def _neat(word: str) -> str:
    if word in SHORT or _ABBREVIATED.fullmatch(word):
        return word
    start = 2 if word[1:2] in ("'", "\u2019") else 0  # N'DJAMENA, O'FALLON
    if prefix := _PREFIX.match(word):
        start = prefix.end()
    return word[:start] + word[start:].capitalize()


def _folded(city: str) -> set[str]:
    words = city.upper().replace("\u2019", "'").replace("/", " ").split()
    return {word.strip(".,").removesuffix("'S") for word in words}


def _words(city: str) -> list[str]:
    return [word for word in re.split(r"[\s/-]+", city) if word]
