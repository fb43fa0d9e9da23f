"""Decide when each statement was said.

Use `said_on` after attribution, with what `onrecord.reading.times` finds. A time expression in the cue's sentence,
outside of what is said, decides; a day is carried on to the speaker's next words on the same occasion. No day is
invented: "last week" stays a week, and where the text does not say, there is None. What somebody "once praised" was
said before the day of publication, nobody knows when.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from onrecord.reading.times import TimeExpression
from onrecord.records import SaidOn, Span, Spans

__all__ = ["Attributed", "said_on"]

# How far from the cue, in characters outside of contents, its time may stand: the best of 40 to 1000 on onrecord train
# and our labels.
FARTHEST = 110

# The same with contents, so that a text without full stops takes no longer than another.
REACH = 3000
# The longest clause, in characters, that is looked through for the event that a time belongs to.
CLAUSE = 200

_SHORT = "Mrs|Gen|Sen|Rep|Gov|Maj|Col|Sgt|Rev|Inc|Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec"
# Machine-translated texts lack the space after a full stop.
# The marks come first, and what must not stand before them behind: a search then goes from mark to mark.
_SENTENCE_END = re.compile(
    rf"[\n.!?…](?:(?<=\n)|(?<![A-Z].)(?<!\b(?:Mr|Ms|Dr|St|Lt|vs|Jr|No).)(?<!\b(?:{_SHORT}).)(?<!\bSept.)"
    r"[.!?…]*[\"”’»)\]]*(?:\s+(?=[\"“‘«(–—-]?\s?[A-Z0-9])|(?=[A-Z“\"–—-])))"
)
_OTHER_EVENT = re.compile(
    r"\b(?:who|whom|whose|which|where|when|after|before|since|until|till|ahead of|following|because)\b"
    r"|,\s+as\s+(?:the\s+)?\w[^.;]*\b(?:sa(?:id|ys)|told|\w+ed)\s",  # ", as the envoy claimed"
    re.IGNORECASE,
)
_BOUND_TO_NOUN = re.compile(
    r"\b(?:since|until|till|from|by|before|after|of|for|to|between|than|through)\s+(?:the\s+)?$", re.IGNORECASE
)
_WHAT_FOLLOWED = re.compile(r"\b(?:after|before|since|until)\b[^,]*$", re.IGNORECASE)
# A clause of its own, not closed before the time: "who met them on Friday", "after the vote in May".
_IN_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|where|when)\b[^,]*$|^\W*(?:after|when|since|before)\b[^,]*$", re.IGNORECASE
)
_PLUPERFECT = re.compile(r"\bhad\s+(?:also\s+|already\s+|earlier\s+|previously\s+)?\w+")
_AUXILIARY = 12  # characters before a cue that its "had" may stand in
# Before the last word of a cue these tell of former days: "once praised", "had previously endorsed".
_AGO = re.compile(r"\b(?:once|previously|formerly|originally|initially)\b(?=\s+(?!again\b|more\b)\w)", re.IGNORECASE)
_ADVERB = 12  # characters before a cue that it may stand in
_NAMED = re.compile(r"\d|[A-Z][a-z]+(?: \d{4})?$")
_LED = re.compile(r"\b(?:in|during)\s$", re.IGNORECASE)
_COARSE = frozenset({"month", "season", "quarter", "half", "year"})
_PLACED = frozenset({"day", "week", "month", "season", "quarter", "half", "year", "time"})


class Attributed(Protocol):
    """What is asked of a statement."""

    @property
    def cue(self) -> Spans:
        """The words that attribute."""

    @property
    def source(self) -> Spans:
        """The words that name who speaks."""

    @property
    def content(self) -> Spans:
        """What is attributed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """A statement as seen from its cue.

    Attributes:
        at: the cue, else where the source or the content begins.
        sentence: the sentence that the cue stands in.
        line: number of its line.
        inside: the statements in whose content it stands.
        who: id of the speaker, if known.
        source: the words of the source.
        looks_back: whether the cue tells of what was said before another occasion: "had told".
    """

    at: Span
    sentence: Span
    line: int
    inside: frozenset[int]
    who: str | None
    source: str
    looks_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What every cue of a text is judged with: its usable times, the contents that each lies in, and all contents."""

    text: str
    published: date | None
    times: Sequence[TimeExpression]
    inside: Sequence[frozenset[int]]
    contents: Sequence[Span]


def said_on(
    stmts: Sequence[Attributed],
    text: str,
    times: Sequence[TimeExpression],
    *,
    published: date | None,
    who: Sequence[str | None] | None = None,
) -> list[SaidOn | None]:
    """Tell when each statement was said.

    Args:
        stmts: in text order.
        text: of the article.
        times: its time expressions, in order.
        published: day of publication; nothing was said later.
        who: an id of each statement's speaker, if known; else the source's words are compared.

    Returns:
        One for each statement; None where the text does not say.
    """
    usable = [time for time in times if _is_past(time, published)]
    inside = _holders(stmts, [time.span for time in usable])
    contents = sorted(piece for stmt in stmts for piece in stmt.content)
    page = _Page(text=text, published=published, times=usable, inside=inside, contents=contents)
    frames = _frames(stmts, text, who or [None] * len(stmts))
    return _carried(frames, [_own(frame, page) for frame in frames])


def _is_past(one: TimeExpression, published: date | None) -> bool:
    if one.grain not in _PLACED or one.first is None:
        return False
    return published is None or one.first <= published


def _frames(stmts: Sequence[Attributed], text: str, who: Sequence[str | None]) -> list[_Frame]:
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    lines = [match.end() for match in re.finditer("\n", text)]
    cues = [_place(stmt) for stmt in stmts]
    return [
        _Frame(
            at=at,
            sentence=_sentence(ends, at),
            line=bisect_right(lines, at.start),
            inside=inside,
            who=speaker,
            source=" ".join(span.of(text) for span in stmt.source).lower(),
            looks_back=bool(_PLUPERFECT.search(text, max(at.start - _AUXILIARY, 0), at.end)),
        )
        for stmt, at, inside, speaker in zip(stmts, cues, _holders(stmts, cues), who, strict=True)
    ]


def _place(stmt: Attributed) -> Span:
    """The cue from its first word to its last, else the source's or the content's first span."""
    return Span(stmt.cue[0].start, stmt.cue[-1].end) if stmt.cue else (stmt.source or stmt.content)[0]


def _sentence(ends: Sequence[int], at: Span) -> Span:
    """From the sentence that a span begins in to the one that it ends in."""
    last = bisect_right(ends, max(at.end - 1, at.start))
    return Span(ends[bisect_right(ends, at.start) - 1], ends[min(last, len(ends) - 1)])


def _holders(stmts: Sequence[Attributed], spans: Sequence[Span]) -> list[frozenset[int]]:
    """For each span, the statements in whose content it lies."""
    pieces = sorted((piece, number) for number, stmt in enumerate(stmts) for piece in stmt.content)
    out: dict[Span, frozenset[int]] = {}
    begun: list[tuple[Span, int]] = []
    at = 0
    for span in sorted(spans):
        while at < len(pieces) and pieces[at][0].start <= span.start:
            begun.append(pieces[at])
            at += 1
        begun = [(piece, number) for piece, number in begun if piece.end > span.start]
        out[span] = frozenset(number for piece, number in begun if piece.end >= span.end)
    return [out[span] for span in spans]


def _own(frame: _Frame, page: _Page) -> SaidOn | None:
    """What the nearest expression that belongs to a cue tells."""
    near = []
    first = max(frame.sentence.start, frame.at.start - REACH)
    last = min(frame.sentence.end, frame.at.end + REACH)
    for number in range(bisect_left(page.times, first, key=_begin), len(page.times)):
        time = page.times[number]
        if time.span.end > last:
            break
        gap = _gap(frame.at, time.span, page) if page.inside[number] == frame.inside else None
        if gap is not None and len(gap) <= FARTHEST and _belongs(frame, time, gap, page.text):
            near.append((len(gap), number))
    return _said(page.times[min(near)[1]]) if near else _ago(frame, page)


def _begin(time: TimeExpression) -> int:
    return time.span.start


def _said(time: TimeExpression) -> SaidOn | None:
    if time.first is None or time.last is None:
        return None
    return SaidOn(first=time.first, last=time.last, text=time.text, how="expression")


def _ago(frame: _Frame, page: _Page) -> SaidOn | None:
    """What an adverb right before the cue's verb tells: that it was not on the day of publication."""
    words = page.text[max(frame.sentence.start, frame.at.start - _ADVERB) : frame.at.end]
    told = next((one for one in _AGO.finditer(words) if _is_at_the_verb(words[one.end() :], frame.at)), None)
    if told is None or page.published is None or page.published == date.min:
        return None
    return SaidOn(first=None, last=page.published - timedelta(days=1), text=told[0], how="before")


