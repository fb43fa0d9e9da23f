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
