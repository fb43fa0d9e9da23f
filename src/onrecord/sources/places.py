"""Look at words as the name of a place: how they are capitalised, and how to write them.

Use this for the words at a dateline's beginning. It does not know the world's places; it knows what a place's name looks like.
"""

from __future__ import annotations

import re

from onrecord.sources.wires import NO_PLACES

SMALL = frozenset("al am an and au da de del der do du el ez in la las le les los of on sur the upon".split())
SHORT = frozenset({"UN", "US", "USS", "UK", "UAE", "DC"})

_SCOTTISH = re.compile(r"^(?:Ma?c|La|Le|De)(?=[A-Z]{2})")  # McALLEN, LaGRANGE, DeKALB
_PARTS = re.compile(r"([\s/-]+)")


def is_capital(city: str) -> bool:
    """Whether a name is written in capitals, as datelines are."""
    words = [_SCOTTISH.sub("", word) for word in _words(city) if word not in SMALL]
    return all(word.isupper() for word in words) and any(len(word) > 1 for word in words)


def is_mixed(city: str) -> bool:
    """Whether a name is written like "Rio de Janeiro", and no word in it tells that it is something else."""
    words = _words(city)
    return words[0][0].isupper() and all(word in SMALL or word[0].isupper() for word in words) and may_be_place(city)


def may_be_place(city: str) -> bool:
    """Whether no word of it belongs to headlines, bodies, people and sentences."""
    return NO_PLACES.isdisjoint(word.upper().replace("’", "'").removesuffix("'S").strip(".") for word in _words(city))


def neat(city: str) -> str:
    """A name in capitals as one writes it ("PORT-AU-PRINCE" as "Port-au-Prince"); others stay as they are."""
    city = city if re.search(r"\w\.\w*\.$|^\w+\.$(?<=ST\.)", city) else city.rstrip(".")
    if not is_capital(city):
        return city
    parts = _PARTS.split(city)
    return "".join(_neat_word(part, first=not index) for index, part in enumerate(parts))


def _neat_word(word: str, *, first: bool) -> str:
    if word in SHORT or re.fullmatch(r"(?:\w\.)+", word) or not word.isupper():
        return word
    if word.lower() in SMALL and not first:
        return word.lower()
    prefix, quote, rest = re.fullmatch(r"(\w?)(['’]?)(.*)", word, re.S).groups()  # type: ignore[union-attr]
    return f"{prefix}{quote}{rest.capitalize() if quote else rest.lower()}"


def _words(city: str) -> list[str]:
    return [word for word in re.split(r"[\s/-]+", city) if word]
