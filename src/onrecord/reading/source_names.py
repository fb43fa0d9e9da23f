"""Find which of the names in a source are those who speak, and which only tell whose, where or for whom.

Use these from `onrecord.reading.heads`: "a spokesman for President Lee" holds a name that does not speak, "Lee and
Wong" two that do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.knowledge import known_in
from onrecord.reading.capitals import is_full, name_at, name_at_end, names_in
from onrecord.reading.roles import is_role
from onrecord.reading.wording import WORD, folded
from onrecord.records import Span

_AND = re.compile(r"\s*(?:,|\band\b|&|\bas well as\b|\balong with\b|\btogether with\b)\s*")
_AND_NAME = re.compile(r"\s+and\s+([A-Z][\w’'-]+)")
# A noun right behind a name: the name only tells which.
_LEADS_ON = re.compile(
    r"\s(?!(?:and|or|of|in|at|from|for|also|himself|herself|both|all|too|who|then|later|again|once|jr|sr|ii|iii)\b)[^\W\d_]"
)
# Words that may stand between a preposition and the name that it governs: "for President Lee".
_TITLES_WORDS = """
the mr mrs ms miss dr prof professor president minister prime vice deputy foreign defence defense chancellor
secretary general senator sen rep gov governor mayor king queen prince princess pope sir lord lady judge justice
ambassador former then late us u.s. uk british american russian ukrainian gen col lt capt captain colonel speaker
"""
_TITLES = frozenset(_TITLES_WORDS.split())
PREPOSITION = re.compile(
    r"\b(?:of|for|at|in|from|to|on|by|with|near|against|over|under|inside|among|behind|about|like|including|such|"
    r"aboard|outside|across|around|within|throughout|here|there|abroad|today|yesterday)\b"
)
_UNFINISHED = re.compile(r"\b(?:by|of|from)\s*\Z")
_WHOEVER = re.compile(r"\s+[^,.;:()“”\"\n]{2,60}\b")
# Who comments under an article: "one reader, username kelp77".
_HANDLE = re.compile(r"\b(?:user(?:name)?|handle)\s+\W*((?:@?\w[\w.-]*\s?){1,3})(?=[\s,]*\Z)", re.IGNORECASE)
_NICKNAMED = re.compile(r",\s+user(?:name)?\s[^,.;:“\"\n]{2,40}\b", re.IGNORECASE)
_FULL, _LONGEST = 2, 4  # words of a full name
BREAK = re.compile(
    r"[,(\[;:—–]|\s-\s|\b(?:who|whom|whose|which|that|with|near|under|inside|among|based|speaking|citing|quoting)\b"
)
POSSESSIVE = re.compile(r"[’']s?\b|[’'](?=\s)")


def joined(text: str, source: Span, name: Span) -> Span | None:
    """A surname joined to a person's by "and": "Lee and Wong"."""
    joint = _AND_NAME.match(text, name.end, source.end)
    if joint is None or known_in(joint[1]) or joint.end() < source.end:
        return None
    return Span(*joint.span(1))


def unseen(text: str, source: Span, first: Span, seen: Sequence[Span]) -> list[Span]:
    """Names behind a title, or at the end of the phrase, that are no mention yet."""
    endings = (name_at_end(text, first), _set_off(text, source))
    names = [*names_in(text, source), *(ending for ending in endings if ending is not None)]
    return [
        name for name in dict.fromkeys(names) if not any(name.start < one.end and one.start < name.end for one in seen)
    ]


def _set_off(text: str, source: Span) -> Span | None:
    """The name of a person that is all of what follows the last comma: "the director, Harbour Trust, Ann Lee"."""
    comma = text.rfind(",", source.start, source.end)
    words = list(WORD.finditer(text, comma + 1, source.end)) if comma >= 0 else []
    if not _FULL <= len(words) <= _LONGEST:
        return None
    name = Span(words[0].start(), words[-1].end())
    return name if name_at(text, name, person=True) == name and is_full(text, name) else None


