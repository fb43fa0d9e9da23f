"""Take a text apart into the terms that are searched for.

Use `index_terms` for the column that the full-text index of either database is built on, and `terms` for a query or for
the places of hits. Folding and stemming are done here and not by the databases, whose stemmers, stop words and notions
of a word differ: so both find the same. A term is of lower-case ASCII letters and digits ("Élysée's" is `elyse`,
"talks" is `talk`); there are no stop words, for "no" and "not" matter in what is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import Protocol

from onrecord.knowledge import folded

MOST_TERMS = 10_000  # of a statement; PostgreSQL refuses text vectors of more than a megabyte
MOST_LETTERS = 60  # of a term; longer ones are no words, and a stemmer would take its time over them

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_NOT_PLAIN = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class Term:
    """A word as it is searched for, and where it stands: characters [start, end)."""

    name: str
    start: int
    end: int


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  # the library's name


def index_terms(text: str) -> str:
    """The terms of a text in its order, with spaces between them, for the full-text index."""
    return " ".join(one.name for one in islice(terms(text), MOST_TERMS))


def terms(text: str) -> Iterator[Term]:
    """Each word of a text as a term; what folds to nothing is none."""
    for match in _WORD.finditer(text):
        if name := term(match[0]):
            yield Term(name, *match.span())


@lru_cache(maxsize=65_536)  # the words of English news come again and again
def term(word: str) -> str:
    """A word without accents, possessive and ending, in lower case."""
    plain = _NOT_PLAIN.sub("", folded(_POSSESSIVE.sub("", word)))[:MOST_LETTERS]
    return _stemmer().stemWord(plain) if plain else ""


@cache
def _stemmer() -> _Stemmer:
    """Porter's second stemmer for English, the one that PostgreSQL calls `english`."""
    import snowballstemmer  # noqa: PLC0415  # not needed to ask for help

    stemmer: _Stemmer = snowballstemmer.stemmer("english")
    return stemmer
