"""Turn labelled texts into arrays of word pieces and targets.

Use this once per run; the windows are cut anew each epoch from what it gives.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.reading.pieces import IntArray, Pieces, cut
from onrecord.reading.wording import PRONOUNS, WORD
from training.datasets import MEDIA, Example, Spans
from training.links import Link

OUTSIDE, B_CUE, I_CUE, B_SOURCE, I_SOURCE, B_CONTENT, I_CONTENT = range(7)
IGNORE = -100
NO_SOURCE = -1
NOBODY = -1  # no entity

# Tags of mentions: outside; the first piece of a core, by type and form; the pieces after it, by type.
TYPES = ("person", "organisation", "place")
FORMS = ("named", "nominal", "pronoun")


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """One text of n pieces with its targets.

    Attributes:
        roles: n role tags; IGNORE where the labels say nothing.
        arcs: for source and content pieces, the first piece of their cue; else IGNORE.
        sources: for the first piece of a cue, the first piece of its source or NO_SOURCE; else IGNORE.
        media: for the first piece of a cue, an index into `MEDIA`; else IGNORE.
        mentions: 0 outside, 1 + 3 * type + form for the first piece of a core, 10 + type for those after it; IGNORE
            where the labels say nothing.
        entities: at the anchor of a mention (the first piece of its core's last word), its entity; else NOBODY.
        taught: anchors whose antecedent is to be learnt.
        rivals: pieces that may be taken for an antecedent; mentions that are not labelled are none.
    """

    example: Example
    pieces: Pieces
    roles: IntArray
    arcs: IntArray
    sources: IntArray
    media: IntArray
    mentions: IntArray
    entities: IntArray
    taught: NDArray[np.bool_]
    rivals: NDArray[np.bool_]


def encode(example: Example, tokenizer: Tokenizer) -> Encoded:
    """Cut the example's text and lay its labels over the pieces."""
    pieces = cut(example.text, tokenizer)
    n = len(pieces)
    silent = example.kind == "gum"
    roles = np.full(n, IGNORE if silent else OUTSIDE, dtype=np.int64)
    arcs, sources = (np.full(n, IGNORE, dtype=np.int64) for _ in range(2))
    media = np.full(n, IGNORE, dtype=np.int64)
    for gold in example.outer:
        cue = _covered(pieces, gold.cue)
        source = _covered(pieces, gold.source)
        head = int(cue[0]) if len(cue) else IGNORE
        _tag(roles, pieces, gold.content, B_CONTENT)
        _tag(roles, pieces, gold.source, B_SOURCE)
        _tag(roles, pieces, gold.cue, B_CUE)
        for part in (_covered(pieces, gold.content), source):
            free = part[arcs[part] == IGNORE]
            arcs[free] = head
        if head != IGNORE:
            sources[head] = int(source[0]) if len(source) else NO_SOURCE
            media[head] = IGNORE if gold.medium is None else MEDIA.index(gold.medium)
    mentions, entities, taught, rivals = _mentions(example, pieces)
    return Encoded(
        example=example,
        pieces=pieces,
        roles=roles,
        arcs=arcs,
        sources=sources,
        mentions=mentions,
        entities=entities,
        taught=taught,
        rivals=rivals,
        media=media,
    )


def _mentions(example: Example, pieces: Pieces) -> tuple[IntArray, IntArray, NDArray[np.bool_], NDArray[np.bool_]]:
    n = len(pieces)
    tags = np.full(n, 0 if example.mentioned else IGNORE, dtype=np.int64)
    entities = np.full(n, NOBODY, dtype=np.int64)
    taught, rivals = np.zeros(n, dtype=bool), np.ones(n, dtype=bool)
    if example.links and not example.mentioned:
        rivals[_pronouns(example.text, pieces)] = False
    for link in example.links:
        covered = _covered(pieces, [(link.start, link.end)])
        if len(covered):
            anchor = _anchor(example.text, link, pieces)
            entities[anchor], taught[anchor], rivals[anchor] = link.entity, link.taught, True
            if link.type is not None:
                kind = TYPES.index(link.type)
                tags[covered] = 10 + kind
                tags[covered[0]] = 1 + 3 * kind + FORMS.index(link.form)
    return tags, entities, taught, rivals


def _pronouns(text: str, pieces: Pieces) -> IntArray:
    spans = [match.span() for match in WORD.finditer(text) if match.group().lower() in PRONOUNS]
    return _covered(pieces, spans)


def _anchor(text: str, link: Link, pieces: Pieces) -> int:
    """The first piece of the last word of a core."""
    words = [match.span() for match in WORD.finditer(text, link.start, link.end)] or [(link.start, link.end)]
    return int(_covered(pieces, [words[-1]])[0])


def _covered(pieces: Pieces, spans: Spans) -> IntArray:
    """Indices of the pieces that touch one of the spans."""
    marked: NDArray[np.bool_] = np.zeros(len(pieces), dtype=bool)
    for start, end in spans:
        marked |= (pieces.start < end) & (pieces.end > start)
    return np.flatnonzero(marked)


def _tag(roles: IntArray, pieces: Pieces, spans: Spans, begin: int) -> None:
    for span in spans:
        covered = _covered(pieces, [span])
        roles[covered] = begin + 1
        roles[covered[:1]] = begin
