"""What the answers are made of: typed, frozen, each with its evidence and its reason.

Use these where an answer leaves this room, for a page, an export or the command line. They are kept apart from the
nouns of `onrecord.records`, which a reading or a ledger needs: nothing before this room knows an answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from onrecord.records import Condition, Entry

Stance: TypeAlias = Literal[
    "willing", "willing if", "unwilling", "demands", "denies", "supports", "accuses", "threatens"
]
By: TypeAlias = Literal["party", "speaker"]
Change: TypeAlias = Literal["stance", "condition appeared", "condition changed", "condition went", "denial"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What an answer rests on.

    Attributes:
        statements: how many.
        first: the first day on which one of them may have been said; None where no day is known.
        last: the last such day.
        outlets: who carried them, by name.
    """

    statements: int
    first: date | None
    last: date | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One statement and the stance that it shows.

    Attributes:
        entry: the statement.
        stance: None where it takes no side.
        why: the reason for the stance, and how sure the speaker was.
        doubts: reasons not to rest on it alone; empty where there are none.
    """

    entry: Entry
    stance: Stance | None
    why: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A statement in time.

    Attributes:
        held: the statement.
        first: the first day on which it may have been said; None where no day is known.
        last: the last such day, the same for a single day.
        dated: whether the text says when, or only the day of publication is known.
    """

    held: Held
    first: date | None
    last: date | None
    dated: Literal["said", "published", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What somebody said, in time.

    Attributes:
        who: a speaker or party, as asked.
        moments: by their first day, then their last; those without any day at the end.
        scope: what it rests on.
    """

    who: str
    moments: tuple[Moment, ...]
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What shows one stance of one side.

    Attributes:
        stance: the stance.
        held: its statements, the latest first; never empty.
        scope: their number, days and outlets.
        why: the reasons that made the stance.
        doubt: says that it rests on doubtful statements alone; None where it does not.
    """

    stance: Stance
    held: tuple[Held, ...]
    scope: Scope
    why: str
    doubt: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where one side stands: a row of the matrix.

    Attributes:
        side: the party, or the speaker's name.
        cells: one for each stance that it showed, in the order of the stances.
        latest: the last statement that showed a stance.
    """

    side: str
    cells: tuple[Cell, ...]
    latest: Held


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """Sides by stances.

    Attributes:
        by: what a row is.
        on: the day up to which statements were counted; None for all.
        rows: the side with the most statements first.
        scope: the statements in the cells.
        without_stance: statements that take no side.
        without_side: statements that show a stance, but of a speaker whose side is not known.
        undecided: statements that may have been said after `on`, or whose day is not known, left out.
    """

    by: By
    on: date | None
    rows: tuple[Position, ...]
    scope: Scope
    without_stance: int
    without_side: int
    undecided: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Two statements of one side that may not go together; always possible, never certain.

    Attributes:
        side: the speaker or party.
        change: what differs.
        before: the earlier one.
        after: the later one.
        shared: the words that make them comparable.
        likeness: how much of the shorter one's subject they share, 0 to 1.
        why: all this in a sentence.
    """

    side: str
    change: Change
    before: Held
    after: Held
    shared: tuple[str, ...]
    likeness: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifts:
    """Possible shifts on an issue.

    Attributes:
        by: whether statements of one speaker or of one party were compared.
        pairs: the later statement's day decides the order.
        scope: the statements that were compared: those that show one of the stances that exclude each other.
        left_out: statements that do what shows such a stance, but are too doubtful to be compared, or of no known day.
        others: all others on the issue; of these only denials and what they deny, and conditions that were given up,
            were looked at.
    """

    by: By
    pairs: tuple[Shift, ...]
    scope: Scope
    left_out: int
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """One condition, and who waits for whom by it.

    Attributes:
        held: the statement that sets it.
        condition: the words.
        rejected: a later statement by which the awaited side rejects it.
        dropped: a later statement by which the waiting side offers the same without a condition.
        why: all this in a sentence.
    """

    held: Held
    condition: Condition
    rejected: Entry | None
    dropped: Entry | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One side waits for another.

    Attributes:
        waiter: who waits.
        awaited: who must act or decide.
        waits: the conditions, the latest first; never empty.
        scope: their statements.
        confidence: of the surest one.
        rejected: whether the awaited side has rejected one.
        dropped: whether the waiting side has dropped all.
    """

    waiter: str
    awaited: str
    waits: tuple[Wait, ...]
    scope: Scope
    confidence: float
    rejected: bool
    dropped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Sides that wait for each other.

    Attributes:
        sides: in the order in which they wait, the alphabetically first one first.
        edges: all between them, those along `sides` first.
        sentences: one for each edge, with day and source.
        weakest: the edge on which the circle is most likely to break.
        why: what makes it the weakest.
    """

    sides: tuple[str, ...]
    edges: tuple[Edge, ...]
    sentences: tuple[str, ...]
    weakest: Edge
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standoff:
    """Who waits for whom.

    Attributes:
        edges: by number of conditions, then by name.
        circles: the largest first.
        scope: the statements with these conditions.
        on_nobody: conditions of which the text does not say who must act.
        on_itself: conditions on which a side waits for itself.
        without_side: conditions of speakers whose side is not known.
    """

    edges: tuple[Edge, ...]
    circles: tuple[Circle, ...]
    scope: Scope
    on_nobody: int
    on_itself: int
    without_side: int
