"""Score statements against our own gold: all, nested ones, and their fields.

Use this where PolNeAR and SEER are blind: nesting and the fields of a statement. Statements are first paired by their
content; a field is then judged on the pairs only, so that a reader is not blamed twice for one miss. A new field is one
function and one line in `FIELDS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import starmap
from typing import NamedTuple

from evaluation.pairing import Likeness, pair_best
from evaluation.statements import Stmt, in_order
from evaluation.tally import Share, Tally, tally_pairs
from evaluation.words import Offsets, jaccard, sources_meet, touched, words_of

# Contents alike from here on, from data/README.md.
CONTENT_ALIKE = 0.5


class Pair(NamedTuple):
    """A gold statement, the predicted one that stands for it, and the words of their article."""

    words: Sequence[Offsets]
    gold: Stmt
    predicted: Stmt


def same_form(pair: Pair) -> bool:
    """Whether both are direct, indirect or mixed alike."""
    return pair.gold.form == pair.predicted.form


def source_overlaps(pair: Pair) -> bool:
    """Whether the sources share a word or are both absent."""
    return sources_meet(touched(pair.words, pair.gold.source), touched(pair.words, pair.predicted.source))


FIELDS: Mapping[str, Callable[[Pair], bool]] = {"form": same_form, "source": source_overlaps}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the metrics say.

    Attributes:
        every: pairs among all statements.
        nested: pairs of which both are nested, among nested statements.
        fields: per field, the share of pairs that have it right.
    """

    every: Tally
    nested: Tally
    fields: Mapping[str, Share]

    def __add__(self, other: Scores) -> Scores:
        """Sum, article by article."""
        return Scores(
            every=self.every + other.every,
            nested=self.nested + other.nested,
            fields={field: self.fields[field] + other.fields[field] for field in FIELDS},
        )


def score(articles: Iterable[tuple[str, Sequence[Stmt], Sequence[Stmt]]]) -> Scores:
    """Score predictions, micro-averaged over articles.

    Args:
        articles: text, gold and predicted statements of each; the order of statements does not matter.
    """
    nothing = Scores(every=Tally(), nested=Tally(), fields={field: Share() for field in FIELDS})
    return sum(starmap(score_article, articles), nothing)


def score_article(text: str, gold: Sequence[Stmt], predicted: Sequence[Stmt]) -> Scores:
    """Score the predictions for one article."""
    pairs = pair_stmts(text, gold, predicted)
    both_nested = sum(pair.gold.nested and pair.predicted.nested for pair in pairs)
    return Scores(
        every=tally_pairs(len(pairs), gold=len(gold), predicted=len(predicted)),
        nested=tally_pairs(both_nested, gold=_count_nested(gold), predicted=_count_nested(predicted)),
        fields={field: Share(right=sum(map(is_right, pairs)), of=len(pairs)) for field, is_right in FIELDS.items()},
    )


def pair_stmts(text: str, gold: Sequence[Stmt], predicted: Sequence[Stmt]) -> list[Pair]:
    """Pair statements one to one by their contents, the most alike first; the same cue breaks ties."""
    words, wanted, got = words_of(text), in_order(gold), in_order(predicted)
    pairs = pair_best(wanted, got, likeness=partial(_likeness, words))
    return [Pair(words, wanted[i], got[j]) for i, j in pairs]


def _likeness(words: Sequence[Offsets], gold: Stmt, predicted: Stmt) -> Likeness | None:
    alike = jaccard(touched(words, gold.content), touched(words, predicted.content))
    if alike < CONTENT_ALIKE:
        return None
    return alike, float(touched(words, gold.cue) == touched(words, predicted.cue))


def _count_nested(stmts: Iterable[Stmt]) -> int:
    return sum(stmt.nested for stmt in stmts)
