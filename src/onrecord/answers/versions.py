"""What is told of a quotation's versions: typed, frozen, each with its words and its reason.

Use these where an answer about a quotation leaves this room; `results` has the other answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.answers.results import Scope
from onrecord.records import Entry

Likeness: TypeAlias = Literal["same", "cut", "fuller", "altered", "translation", "paraphrase"]
Mark: TypeAlias = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of two versions of a quotation, laid beside each other.

    Attributes:
        mark: whether they stand in both, only in the first, or only in the second.
        text: the words.
    """

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """Another version of a quotation.

    Attributes:
        entry: where it stands.
        kind: the same, cut, fuller than the one asked about, altered, or the same in other words.
        pieces: the words of both; empty for other words.
        likeness: the share of the shorter one's words that stand in both; of other words, that of their meaning.
        why: all this in a sentence.
    """

    entry: Entry
    kind: Likeness
    pieces: tuple[Piece, ...]
    likeness: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants:
    """A quotation across articles and outlets.

    Attributes:
        entry: the one asked about.
        variants: the most alike first.
        scope: it and all of them.
    """

    entry: Entry
    variants: tuple[Variant, ...]
    scope: Scope
