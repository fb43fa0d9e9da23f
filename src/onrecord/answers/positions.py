"""Tell where each side stands: sides by stances, each cell with its statements.

Use `positions` over the statements of an issue. On a day, it tells what held up to then: statements that may have been
said later do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import get_args

from onrecord.answers.holding import NO_REST, held, parties_of_names
from onrecord.answers.results import By, Cell, Held, Position, Positions, Stance
from onrecord.answers.sides import by_side, days, latest_first, scope_of, sides_of
from onrecord.ledger import Parties, Rest
from onrecord.records import Entry

STANCES: tuple[Stance, ...] = get_args(Stance)


def positions(
    entries: Sequence[Entry],
    *,
    on: date | None = None,
    by: By = "party",
    rest: Rest = NO_REST,
    parties: Parties | None = None,
) -> Positions:
    """The matrix of sides by stances.

    Args:
        entries: those of an issue, in any order.
        on: count only what was certainly said up to this day.
        by: what a row is.
        rest: statements of the issue besides, which take no side.
        parties: for whom the names in chains speak; by default what is seen in the entries.
    """
    counted = [entry for entry in entries if on is None or _is_by(entry.last_day, on)]
    parties = parties_of_names(entries) if parties is None else parties
    everything = [held(entry, parties) for entry in counted]
    stands = {one.entry.id: one for one in everything if one.stance}
    shown = [one.entry for one in stands.values()]
    rows = [_row(side, [stands[entry.id] for entry in those]) for side, those in by_side(shown, by).items()]
    return Positions(
        by=by,
        on=on,
        rows=tuple(sorted(rows, key=_most_first)),
        scope=scope_of([entry for entry in shown if sides_of(entry, by)]),
        without_stance=len(everything) - len(shown) + _number(rest, on),
        without_side=sum(not sides_of(entry, by) for entry in shown),
        undecided=_undecided([(entry.first_day, entry.last_day) for entry in entries], rest, on) if on else 0,
    )


def _is_by(last: date | None, on: date) -> bool:
    return last is not None and last <= on


def _may_be_later(first: date | None, last: date | None, on: date) -> bool:
    """Whether it may have been said by a day, or after it."""
    return not _is_by(last, on) and (first is None or first <= on)


def _number(rest: Rest, on: date | None) -> int:
    return sum(number for (_, last), number in rest.items() if on is None or _is_by(last, on))


def _undecided(said: Iterable[tuple[date | None, date | None]], rest: Rest, on: date) -> int:
    others = sum(number for (first, last), number in rest.items() if _may_be_later(first, last, on))
    return others + sum(_may_be_later(first, last, on) for first, last in said)


def _row(side: str, stands: Sequence[Held]) -> Position:
    in_order = sorted(stands, key=_latest_first)
    cells: dict[Stance | None, list[Held]] = defaultdict(list)
    for one in in_order:
        cells[one.stance].append(one)
    return Position(
        side=side,
        cells=tuple(_cell(stance, cells[stance]) for stance in STANCES if stance in cells),
        latest=in_order[0],
    )


def _latest_first(one: Held) -> tuple[int, int, str]:
    return latest_first(one.entry)


def _most_first(row: Position) -> tuple[int, str]:
    return (-sum(len(cell.held) for cell in row.cells), row.side)


def _cell(stance: Stance, stands: Sequence[Held]) -> Cell:
    latest = stands[0].entry
    return Cell(
        stance=stance,
        held=tuple(stands),
        scope=scope_of([one.entry for one in stands]),
        why=f"{_reasons(stands)}; the latest {days(latest.first_day, latest.last_day)}",
        doubt=_doubt(stands),
    )


def _reasons(stands: Iterable[Held]) -> str:
    """Each reason once, with the number of statements that it holds for."""
    counts: Mapping[str, int] = _counted(one.why for one in stands)
    return ", ".join(f"{number} × {reason}" for reason, number in counts.items())


def _counted(reasons: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for reason in reasons:
        counts[reason] += 1
    return counts


def _doubt(stands: Sequence[Held]) -> str | None:
    if not all(one.doubts for one in stands):
        return None
    if len(stands) == 1:
        return f"rests on a single doubtful statement: {'; '.join(stands[0].doubts)}"
    return f"rests on {len(stands)} doubtful statements only"
