r"""Turn spans of characters into sets of words.

Use this wherever two spans are compared: a word is a `\w+` run, so punctuation and white space at an edge do not count,
and two spans are the same when they touch the same words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Sequence, Set
from operator import itemgetter
from typing import TypeAlias

Offsets: TypeAlias = tuple[int, int]
Spans: TypeAlias = Sequence[Offsets]
WordSet: TypeAlias = frozenset[int]

_WORD = re.compile(r"\w+")
_start, _end = itemgetter(0), itemgetter(1)


def words_of(text: str) -> tuple[Offsets, ...]:
    """Offsets of each word, in text order."""
    return tuple(match.span() for match in _WORD.finditer(text))


def touched(words: Sequence[Offsets], spans: Spans) -> WordSet:
    """Indices of the words that share at least one character with a span.

    Args:
        words: from `words_of`.
        spans: half-open, in any order; an empty one touches nothing.

    Returns:
        Empty where the spans hold white space and punctuation only.
    """
    indices: set[int] = set()
    for start, end in spans:
        if start < end:
            indices.update(range(bisect_right(words, start, key=_end), bisect_left(words, end, key=_start)))
    return frozenset(indices)


def folded_words(text: str) -> list[str]:
    """The words of a text in text order, case and accents folded, so that they compare across spellings."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(char for char in decomposed if not unicodedata.combining(char)))


def jaccard(a: Set[Hashable], b: Set[Hashable]) -> float:
    """What two sets share of all they hold; 0 when both are empty, for they have nothing in common."""
    return len(a & b) / len(a | b) if a or b else 0.0


def sources_meet(a: WordSet, b: WordSet) -> bool:
    """Whether two sources share a word or are both absent."""
    return bool(a & b) or not (a or b)
