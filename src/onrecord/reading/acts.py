"""Say what each statement does: its act, its polarity and how certain it is.

Use `read_acts` on an article's statements for what the acts graph says of each, and `acted` to put it into them.
Conditions are read from the same outputs, by `conditions`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

import numpy as np

from onrecord.model import Knots
from onrecord.reading.act_encoder import ActOutputs
from onrecord.reading.act_pieces import roles_of
from onrecord.reading.encoder import Encoder
from onrecord.reading.pieces import IntArray, Pieces
from onrecord.reading.statements import confidence
from onrecord.records import Act, Polarity, Span, Statement

ACTS: tuple[Act, ...] = get_args(Act)
_NEGATED = re.compile(r"\b(?:not|never|neither|nor)\b|n[’']t\b", re.IGNORECASE)
_RULED_OUT = re.compile(r"\b(?:not|never|n[’']t)\b.*\b(?:ruled?|exclude|reject|refuse|den)", re.IGNORECASE)

_RULES_OUT = re.compile(r"\brul(?:e|es|ed|ing)\s+(?:it\s+)?out\b", re.IGNORECASE)


def read_acts(encoder: Encoder, pieces: Pieces, stmts: Sequence[Statement], *, body: int = 0) -> dict[int, ActOutputs]:
    """What the acts graph says of each statement, by its id.

    Args:
        encoder: with the acts graph.
        pieces: of the article's text from its body on.
        stmts: of the article.
        body: where the pieces' text begins in the article's.
    """
    read = encoder.crew.each(lambda stmt: encoder.acts.read(pieces, roles(pieces, stmt, body=body)), stmts)
    return {stmt.id: one for stmt, one in zip(stmts, read, strict=True)}


def roles(pieces: Pieces, stmt: Statement, *, body: int = 0) -> IntArray:
    """For each piece of the text, what it is in a statement."""
    cue, source, content = (
        [(span.start - body, span.end - body) for span in spans] for spans in (stmt.cue, stmt.source, stmt.content)
    )
    return roles_of(pieces, cue=cue, source=source, content=content)


def acted(
    stmts: Sequence[Statement], outputs: Mapping[int, ActOutputs], text: str, *, curve: Knots
) -> tuple[Statement, ...]:
    """The statements with act, polarity and certainty.

    Args:
        stmts: of one article.
        outputs: as `read_acts` gives them.
        text: the article's.
        curve: how raw confidences of acts are calibrated.
    """
    return tuple(_acted(stmt, outputs[stmt.id], text, curve) for stmt in stmts)


def _acted(stmt: Statement, out: ActOutputs, text: str, curve: Knots) -> Statement:
    best = int(out.acts.argmax())
    cue = " ".join(span.of(text) for span in stmt.cue)
    open_to = _RULED_OUT.search(cue) is not None
    act = ACTS[best]
    if open_to and act in ("refuse", "deny", "claim"):
        act = "offer"
    elif act == "offer" and _RULES_OUT.search(cue) and not _NEGATED.search(cue):
        act = "refuse"
    return replace(
        stmt,
        act=act,
        act_confidence=confidence(float(out.acts[best]), curve),
        polarity=_polarity(stmt.cue, out, text),
        certainty="hedged" if open_to or int(out.certainty.argmax()) else "certain",
    )


def _polarity(cue: Sequence[Span], out: ActOutputs, text: str) -> Polarity:
    return polarity_of_cue(cue, text) or ("negative" if float(np.exp(out.polarity[1])) > 0.8 else "positive")


def polarity_of_cue(cue: Sequence[Span], text: str) -> Polarity | None:
    """What a "not" in the cue says; None without one.

    Whoever has "not ruled out" something leaves it open, and says so.

    Args:
        cue: of a statement.
        text: the article's.
    """
    words = " ".join(span.of(text) for span in cue)
    if not _NEGATED.search(words):
        return None
    return "positive" if _RULED_OUT.search(words) else "negative"