def _is_at_the_verb(after: str, cue: Span) -> bool:
    """Whether nothing but a space stands between an adverb and the cue, or the rest of the cue."""
    return len(after.lstrip()) <= cue.end - cue.start


def _gap(cue: Span, time: Span, page: _Page) -> str:
    """The words between a cue and a time, without what is said."""
    start, end = (cue.end, time.start) if cue.end <= time.start else (time.end, cue.start)
    words = []
    for number in range(bisect_left(page.contents, Span(start, start)), len(page.contents)):
        piece = page.contents[number]
        if piece.start >= end:
            break
        if piece.end <= end:
            words.append(page.text[start : max(piece.start, start)])
            start = max(start, piece.end)
    return "".join([*words, page.text[start:end]])


def _belongs(frame: _Frame, time: TimeExpression, gap: str, text: str) -> bool:
    """Whether nothing between a cue and a time speaks of another event."""
    before = text[max(frame.sentence.start, time.span.start - CLAUSE) : time.span.start]
    if _BOUND_TO_NOUN.search(before) or _names_a_thing(time, before):
        return False
    if time.span.start >= frame.at.end:
        return not _OTHER_EVENT.search(gap)
    return not _WHAT_FOLLOWED.search(gap) and not _IN_CLAUSE.search(before)


