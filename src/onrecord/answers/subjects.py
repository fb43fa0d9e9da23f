"""Tell whether two statements are about the same thing.

Use `Subjects` over all statements that are to be compared with each other: words that many of them use say little, and
their weight is learnt from them. What a statement is about is its content without its conditions, without words that
carry a stance ("ready", "refuse") and without those that stand anywhere, all without their endings, so that "withdraws"
meets "withdrawal". Where statements have vectors, these can make up for different words, never for none.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from onrecord.answers.plain_words import STANCE_WORDS, STOP_WORDS, is_plain
from onrecord.ledger import term, terms
from onrecord.records import Condition, Entry, Statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENOUGH = 0.5
"""Of the weight of the shorter subject's words, this much must be shared; set on the invented stories in examples/."""
ENOUGH_OF_LONGER = 0.2
"""Of the longer one's, this much; it keeps a single common word from matching a whole paragraph."""
ALIKE = 0.75
"""Cosine of two vectors from which on statements on one subject may share a single word only. In the stories of
examples/, as they are read, two of a side that share nothing but their own name come to 0.66."""
ALL_BUT_ROUNDING = 0.999
"""A single common word is enough only where neither has another."""
NEARLY_ALIKE = 0.6
"""Cosine from which on enough of the shorter subject's words will do, however long the other is."""
SHORTEST = 3
"""Letters of a word that means something."""

NO_MATTERS: Mapping[str, str] = {}

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """How two statements are about the same thing.

    Attributes:
        shared: the words, as the first one has them.
        likeness: the share of the shorter subject's weight.
    """

    shared: tuple[str, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Shared:
    """How much two subjects share; of many pairs at once, where the fields are arrays.

    Attributes:
        share: of the lighter one's weight.
        of_longer: of the heavier one's.
        number: of words.
        enough: the least share of the lighter one.
    """

    share: Any
    of_longer: Any
    number: Any
    enough: float

    def is_close(self) -> Any:
        """Whether that is enough to be about the same thing."""
        several = (self.number > 1) | (self.of_longer > ALL_BUT_ROUNDING)
        return (self.share >= self.enough) & (self.of_longer >= ENOUGH_OF_LONGER) & several

    def is_alike(self, likeness: Any) -> Any:
        """Whether a cosine of the vectors makes up for what is not shared."""
        near = (likeness >= NEARLY_ALIKE) & (self.number > 1) & (self.share >= self.enough)
        return (likeness >= ALIKE) | near


class Subjects:
    """The subjects of some statements, and what each word of them weighs.

    Args:
        entries: all that are to be compared.
        enough: of the weight of the shorter subject's words, so much must be shared.
        matters: by id, what statements are about whose words do not say it; they are compared by that alone.
    """

    def __init__(
        self, entries: Iterable[Entry], *, enough: float = ENOUGH, matters: Mapping[str, str] = NO_MATTERS
    ) -> None:
        self.enough = enough
        self._matters = matters
        told = {key: {matter: matter} for key, matter in matters.items()}
        self._words = {entry.id: told.get(entry.id) or subject(entry.stmt) for entry in entries}
        counts = Counter(stem for words in self._words.values() for stem in words)
        self._weights = {stem: math.log(1 + len(self._words) / number) for stem, number in counts.items()}
        self._totals = {key: self.weight(words) for key, words in self._words.items()}

    def alike(self, one: Entry, other: Entry) -> Alike | None:
        """How two of them are about the same thing; None where they are not."""
        ours, theirs = self._words[one.id], self._words[other.id]
        common = ours.keys() & theirs.keys()
        if not common:
            return None
        weight = self.weight(common)
        enough = weight >= self.enough * min(
            self._totals[one.id], self._totals[other.id]
        )  # most end here: keep it cheap
        if not enough and cosine(one.stmt.vector, other.stmt.vector) < ALIKE:
            return None
        lighter, heavier = sorted((self._totals[one.id], self._totals[other.id]))
        shared = Shared(weight / lighter, weight / heavier, len(common), self.enough)
        if not shared.is_close() and not shared.is_alike(cosine(one.stmt.vector, other.stmt.vector)):
            return None
        words = tuple(word for stem, word in ours.items() if stem in common)
        return Alike(shared=words, likeness=round(min(shared.share, 1.0), 2))

    def has_matter(self, entry: Entry) -> bool:
        """Whether it is compared by what it is about, and not by its words."""
        return entry.id in self._matters

    def words(self, entry: Entry) -> Mapping[str, str]:
        """The stems of a statement's subject, and the words that they are of."""
        return self._words[entry.id]

    def weight(self, stems: Iterable[str]) -> float:
        """What stems weigh together; each more, the fewer statements have it."""
        return sum(map(self._weights.__getitem__, stems))


def subject(stmt: Statement) -> dict[str, str]:
    """What a statement is about: stems, and the words that they are of."""
    return stems_of(_without(stmt.text, stmt.conditions))


def stems_of(text: str) -> dict[str, str]:
    """The stems of the words of a text that mean something, each with the first word that it stands for."""
    stems: dict[str, str] = {}
    for word in _WORD.findall(text.lower()):
        stem = _stem(word)
        if stem and stem not in stems:
            stems[stem] = word
    return stems


@lru_cache(maxsize=65_536)  # the words of an issue come again and again
def _stem(word: str) -> str:
    """A word as the ledger searches for it; nothing where it means nothing by itself."""
    if is_plain(word):
        return ""
    stem = next((term.name for term in terms(word)), "")
    return stem if len(stem) >= SHORTEST else ""


def stems_at_least(words: str) -> int:
    """How many stems a text has at least, from the terms of its words; some are also those of plain words."""
    return sum(len(word) >= SHORTEST for word in set(words.split()) - _plain_terms())


@cache
def _plain_terms() -> frozenset[str]:
    return frozenset(map(term, STOP_WORDS | STANCE_WORDS))


def overlap(one: Iterable[str], other: Iterable[str]) -> float:
    """The share of the smaller set that stands in both; 0 where one is empty."""
    ours, theirs = set(one), set(other)
    fewest = min(len(ours), len(theirs))
    return len(ours & theirs) / fewest if fewest else 0.0


def cosine(one: bytes, other: bytes) -> float:
    """The likeness of two directions in int8 numbers, -1 to 1; 0 where one is missing."""
    if not one or len(one) != len(other):
        return 0.0
    return float(_direction(one) @ _direction(other))


@lru_cache(maxsize=16_384)  # a statement is compared with hundreds; at 128 numbers, 8 MB
def _direction(vector: bytes) -> NDArray[np.float32]:
    """A vector of length 1, or of zeros."""
    import numpy as np  # noqa: PLC0415  # statements without vectors need none of it

    numbers = np.frombuffer(vector, np.int8).astype(np.float32)
    direction: NDArray[np.float32] = numbers / max(math.sqrt(float(numbers @ numbers)), 1e-9)
    return direction


def _without(text: str, conditions: Sequence[Condition]) -> str:
    for condition in conditions:
        text = text.replace(condition.text, " ")
    return text
