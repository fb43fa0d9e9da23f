"""Leave out what nobody uttered.

Use `uttered` when only what was said or written counts. What is only thought goes, and so does what a negated cue
reports: of "she never promised an answer" no promise is on record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Statement

# In the onrecord gold, 5 cues of 1,606 statements are negated, and none of a nested one.
_NEGATION = re.compile(r"\b(?:not|never|neither|nor|no|cannot)\b|n[’']t\b", re.IGNORECASE)


def uttered(stmts: Sequence[Statement], text: str) -> tuple[Statement, ...]:
    """The statements that report an utterance, numbered anew; with one that goes, go those that lie in it.

    Args:
        stmts: of one article, in order.
        text: the article's.
    """
    parents = {stmt.id: stmt.parent for stmt in stmts}
    silent = {stmt.id for stmt in stmts if stmt.medium == "thought" or _is_negated(stmt, text)}
    kept = [stmt for stmt in stmts if not silent & _line(stmt.id, parents)]
    number = {stmt.id: place for place, stmt in enumerate(kept, 1)}
    return tuple(
        replace(stmt, id=number[stmt.id], parent=None if stmt.parent is None else number[stmt.parent]) for stmt in kept
    )


def _is_negated(stmt: Statement, text: str) -> bool:
    return any(_NEGATION.search(text, span.start, span.end) for span in stmt.cue)


def _line(stmt: int, parents: dict[int, int | None]) -> set[int]:
    """A statement with all that it lies in."""
    line = set()
    place: int | None = stmt
    while place is not None:
        line.add(place)
        place = parents[place]
    return line
