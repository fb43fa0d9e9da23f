"""Find the parties that a phrase names: countries, their people and capitals, bodies, political parties.

Use this on a role, an apposition or the words of a source, to learn for whom somebody speaks. It looks words up and
weighs nothing: a person called Jordan is a country here, so leave the names of persons out of what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, TypeAlias

from onrecord.knowledge.folding import unaccented
from onrecord.knowledge.tables import Row, several, table

Kind: TypeAlias = Literal[
    "country", "state", "body", "political party", "adjective", "nationality", "metonym", "capital"
]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’](?!s\b)[^\W_]+)*")
_BETWEEN = re.compile(r"\s*[-'’.&]?\s*")
_HYPHENS = "-\u2010\u2011"
_SHORT = 80  # characters
_SHORTEST_MISSPELT = 6  # letters
_SHORTEST_IN_CAPITALS = 5  # letters: "ITALY", "MOSCOW"; shorter words in capitals are abbreviations of much else

_Words: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name that the tables know, and where it stands in a phrase.

    Attributes:
        words: as written.
        start: of the words in the phrase.
        end: behind them.
        name: what they name, under one spelling ("European Commission").
        party: for whom it speaks ("European Union").
        kind: in what way it names a party.
        country: the state that the party is, or is part of; None for bodies of several, and where parties of many
            countries bear the name.
    """

    words: str
    start: int
    end: int
    name: str
    party: str
    kind: Kind
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    words: _Words
    name: str
    party: str
    kind: Kind | None  # None for names that only look like a party's
    country: str | None


def known_in(text: str) -> list[Known]:
    """Every known name in a phrase, in its order; of names that begin at one place the longest.

    Case tells "US" from "us" and "Polish" from "polish". A part of a word joined by a hyphen ("US-led") is no name.

    Args:
        text: the phrase; what was found in short ones is kept, since roles and names come again and again.
    """
    return list(_kept(text)) if len(text) <= _SHORT else _known_in(text)


@lru_cache(maxsize=8192)
def _kept(text: str) -> tuple[Known, ...]:
    return tuple(_known_in(text))


def _known_in(text: str) -> list[Known]:
    tokens = list(_WORD.finditer(text))
    keys = [_key(token[0]) for token in tokens]
    index, found, taken = _index(), list[Known](), 0
    for place in [place for place, key in enumerate(keys) if key in index]:
        entry = _longest(text, tokens, keys, place) if place >= taken else None
        if entry is None:
            continue
        taken = place + len(entry.words)
        start, end = tokens[place].start(), tokens[taken - 1].end()
        if entry.kind and not _is_joined(text, start, end):
            found.append(_known(entry, entry.kind, text, start, end))
    return found


@lru_cache(maxsize=1024)
def country_like(name: str) -> str | None:
    """The one country whose name a misspelt one differs from by a letter; short names are too much alike."""
    if len(name) < _SHORTEST_MISSPELT:
        return None
    names = ((" ".join(entry.words), entry) for entries in _index().values() for entry in entries)
    near = {entry.party for words, entry in names if entry.kind == "country" and _differs_by_a_letter(words, name)}
    return near.pop() if len(near) == 1 else None


