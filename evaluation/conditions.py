"""Score conditions: their spans, their kind, and who must act.

Use this on the statements of an article, gold and read. Conditions are compared article by article and not pair by
pair: every condition of the gold counts in recall and every one that was read in precision, whether or not the
statement that holds it was found, so that a reader gains nothing by missing statements with conditions. The same
words count once on either side, for a nested statement's condition is that of the statement around it too. Kind and
`on` are judged on the conditions that were found only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from evaluation.fields import party_words
from evaluation.names import same_speaker
from evaluation.pairing import Likeness, pair_best
from evaluation.statements import Condition, Stmt
from evaluation.tally import Share, Tally, tally_pairs
from evaluation.words import Offsets, WordSet, jaccard, touched

# Spans alike from here on, from data/README.md.
SPAN_ALIKE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionScores:
    """What the metrics say.

    Attributes:
        spans: conditions whose words are alike.
        kind: share of the conditions found that have the gold's kind.
        on: share of the conditions found that hang on whom the gold says; on nobody where it says nobody.
        named: the same, where the gold says somebody.
        articles: over how many.
    """

    spans: Tally = field(default_factory=Tally)
    kind: Share = field(default_factory=Share)
    on: Share = field(default_factory=Share)
    named: Share = field(default_factory=Share)
    articles: int = 0

    @property
    def false_rate(self) -> float:
        """Conditions an article that the gold does not have."""
        return (self.spans.predicted - self.spans.right) / self.articles if self.articles else 0.0

    def __add__(self, other: ConditionScores) -> ConditionScores:
        """Sum, article by article."""
        return ConditionScores(
            spans=self.spans + other.spans,
            kind=self.kind + other.kind,
            on=self.on + other.on,
            named=self.named + other.named,
            articles=self.articles + other.articles,
        )


def score_conditions(words: Sequence[Offsets], gold: Iterable[Stmt], predicted: Iterable[Stmt]) -> ConditionScores:
    """Score the conditions of one article.

    Args:
        words: of the article, from `words_of`.
        gold: its statements, in any order.
        predicted: likewise.
    """
    wanted, got = distinct(words, gold), distinct(words, predicted)
    pairs = pair_conditions(words, wanted, got)
    named = [pair for pair in pairs if pair[0].on]
    return ConditionScores(
        spans=tally_pairs(len(pairs), gold=len(wanted), predicted=len(got)),
        kind=Share(right=sum(one.kind == other.kind for one, other in pairs), of=len(pairs)),
        on=Share(right=sum(same_actor(*pair) for pair in pairs), of=len(pairs)),
        named=Share(right=sum(same_actor(*pair) for pair in named), of=len(named)),
        articles=1,
    )


def distinct(words: Sequence[Offsets], stmts: Iterable[Stmt]) -> list[Condition]:
    """The conditions of an article in text order, the same words once."""
    held = sorted((condition for stmt in stmts for condition in stmt.conditions), key=_key)
    first: dict[WordSet, Condition] = {}
    for condition in held:
        first.setdefault(touched(words, (condition.span,)), condition)
    return list(first.values())


def pair_conditions(
    words: Sequence[Offsets], gold: Sequence[Condition], predicted: Sequence[Condition]
) -> list[tuple[Condition, Condition]]:
    """Pair conditions one to one by the Jaccard of their words, the most alike first."""
    return [(gold[i], predicted[j]) for i, j in pair_best(gold, predicted, likeness=partial(_likeness, words))]


def same_actor(gold: Condition, predicted: Condition) -> bool:
    """Whether both hang on the same: the gold's name or party is the name that was read, or has the party's words."""
    if not gold.on:
        return not predicted.on and not predicted.party
    by_name = bool(predicted.on) and same_speaker(gold.on, predicted.on)
    return by_name or party_words(gold.on) == party_words(predicted.party)


def _likeness(words: Sequence[Offsets], gold: Condition, predicted: Condition) -> Likeness | None:
    alike = jaccard(touched(words, (gold.span,)), touched(words, (predicted.span,)))
    return (alike,) if alike >= SPAN_ALIKE else None


def _key(condition: Condition) -> tuple[Offsets, bool, str]:
    """By place; of two that differ in nothing else, first the one that says who must act."""
    return condition.span, not (condition.on or condition.party), repr(condition)
