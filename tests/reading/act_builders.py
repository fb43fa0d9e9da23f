"""What the acts graph would say of a statement, by hand, so that acts and conditions are tested without weights.

A content's words that the tags take for a condition stand in curly braces: `rain ends {if Norvia pays}`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from onrecord.reading.act_encoder import ActOutputs
from onrecord.reading.acts import ACTS, roles
from onrecord.reading.conditions import conditions_of
from onrecord.reading.pieces import FloatArray
from onrecord.records import Act, Condition, Span, Statement
from tests.reading.builders import pieces_of

STRAIGHT = ((0.0, 0.0), (1.0, 1.0))  # a calibration that changes nothing
FIRST, INSIDE = 0.1, 0.9  # how the probability of a tag is shared between the first piece and the ones inside

_TAGGED = re.compile(r"[{}]")


def chances(*values: float) -> FloatArray:
    """Logarithms of probabilities."""
    return np.log(np.array(values, dtype=np.float32))


def act_outputs(
    *,
    read: int = 0,
    act: Act = "claim",
    sure: float = 0.91,
    negative: float = 0.0,
    hedged: float = 0.0,
    tagged: Mapping[int, float] | None = None,
) -> ActOutputs:
    """What the heads say of one statement.

    Args:
        read: how many pieces, from the first of the text on.
        act: the likeliest.
        sure: its probability; the others share the rest.
        negative: the probability of a negative polarity.
        hedged: the probability of a hedge.
        tagged: the probabilities of pieces to be in a condition, by their indices; the others are sure to be outside.
    """
    acts = [sure if each == act else (1 - sure) / (len(ACTS) - 1) for each in ACTS]
    tags = [(tagged or {}).get(piece, 0.0) for piece in range(read)]
    with np.errstate(divide="ignore"):  # what is certain has a logarithm of minus infinity
        return ActOutputs(
            read=np.arange(read, dtype=np.int64),
            acts=chances(*acts),
            polarity=chances(1 - negative, negative),
            certainty=chances(1 - hedged, hedged),
            conditions=np.log([[1 - tag, FIRST * tag, INSIDE * tag] for tag in tags] or np.ones((0, 3))),
        )


def stmt(text: str, content: str, *, cue: str = "", source: str = "") -> Statement:
    """A statement by its words, where they first stand in a text; those of the content parts are joined by ` … `."""
    spans = [_spans(text, words) for words in (cue, source, content)]
    return Statement(
        id=1,
        parent=None,
        cue=spans[0],
        source=spans[1],
        content=spans[2],
        text=content,
        source_text=source,
        form="indirect",
        medium="said",
        confidence=0.9,
    )


def _spans(text: str, words: str) -> tuple[Span, ...]:
    parts = words.split(" … ") if words else []
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)


def conditions(marked: str, *, likely: float = 0.9, unlikely: float = 0.02, before: str = "") -> list[Condition]:
    """The conditions of a content that stands behind other words.

    Args:
        marked: the content; words between braces are tagged.
        likely: the probability of these.
        unlikely: of the others.
        before: words before the content, which are no part of it.
    """
    content = _TAGGED.sub("", marked)
    text = before + content
    pieces = pieces_of(text)
    inside = _inside(before + marked)
    tagged = {
        piece: likely if any(start <= pieces.start[piece] < end for start, end in inside) else unlikely
        for piece in range(len(pieces))
        if pieces.start[piece] >= len(before)
    }
    one = stmt(text, content)
    out = act_outputs(read=len(pieces), tagged=tagged)
    assert roles(pieces, one).any()
    return list(conditions_of(one, out, text, pieces=pieces, curve=STRAIGHT))


def _inside(marked: str) -> list[tuple[int, int]]:
    """Where words in braces stand once these are taken away."""
    places = [match.start() - number for number, match in enumerate(_TAGGED.finditer(marked))]
    return list(zip(places[::2], places[1::2], strict=True))
