"""Score who is the same as whom: MUC, B-cubed, CEAF-e and their mean, by head match.

Use this on documents whose mentions are known by their core (`evaluation.gum`). A predicted mention is a gold one when
the last words of their cores are the same word, as in CorefUD's head match, so that it does not matter how much of a
title or an apposition either took in. Entities that are mentioned once are left out on both sides. `sources_resolved`
looks only at what the record needs: whether a source that is no name leads back to the right mention.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Protocol, TypeAlias

import numpy as np
from scipy.optimize import linear_sum_assignment

from evaluation.gum import GoldMention
from evaluation.pairing import Likeness, pair_best
from evaluation.tally import Share, Tally
from evaluation.words import Offsets, WordSet, jaccard, touched, words_of
from onrecord.records import Span

Clusters: TypeAlias = Sequence[Set[Hashable]]

_NO_TALLY, _NO_SHARE = Tally(), Share()
_APOSTROPHES = ("'", "’")


class ReadMention(Protocol):
    """A predicted mention, as far as the metrics look."""

    @property
    def span(self) -> Span:
        """Its core, or more around it that ends with the same word."""

    @property
    def entity(self) -> int:
        """The same number for mentions of the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The three metrics that make up the CoNLL figure, summed over documents."""

    muc: Tally = _NO_TALLY
    b_cubed: Tally = _NO_TALLY
    ceaf_e: Tally = _NO_TALLY

    @property
    def conll(self) -> float:
        """Mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3

    def __add__(self, other: Scores) -> Scores:
        """Sum, document by document."""
        return Scores(muc=self.muc + other.muc, b_cubed=self.b_cubed + other.b_cubed, ceaf_e=self.ceaf_e + other.ceaf_e)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Sources that are no names.

    Attributes:
        pronoun: of those with an earlier mention of the same entity, how many lead back to one.
        nominal: the same of nouns.
        alone: of those without an earlier mention, how many lead back to none.
    """

    pronoun: Share = _NO_SHARE
    nominal: Share = _NO_SHARE
    alone: Share = _NO_SHARE

    @property
    def linked(self) -> Share:
        """Pronouns and nouns taken together."""
        return self.pronoun + self.nominal

    def __add__(self, other: Resolved) -> Resolved:
        """Sum, document by document."""
        return Resolved(
            pronoun=self.pronoun + other.pronoun, nominal=self.nominal + other.nominal, alone=self.alone + other.alone
        )


def muc(gold: Clusters, predicted: Clusters) -> Tally:
    """Links kept (Vilain et al. 1995): a cluster that the other side cuts into n parts has lost n - 1 of its links."""
    return Tally(
        right=_links_kept(predicted, gold),
        predicted=_links(predicted),
        found=_links_kept(gold, predicted),
        gold=_links(gold),
    )


def b_cubed(gold: Clusters, predicted: Clusters) -> Tally:
    """Per mention, the share of its cluster that is also in its cluster on the other side (Bagga & Baldwin 1998)."""
    shared = _shared(gold, predicted)
    return Tally(
        right=sum(count**2 / len(predicted[j]) for (_, j), count in shared.items()),
        predicted=sum(map(len, predicted)),
        found=sum(count**2 / len(gold[i]) for (i, _), count in shared.items()),
        gold=sum(map(len, gold)),
    )


def ceaf_e(gold: Clusters, predicted: Clusters) -> Tally:
    """Likeness of clusters paired one to one for the best sum (Luo 2005, with his fourth measure of likeness)."""
    alike = np.zeros((len(gold), len(predicted)))
    for (i, j), count in _shared(gold, predicted).items():
        alike[i, j] = 2 * count / (len(gold[i]) + len(predicted[j]))
    best = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return Tally(right=best, predicted=len(predicted), found=best, gold=len(gold))


def score_clusters(gold: Clusters, predicted: Clusters) -> Scores:
    """All three metrics; the clusters of a side share no mention."""
    return Scores(muc=muc(gold, predicted), b_cubed=b_cubed(gold, predicted), ceaf_e=ceaf_e(gold, predicted))


def score_document(text: str, gold: Sequence[GoldMention], predicted: Sequence[ReadMention]) -> Scores:
    """All three metrics on a document's mentions, without entities that are mentioned once."""
    same = align(text, gold, predicted)
    unmatched = (-1 - place for place in range(len(predicted)))
    keys = [same.get(place, key) for place, key in enumerate(unmatched)]
    return score_clusters(
        _several(range(len(gold)), [mention.entity for mention in gold]),
        _several(keys, [mention.entity for mention in predicted]),
    )


