"""Score attributions against PolNeAR: spans, words, triples and links.

Use this to compare readers on outermost attributions. The figures are micro-averaged over articles and mean the same
as those in data/README.md: for all pairs of annotators in `agreement.jsonl` they come out as stated there (source 77.9,
cue 71.6, content 69.3, triple 60.4, linked 74.2), which is how the counting below was settled. A cue without words, as
a colon is, links with nothing: gold scored against itself has a linked F1 of 97.9 on dev, which is the ceiling.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import NamedTuple

from evaluation.pairing import Likeness, pair_best
from evaluation.tally import Tally, tally_each, tally_pairs
from evaluation.words import Offsets, WordSet, jaccard, sources_meet, touched, words_of

ROLES = ("cue", "source", "content")

# Contents alike from here on; the definition of *linked* in data/README.md.
CONTENT_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Triple:
    """One attribution; each role a tuple of half-open offsets, empty where the text has none."""

    cue: tuple[Offsets, ...]
    source: tuple[Offsets, ...]
    content: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the metrics say.

    Attributes:
        exact: per role, spans with the same words, a discontinuous one as a whole, counted once an attribution.
        tok: per role, words, each counted once an article.
        triple: cue, source and content all exact.
        linked: pairs by their cues that also share a word of the source (or both have none) and have like contents.
    """

    exact: Mapping[str, Tally]
    tok: Mapping[str, Tally]
    triple: Tally
    linked: Tally

    def __add__(self, other: Scores) -> Scores:
        """Sum, article by article."""
        return Scores(
            exact={role: self.exact[role] + other.exact[role] for role in ROLES},
            tok={role: self.tok[role] + other.tok[role] for role in ROLES},
            triple=self.triple + other.triple,
            linked=self.linked + other.linked,
        )


class _Words(NamedTuple):
    """A triple as sets of words; a span of punctuation only is empty, as if absent."""

    cue: WordSet
    source: WordSet
    content: WordSet


def score(articles: Iterable[tuple[str, Sequence[Triple], Sequence[Triple]]]) -> Scores:
    """Score predictions, micro-averaged over articles.

    Args:
        articles: text, gold and predicted attributions of each; the order of attributions does not matter.
    """
    nothing = {role: Tally() for role in ROLES}
    return sum(starmap(score_article, articles), Scores(exact=nothing, tok=nothing, triple=Tally(), linked=Tally()))


def score_article(text: str, gold: Sequence[Triple], predicted: Sequence[Triple]) -> Scores:
    """Score the predictions for one article."""
    wanted, got = _in_words(text, gold), _in_words(text, predicted)
    return Scores(
        exact={role: tally_each(_spans(wanted, role), _spans(got, role)) for role in ROLES},
        tok={role: tally_each(_tokens(wanted, role), _tokens(got, role)) for role in ROLES},
        triple=tally_each(wanted, got),
        linked=tally_pairs(_count_links(wanted, got), gold=len(wanted), predicted=len(got)),
    )


def are_linked(text: str, gold: Sequence[Triple], predicted: Sequence[Triple]) -> list[bool]:
    """For each prediction, in the order given, whether it is linked to a gold attribution."""
    words = words_of(text)
    wanted, got = ([_worded(words, triple) for triple in triples] for triples in (gold, predicted))
    pairs = pair_best(wanted, got, likeness=_cues_meet)
    right = {j for i, j in pairs if _agree(wanted[i], got[j])}
    return [j in right for j in range(len(got))]


def _count_links(gold: Sequence[_Words], predicted: Sequence[_Words]) -> int:
    """Pair by cues, then keep the pairs whose sources and contents agree."""
    pairs = pair_best(gold, predicted, likeness=_cues_meet)
    return sum(_agree(gold[i], predicted[j]) for i, j in pairs)


def _cues_meet(gold: _Words, predicted: _Words) -> Likeness | None:
    """How alike two cues are, of equal ones the contents; None when the cues share no word."""
    if not gold.cue & predicted.cue:
        return None
    return jaccard(gold.cue, predicted.cue), jaccard(gold.content, predicted.content)


def _agree(gold: _Words, predicted: _Words) -> bool:
    return sources_meet(gold.source, predicted.source) and jaccard(gold.content, predicted.content) >= CONTENT_ALIKE


def _in_words(text: str, triples: Sequence[Triple]) -> list[_Words]:
    """Triples as words, in an order that depends on nothing but themselves."""
    words = words_of(text)
    return sorted((_worded(words, triple) for triple in triples), key=_place)


def _worded(words: Sequence[Offsets], triple: Triple) -> _Words:
    return _Words(*(touched(words, getattr(triple, role)) for role in ROLES))


def _place(triple: _Words) -> list[list[int]]:
    return [sorted(words) for words in triple]


def _spans(triples: Iterable[_Words], role: str) -> list[WordSet]:
    """The spans of a role that hold a word."""
    return [span for triple in triples if (span := getattr(triple, role))]


def _tokens(triples: Iterable[_Words], role: str) -> WordSet:
    return frozenset().union(*_spans(triples, role))
