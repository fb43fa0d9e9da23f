"""Say why a statement was read as it was: which words decided its act, its conditions and its name.

Use `explain` (or `Reader.explain`) on one statement. Its words are hidden from the acts graph one at a time; what the
logarithm of the probability of the choice loses without a word is the word's weight. Rules, where they decided, are
named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, get_args

import numpy as np

from onrecord.errors import UsageError
from onrecord.reading.act_encoder import ActOutputs
from onrecord.reading.act_pieces import CONTENT, CUE, SOURCE
from onrecord.reading.acts import ACTS, polarity_of_cue, roles
from onrecord.reading.awaited import Awaited, awaited_by, opener_of
from onrecord.reading.casting import scene
from onrecord.reading.explanation import Chance, Choice, Explanation, Hanging, Mention, Naming, Word
from onrecord.reading.pieces import FloatArray, IntArray, Pieces
from onrecord.reading.reader import Reader
from onrecord.reading.wording import WORD
from onrecord.records import Article, Certainty, Condition, Polarity, Reading, Span, Speaker, Statement

MOST_WORDS = 80  # each costs one run of the graph; of a longer statement the end of the content is passed over
LIKELIEST = 3
_ROLES = {CUE: "cue", SOURCE: "source", CONTENT: "content"}
_POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
_CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
_LEAST = 1e-9


class ReadsActs(Protocol):
    """What `ActEncoder` does."""

    def read(self, pieces: Pieces, roles: IntArray, *, hidden: IntArray | None = None) -> ActOutputs:
        """Run one statement."""


@dataclass(frozen=True, slots=True, eq=False)
class Hidings:
    """The runs of the graph on one statement: with all its words, and without each of them (weights not yet told)."""

    whole: ActOutputs
    without: tuple[tuple[Word, ActOutputs], ...]


def explain(reader: Reader, article: Article, number: int) -> Explanation:
    """Why statement `number` of an article was read as it was.

    Args:
        reader: with the weights.
        article: as `Reader.read` takes it.
        number: of the statement, as in the whole reading.

    Raises:
        UsageError: the article has no such statement.
    """
    reading = reader.read(article)
    stmt = statement_of(reading, number)
    pieces = reader.encoder.cut(article.text[article.body :])
    runs = hidings(reader.encoder.acts, pieces, stmt, article)
    return Explanation(
        article=article.id,
        stmt=stmt,
        act=_choice(stmt.act or "claim", ACTS, runs, "acts", rule=_rule_of_act(stmt, runs)),
        polarity=_choice(stmt.polarity, _POLARITIES, runs, "polarity", rule=_rule(stmt, article.text)),
        certainty=_choice(stmt.certainty, _CERTAINTIES, runs, "certainty"),
        conditions=_hangings(reader, reading, stmt, pieces, runs),
        names=tuple(naming(one, stmt, article.text) for one in stmt.speakers),
    )


def statement_of(reading: Reading, number: int) -> Statement:
    """A statement by its number.

    Raises:
        UsageError: there is none.
    """
    for stmt in reading.statements:
        if stmt.id == number:
            return stmt
    many = len(reading.statements)
    there = f"it has {many}, numbered from 1" if many > 1 else "it has only number 1" if many else "it has none"
    raise UsageError(f"{reading.article.id} has no statement {number}: {there}")


def hidings(encoder: ReadsActs, pieces: Pieces, stmt: Statement, article: Article) -> Hidings:
    """Run the graph with all words of a statement, and without each.

    Args:
        encoder: of the acts.
        pieces: of the article's text from its body on.
        stmt: the statement.
        article: its article.
    """
    marked = roles(pieces, stmt, body=article.body)
    whole = encoder.read(pieces, marked)
    words = sorted(_words(pieces, marked, whole.read, stmt, article), key=lambda found: found[0].part == "content")
    runs = [(word, encoder.read(pieces, marked, hidden=hidden)) for word, hidden in words[:MOST_WORDS]]
    return Hidings(whole, tuple(runs))


def _words(
    pieces: Pieces, marked: IntArray, read: IntArray, stmt: Statement, article: Article
) -> Iterator[tuple[Word, IntArray]]:
    """The words of a statement that are read, each once, in order, with the pieces of each."""
    parts = (*stmt.cue, *stmt.source, *stmt.content)
    spans = {Span(*match.span()) for part in parts for match in WORD.finditer(article.text, part.start, part.end)}
    for span in sorted(spans):
        own = (pieces.end > span.start - article.body) & (pieces.start < span.end - article.body)
        hidden = np.intersect1d(np.flatnonzero(own), read)
        if len(hidden):
            part = _ROLES[int(marked[hidden[0]])]
            yield Word(text=span.of(article.text), span=span, part=part, weight=0.0), hidden


def _choice(chosen: str, values: Sequence[str], runs: Hidings, head: str, *, rule: str | None = None) -> Choice:
    index = values.index(chosen)
    whole: FloatArray = getattr(runs.whole, head)
    order = np.argsort(-whole, kind="stable")[:LIKELIEST]
    weighed = [(word, float(whole[index] - getattr(out, head)[index])) for word, out in runs.without]
    return Choice(
        chosen=chosen,
        likeliest=tuple(Chance(value=values[one], probability=float(np.exp(whole[one]))) for one in order),
        words=_strongest(weighed),
        rule=rule,
    )


def _strongest(weighed: Sequence[tuple[Word, float]]) -> tuple[Word, ...]:
    words = [Word(text=one.text, span=one.span, part=one.part, weight=weight) for one, weight in weighed]
    return tuple(sorted(words, key=lambda one: (-one.weight, one.span)))


def _rule_of_act(stmt: Statement, runs: Hidings) -> str | None:
    """That the cue decides, where the graph finds another act likelier."""
    if stmt.act == ACTS[int(runs.whole.acts.argmax())]:
        return None
    return "who does not rule it out is open to it" if stmt.act == "offer" else "who rules it out refuses it"


def _rule(stmt: Statement, text: str) -> str | None:
    told = polarity_of_cue(stmt.cue, text)
    if told is None:
        return None
    return "the cue is negated" if told == "negative" else "what the cue does not rule out is said"


def _hangings(reader: Reader, reading: Reading, stmt: Statement, pieces: Pieces, runs: Hidings) -> tuple[Hanging, ...]:
    if not stmt.conditions:
        return ()
    article = reading.article
    cast = scene(article, reader.encoder.read(pieces), reading.statements, distances=reader.model.distances)
    return tuple(
        hanging(
            one,
            awaited_by(cast, stmt, one, reading.statements),
            runs,
            text=article.text,
            pieces=pieces,
            body=article.body,
        )
        for one in stmt.conditions
    )


def hanging(
    condition: Condition, on: Awaited | None, runs: Hidings, *, text: str, pieces: Pieces, body: int = 0
) -> Hanging:
    """What tells a condition.

    Args:
        condition: of the statement.
        on: who must act, as found; looked at only where the condition says so too.
        runs: of the statement.
        text: the article's.
        pieces: of the article's text from its body on.
        body: where the pieces' text begins in the article's.
    """
    read = runs.whole.read
    within = (pieces.end[read] + body > condition.span.start) & (pieces.start[read] + body < condition.span.end)
    whole = _inside(runs.whole, within)
    opener = opener_of(text, condition.span)
    told = on if on is not None and on.actor == condition.on else None
    return Hanging(
        condition=condition,
        opener=opener.of(text) if opener else None,
        words=_strongest([(word, whole - _inside(out, within)) for word, out in runs.without]),
        on_words=told.span.of(text) if told else None,
        on_how=told.how if told else None,
    )


def _inside(out: ActOutputs, within: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> float:
    """The logarithm of the mean probability of being in a condition."""
    inside = np.exp(out.conditions[within, 1:]).sum(axis=1)
    return float(np.log(max(float(inside.mean()), _LEAST))) if len(inside) else 0.0


def naming(speaker: Speaker, stmt: Statement, text: str) -> Naming:
    """A speaker with the mentions that lead to the name: those up to the end of the source, or of the cue."""
    end = max(span.end for span in stmt.source or stmt.cue or stmt.content)
    leading = [span for span in speaker.mentions if span.start < end] or speaker.mentions
    return Naming(speaker=speaker, mentions=tuple(Mention(text=span.of(text), span=span) for span in leading))
