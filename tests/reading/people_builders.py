"""Articles whose mentions and statements are marked by hand, so that speakers are named without weights.

A mention is `[words|1n]`: the number of whom it means, then `n` for a name, `d` for a description, `p` for a pronoun;
an `o` behind is for an organisation, an `l` for a place, and nothing for a person. The parts of a statement are
`<s1 …>` for its source, `<c1 …>` for its cue and `<t1 …>` for what is told; one that stands in what another tells
lies in that other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from onrecord.reading.casting import is_body
from onrecord.reading.chains import chains
from onrecord.reading.heads import Head, heads
from onrecord.reading.mentions import Mention, Naming, Type
from onrecord.reading.people import Cast
from onrecord.reading.speakers import Scene, speakers
from onrecord.reading.states import states_in
from onrecord.reading.turns import turns
from onrecord.records import Article, Span, Spans, Speaker, Statement

DAY = date(2022, 12, 2)

_MARK = re.compile(
    r"(?P<opens>\[|<(?P<part>[sct])(?P<stmt>\d+) )|(?P<closes>\|(?P<group>\d+)(?P<form>[ndp])(?P<type>[ol]?)\]|>)"
)
_FORMS: dict[str, Naming] = {"n": "named", "d": "nominal", "p": "pronoun"}
_TYPES: dict[str, Type] = {"": "person", "o": "organisation", "l": "place"}


@dataclass(slots=True, kw_only=True)
class Marked:
    """A text without its marks, and what they said."""

    text: str = ""
    mentions: list[tuple[Mention, int]] = field(default_factory=list)
    parts: dict[tuple[int, str], list[Span]] = field(default_factory=dict)

    def part(self, stmt: int, part: str) -> Spans:
        """The spans of a statement's source, cue or content."""
        return tuple(sorted(self.parts.get((stmt, part), ())))


def marked(words: str) -> Marked:
    """Take the marks off a text."""
    out = Marked()
    opened: list[tuple[int, re.Match[str]]] = []
    place = 0
    for mark in _MARK.finditer(words):
        out.text += words[place : mark.start()]
        place = mark.end()
        if mark["opens"]:
            opened.append((len(out.text), mark))
        else:
            start, opener = opened.pop()
            _note(out, Span(start, len(out.text)), opener, mark)
    out.text += words[place:]
    out.mentions.sort(key=_place)
    assert not opened, f"a mark is left open in {words!r}"
    return out


def _note(out: Marked, span: Span, opener: re.Match[str], closer: re.Match[str]) -> None:
    if opener["part"]:
        out.parts.setdefault((int(opener["stmt"]), opener["part"]), []).append(span)
        return
    mention = Mention(span=span, type=_TYPES[closer["type"]], form=_FORMS[closer["form"]], anchor=None)
    out.mentions.append((mention, int(closer["group"])))


def _place(pair: tuple[Mention, int]) -> int:
    return pair[0].span.start


def cast(words: str, *, day: date | None = None) -> Cast:
    """The entities of a marked text."""
    return _cast(marked(words), day)


def _cast(read: Marked, day: date | None) -> Cast:
    found, groups = [one for one, _ in read.mentions], [group for _, group in read.mentions]
    return Cast(text=read.text, found=found, groups=groups, day=day, states=states_in(read.text, found, day=day))


def statements(read: Marked) -> list[Statement]:
    """The statements of a marked text, without their speakers."""
    return [_statement(read, number) for number in sorted({number for number, _ in read.parts})]


def _statement(read: Marked, number: int) -> Statement:
    source, cue, content = (read.part(number, part) for part in "sct")
    return Statement(
        id=number,
        parent=max(_told_around(read, number, (cue or content)[0]), default=None),
        cue=cue,
        source=source,
        content=content,
        text=" … ".join(span.of(read.text) for span in content),
        source_text=" … ".join(span.of(read.text) for span in source),
        form="indirect",
        medium="said",
        confidence=0.9,
    )


def _told_around(read: Marked, number: int, span: Span) -> Iterator[int]:
    """The other statements in whose content a span lies."""
    for (other, part), spans in read.parts.items():
        if part == "t" and other != number and any(one.covers(span) for one in spans):
            yield other


def scene(words: str, *, day: date | None = None, outlet: str | None = None) -> Scene:
    """A marked text with the heads of its sources; a head that is not marked means nobody else in the article."""
    read = marked(words)
    some = list(chain.from_iterable(_heads(read, stmt) for stmt in statements(read)))
    for head in some:
        if head.mention is None and all(head.span != one.span for one, _ in read.mentions):
            read.mentions.append((_unmarked(read, head), 1000 + head.span.start))
    read.mentions.sort(key=_place)
    article = Article(id="a", text=read.text, published=day, outlet=outlet)
    settled = {stmt.id: _heads(read, stmt) for stmt in statements(read)}
    people = _cast(read, day)
    return Scene(article=article, cast=people, heads=settled, turns=turns(read.text, people.found))


def _heads(read: Marked, stmt: Statement) -> list[Head]:
    found = [one for one, _ in read.mentions]
    return [head for source in stmt.source for head in heads(read.text, source, found)]


def _unmarked(read: Marked, head: Head) -> Mention:
    body = head.form == "named" and is_body(read.text, head.span, None)
    return Mention(span=head.span, type="organisation" if body else "person", form=head.form, anchor=None)


def read(words: str, *, day: date | None = None, outlet: str | None = None) -> list[Statement]:
    """The statements of a marked text with their speakers and chains."""
    set_up = scene(words, day=day, outlet=outlet)
    return chains(set_up.article, speakers(set_up, statements(marked(words))))


def who(words: str, *, day: date | None = None, outlet: str | None = None) -> Speaker:
    """The one speaker of the last statement of a marked text."""
    (speaker,) = read(words, day=day, outlet=outlet)[-1].speakers
    return speaker


def asked(words: str, *, day: date | None = None) -> tuple[Cast, Head, str]:
    """The entities of a marked text, and the first head of its last source with the words that describe it."""
    set_up = scene(words, day=day)
    head = set_up.heads[max(set_up.heads)][0]
    return set_up.cast, head, " ".join(head.phrase.of(set_up.cast.text).split())


def group_of(cast: Cast, head: Head) -> int | None:
    """Whom a head means by the antecedents."""
    return None if head.mention is None else cast.groups[head.mention]
