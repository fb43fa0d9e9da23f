"""Set the scene of an article: its mentions, the heads of its sources among them, and which of them mean the same.

Use `scene` between the statements and their speakers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.knowledge import Holder, gender, holder, known_in, office_in, offices_held
from onrecord.reading.capitals import names_a_body
from onrecord.reading.encoder import Outputs
from onrecord.reading.entities import entities
from onrecord.reading.heads import Head, heads
from onrecord.reading.mentions import Anchors, Mention, mentions, short_names
from onrecord.reading.names import name_words
from onrecord.reading.parties import country_in
from onrecord.reading.people import Cast, phrase_at
from onrecord.reading.roles import is_role
from onrecord.reading.signatures import signature
from onrecord.reading.source_names import completed
from onrecord.reading.speakers import Scene
from onrecord.reading.states import as_places, states_in
from onrecord.reading.turns import turns
from onrecord.records import Article, Span, Statement

_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")


def scene(article: Article, outputs: Outputs, stmts: Sequence[Statement], *, distances: Sequence[float]) -> Scene:
    """Everything that tells who speaks in an article.

    Args:
        article: as read.
        outputs: of the encoder on the article's text from its body on.
        stmts: in order.
        distances: of the model.
    """
    text = article.text
    found = _unglued(text, mentions(outputs, text, body=article.body))
    rough = {stmt.id: _heads(text, stmt, found) for stmt in stmts}
    found = _with_heads(found, [head for some in rough.values() for head in some], outputs, article)
    found = short_names(found, text)
    states = states_in(text, found, day=article.published)
    found = as_places(found, text, states)
    places = {mention.span: index for index, mention in enumerate(found)}
    settled = {number: [_placed(head, places) for head in some] for number, some in rough.items()}
    outer = [head for stmt in stmts if stmt.parent is None for head in settled[stmt.id]]
    sources = {head.mention for head in outer if head.mention is not None}
    groups = entities(
        found, outputs, text, distances=distances, sources=sources, offices=_offices(article, found, stmts)
    )
    cast = Cast(text=text, found=found, groups=groups, day=article.published, states=states)
    return Scene(article=article, cast=cast, heads=settled, turns=turns(text, found))


def _offices(article: Article, found: Sequence[Mention], stmts: Sequence[Statement]) -> dict[int, str]:
    """Who held the offices that are described: "the Norvian president", or "the president" from a Norvian source."""
    out: dict[int, str] = {}
    for index, mention in enumerate(found):
        if mention.form != "nominal" or article.published is None or not is_role(mention.span.of(article.text)):
            continue
        phrase = phrase_at(article.text, mention.span)
        office = office_in(phrase.of(article.text)) if phrase is not None else None
        if office is None or office.standing != "plain":
            continue
        country = office.country or _spoken_for(mention.span, stmts)
        if country is None:
            continue
        held = holder(office.key, country, article.published)
        if isinstance(held, Holder):
            out[index] = held.name
    return out


def _spoken_for(span: Span, stmts: Sequence[Statement]) -> str | None:
    """The country that the source of the statement names in whose content a span lies."""
    holding = [stmt for stmt in stmts if any(part.covers(span) for part in stmt.content)]
    return next((country for stmt in holding if (country := country_in(stmt.source_text)) is not None), None)


def _unglued(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions with a surname freed of the country that a headline without a full stop left before it."""
    surnames = {name_words(one.span.of(text))[-1:] for one in found if one.form == "named" and one.type == "person"}
    return [_free(text, one, surnames) for one in found]


def _free(text: str, mention: Mention, surnames: set[tuple[str, ...]]) -> Mention:
    words = mention.span.of(text).split()
    glued = len(words) == 2 and name_words(words[1]) in surnames and bool(known_in(words[0]))
    if not glued or (mention.type == "person" and gender(words[0]) is not None):
        return mention
    return replace(mention, span=Span(mention.span.end - len(words[1]), mention.span.end), type="person", form="named")


def _heads(text: str, stmt: Statement, found: Sequence[Mention]) -> list[Head]:
    signed = signature(text, stmt)
    lines = [_line(text, stmt, source) for source in stmt.source] + ([signed] if signed is not None else [])
    whole = (completed(text, source, _next_part(stmt, source, len(text))) for source in lines)
    return [head for source in whole for head in heads(text, source, found)]


def _line(text: str, stmt: Statement, source: Span) -> Span:
    """The line of a source that the cue goes on: a caption or a headline may have been read into it."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text, source.start, source.end)]
    if len(lines) < 2:
        return source
    return lines[-1] if stmt.cue and stmt.cue[0].start >= source.end else lines[0]


def _next_part(stmt: Statement, source: Span, end: int) -> int:
    """Where the first of the other parts of a statement behind its source begins."""
    return min((span.start for span in (*stmt.cue, *stmt.content) if span.start >= source.end), default=end)


def _with_heads(found: list[Mention], some: Sequence[Head], outputs: Outputs, article: Article) -> list[Mention]:
    """The mentions with the heads that are none yet, in the place of what they overlap."""
    missed = {head.span: head for head in some if head.mention is None}
    anchors = Anchors(outputs, article.text, body=article.body)
    added = [
        Mention(
            span=span,
            type="person"
            if head.form != "named" or not is_body(article.text, span, article.published)
            else "organisation",
            form=head.form,
            anchor=anchors.of(span),
        )
        for span, head in missed.items()
    ]
    named = {head.span for head in some if head.form == "named"}
    kept = [one for one in found if not any(one.span.start < span.end and span.start < one.span.end for span in missed)]
    return sorted([*(_as_named(one) if one.span in named else one for one in kept), *added], key=_place)


def _as_named(mention: Mention) -> Mention:
    """A mention that a source takes for a name."""
    return replace(mention, form="named")


def is_body(text: str, name: Span, day: date | None) -> bool:
    """Whether a name that the tags did not see is rather a body's than a person's."""
    words = name.of(text)
    if names_a_body(words) or known_in(words):
        return True
    held = offices_held(words, day, unique=True) if day is not None else []
    return len(words.split()) == 1 and not held


def _placed(head: Head, places: dict[Span, int]) -> Head:
    return Head(span=head.span, form=head.form, mention=places.get(head.span), phrase=head.phrase)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end
