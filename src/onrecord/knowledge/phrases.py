"""Take a phrase apart into words, names of parties and the title of an office.

Use this for `onrecord.knowledge.offices` only, which says what the words around the title make of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.knowledge.folding import folded
from onrecord.knowledge.parties import Known, known_in
from onrecord.knowledge.tables import table

KNOWN = "§"  # stands for a name of a party among the words

_TOKEN = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[,;:()\[\]\u2013\u2014]| - ")
_WITHIN = frozenset({KNOWN, "the", "s"})  # may stand within a title: "head of Russia's Security Council"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a phrase, or a known name as one."""

    text: str
    folded: str
    start: int
    end: int
    known: Known | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title among the words, and the names of parties within it."""

    start: int
    end: int
    key: str
    country: str
    within: tuple[Known, ...]


def parts_of(phrase: str) -> Iterator[list[Word]]:
    """The words of each part of a phrase, between commas, brackets and dashes.

    Args:
        phrase: a source, a role or an apposition.
    """
    known = known_in(phrase)
    return (_words(phrase, start, end, known) for start, end in _bounds(phrase))


def title_in(words: Sequence[Word]) -> Title | None:
    """The first title among the words, the longest that begins there."""
    for start in range(len(words)):
        matches = [match for title in _titles().get(words[start].folded, ()) if (match := _match(words, start, *title))]
        if matches:
            return max(matches, key=_end)
    return None


def _end(found: Title) -> int:
    return found.end


def _match(words: Sequence[Word], start: int, title: tuple[str, ...], key: str, country: str) -> Title | None:
    """A title at a place; a party's name or an article may stand within ("head of the Russian security council")."""
    place, within = start, []
    for number, part in enumerate(title):
        while number and place < len(words) and words[place].folded in _WITHIN and words[place].folded != part:
            within += names_in(words[place : place + 1])
            place += 1
        if place == len(words) or words[place].folded != part:
            return None
        place += 1
    return Title(start=start, end=place, key=key, country=country, within=tuple(within))


def names_in(words: Iterable[Word]) -> list[Known]:
    """The names of parties among the words."""
    return [word.known for word in words if word.known]


def _bounds(phrase: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _PARTS.finditer(phrase):
        yield start, mark.start()
        start = mark.end()
    yield start, len(phrase)


def _words(phrase: str, start: int, end: int, known: Sequence[Known]) -> list[Word]:
    """The words of a part of a phrase, each known name as one of them."""
    inside = [name for name in known if start <= name.start and name.end <= end and not _is_intitle_in(name)]
    words: list[Word] = []
    for name in inside:
        words += _plain(phrase, start, name.start)
        words.append(Word(text=name.words, folded=KNOWN, start=name.start, end=name.end, known=name))
        start = name.end
    return [*words, *_plain(phrase, start, end)]


def _is_intitle_in(name: Known) -> bool:
    """Whether a name is part of a title that several countries have ("Secretary of the National Security Council")."""
    return name.kind == "metonym" and tuple(folded(word) for word in name.words.split()) in _inner_titles()


def _plain(text: str, start: int, end: int) -> list[Word]:
    matches = _TOKEN.finditer(text, start, end)
    return [Word(text=match[0], folded=folded(match[0]), start=match.start(), end=match.end()) for match in matches]


@cache
def _titles() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """Titles by their first word, each with its key and the country that it implies."""
    titles: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in table("offices"):
        words = tuple(row["title"].split())
        titles.setdefault(words[0], []).append((words, row["office"], row["country"]))
    return titles


@cache
def _inner_titles() -> frozenset[tuple[str, ...]]:
    """Every run of words within a title."""
    titles = [words for entries in _titles().values() for words, _, _ in entries]
    return frozenset(
        words[start:end]
        for words in titles
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
        if end - start < len(words)
    )