def completed(text: str, source: Span, end: int) -> Span:
    """A source with whoever follows, where it ends in "by", "of" or "from", or where "username" does.

    "A report by" goes on "the harbour board", "one reader" goes on ", username kelp77".

    Args:
        text: the article's.
        source: the phrase.
        end: where the next part of the statement begins.
    """
    follows = _NICKNAMED.match(text, source.end, max(end, source.end))
    if follows is not None:
        return Span(source.start, follows.end())
    if not _UNFINISHED.search(text, source.start, source.end):
        return source
    follows = _WHOEVER.match(text, source.end, max(end, source.end))
    return Span(source.start, follows.end()) if follows else source


def nickname(text: str, source: Span) -> Span | None:
    """The name that somebody goes by where they comment; None in a source that gives none."""
    match = _HANDLE.search(text[source.start : source.end])
    if match is None:
        return None
    start = source.start + match.start(1)
    return Span(start, start + len(match[1].rstrip()))


def names_it(text: str, source: Span, first: Span, name: Span) -> bool:
    """Whether a name stands in the first segment, right behind it, or ends the source as its apposition."""
    if name.start < first.end or not WORD.search(text, first.end, name.start) or _are_titles(text, first.end, name):
        return True
    last = last_word(text, first)
    ends = not WORD.search(text, name.end, source.end) and text[: name.start].rstrip()[-1:] in (",", ")")
    return ends and any(is_role(match.group()) for match in WORD.finditer(text, first.start, first.end)) and bool(last)


def last_word(text: str, span: Span) -> str:
    """The last word of a span; empty where it has none."""
    words = WORD.findall(text[span.start : span.end])
    return words[-1] if words else ""


def _are_titles(text: str, start: int, name: Span) -> bool:
    words = [match.group() for match in WORD.finditer(text, start, name.start)]
    return len(words) <= 4 and all(folded(word) in _TITLES or word[:1].isupper() for word in words)


def is_governed(text: str, source: Span, name: Span) -> bool:
    """Whether a name only says whose, which or for whom: "Lee's lawyer", "the Lee campaign", "aide to Ann Lee"."""
    if _LEADS_ON.match(text, name.end, source.end):
        return True
    if POSSESSIVE.match(text, name.end) and WORD.search(text, name.end + 2, source.end):
        rest = POSSESSIVE.sub("", text[name.end : source.end], count=1)
        return not _AND.match(rest)
    before = list(PREPOSITION.finditer(text, source.start, name.start))
    if not before:
        return False
    between = [match.group() for match in WORD.finditer(text, before[-1].end(), name.start)]
    stopped = BREAK.search(text, before[-1].end(), name.start)
    if stopped is not None:
        return False
    titled = any(is_role(word) for word in between)
    return all(folded(word) in _TITLES or (titled and (is_role(word) or known_in(word))) for word in between)


_AGE = re.compile(r",\s*\d{1,3}\s*(?=,|\band\b|\Z)")  # "Ann Lee, 38, and …"
_KIN = re.compile(
    r"\b(?:his|her|their)\s+(?:\w+\s+)?(?:husband|wife|partner|fianc[eé]e?|mother|father|parents|sister|brother|daughter|"
    r"son|boyfriend|girlfriend|colleague|co-\w+)\b,?",
    re.IGNORECASE,
)


def together(text: str, source: Span, names: Sequence[Span]) -> list[Span]:
    """The first name and those joined to it by "and" or commas with nothing but titles between."""
    if not names:
        return []
    out = [names[0]]
    for name in names[1:]:
        between = _KIN.sub("", _AGE.sub("", text[out[-1].end : name.start]))
        joint = _AND.match(between)
        rest = WORD.findall(between[joint.end() :] if joint else between)
        if joint is None or not all(folded(word) in _TITLES or word == "and" or word[:1].isupper() for word in rest):
            break
        out.append(name)
    listed = text[out[0].end : source.end]
    return out if re.search(r"\band\b|&", listed) or len(out) == 1 else out[:1]