def _differs_by_a_letter(one: str, other: str) -> bool:
    """Whether a letter is missing, too many, wrong, or in its neighbour's place."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or one == other or one[0] != other[0]:
        return False
    same = next((place for place, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    swapped = one[same] == other[same + 1 : same + 2] and one[same + 1 : same + 2] == other[same]
    return one[same + 1 :] == other[same + 1 :] or (swapped and one[same + 2 :] == other[same + 2 :])


def is_party(name: str) -> bool:
    """Whether a name is one under which the tables know a party ("United Kingdom", not "Britain")."""
    return name in _parties()


def _known(entry: _Entry, kind: Kind, text: str, start: int, end: int) -> Known:
    return Known(
        words=text[start:end],
        start=start,
        end=end,
        name=entry.name,
        party=entry.party,
        kind=kind,
        country=entry.country,
    )


def _longest(text: str, tokens: Sequence[re.Match[str]], keys: Sequence[str], place: int) -> _Entry | None:
    for entry in _index().get(keys[place], ()):
        end = place + len(entry.words)
        if tuple(keys[place:end]) == entry.words and _is_unbroken(text, tokens[place:end]):
            return entry
    return None


def _is_unbroken(text: str, tokens: Sequence[re.Match[str]]) -> bool:
    pairs = pairwise(tokens)
    return all(_BETWEEN.fullmatch(text, before.end(), after.start()) for before, after in pairs)


def _is_joined(text: str, start: int, end: int) -> bool:
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    return (before[-1:] in _HYPHENS and before[:1].isalnum() and len(before) > 1) or (
        after[:1] in _HYPHENS and after[1:].isalnum()
    )


@lru_cache(maxsize=16_384)  # most words of a text are those of the text before
def _key(word: str) -> str:
    """A word as the index has it: without accents, and with one apostrophe."""
    return unaccented(word).replace("’", "'")


@cache
def _index() -> dict[str, list[_Entry]]:
    """Entries by their first word, the longest first; of two with the same words the one that is read first counts."""
    entries: dict[_Words, _Entry] = {}
    for entry in _entries():
        entries.setdefault(entry.words, entry)
        for words in _variants(entry.words):
            entries.setdefault(words, replace(entry, words=words))
    index: dict[str, list[_Entry]] = {}
    for entry in sorted(entries.values(), key=_by_length):
        index.setdefault(entry.words[0], []).append(entry)
    return index


def _by_length(entry: _Entry) -> int:
    return -len(entry.words)


def _variants(words: _Words) -> Iterator[_Words]:
    """A name at the beginning of a sentence, and in capitals."""
    if words[0] == "the":
        yield ("The", *words[1:])
    if all(len(word) >= _SHORTEST_IN_CAPITALS for word in words):
        yield tuple(word.upper() for word in words)


def _entries() -> Iterator[_Entry]:
    """What the tables know, in the order of trust."""
    for row in table("not_parties"):
        yield _entry(row["words"], "", "", None, None)
    countries = table("countries")
    for field, kind in _FIELDS[:1]:
        yield from _of_countries(countries, field, kind)
    for row in table("metonyms"):
        yield _entry(
            row["words"], row["words"], row["party"], "metonym" if row["party"] else None, row["country"] or None
        )
    for row in table("bodies"):
        yield _entry(row["words"], row["name"], row["party"], "body", _sovereign(row["party"]))
    for row in table("political_parties"):
        yield _entry(row["words"], row["party"], row["party"], "political party", row["country"] or None)
    for field, kind in _FIELDS[1:]:
        yield from _of_countries(countries, field, kind)
    for row in table("states"):
        yield _entry(row["name"], row["name"], row["name"], "state", row["country"])


_FIELDS: tuple[tuple[str, Kind], ...] = (
    ("names", "country"),
    ("adjectives", "adjective"),
    ("nouns", "nationality"),
    ("capitals", "capital"),
)


def _of_countries(countries: Sequence[Row], field: str, kind: Kind) -> Iterator[_Entry]:
    for row in countries:
        for words in several(row[field]):
            name = words if kind == "capital" else row["party"]
            yield _entry(words, name, row["party"], kind, row["part_of"] or row["party"])


def _entry(words: str, name: str, party: str, kind: Kind | None, country: str | None) -> _Entry:
    keys = tuple(_key(match[0]) for match in _WORD.finditer(words))
    return _Entry(words=keys, name=name, party=party, kind=kind, country=country)


def _sovereign(party: str) -> str | None:
    return next((row["part_of"] or row["party"] for row in table("countries") if row["party"] == party), None)


@cache
def _parties() -> frozenset[str]:
    return frozenset(entry.party for entries in _index().values() for entry in entries)
