"""What `explain` tells of one statement: its choices with the words that weigh, its conditions, its names.

Use these where an explanation is shown or written; all are frozen, and offsets are those of the article.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Condition, Span, Speaker, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word and what it weighs.

    Attributes:
        text: the word.
        span: where it stands in the article.
        part: `cue`, `source` or `content`.
        weight: what the logarithm of the choice's probability loses without it; below nought it speaks against it.
    """

    text: str
    span: Span
    part: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """One of several values, and the probability that the graph gives it, before calibration."""

    value: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value that was chosen.

    Attributes:
        chosen: the value.
        likeliest: what the graph finds likeliest, the first first.
        words: that were weighed, the strongest first.
        rule: what decided instead of the graph; None where the graph did.
    """

    chosen: str
    likeliest: tuple[Chance, ...]
    words: tuple[Word, ...]
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging:
    """A condition, and what tells it.

    Attributes:
        condition: as in the statement.
        opener: the words that open it; None where the graph alone saw it.
        words: that were weighed for it, the strongest first.
        on_words: the words that mean whoever must act; None where the text does not say who.
        on_how: how these were understood.
    """

    condition: Condition
    opener: str | None
    words: tuple[Word, ...]
    on_words: str | None = None
    on_how: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that mean a speaker, and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A speaker, and the mentions up to the statement's source that lead to the name."""

    speaker: Speaker
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why one statement was read as it was.

    Attributes:
        article: its id.
        stmt: the statement.
        act: with the words that decided it.
        polarity: likewise.
        certainty: likewise.
        conditions: in order.
        names: of the speakers.
    """

    article: str
    stmt: Statement
    act: Choice
    polarity: Choice
    certainty: Choice
    conditions: tuple[Hanging, ...]
    names: tuple[Naming, ...]
