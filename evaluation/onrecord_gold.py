"""Score statements against our own gold: all, nested ones, their fields, acts and conditions.

Use this where PolNeAR and SEER are blind: nesting and the fields of a statement. Statements are first paired by their
content; a field of `evaluation.fields` is then judged on the pairs only, so that a reader is not blamed twice for one
miss. Conditions are counted whether or not their statement was paired: see `evaluation.conditions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import NamedTuple

from evaluation.acts import Confusion, confusion_of
from evaluation.conditions import ConditionScores, score_conditions
from evaluation.fields import FIELDS, Field, Pair
from evaluation.pairing import Likeness, pair_best
from evaluation.statements import Stmt, in_order
from evaluation.tally import Share, Tally, tally_pairs
from evaluation.words import Offsets, jaccard, touched, words_of

# Contents alike from here on, from data/README.md.
CONTENT_ALIKE = 0.5


class Judged(NamedTuple):
    """An article's text, gold and predicted statements, in any order, and day of publication."""

    text: str
    gold: Sequence[Stmt]
    predicted: Sequence[Stmt]
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the metrics say.

    Attributes:
        every: pairs among all statements.
        nested: pairs of which both are nested, among nested statements.
        fields: per field, the share that has it right of the pairs that it applies to.
        acts: of the pairs, how often each act was read as each.
        conditions: of all statements.
    """

    every: Tally
    nested: Tally
    fields: Mapping[str, Share]
    acts: Confusion = field(default_factory=Confusion)
    conditions: ConditionScores = field(default_factory=ConditionScores)

    def __add__(self, other: Scores) -> Scores:
        """Sum, article by article."""
        return Scores(
            every=self.every + other.every,
            nested=self.nested + other.nested,
            fields={name: self.fields[name] + other.fields[name] for name in FIELDS},
            acts=self.acts + other.acts,
            conditions=self.conditions + other.conditions,
        )


def score(articles: Iterable[Judged]) -> Scores:
    """Score predictions, micro-averaged over articles."""
    nothing = Scores(every=Tally(), nested=Tally(), fields={name: Share() for name in FIELDS})
    return sum(map(score_article, articles), nothing)


def score_article(article: Judged) -> Scores:
    """Score the predictions for one article."""
    text, gold, predicted, published = article
    pairs = pair_stmts(text, gold, predicted, published=published)
    both_nested = sum(pair.gold.nested and pair.predicted.nested for pair in pairs)
    return Scores(
        every=tally_pairs(len(pairs), gold=len(gold), predicted=len(predicted)),
        nested=tally_pairs(both_nested, gold=_count_nested(gold), predicted=_count_nested(predicted)),
        fields={name: share_of(pairs, judge) for name, judge in FIELDS.items()},
        acts=confusion_of(pairs),
        conditions=score_conditions(words_of(text), gold, predicted),
    )


def share_of(pairs: Iterable[Pair], judge: Field) -> Share:
    """The share of pairs that have a field right, of those that it applies to."""
    judged = [right for right in map(judge, pairs) if right is not None]
    return Share(right=sum(judged), of=len(judged))


def pair_stmts(
    text: str, gold: Sequence[Stmt], predicted: Sequence[Stmt], *, published: date | None = None
) -> list[Pair]:
    """Pair statements one to one by their contents, the most alike first; the same cue breaks ties."""
    words, wanted, got = words_of(text), in_order(gold), in_order(predicted)
    pairs = pair_best(wanted, got, likeness=partial(_likeness, words))
    return [Pair(words, wanted[i], got[j], published) for i, j in pairs]


def _likeness(words: Sequence[Offsets], gold: Stmt, predicted: Stmt) -> Likeness | None:
    alike = jaccard(touched(words, gold.content), touched(words, predicted.content))
    if alike < CONTENT_ALIKE:
        return None
    return alike, float(touched(words, gold.cue) == touched(words, predicted.cue))


def _count_nested(stmts: Iterable[Stmt]) -> int:
    return sum(stmt.nested for stmt in stmts)
