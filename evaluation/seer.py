"""Score who said what against SEER's claims.

Use this for the whole way from an article to named speakers. SEER's utterances are partly paraphrased, so texts are
compared by the words they share, not by offsets; `who` asks for the right speaker, `extract` does not. Claims are
utterances only: leave thoughts out of the predictions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Any, NamedTuple, TypeAlias

from evaluation.names import same_speaker
from evaluation.stopwords import STOP_WORDS
from evaluation.tally import Tally
from evaluation.words import folded_words

# Shares of words, from data/README.md: a statement meets a claim, all of them cover it, a statement lies in the claims.
MEETS = 0.5
COVERS = 0.6
LIES_IN = 0.5


class Said(NamedTuple):
    """One claim or one predicted statement: the speaker's name and the words."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Coverage of the claims, without and with the speaker asked for."""

    extract: Tally
    who: Tally

    def __add__(self, other: Scores) -> Scores:
        """Sum, article by article."""
        return Scores(extract=self.extract + other.extract, who=self.who + other.who)


class Misattributed(NamedTuple):
    """A statement or claim that meets its match but for the speaker, and the speakers of what it meets."""

    said: Said
    speakers: tuple[str, ...]


class _Bag(NamedTuple):
    """A speaker's name and the words that count."""

    speaker: str
    words: frozenset[str]


_Judge: TypeAlias = Callable[[frozenset[str], Sequence[frozenset[str]]], bool]


def claims_of(row: Mapping[str, Any]) -> list[Said]:
    """The claims of one line of SEER's files."""
    return [Said(claim["speaker"], claim["utterance"]) for claim in row["claims"]]


def score(articles: Iterable[tuple[Sequence[Said], Sequence[Said]]]) -> Scores:
    """Score predictions, micro-averaged over articles.

    Args:
        articles: claims and predicted statements of each; the order of either does not matter.
    """
    return sum(starmap(score_article, articles), Scores(extract=Tally(), who=Tally()))


def score_article(claims: Sequence[Said], predicted: Sequence[Said]) -> Scores:
    """Score the predictions for one article."""
    gold, got = _bags(claims), _bags(predicted)
    return Scores(extract=_tally(gold, got, same=_anyone), who=_tally(gold, got, same=same_speaker))


def wrong_speakers(claims: Sequence[Said], predicted: Sequence[Said]) -> list[Misattributed]:
    """The statements that are right for `extract` and wrong for `who`, with the speakers of the claims they meet."""
    return _misattributed(predicted, _bags(claims), judge=_is_right)


def missed_speakers(claims: Sequence[Said], predicted: Sequence[Said]) -> list[Misattributed]:
    """The claims that are found for `extract` and not for `who`, with the speakers of the statements that meet them."""
    return _misattributed(claims, _bags(predicted), judge=_is_found)


def _misattributed(said: Sequence[Said], others: Sequence[_Bag], *, judge: _Judge) -> list[Misattributed]:
    out = []
    for one, bag in zip(said, _bags(said), strict=True):
        anyone, same = (_words_of(bag.speaker, others, same=rule) for rule in (_anyone, same_speaker))
        if judge(bag.words, anyone) and not judge(bag.words, same):
            out.append(Misattributed(one, _speakers_met(bag, others)))
    return out


def _speakers_met(bag: _Bag, others: Sequence[_Bag]) -> tuple[str, ...]:
    """Each speaker of those that it meets; where it meets none by itself, of those that it shares a word with."""
    sharing = [other for other in others if bag.words & other.words]
    meeting = [other for other in sharing if _meets(bag.words, other.words)]
    return tuple(dict.fromkeys(other.speaker for other in meeting or sharing))


def content_words(text: str) -> frozenset[str]:
    """Folded words without stop words; all words where nothing else is left."""
    words = frozenset(folded_words(text))
    return words - STOP_WORDS or words


def _bags(said: Iterable[Said]) -> list[_Bag]:
    return [_Bag(speaker, content_words(text)) for speaker, text in said]


def _anyone(_a: str, _b: str) -> bool:
    return True


def _tally(claims: Sequence[_Bag], stmts: Sequence[_Bag], *, same: Callable[[str, str], bool]) -> Tally:
    return Tally(
        right=sum(_is_right(stmt.words, _words_of(stmt.speaker, claims, same=same)) for stmt in stmts),
        predicted=len(stmts),
        found=sum(_is_found(claim.words, _words_of(claim.speaker, stmts, same=same)) for claim in claims),
        gold=len(claims),
    )


def _words_of(speaker: str, bags: Iterable[_Bag], *, same: Callable[[str, str], bool]) -> list[frozenset[str]]:
    """The words of each statement or claim that is the speaker's."""
    return [bag.words for bag in bags if same(speaker, bag.speaker)]


def _is_found(claim: frozenset[str], stmts: Sequence[frozenset[str]]) -> bool:
    """Whether one statement meets the claim and all of them cover it."""
    return any(_meets(claim, stmt) for stmt in stmts) and _share_in(claim, stmts) >= COVERS


def _is_right(stmt: frozenset[str], claims: Sequence[frozenset[str]]) -> bool:
    """Whether the statement lies in the claims taken together."""
    return _share_in(stmt, claims) >= LIES_IN


def _meets(claim: frozenset[str], stmt: frozenset[str]) -> bool:
    shorter = min(len(claim), len(stmt))
    return shorter > 0 and len(claim & stmt) >= MEETS * shorter


def _share_in(words: frozenset[str], others: Iterable[frozenset[str]]) -> float:
    """Share of the words that lie in the others taken together; 0 of no words."""
    return len(words.intersection(frozenset().union(*others))) / len(words) if words else 0.0
