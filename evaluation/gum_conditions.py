"""Read GUM's conditions: the units of a text that are a condition inside an attributed content.

Use this to see how many of them a reader finds. GUM draws a tree of discourse: each unit hangs on another by a
relation, `contingency-condition` among them, and a unit that names who says something hangs by `attribution-…` on
what is said. A unit that hangs on another says how far out (`4->3:1`: the higher, the more of what hangs on unit 3 is
meant). What hangs on a unit no further out than an attribution is attributed with it. GUM's conditions are wider than
ours, for it marks those of narrated facts too: it measures recall and no precision.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from evaluation.gum import Token, tokens_of
from evaluation.statements import Stmt
from evaluation.tally import Share
from evaluation.words import Offsets, jaccard, touched, words_of

ATTRIBUTION, CONDITION = "attribution-", "contingency-condition"

# Spans alike from here on, as for our own gold.
SPAN_ALIKE = 0.5

_UNIT = re.compile(r"(?P<relation>[\w-]+):(?P<number>\d+)(?:->(?P<head>\d+))?:(?P<depth>\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of the discourse.

    Attributes:
        number: as others hang on it.
        relation: by which it hangs on its head.
        head: number of the unit that it hangs on; 0 for the root.
        depth: how far out it hangs there.
        span: its characters.
    """

    number: int
    relation: str
    head: int
    depth: int
    span: Offsets


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """A text with its attributed conditions, in order."""

    name: str
    text: str
    spans: tuple[Offsets, ...]


def documents(folder: Path) -> Iterator[Conditions]:
    """All documents of a folder of CoNLL-U files, by name."""
    for path in sorted(folder.glob("*.conllu")):
        yield read_document(path.stem, path.read_text(encoding="utf-8"))


def read_document(name: str, conllu: str) -> Conditions:
    """One document."""
    text, tokens = tokens_of(conllu)
    units = {unit.number: unit for unit in units_of(tokens)}
    spans = tuple(
        unit.span for unit in units.values() if unit.relation == CONDITION and is_attributed(unit.number, units)
    )
    return Conditions(name=name, text=text, spans=spans)


def units_of(tokens: list[Token]) -> Iterator[Unit]:
    """The units of a document, in order; each begins at a token that says so."""
    begins = [number for number, token in enumerate(tokens) if "Discourse" in token.misc]
    for begin, end in pairwise([*begins, len(tokens)]):
        match = _UNIT.match(tokens[begin].misc["Discourse"])
        if match:
            yield Unit(
                number=int(match["number"]),
                relation=match["relation"].removesuffix("_m"),
                head=int(match["head"] or 0),
                depth=int(match["depth"]),
                span=(tokens[begin].start, tokens[end - 1].end),
            )


def is_attributed(number: int, units: Mapping[int, Unit]) -> bool:
    """Whether a unit lies in what another unit attributes: alone, or with all that it hangs on."""
    attributing = [unit for unit in units.values() if unit.relation.startswith(ATTRIBUTION)]
    unit = units[number]
    if any(other.head == number for other in attributing):
        return True
    while unit.head in units:
        if any(_attributes(other, unit) for other in attributing):
            return True
        unit = units[unit.head]
    return False


def _attributes(other: Unit, unit: Unit) -> bool:
    """Whether an attribution hangs on the same as a unit, and no nearer."""
    return other.number != unit.number and other.head == unit.head and other.depth >= unit.depth


def share_found(document: Conditions, stmts: Iterable[Stmt]) -> Share:
    """How many of a document's attributed conditions are among those of the statements read; each may count once."""
    words = words_of(document.text)
    read = {touched(words, (condition.span,)) for stmt in stmts for condition in stmt.conditions}
    wanted = [touched(words, (span,)) for span in document.spans]
    return Share(right=sum(any(jaccard(one, other) >= SPAN_ALIKE for other in read) for one in wanted), of=len(wanted))
