"""Find whom a source's words mean: the name in it, else its head noun.

Use `heads` on a source phrase. "Press Secretary of the head of state Ann Lee" is Ann Lee, "a spokesman for President
Lee" is the spokesman, "Lee and Wong" are both; "Lee's remarks" are Lee's, for remarks do not speak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.knowledge import Known, known_in
from onrecord.reading.capitals import is_all, name_at, names_a_body
from onrecord.reading.mentions import Mention, Naming, within
from onrecord.reading.papers import VESSELS
from onrecord.reading.roles import is_role
from onrecord.reading.source_names import (
    BREAK,
    POSSESSIVE,
    PREPOSITION,
    is_governed,
    joined,
    last_word,
    names_it,
    nickname,
    together,
    unseen,
)
from onrecord.reading.wording import PRONOUNS, WORD, folded
from onrecord.records import Span

_DONE = re.compile(r"(?:\w+ed|done|led|made|run|written|out)\s+by\b")  # "data provided by the board"
_BY = re.compile(r"\bby\b")
_OWNERS = re.compile(r"\b(?:of|by|from|to)\b", re.IGNORECASE)
_BOTH = re.compile(r",?\s+(?:and|as well as|along with|together with)\s+")
_NEAR = 80  # characters that "who" may stand behind whom it means
_HANGS_ON = re.compile(r"\b(?:in|of|at|from|for|to|with|by|on|near)\s+(?:the\s+)?\Z")
_SENTENCE = re.compile(r"[.!?]\s")
_DEFINITE = re.compile(r"(?:the|his|her|its|their)\s", re.IGNORECASE)

# Nouns that begin many a sentence and are no names.
_COMMON_WORDS = """
officials experts analysts sources people critics supporters opponents authorities police prosecutors investigators
researchers scientists lawmakers politicians leaders members residents witnesses others some many most several
democrats republicans reports polls data documents studies government ministry experts insiders activists observers
voters parents students doctors lawyers diplomats soldiers
"""
_COMMON = frozenset(_COMMON_WORDS.split())
# "Ukrainian, Chinese and US officials": one noun behind a list.
_LISTED = re.compile(r"(?:the\s+)?[A-Z]\w+(?:,\s+[A-Z]\w+)+,?\s+and\s+[A-Z]\w+\s+[a-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Whom a source means.

    Attributes:
        span: the name, the head noun or the pronoun.
        form: which of them it is.
        mention: index of the mention at that place, if one was found.
        phrase: the words that describe it, without what is set off by a comma.
    """

    span: Span
    form: Naming
    mention: int | None
    phrase: Span


def heads(text: str, source: Span, found: Sequence[Mention]) -> list[Head]:
    """The heads of a source phrase, in order; several only where people are named together.

    Args:
        text: the article's.
        source: the phrase.
        found: all mentions of the article.
    """
    words = [Span(*match.span()) for match in WORD.finditer(text, source.start, source.end)]
    if not words:
        return []
    if len(words) == 1 and folded(words[0].of(text)) in PRONOUNS:
        return [_relative(text, words[0], found) or _head(words[0], "pronoun", found, words[0])]
    handle = nickname(text, source)
    if handle is not None:
        return [_head(handle, "named", found, source)]
    both = _coordinated(text, source, found)
    if both:
        return both
    people = [index for index in within(found, source) if _is_person(found[index])]
    first = _first_segment(text, source)
    seen = [found[index].span for index in people]
    names = {*seen, *unseen(text, source, first, seen)}
    names |= {span for name in names if (span := joined(text, source, name)) is not None}
    free = [name for name in sorted(names) if not is_governed(text, source, name)]
    start = next((place for place, name in enumerate(free) if names_it(text, source, first, name)), len(free))
    named = together(text, source, free[start:])
    if named:
        return [_head(span, "named", found, _phrase(text, source, span)) for span in named]
    return [_body_behind(text, source, first, found) or _noun(text, first, found)]


def _relative(text: str, word: Span, found: Sequence[Mention]) -> Head | None:
    """Whom "who" means: the name or noun that it stands behind, not what only tells where or whose."""
    if word.of(text).lower() not in ("who", "whom"):
        return None
    near = within(found, Span(max(word.start - _NEAR, 0), word.start))
    free = [one for one in near if found[one].form != "pronoun" and not _hangs_on(text, found[one].span.start)]
    if not free or _SENTENCE.search(text, found[free[-1]].span.end, word.start):
        return None
    mention = found[free[-1]]
    return Head(span=mention.span, form=mention.form, mention=free[-1], phrase=mention.span)


def _hangs_on(text: str, place: int) -> bool:
    """Whether what begins here only tells where, whose or with whom."""
    return bool(_HANGS_ON.search(text, max(place - 12, 0), place))


def _body_behind(text: str, source: Span, first: Span, found: Sequence[Mention]) -> Head | None:
    """The name of a body that a description is followed by: "the news outlet, Harbour Post"."""
    stop = BREAK.search(text, first.end + 1, source.end)
    rest = Span(first.end, stop.start() if stop else source.end)
    words = [match.group() for match in WORD.finditer(text, rest.start, rest.end)]
    plain = [word for word in words if word.lower() not in ("the", "of", "and", "for")]
    if (
        not last_word(text, first)
        or text[first.end : first.end + 1] != ","
        or not 1 <= len(plain) <= 5
        or not all(w[:1].isupper() for w in plain)
    ):
        return None
    if last_word(text, first)[:1].isupper():
        return None
    name = name_at(text, rest, person=False)
    return _head(name, "named", found, rest) if name is not None else None


