"""Texts with their mentions marked, so that who is the same is tested without weights.

`[Mara Voss] met [organisation: the Ministry], and [she] said …`: what is marked is a person unless it says otherwise,
and a pronoun, a name or a noun by its words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, get_args

from onrecord.reading.encoder import Outputs
from onrecord.reading.entities import entities
from onrecord.reading.mentions import FORMS, INSIDE, TYPES, Anchors, Mention, Naming, Type
from onrecord.reading.wording import PRONOUNS
from onrecord.records import Span
from tests.reading.builders import outputs, pieces_of

Scores: TypeAlias = Mapping[int, Mapping[int, float]]

SURELY = 5.0  # the score of an antecedent that leaves no doubt, beside 0 for there being none

_MARKED = re.compile(rf"\[(?:({'|'.join(get_args(Type))}): )?([^\]]+)\]")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """A text with its mentions, and what the heads say of it.

    Attributes:
        text: without the marks.
        found: what is marked, in order.
        outputs: of heads that tag just this.
    """

    text: str
    found: list[Mention]
    outputs: Outputs


def told(marked: str, *, asks: Scores | None = None, tags: str = "") -> Told:
    """Read the marks of a text.

    Args:
        marked: the text.
        asks: for a mention by its index, the scores of earlier ones as its antecedent.
        tags: of roles, one letter a piece; all outside by default.
    """
    text = _MARKED.sub(r"\2", marked)
    cores = list(_cores(marked))
    noted = {piece: tag for core in cores for piece, tag in _tags(text, core).items()}
    plain = outputs(tags or "." * len(pieces_of(text)), mentions=noted, pieces=pieces_of(text))
    anchors = Anchors(plain, text, body=0)
    found = [Mention(span=span, type=kind, form=form, anchor=anchors.of(span)) for span, kind, form in cores]
    places = [int(plain.linked[one.anchor]) for one in found if one.anchor is not None]
    scores = {places[one]: {places[other]: score for other, score in row.items()} for one, row in (asks or {}).items()}
    heads = outputs(tags or "." * len(plain.pieces), mentions=noted, asks=scores, pieces=plain.pieces)
    return Told(text=text, found=found, outputs=heads)


def grouped(
    marked: str, *, asks: Scores | None = None, distances: Sequence[float] = (0.0,), sources: Collection[int] = ()
) -> list[int]:
    """The entity of each marked mention."""
    one = told(marked, asks=asks)
    return entities(one.found, one.outputs, one.text, distances=distances, sources=sources)


def form_of(words: str) -> Naming:
    """How a core mentions, by its words."""
    if words.lower() in PRONOUNS:
        return "pronoun"
    return "named" if any(word[:1].isupper() for word in words.split()) else "nominal"


def _cores(marked: str) -> Iterator[tuple[Span, Type, Naming]]:
    left_out = 0
    for match in _MARKED.finditer(marked):
        start = match.start() - left_out
        left_out += len(match.group()) - len(match[2])
        kind: Type = next((kind for kind in TYPES if kind == match[1]), "person")
        yield Span(start, start + len(match[2])), kind, form_of(match[2])


def _tags(text: str, core: tuple[Span, Type, Naming]) -> dict[int, int]:
    span, kind, form = core
    pieces = pieces_of(text)
    covered = [piece for piece in range(len(pieces)) if span.start <= pieces.start[piece] < span.end]
    begin = 1 + len(FORMS) * TYPES.index(kind) + FORMS.index(form)
    return {piece: INSIDE + TYPES.index(kind) if number else begin for number, piece in enumerate(covered)}
