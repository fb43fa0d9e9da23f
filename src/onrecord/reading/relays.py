"""Find the agency, newspaper or survey through which an outermost statement reached the article.

Use `relay` for one statement. Who only asked the question ("told CNN"), who speaks there, and the article's own outlet
relay nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.knowledge import Outlet, outlet, outlets_in
from onrecord.reading.surveys import survey_of
from onrecord.reading.wording import WORD
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
_QUOTES = re.compile(r"[”\"]?\s*(?:\w+\s+)?(?:quotes?|quoted|quoting|cites?|cited|citing)\s+\Z", re.IGNORECASE)
_CITING = re.compile(r"\b(?:citing|cites|cited|quoting|with reference to|referring to)\b", re.IGNORECASE)
_STAFF = re.compile(r"[’']?s?\s+(?:correspondent|reporter|journalist|presenter|interview)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*\s+(?=[“\"A-Z])|\n")
_ARTICLES = frozenset(("the", "a", "an"))

# Agencies that sign their own reports so: "…, Ukrinform reports". Where nobody says whose an article is, it is theirs.
_SIGNS_ITSELF = frozenset(("Ukrinform", "BelTA", "UNIAN", "Interfax-Ukraine"))


def relay(article: Article, stmt: Statement, stmts: Sequence[Statement]) -> str | None:
    """Who is quoted for a statement, if that is not the speaker.

    Args:
        article: as read.
        stmt: one of the outermost.
        stmts: all of the article, with their speakers, in order.
    """
    if stmt.speaker is None or not stmt.cue:
        return None
    place = stmt.cue[0].start
    before = [other for other in stmts if other.cue and other.cue[0].start < place]
    found = _cited_by(article, stmt, before) or _quoted_by(article, stmt) or survey_of(stmt, before)
    return None if found is None or _same(found, stmt.speaker.name) else found


def is_own(article: Article, name: str) -> bool:
    """Whether a name is that of the article's own outlet, or a part of it: the Gazette of the Norvia Gazette."""
    if not article.outlet:
        return False
    return _same(name, article.outlet) or set() < _words(name) <= _words(article.outlet)


def _same(name: str, other: str) -> bool:
    one, two = outlet(name), outlet(other)
    return name == other or (one is not None and two is not None and one.name == two.name)


def _words(name: str) -> set[str]:
    return {word.lower() for word in WORD.findall(name)} - _ARTICLES


def _cited_by(article: Article, stmt: Statement, before: Sequence[Statement]) -> str | None:
    """The speaker of the sentence's other statement, where this one is what it cites: "X reports …, citing Y"."""
    if not any(_CITING.search(span.of(article.text)) for span in stmt.cue):
        return None
    sentence = _sentence(article.text, stmt.cue[0])
    own = stmt.speaker.id if stmt.speaker else None
    others = [other.speaker for other in before if other.speaker is not None and _touches(other.cue[0], sentence)]
    names = [speaker.name for speaker in others if speaker.id != own]
    news = [name for name in names if outlet(name) is not None]
    told = next(iter([*reversed(news), *reversed(names)]), None)
    return None if told is None or is_own(article, told) else told


def _quoted_by(article: Article, stmt: Statement) -> str | None:
    """The outlet that the statement's own sentence quotes for it."""
    text = article.text
    end = max(span.end for span in (*stmt.cue, *stmt.source, *stmt.content))
    sentence = _sentence(text, Span(min(stmt.cue[0].start, end), max(stmt.cue[-1].end, end)))
    for start, stop, found in outlets_in(text[sentence.start : sentence.end]):
        span = Span(sentence.start + start, sentence.start + stop)
        if any(part.start <= span.start < part.end for part in stmt.content) or is_own(article, found.name):
            continue
        if found.name == stmt.source_text or _STAFF.match(text, span.end) or _signs(article, found):
            continue
        if _is_quoted(text, span, stmt, sentence) or _reports(text, span, stmt, found):
            return found.name
    return None


def _is_quoted(text: str, span: Span, stmt: Statement, sentence: Span) -> bool:
    """Whether an outlet is named as the relay, before or after: "quoted by Reuters", "Reuters quoted the minister"."""
    if stmt.source and _opens(text, span, stmt.source[0]):
        return False
    if stmt.source and span.end <= stmt.source[0].start and _QUOTES.match(text[span.end : stmt.source[0].start]):
        return True
    return bool(_RELAYS.search(text, sentence.start, span.start))


def _opens(text: str, span: Span, source: Span) -> bool:
    """Whether a source begins with an outlet, and so belongs to it: "the Gazette poll"."""
    return source.covers(span) and not set(WORD.findall(text[source.start : span.start].lower())) - _ARTICLES


def _reports(text: str, span: Span, stmt: Statement, found: Outlet) -> bool:
    """Whether an agency reports what another says: "…, the minister said, Reuters reported"."""
    return found.kind == "agency" and stmt.cue[0].end < span.start and bool(_REPORTS.match(text, span.end))


def _signs(article: Article, found: Outlet) -> bool:
    return article.outlet is None and found.name in _SIGNS_ITSELF


def _sentence(text: str, span: Span) -> Span:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(span.start - 600, 0), span.start)]
    stop = _SENTENCE_END.search(text, max(span.end - 1, 0))
    return Span(ends[-1] if ends else max(span.start - 600, 0), stop.start() + 1 if stop else len(text))


def _touches(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start < sentence.end
