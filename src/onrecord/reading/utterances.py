"""Leave out what nobody uttered.

Use `uttered` when only what was said or written counts. What is only thought goes, and so does what a negated cue
reports: of "she never promised an answer" no promise is on record. So does what somebody only will or might say, what
is told in too few words to be anything said ("announced the plan"), and what the reader itself doubts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.wording import WORD
from onrecord.records import Statement

# In the onrecord gold, 5 cues of 1,606 statements are negated, and none of a nested one.
_NEGATION = re.compile(r"\b(?:not|never|neither|nor|no|cannot)\b|n[’']t\b", re.IGNORECASE)
# Who is told is named, and not who tells.
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)?(?:told|asked|urged|encouraged|challenged|accused|warned|advised|"
    r"informed|reminded|ordered|invited|instructed|allowed)\b"
)
_NOT_YET = re.compile(r"\b(?:will|would|may|might|could|should)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:\w+ed|said|told|spoke|wrote|had|have|has|was|were|did)\b|[’'](?:ve|d)\b", re.IGNORECASE)
_SPEECH = re.compile(
    r"sa(?:y|id)|t(?:ell|old)|add|claim|argu|warn|insist|announc|accus|critici|call|urg|demand|prais|condemn|den(?:y|i)|"
    r"reject|promis|pledg|offer|ask|question|according|report|reveal|describ|confirm|not(?:e|ing)|stat|suggest|recommend|"
    r"explain|express|thank|blam|boast|admit|accept|acknowledg|highlight|point|welcom|applaud|stress|support|oppos|refus",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\A(?:that|to|if|whether|how|why)\b|[’'](?:s|re|ve|ll|d)\b|n[’']t\b|"
    r"\b(?:is|are|was|were|has|have|had|will|would|can|cannot|could|should|may|might|must|do|does|did|be|been)\b",
    re.IGNORECASE,
)
# Set on onrecord train and dev and on SEER dev: the F1 of paired statements rose or stayed with each of them, and
# that of nested ones too.
_FEWEST = 4  # words of indirect speech: fewer name a matter and tell nothing of it
_WEAK = 0.6  # confidence of indirect speech that looks like a deed or a matter: "resisted the plan", "was announced"
_DOUBTED = 0.2  # confidence of any statement
# Indirect speech that lies in another's content may lack source, verb and clause, and may be foretold ("will propose").
# Of 0.16 to 0.45 on onrecord train 0.25 was best.
_UNSURE = 0.25


def uttered(stmts: Sequence[Statement], text: str) -> tuple[Statement, ...]:
    """The statements that report an utterance, numbered anew; with one that goes, go those that lie in it.

    Args:
        stmts: of one article, in order.
        text: the article's.
    """
    parents = {stmt.id: stmt.parent for stmt in stmts}
    silent = {stmt.id for stmt in stmts if stmt.medium == "thought" or not _is_uttered(stmt, text)}
    kept = [stmt for stmt in stmts if not silent & _line(stmt.id, parents)]
    number = {stmt.id: place for place, stmt in enumerate(kept, 1)}
    return tuple(
        replace(stmt, id=number[stmt.id], parent=None if stmt.parent is None else number[stmt.parent]) for stmt in kept
    )


def _is_uttered(stmt: Statement, text: str) -> bool:
    """Whether somebody said it, and not the contrary, a mere name of it, or later; what is quoted was said."""
    if _cue_has(_NEGATION, stmt, text) or _is_suffered(stmt, text) or _is_said_here(stmt, text):
        return False
    if stmt.form != "indirect":
        return stmt.confidence >= _DOUBTED
    if len(WORD.findall(stmt.text)) < _FEWEST:
        return False
    if stmt.parent is not None:
        return stmt.confidence >= _UNSURE
    return not _cue_has(_NOT_YET, stmt, text) and stmt.confidence >= (_WEAK if _is_weak(stmt, text) else _DOUBTED)


def _is_suffered(stmt: Statement, text: str) -> bool:
    """Whether it only tells that something was said to or of somebody, and not by whom: "he was told to leave"."""
    return stmt.parent is None and not stmt.source and stmt.form == "indirect" and _cue_has(_PASSIVE, stmt, text)


def _is_said_here(stmt: Statement, text: str) -> bool:
    """Whether a speaker only says what they are saying: "I say", "I call on you" within their own speech."""
    return stmt.parent is not None and stmt.source_text == "I" and not _cue_has(_EARLIER, stmt, text)


def _is_weak(stmt: Statement, text: str) -> bool:
    """Whether indirect speech lacks a source, a verb of speech or a clause."""
    return not (stmt.source and _cue_has(_SPEECH, stmt, text) and _CLAUSE.search(stmt.text))


def _cue_has(words: re.Pattern[str], stmt: Statement, text: str) -> bool:
    return any(words.search(text, span.start, span.end) for span in stmt.cue)


def _line(stmt: int, parents: dict[int, int | None]) -> set[int]:
    """A statement with all that it lies in."""
    line = set()
    place: int | None = stmt
    while place is not None:
        line.add(place)
        place = parents[place]
    return line
