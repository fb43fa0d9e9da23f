"""Find who and what an article mentions.

Use `mentions` on the encoder's outputs, then `onrecord.reading.entities` to tell which of them mean the same. A mention
is known by its *core*: the name without titles and appositions, the head noun, or the pronoun. Its *anchor*, the first
piece of the core's last word, is what antecedents are looked up by.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np

from onrecord.reading.capitals import is_echo, name_at, names_a_body, person_behind
from onrecord.reading.encoder import Outputs
from onrecord.reading.wording import PRONOUNS, WORD
from onrecord.records import Span

Type: TypeAlias = Literal["person", "organisation", "place"]
Naming: TypeAlias = Literal["named", "nominal", "pronoun"]

TYPES: tuple[Type, ...] = ("person", "organisation", "place")
FORMS: tuple[Naming, ...] = ("named", "nominal", "pronoun")
_LONG = 3  # words of a body's name that its capitals alone tell: "League of Coastal States"
INSIDE = 10  # the first of the tags that go on with a core

_NO_NOUNS_WORDS = """
the a an of and or but to for from with in on at by as that this these those not no so if when while than then
"""
_NO_NOUNS = frozenset(_NO_NOUNS_WORDS.split())
_INSERTED = re.compile(r"\.?\s*[-–—]\s*(?:Ed|ed|Editor|editor|Note|note|author)\b")
_EDITOR = re.compile(r"[-–—]\s*(?:Ed|ed|Editor|editor|Note|note|author)\.?[)\]]")
CUE = (1, 2)  # the role tags of cues: what says is nobody
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lady|Lord|Baroness)\b\.?\s+[A-Z]")  # before a person's name alone
_POSSESSIVE = re.compile(r"[’']s?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention.

    Attributes:
        span: the core.
        type: what is mentioned.
        form: how.
        anchor: index into `Outputs.linked`; None for a core whose vectors were not kept.
    """

    span: Span
    type: Type
    form: Naming
    anchor: int | None


def mentions(outputs: Outputs, text: str, *, body: int = 0) -> list[Mention]:
    """All mentions of a text in order; no two overlap.

    Args:
        outputs: of the encoder.
        text: the article's.
        body: offset in it of the text that was read.
    """
    out: list[Mention] = []
    anchors = Anchors(outputs, text, body=body)
    starts, ends = outputs.pieces.start.tolist(), outputs.pieces.end.tolist()
    for start, end, tag in _runs(outputs):
        rough = Span(starts[start] + body, ends[end - 1] + body)
        kind, form = divmod(tag - 1, len(FORMS))
        kind = 0 if _HONORIFIC.match(text, rough.start) else kind
        core = _core(text, rough, TYPES[kind], FORMS[form])
        if core is not None and not _is_inserted(text, core[0]) and (not out or out[-1].span.end <= core[0].start):
            person = person_behind(text, core[0]) if kind and core[1] == "named" else None
            span, what = (person, TYPES[0]) if person is not None else (core[0], TYPES[kind])
            if core[1] == "named" and out and out[-1].form == "named" and is_echo(text, span, out[-1].span):
                continue
            out.append(Mention(span=span, type=what, form=core[1], anchor=anchors.of(span)))
    return out


def _core(text: str, rough: Span, kind: Type, form: Naming) -> tuple[Span, Naming] | None:
    """The core that a run of tags means, and its form: a pronoun is told by its word, a name by its capitals."""
    span = whole_words(text, rough)
    if span is None:
        return None
    if span.of(text).lower().replace("’", "'") in PRONOUNS:
        return span, "pronoun"
    name = name_at(text, span, person=kind == "person") if form == "named" else None
    if name is not None and not (kind == "person" and names_a_body(name.of(text))):
        return name, "named"
    whole = name_at(text, span, person=False) if form == "nominal" and span.of(text)[:1].isupper() else None
    if whole is not None and len(whole.of(text).split()) >= _LONG and names_a_body(span.of(text)):
        return whole, "named"
    last = list(WORD.finditer(text, span.start, span.end))[-1]
    if last.group().lower().replace("’", "'") in PRONOUNS:
        return Span(*last.span()), "pronoun"
    plain = last.group().lower() not in _NO_NOUNS and len(last.group()) > 1
    return (Span(*last.span()), "nominal") if plain and (last.group()[:1].islower() or form == "nominal") else None


