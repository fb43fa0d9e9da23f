"""Decide of every quotation mark in a text whether it opens, closes, or is no quotation mark.

Use `onrecord.reading.quotes` for spans; reach for this when a mark is read wrongly. A mark alone says little: `"` is
the same on both sides, `'` is mostly an apostrophe, translation machines put spaces on the wrong side or leave them
out, and a German “ closes. So each reading of a mark has a price by its shape and its neighbours, and the cheapest
reading of the whole text is taken (Viterbi over what is open). A lost mark then costs its own paragraph and does not
turn the rest of the article inside out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Move: TypeAlias = tuple[int, int, int]
"""State before, state after, and which of the step's costs it takes."""

MARKS = "\"“”„‟«»″`'‘’‚‹›"
ELISION = r"(?i:\d0s?|\d\d|em|tis|twas|till?|cause|bout|round|n)\b"  # what an apostrophe, not a quotation, begins

STATES = ("", "d", "s", "dd", "ds", "sd")  # what is open, outermost first: double or single marks

# Prices were set by hand on onrecord/train and the news corpora; their order of size matters, not their values.
FREE, UNCLEAR, MISFIT, NEVER = 0.0, 0.7, 2.0, 99.0
MISPLACED = 1.2  # the same for a mark that shows by its shape what it does
AGAINST_SHAPE = 1.5  # „…“ and »…« turn a mark round
ALIKE = 1.5  # a mark within its like is rarer than one after a lost close
STRAY = 3.0  # a double mark that neither opens nor closes
INCHES = 0.3  # the same after a digit
ELIDED = 1.4  # a single mark opens before what looks like an elision
POSSESSIVE = 0.2  # a single mark after an s that does not close
UNCLOSED, UNCLOSED_SINGLE = 2.5, 3.0  # a paragraph ends inside
UNCLOSED_ON_PURPOSE = 0.2  # the same when the next paragraph opens again
STAYS, STAYS_IN_PARAGRAPH = 3.5, 0.3  # inside from one paragraph to the next, over the end of a mere line

_TOKEN = re.compile(rf"<[A-Za-z/!][^<>]*>|\n\s*|[{MARKS}]+")
_MARK = re.compile(r"(?<!')'(?=''(?!'))|''|``|‘‘|’’|.")
_ELISION = re.compile(ELISION)
_SINGLE = frozenset("'‘’‚‹›`")
_SHAPED_OPEN = frozenset(["``", "‘‘", *"“„‟«`‘‚‹"])
_SHAPED_CLOSED = frozenset(["’’", *"”»’›"])


@dataclass(frozen=True, slots=True)
class Step:
    """A mark or a break between lines, and what it may do.

    Attributes:
        start: its first character.
        end: one past its last.
        moves: the states it leads between.
        costs: of a mark that it is none, opens, closes, opens within its like; of a break to be outside, to stay
            inside, to end a quotation in double marks, in single ones.
    """

    start: int
    end: int
    moves: tuple[Move, ...]
    costs: tuple[float, float, float, float]

    @property
    def is_break(self) -> bool:
        """Whether it is a break and not a mark."""
        return self.moves is _BREAK

    @property
    def ends_paragraph(self) -> bool:
        """Whether it is a break with a blank line, or the end of the text."""
        return self.is_break and self.costs[1] >= STAYS


def read_marks(text: str) -> Iterator[tuple[Step, int]]:
    """Marks and breaks in order, each with the state after it (0 when nothing is open); linear in the text."""
    steps = [*_steps(text), Step(len(text), len(text), _BREAK, (FREE, NEVER, UNCLOSED, UNCLOSED_SINGLE))]
    return zip(steps, _cheapest(steps), strict=True)


def _cheapest(steps: Sequence[Step]) -> list[int]:
    costs, back = [FREE, *[float("inf")] * (len(STATES) - 1)], []
    for step in steps:
        costs, came = _advance(costs, step)
        back.append(came)
    states, state = [], 0
    for came in reversed(back):
        states.append(state)
        state = came[state]
    return states[::-1]