def _names_a_thing(time: TimeExpression, before: str) -> bool:
    """Whether a month or year tells which one is meant rather than when: "the October issue", "the 2014 treaty"."""
    return time.grain in _COARSE and _NAMED.match(time.text) is not None and not _LED.search(before)


def _carried(frames: Sequence[_Frame], own: Sequence[SaidOn | None]) -> list[SaidOn | None]:
    """Each statement's own time, else that of the same speaker's words before, in the same content."""
    latest: dict[tuple[str, str, frozenset[int]], tuple[_Frame, SaidOn | None]] = {}
    out: list[SaidOn | None] = []
    for frame, said in zip(frames, own, strict=True):
        by_source = ("source", frame.source, frame.inside)
        by_who = ("who", frame.who, frame.inside) if frame.who else by_source
        before, told = latest.get(by_who, (frame, None))
        if said is None and told and _lasts(told, frame, before):
            said = replace(told, how="carried")  # noqa: PLW2901
        out.append(said)
        if not _is_ago(said) and (not frame.looks_back or told is None):
            latest[by_source] = latest[by_who] = frame, said
    return out


def _is_ago(said: SaidOn | None) -> bool:
    return said is not None and said.how == "before"


def _lasts(said: SaidOn, frame: _Frame, before: _Frame) -> bool:
    """Whether a day is still the same: a single day for as long as the speaker speaks, a longer time for the line."""
    return said.first == said.last or frame.line == before.line
