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
Act: TypeAlias = Literal[
    "claim", "deny", "support", "accuse", "demand", "offer", "promise", "refuse", "concede", "threaten"
]
Polarity: TypeAlias = Literal["positive", "negative"]
Certainty: TypeAlias = Literal["certain", "hedged"]
ConditionKind: TypeAlias = Literal["if", "unless", "only", "until", "after", "subject_to"]


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
        language: ISO 639-1 code of the language it is written in, if somebody looked.
        raw: the page that the text was taken from, so that it can be taken again; only where the two differ.
    """

    id: str
    text: str
    body: int = 0
    published: date | None = None
    outlet: str | None = None
    place: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    raw: bytes | None = None


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
        first: first day that it may have been; None where the text says only that it was some time ago.
        last: last day, included; the same for a single day.
        text: the words that tell it.
        how: `expression` where they stand at the cue, `carried` where they stand with an earlier statement of the same
            occasion, `before` where the cue is one of former days ("once praised") and the day before publication is
            the last that it may have been.
    """

    first: date | None
    last: date
    text: str
    how: Literal["expression", "carried", "before"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who must act or decide, as far as the text tells.

    Attributes:
        name: of a person or body, as `Speaker.name`; None where only the side is known.
        party: the side, as `Speaker.party`.
    """

    name: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Words on which a content hangs.

    Attributes:
        text: the span's slice of the article.
        span: where they stand.
        kind: how it hangs on them.
        on: who must act or decide for it to be fulfilled; None where the text does not say.
        confidence: calibrated probability that a careful reader finds the same condition.
    """

    text: str
    span: Span
    kind: ConditionKind
    on: Actor | None = None
    confidence: float = 1.0


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
        act: what the speaker does by it; None where it was not asked for.
        act_confidence: calibrated probability of that act.
        polarity: negative where the cue is negated ("did not say"), so that the content is not stated.
        certainty: hedged where the speaker leaves it open ("may", "would be ready").
        conditions: on which the content hangs, in order.
        addressee: the party to whom a demand, threat, offer or accusation is directed, or who speaks for no other state
            or body; None when the text does not say.
        vector: what the content is about, a direction in int8 numbers; empty where it was not asked for.
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
    act: Act | None = None
    act_confidence: float = 0.0
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    conditions: tuple[Condition, ...] = ()
    addressee: str | None = None
    vector: bytes = b""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One place where a text was published.

    Attributes:
        article: the input's id, as `Article.id`.
        outlet: who published it, if known.
        published: day of publication, if known.
        title: headline, if known.
        url: address, if known.
        same: whether its text is the very same; else it is a near copy (a wire story that was cut or edited).
    """

    article: str
    outlet: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None
    same: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement as the ledger keeps it, with the user's corrections and everywhere that it appeared.

    Attributes:
        id: the same for the same content in the same text: 16 hexadecimal digits of the text's SHA-256, a dot, and the
            content's first and last offset (`3f9ac01b2d4e5f60.120-245`).
        stmt: as read, corrected.
        appearances: of its article, the earliest day first; never empty.
        corrected: names of the fields that the user corrected.
    """

    id: str
    stmt: Statement
    appearances: tuple[Appearance, ...]
    corrected: tuple[str, ...] = ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who carried it, each once, the earliest first."""
        return tuple(dict.fromkeys(one.outlet for one in self.appearances if one.outlet))

    @property
    def published(self) -> date | None:
        """The earliest day of publication."""
        return min((one.published for one in self.appearances if one.published), default=None)

    @property
    def first_day(self) -> date | None:
        """The first day on which it may have been said; that of publication where the text does not say.

        None where neither is known, and where it was said some time ago ("once praised").
        """
        return self.stmt.said_on.first if self.stmt.said_on else self.published

    @property
    def last_day(self) -> date | None:
        """The last day on which it may have been said, likewise."""
        return self.stmt.said_on.last if self.stmt.said_on else self.published