def align(text: str, gold: Sequence[GoldMention], predicted: Sequence[ReadMention]) -> dict[int, int]:
    """The index of the gold mention for that of each predicted one that ends with the same word, one to one.

    Where several end with that word, the most alike are paired first.
    """
    words = words_of(text)
    wanted = [touched(words, [(mention.start, mention.end)]) for mention in gold]
    got = [touched(words, [(mention.span.start, mention.span.end)]) for mention in predicted]
    last_word = partial(_last_word, text, words)
    mine, theirs = _by_last(map(last_word, wanted)), _by_last(map(last_word, got))
    return dict(chain.from_iterable(_pair(mine[last], theirs[last], wanted, got) for last in mine.keys() & theirs))


def sources_resolved(
    text: str, gold: Sequence[GoldMention], sources: Iterable[int], predicted: Sequence[ReadMention]
) -> Resolved:
    """Whether the sources that are no names are led back, and lead to the right mention.

    A source is right when the nearest earlier mention of its predicted entity is a gold mention of its gold entity. One
    without an earlier gold mention is left alone when its predicted entity has none, or nothing is predicted there.

    Args:
        text: of the document.
        gold: mentions in text order.
        sources: indices into `gold`.
        predicted: mentions in any order.
    """
    same = align(text, gold, predicted)
    place = {index: number for number, index in same.items()}
    resolved = Resolved()
    for source in sources:
        if gold[source].form != "named":
            earlier = _nearest_earlier(predicted, place[source]) if source in place else None
            entity = None if earlier is None or earlier not in same else gold[same[earlier]].entity
            resolved += _judge(gold, source, linked=earlier is not None, entity=entity)
    return resolved


def _judge(gold: Sequence[GoldMention], source: int, *, linked: bool, entity: int | None) -> Resolved:
    """One source: whether it is linked to anything, and the gold entity of what it is linked to."""
    mention = gold[source]
    if not any(mention.entity == other.entity and _starts(other) < _starts(mention) for other in gold):
        return Resolved(alone=Share(right=not linked, of=1))
    share = Share(right=entity == mention.entity, of=1)
    return Resolved(pronoun=share) if mention.form == "pronoun" else Resolved(nominal=share)


def _starts(mention: GoldMention) -> Offsets:
    return mention.start, mention.end


def _nearest_earlier(mentions: Sequence[ReadMention], place: int) -> int | None:
    """The index of the last mention of the same entity that stands before this one."""
    this = mentions[place]
    earlier = [
        (other.span, index)
        for index, other in enumerate(mentions)
        if other.entity == this.entity and other.span < this.span
    ]
    return max(earlier)[1] if earlier else None


def _links(clusters: Clusters) -> int:
    return sum(len(cluster) - 1 for cluster in clusters)


def _links_kept(clusters: Clusters, others: Clusters) -> int:
    """Links left in clusters after the others cut them; a mention that the others lack is a part of its own."""
    parts = Counter(i for i, _ in _shared(clusters, others))
    known = set(chain.from_iterable(others))
    return sum(len(cluster & known) - parts[i] for i, cluster in enumerate(clusters))


def _shared(gold: Clusters, predicted: Clusters) -> Counter[tuple[int, int]]:
    """How many mentions each two clusters share, by their indices, where they share any."""
    place = {mention: j for j, cluster in enumerate(predicted) for mention in cluster}
    return Counter((i, place[mention]) for i, cluster in enumerate(gold) for mention in cluster if mention in place)


def _several(keys: Iterable[int], entities: Iterable[int]) -> list[set[int]]:
    """Keys by their entity, entities of one key left out."""
    clusters: defaultdict[int, set[int]] = defaultdict(set)
    for key, entity in zip(keys, entities, strict=True):
        clusters[entity].add(key)
    return [cluster for cluster in clusters.values() if len(cluster) > 1]


def _last_word(text: str, words: Sequence[Offsets], inside: WordSet) -> int | None:
    """The last word of a mention; the `s` of a genitive is none of it."""
    if not inside:
        return None
    last = max(inside)
    start, end = words[last]
    genitive = text[start:end].lower() == "s" and text[start - 1 : start] in _APOSTROPHES
    return last - 1 if genitive and last - 1 in inside else last


def _by_last(last_words: Iterable[int | None]) -> Mapping[int, list[int]]:
    """Indices of mentions by their last word."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for index, last in enumerate(last_words):
        if last is not None:
            places[last].append(index)
    return places


def _pair(
    gold: Sequence[int], predicted: Sequence[int], wanted: Sequence[WordSet], got: Sequence[WordSet]
) -> Iterator[tuple[int, int]]:
    """Predicted with gold indices, the most alike first."""
    pairs = pair_best([wanted[i] for i in gold], [got[j] for j in predicted], likeness=_likeness)
    return ((predicted[j], gold[i]) for i, j in pairs)


def _likeness(gold: WordSet, predicted: WordSet) -> Likeness:
    return (jaccard(gold, predicted),)