def _advance(before: Sequence[float], step: Step) -> tuple[list[float], list[int]]:
    after, came = [float("inf")] * len(STATES), [0] * len(STATES)
    for i, j, kind in step.moves:
        cost = before[i] + step.costs[kind]
        if cost < after[j]:
            after[j], came[j] = cost, i
    return after, came


def _steps(text: str) -> Iterator[Step]:
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if text[start] == "\n":
            yield _break(text, start, end)
        elif text[start] != "<" and not _is_within_word(text, start, end):
            yield from _run(text, start, end)


def _is_within_word(text: str, start: int, end: int) -> bool:
    alone = end - start == 1 and text[start] in _SINGLE
    return alone and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()


def _break(text: str, start: int, end: int) -> Step:
    after = text[end : end + 2]
    double = after in ("''", "``") or after[:1] in tuple('"“„«»')
    single = not double and after[:1] in tuple("'‘‚‹")
    return Step(
        start,
        end,
        _BREAK,
        (
            FREE,
            STAYS if text.count("\n", start, end) > 1 else STAYS_IN_PARAGRAPH,
            UNCLOSED_ON_PURPOSE if double else UNCLOSED,
            UNCLOSED_ON_PURPOSE if single else UNCLOSED_SINGLE,
        ),
    )


def _run(text: str, start: int, end: int) -> Iterator[Step]:
    """Marks that touch are priced by what stands around all of them."""
    left, right = text[start - 1 : start] or " ", text[end : end + 1] or " "
    elided = _ELISION.match(text, end) is not None
    for mark in _MARK.finditer(text, start, end):
        opens, closes = _price(mark.group(), left, right)
        single = mark.group() in _SINGLE
        if single and elided and mark.group() not in _SHAPED_OPEN:
            opens += ELIDED
        stray = _stray_single(left, right, elided=elided) if single else _stray_double(left, closes)
        yield Step(*mark.span(), _MOVES["s" if single else "d"], (stray, opens, closes, opens + ALIKE))


def _price(mark: str, left: str, right: str) -> tuple[float, float]:
    """What it costs that a mark opens and that it closes."""
    opens, closes = _fits(left, right)
    if mark in _SHAPED_OPEN:
        return min(opens, MISPLACED), NEVER if mark in "„‚" else closes + AGAINST_SHAPE
    if mark in _SHAPED_CLOSED:
        return opens + AGAINST_SHAPE, min(closes, MISPLACED)
    return opens, closes


def _fits(left: str, right: str) -> tuple[float, float]:
    opens = (left.isspace() or left in "([{:—–-/>") and not right.isspace()
    closes = (right.isspace() or right in ")]}.,;:!?…—–-/<") and not left.isspace()
    if opens == closes:
        return UNCLEAR, UNCLEAR
    return (FREE, MISFIT) if opens else (MISFIT, FREE)


def _stray_double(left: str, closes: float) -> float:
    return INCHES if left.isdecimal() and closes == FREE else STRAY


def _stray_single(left: str, right: str, *, elided: bool) -> float:
    """What it costs that a single mark is an apostrophe: nothing for 'em and '90s, little for the players' goal."""
    if elided:
        return FREE
    if left.isalnum() and not right.isalnum():
        return POSSESSIVE if left in "sSxz" or left.isdecimal() else UNCLEAR
    return MISFIT if right.isalnum() or left in ".,!?…" else UNCLEAR


def _moves_of(family: str) -> tuple[Move, ...]:
    moves = [(i, i, 0) for i in range(len(STATES))]
    for i, state in enumerate(STATES):
        if state + family in STATES:
            opened = STATES.index(state + family)
            moves += [(i, opened, 3 if state == family else 1), (opened, i, 2)]
    return tuple(moves)


_MOVES = {family: _moves_of(family) for family in "ds"}
_BREAK: tuple[Move, ...] = (
    (0, 0, 0),
    *((i, i, 1) for i in range(1, len(STATES))),
    *((i, 0, 2 if STATES[i][0] == "d" else 3) for i in range(1, len(STATES))),
)