def _coordinated(text: str, source: Span, found: Sequence[Mention]) -> list[Head]:
    """The heads of two that are named together: "Norvia and Estmark", "the council and Ann Lee"."""
    for joint in _BOTH.finditer(text, source.start, source.end):
        parts = Span(source.start, joint.start()), Span(joint.end(), source.end)
        if "," not in parts[0].of(text) and all(_stands_alone(text, part, found) for part in parts):
            return [head for part in parts for head in heads(text, part, found)]
    return []


def _stands_alone(text: str, part: Span, found: Sequence[Mention]) -> bool:
    """Whether half of a phrase is somebody by itself: a country, a person, or a role or body with its article."""
    words = part.of(text).strip()
    names = [found[index].span for index in within(found, part) if _is_person(found[index])]
    if any(name.end == part.end for name in names) or any(is_all(one, words) for one in _countries(words)):
        return True
    definite = _DEFINITE.match(words)
    return definite is not None and len(words.split()) <= 5 and (is_role(words.split()[-1]) or names_a_body(words))


def _countries(words: str) -> list[Known]:
    return [one for one in known_in(words) if one.kind not in ("adjective", "political party")]


def _is_person(mention: Mention) -> bool:
    return mention.type == "person" and mention.form == "named"


def _first_segment(text: str, source: Span) -> Span:
    """The source up to the first comma, bracket or relative clause behind its first word."""
    begin = WORD.search(text, source.start, source.end)
    if _LISTED.match(text, source.start, source.end):
        return source
    stop = BREAK.search(text, begin.end() if begin else source.start, source.end)
    return Span(source.start, stop.start() if stop else source.end)


def _noun(text: str, segment: Span, found: Sequence[Mention]) -> Head:
    """The head noun of a phrase; of what only carries words, the head of whoever it belongs to."""
    stop = PREPOSITION.search(text, segment.start, segment.end)
    words = [Span(*match.span()) for match in WORD.finditer(text, segment.start, stop.start() if stop else segment.end)]
    if not words:
        words = [Span(*match.span()) for match in WORD.finditer(text, segment.start, segment.end)]
    while len(words) > 1 and _DONE.match(text, words[-1].start):
        words.pop()
    head = words[-1]
    if folded(head.of(text)) in VESSELS:
        owner = _owner(text, segment, words, stop.start() if stop else segment.end, found)
        if owner is not None:
            return owner
    names = [index for index in within(found, segment) if _covers(found[index], head)]
    name = _name_of_body(text, segment, head)
    if name is not None:
        return _head(name, "named", found, segment)
    if names:
        mention = found[names[0]]
        return _head(mention.span, mention.form, found, segment)
    return _head(head, "nominal", found, segment)


def _name_of_body(text: str, segment: Span, head: Span) -> Span | None:
    """The name that a capital head belongs to, unless the capital is there for the sentence's sake, or a role's."""
    word = head.of(text)
    lone = not WORD.search(text, segment.start, head.start)
    if not word[:1].isupper() or is_role(word) or (lone and not word.isupper() and word.lower() in _COMMON):
        return None
    if any(one.kind in ("political party", "nationality") and len(one.words) == len(word) for one in known_in(word)):
        return None
    return name_at(text, head, person=False)


def _covers(mention: Mention, head: Span) -> bool:
    return mention.span.start <= head.start < mention.span.end


def _owner(text: str, segment: Span, words: Sequence[Span], stop: int, found: Sequence[Mention]) -> Head | None:
    """Whose words they are: "Lee's remarks", "his statement", "the statement of the ministry"."""
    for word in words[:-1]:
        written = word.of(text)
        if folded(written) in ("his", "her", "their", "its", "my", "our"):
            return _head(word, "pronoun", found, word)
    carrier = words[-1]
    before = [index for index in within(found, Span(segment.start, carrier.start)) if found[index].form == "named"]
    if before and not text[found[before[-1]].span.end : carrier.start].strip():
        return _head(found[before[-1]].span, "named", found, found[before[-1]].span)
    owning = list(POSSESSIVE.finditer(text, segment.start, words[-1].start))
    if owning:
        return _noun_or_name(text, Span(segment.start, owning[-1].start()), found)
    of = _BY.search(text, stop, segment.end) or _OWNERS.search(text, stop, segment.end)
    if of and WORD.search(text, of.end(), segment.end):
        return _noun_or_name(text, Span(of.end(), segment.end), found)
    return None


def _noun_or_name(text: str, phrase: Span, found: Sequence[Mention]) -> Head | None:
    got = heads(text, phrase, found)
    return got[0] if got else None


def _phrase(text: str, source: Span, name: Span) -> Span:
    """The segment of the source that holds a name."""
    start = source.start
    for match in BREAK.finditer(text, source.start, name.start):
        start = match.end()
    return Span(start, name.end)


def _head(span: Span, form: Naming, found: Sequence[Mention], phrase: Span) -> Head:
    at = [index for index in within(found, span) if found[index].span == span]
    return Head(span=span, form=form, mention=at[0] if at else None, phrase=phrase)