def short_names(found: Sequence[Mention], text: str) -> list[Mention]:
    """The mentions with those as names that only shorten a body's: "the League", where there is a League of Ports.

    Args:
        found: as `mentions` gives them.
        text: the article's.
    """
    named = (one.span.of(text).split() for one in found if one.form == "named")
    first = {words[0] for words in named if len(words) >= _LONG and names_a_body(words[0])}
    return [
        replace(one, form="named", type="organisation") if one.form == "nominal" and one.span.of(text) in first else one
        for one in found
    ]


def _is_inserted(text: str, span: Span) -> bool:
    """Whether an editor put it in: "(Mara. – Ed.)"; the name that follows is whose it is, and the editor is nobody."""
    if bool(_INSERTED.match(text, span.end)) and text[max(span.start - 1, 0)] in "([":
        return True
    return any(found.end() > span.end for found in _EDITOR.finditer(text, max(span.start - 3, 0), span.end + 2))


def _runs(outputs: Outputs) -> Iterator[tuple[int, int, int]]:
    """Ranges of pieces with the tag of their first; one that goes on with nothing begins a core by itself."""
    found = outputs.mentions.argmax(axis=1)
    found[np.isin(outputs.roles.argmax(axis=1), CUE)] = 0
    tags, marked, place = found.tolist(), np.flatnonzero(found).tolist(), 0
    while place < len(marked):
        start = marked[place]
        tag = tags[start] if tags[start] < INSIDE else 1 + len(FORMS) * (tags[start] - INSIDE)
        place += 1
        while place < len(marked) and marked[place] == marked[place - 1] + 1 and tags[marked[place]] >= INSIDE:
            place += 1
        yield start, marked[place - 1] + 1, tag


def whole_words(text: str, span: Span) -> Span | None:
    """The span from the start of its first word to the end of its last, without a possessive ending."""
    start, end = span.start, span.end
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    if text[start:end].isalpha():  # most are a single word
        return Span(start, end)
    words = list(WORD.finditer(text, start, end))
    if not words:
        return None
    ending = _POSSESSIVE.search(text, words[-1].start(), words[-1].end())
    return Span(words[0].start(), ending.start() if ending else max(words[-1].end(), _stop(text, words[-1].end(), end)))


def _stop(text: str, word: int, end: int) -> int:
    """Behind the full stop of an abbreviation that the span holds: "U.S."."""
    return end if text[word:end] == "." and text[word - 2 : word - 1] == "." else word


class Anchors:
    """Where the vectors of cores are kept: at the first piece of each core's last word.

    Args:
        outputs: of the encoder.
        text: the article's.
        body: offset in it of the text that was read.
    """

    def __init__(self, outputs: Outputs, text: str, *, body: int) -> None:
        self._text, self._body = text, body
        self._ends = outputs.pieces.end.tolist()
        self._places = {piece: place for place, piece in enumerate(outputs.linked.tolist())}

    def of(self, span: Span) -> int | None:
        """The place in `Outputs.linked`; None for a core whose vectors were not kept."""
        alone = self._text[span.start : span.end].isalpha()
        last = span.start if alone else [match.start() for match in WORD.finditer(self._text, span.start, span.end)][-1]
        return self._places.get(bisect_right(self._ends, last - self._body))


def within(found: Sequence[Mention], span: Span) -> list[int]:
    """Indices of the mentions inside a span."""
    first = bisect_left(found, span.start, key=_start)
    last = bisect_left(found, span.end, key=_start)
    return [index for index in range(first, last) if found[index].span.end <= span.end]


def _start(mention: Mention) -> int:
    return mention.span.start
