"""Find the conditions on which contents hang.

Use `conditions_of` on a statement and what the acts graph says of it. An opener ("if", "unless", …) proposes, the
graph's tags decide and choose where its clause ends; what the tags alone see ("an invasion would bring …") must be
clearer.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.model import Knots
from onrecord.reading.act_encoder import ActOutputs
from onrecord.reading.openers import Opening, Strength, openings
from onrecord.reading.pieces import FloatArray, IntArray, Pieces
from onrecord.reading.statements import confidence
from onrecord.reading.wording import WORD
from onrecord.records import Act, Condition, ConditionKind, Span, Statement

# The least mean probability of being in a condition; chosen on onrecord train and on our labels.
LEAST: Mapping[Strength, float] = {"sure": 0.0, "strong": 0.1, "fair": 0.3, "weak": 0.5}
ALONE = 0.6  # where no opener proposes
INSIDE = 0.5
_FEWEST = 4  # words of a condition that no opener proposes
_PROPOSED = re.compile(r"(?:even\s+)?(?:if|when|as)\b", re.IGNORECASE)  # words that an opener would have proposed
_COMMITS: frozenset[Act] = frozenset({"offer", "promise", "refuse", "threaten"})
LIKELY = 0.5
"""A confidence below it is a doubt, as everywhere."""
_STOP = re.compile(r"[.!?;\n]")
_NEVER = 1e-6
# What tells the kind of a condition that the tags alone see.
_KINDS: tuple[tuple[re.Pattern[str], ConditionKind], ...] = (
    (re.compile(r"\bonly\b", re.IGNORECASE), "only"),
    (re.compile(r"\b(?:until|till)\b", re.IGNORECASE), "until"),
    (re.compile(r"\b(?:unless|without|otherwise)\b", re.IGNORECASE), "unless"),
    (re.compile(r"\b(?:after|once|as soon as)\b", re.IGNORECASE), "after"),
    (
        re.compile(
            r"\b(?:subject to|in exchange|in return|depend|decide|condition|terms|must|has to|have to)", re.IGNORECASE
        ),
        "subject_to",
    ),
)


@dataclass(frozen=True, slots=True, eq=False)
class _Tagged:
    """The pieces of a content that were read, and the probability of each to be in a condition."""

    start: IntArray
    end: IntArray
    inside: FloatArray

    def among(self, span: Span) -> FloatArray:
        """The probabilities of the pieces of a span."""
        first, last = np.searchsorted(self.end, span.start, side="right"), np.searchsorted(self.start, span.end)
        return self.inside[first:last]


def conditions_of(
    stmt: Statement, out: ActOutputs, text: str, *, pieces: Pieces, curve: Knots, body: int = 0
) -> tuple[Condition, ...]:
    """The conditions in a statement's content, in order; none of them meets another.

    Args:
        stmt: one statement.
        out: what the acts graph says of it.
        text: the article's.
        pieces: of the article's text from its body on.
        curve: how raw confidences are calibrated.
        body: where the pieces' text begins in the article's.
    """
    tagged = _Tagged(
        pieces.start[out.read] + body, pieces.end[out.read] + body, np.exp(out.conditions[:, 1:]).sum(axis=1)
    )
    found: list[Condition] = []
    for part in stmt.content:
        found.extend(_proposed(text, part, tagged))
        found.extend(one for one in _seen(text, part, tagged) if not any(_rules_out(text, x, one) for x in found))
    found.sort(key=_start)
    return tuple(replace(one, confidence=confidence(math.log(max(one.confidence, _NEVER)), curve)) for one in found)


def _proposed(text: str, part: Span, tagged: _Tagged) -> Iterator[Condition]:
    """What an opener proposes and the tags do not deny, the surest first."""
    taken: list[Span] = []
    found = list(openings(text, part))
    sure = [Span(one.start, one.ends[0]) for one in found if one.strength == "sure"]
    outer = (one for one in found if not any(span.start < one.start < span.end for span in sure))
    made = [(*_best_end(opening, opening.ends, tagged), opening) for opening in outer]
    for _, _, opening in sorted(made, key=_likelihood, reverse=True):
        free = [end for end in opening.ends if not any(_meet(Span(opening.start, end), other) for other in taken)]
        if not free:
            continue
        likely, end = _best_end(opening, free, tagged)  # of two in a row, the first ends where the second begins
        span = Span(opening.start, end)
        if likely >= LEAST[opening.strength] and not span.of(text).isupper():  # a headline that cuts in
            taken.append(span)
            yield Condition(text=span.of(text), span=span, kind=opening.kind, confidence=likely)


def _best_end(opening: Opening, ends: Iterable[int], tagged: _Tagged) -> tuple[float, int]:
    """The mean probability up to the one of some ends that the tags like best, and that end."""
    scored = []
    for end in ends:
        inside = tagged.among(Span(opening.start, end))
        clipped = np.clip(inside, _NEVER, 1 - _NEVER)
        odds = float((np.log(clipped) - np.log(1 - clipped)).sum())
        scored.append((odds, float(inside.mean()) if len(inside) else 0.0, end))
    _, likely, end = max(scored)
    return likely, end


def _seen(text: str, part: Span, tagged: _Tagged) -> Iterator[Condition]:
    """Runs of pieces that the tags alone take for a condition."""
    within = (tagged.start >= part.start) & (tagged.end <= part.end) & (tagged.inside > INSIDE)
    for run in np.split(np.flatnonzero(within), np.flatnonzero(np.diff(np.flatnonzero(within)) > 1) + 1):
        if not len(run):
            continue
        span = Span(int(tagged.start[run[0]]), int(tagged.end[run[-1]]))
        likely = float(tagged.inside[run].mean())
        if likely >= ALONE and not _PROPOSED.match(text, span.start) and len(WORD.findall(span.of(text))) >= _FEWEST:
            yield Condition(text=span.of(text), span=span, kind=_kind(span.of(text)), confidence=likely)


def _rules_out(text: str, found: Condition, seen: Condition) -> bool:
    """Whether one leaves no room for one that only the tags see: it meets it, or goes before it in its sentence."""
    between = text[found.span.end : seen.span.start]
    follows = bool(between) and not _STOP.search(between)
    return follows or _meet(found.span, seen.span)


def _kind(words: str) -> ConditionKind:
    return next((kind for pattern, kind in _KINDS if pattern.search(words)), "if")


def innermost(stmts: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with each condition left to the innermost content that holds it.

    Where the one around it commits somebody and that content does the same ("she said that Norvia is ready to sign if
    …"), or may be none, both hang on the condition: else the outer one would be an offer without it.
    """
    around = {stmt.id: stmt for stmt in stmts}
    by_parent: dict[int, list[Condition]] = {}
    for stmt in stmts:
        if stmt.parent is not None and not _tells_the_same(around[stmt.parent], stmt):
            by_parent.setdefault(stmt.parent, []).extend(stmt.conditions)
    return tuple(
        replace(stmt, conditions=tuple(one for one in stmt.conditions if not _held(one, by_parent.get(stmt.id, []))))
        for stmt in stmts
    )


def _tells_the_same(outer: Statement, inner: Statement) -> bool:
    return outer.act in _COMMITS and (outer.act == inner.act or inner.confidence < LIKELY)


def _held(one: Condition, others: Sequence[Condition]) -> bool:
    return any(_meet(one.span, other.span) for other in others)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _start(condition: Condition) -> int:
    return condition.span.start


def _likelihood(made: tuple[float, int, Opening]) -> float:
    return made[0]
