"""Tell through whom a statement reached the article.

Use `chains` once the speakers are named. What lies in another's content came through its speaker; what an agency or a
newspaper is quoted for came through that. Who only asked the question ("told CNN") and the article's own outlet are not
part of a chain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.knowledge import Outlet, outlet, outlets_in
from onrecord.records import Article, Span, Statement

_RELAYS = re.compile(
    r"(?:\b(?:quoted|cited|reported|relayed|carried|published)\s+by|\baccording\s+to|\bas\s+reported\s+by|\bquotes?\s+by)"
    r"\s+(?:the\s+)?[“\"]?\Z",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"[”\"]?\s*(?:news\s+)?(?:agency|newspaper)?\s*(?:reports?|reported|quotes?|quoted|cites?|cited|writes|wrote|says|said)\b(?!\s+(?:that|the))",
    re.IGNORECASE,
)
FAR, LINES = 120, 2  # characters and line breaks over which a relay is carried on
_ADDS = re.compile(r"(?:also\s+)?(?:add|continu|went on|goes on|conclud)", re.IGNORECASE)
_CITING = re.compile(r"\b(?:citing|cites|cited|quoting|with reference to|referring to)\b", re.IGNORECASE)
_STAFF = re.compile(r"[’']?s?\s+(?:correspondent|reporter|journalist|presenter|interview)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*\s+(?=[“\"A-Z])|\n")


def chains(article: Article, stmts: Sequence[Statement]) -> list[Statement]:
    """The statements with their chains, which end with the speaker.

    Args:
        article: as read; its own outlet is in no chain.
        stmts: with their speakers, in order.
    """
    relays: dict[int, str | None] = {}
    for before, stmt in zip([None, *stmts], stmts, strict=False):
        if stmt.parent is None:
            carried = relays.get(before.id) if before is not None and _goes_on(article.text, before, stmt) else None
            relays[stmt.id] = _relay(article, stmt, stmts) or carried
    by_id = {stmt.id: stmt for stmt in stmts}
    return [replace(stmt, chain=tuple(_chain(stmt, by_id, relays))) for stmt in stmts]


def _chain(stmt: Statement, by_id: dict[int, Statement], relays: dict[int, str | None]) -> list[str]:
    own = [stmt.speaker.name] if stmt.speaker is not None else []
    if stmt.parent is not None:
        return [*_chain(by_id[stmt.parent], by_id, relays), *own]
    relay = relays.get(stmt.id)
    return [relay, *own] if relay is not None and own else own


def _goes_on(text: str, before: Statement, stmt: Statement) -> bool:
    """Whether a statement adds to the one before: the same speaker, in the next words."""
    if stmt.speaker is None or before.speaker is None or stmt.speaker.id != before.speaker.id:
        return False
    if not any(_ADDS.match(span.of(text)) for span in stmt.cue):
        return False
    ends = max(span.end for span in (*before.cue, *before.content))
    return 0 <= stmt.content[0].start - ends <= FAR and text.count("\n", ends, stmt.content[0].start) <= LINES


def _relay(article: Article, stmt: Statement, stmts: Sequence[Statement]) -> str | None:
    """Who is quoted for a statement in its own sentence, if that is not the speaker."""
    if stmt.speaker is None or not stmt.cue:
        return None
    cited = _cited_by(article, stmt, stmts)
    return cited or _quoted_by(article, stmt)


def _cited_by(article: Article, stmt: Statement, stmts: Sequence[Statement]) -> str | None:
    """The speaker of the sentence's other statement, where this one is what it cites: "X reports …, citing Y"."""
    if not any(_CITING.search(span.of(article.text)) for span in stmt.cue):
        return None
    sentence = _sentence(article.text, stmt.cue[0])
    own = stmt.speaker.id if stmt.speaker else None
    others = [
        other
        for other in stmts
        if other.speaker is not None and other.speaker.id != own and other.cue and _touches(other.cue[0], sentence)
    ]
    names = [other.speaker.name for other in others if other.speaker is not None and other.cue[0] < stmt.cue[0]]
    news = [name for name in names if outlet(name) is not None]
    told = next(iter([*reversed(news), *reversed(names)]), None)
    return None if told is None or _own(article, told) else told


def _quoted_by(article: Article, stmt: Statement) -> str | None:
    text = article.text
    end = max(span.end for span in (*stmt.cue, *stmt.source, *stmt.content))
    sentence = _sentence(text, Span(min(stmt.cue[0].start, end), max(stmt.cue[-1].end, end)))
    for start, stop, found in outlets_in(text[sentence.start : sentence.end]):
        span = Span(sentence.start + start, sentence.start + stop)
        if any(part.start <= span.start < part.end for part in stmt.content) or _own(article, found.name):
            continue
        if found.name == stmt.source_text or _STAFF.match(text, span.end):
            continue
        if _RELAYS.search(text, sentence.start, span.start) or _reports(text, span, stmt, found):
            return found.name
    return None


def _reports(text: str, span: Span, stmt: Statement, found: Outlet) -> bool:
    """Whether an agency reports what another says: "…, the minister said, Reuters reported"."""
    return found.kind == "agency" and stmt.cue[0].end < span.start and bool(_REPORTS.match(text, span.end))


def _own(article: Article, name: str) -> bool:
    own = outlet(article.outlet) if article.outlet else None
    return name == article.outlet or (own is not None and own.name == name)


def _sentence(text: str, span: Span) -> Span:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(span.start - 600, 0), span.start)]
    stop = _SENTENCE_END.search(text, max(span.end - 1, 0))
    return Span(ends[-1] if ends else max(span.start - 600, 0), stop.start() + 1 if stop else len(text))


def _touches(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start < sentence.end
