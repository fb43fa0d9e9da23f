"""The nouns: what travels between the rooms, and nothing else does.

Use these wherever data leaves a function for another room. All are frozen; offsets are half-open and count Unicode
code points of the article's stored text, which is never altered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Form: TypeAlias = Literal["direct", "indirect", "mixed"]
Medium: TypeAlias = Literal["said", "written", "thought"]
SpeakerKind: TypeAlias = Literal["person", "organisation", "group", "unnamed"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters [start, end) of an article's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


Spans: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One dated text.

    Attributes:
        id: echoes the input's `id`, else its `name`, else its `url`, else the path.
        text: as decoded, a byte order mark removed, line ends kept.
        body: where the article begins, after a wire header; nothing before it is read.
        published: day of publication, if known.
        outlet: who published it, if known.
        place: where it is datelined, if known.
        title: headline, if given apart from the text.
        url: address, if given.
    """

    id: str
    text: str
    body: int = 0
    published: date | None = None
    outlet: str | None = None
    place: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks, as far as the article and the tables of offices tell.

    Attributes:
        id: the same across articles for the same name, whatever its spelling.
        name: the fullest form in the article, or the office holder's; of an unnamed speaker a short description.
        kind: person, organisation, group or unnamed.
        role: as the article gives it.
        party: the side that the speaker speaks for.
        how: how the name was found: `named`, `same as "…"`, `held the office on DAY` or `not named`.
        mentions: every place where the article names or means the speaker, in order.
    """

    id: str
    name: str
    kind: SpeakerKind
    role: str | None = None
    party: str | None = None
    how: str
    mentions: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOn:
    """When something was said, no finer than the text tells.

    Attributes:
        first: first day that it may have been.
        last: last day, included; the same for a single day.
        text: the words that tell it.
        how: `expression` where they stand at the cue, `carried` where they stand with an earlier statement of the same
            occasion.
    """

    first: date
    last: date
    text: str
    how: Literal["expression", "carried"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An attribution, read.

    Attributes:
        id: 1, 2, … in the order of the cue, else of the content.
        parent: id of the statement in whose content this one lies.
        cue: the words that attribute; empty for a quotation that stands alone.
        source: the words that name who speaks; empty where the text names none.
        content: what is attributed; never empty.
        text: the content's slices, joined with ` … `.
        source_text: the source's slices, joined likewise.
        form: direct, indirect or mixed quotation.
        medium: whether it was said, written or only thought.
        confidence: calibrated probability that a careful reader finds the same statement.
        speakers: whose words they are; several when they speak together, none for a quotation that nobody is named for.
        chain: names from the outermost source to the speaker; longer than one when the statement is relayed.
        said_on: when it was said; None when the text does not say.
    """

    id: int
    parent: int | None
    cue: Spans
    source: Spans
    content: Spans
    text: str
    source_text: str
    form: Form
    medium: Medium
    confidence: float
    speakers: tuple[Speaker, ...] = ()
    chain: tuple[str, ...] = ()
    said_on: SaidOn | None = None

    @property
    def speaker(self) -> Speaker | None:
        """The first of the speakers."""
        return self.speakers[0] if self.speakers else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one article was read to say.

    Attributes:
        article: the article as read.
        statements: in the order of their cue.
        attributed_share: the share of the article's characters, white space left out, that stand in some content.
    """

    article: Article
    statements: tuple[Statement, ...]
    attributed_share: float
