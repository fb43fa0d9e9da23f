"""Show possible shifts side by side, as CSV or as JSON.

Use `write_shifts` from the command.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.answers import Held, Shift, Shifts, days
from onrecord.cli.answer_options import outlets_line, scope_line
from onrecord.cli.lists import number_of, show, write_csv, write_json
from onrecord.cli.terminal import plain
from onrecord.ledger import abbreviated

_COLUMNS = (
    "side change before_id before_first before_last before_stance before_text before_conditions "
    "after_id after_first after_last after_stance after_text after_conditions shared likeness why"
)


def write_shifts(shifts: Shifts, *, as_json: bool, as_csv: bool) -> None:
    """Write the pairs, by the day of the later statement."""
    if as_json:
        write_json(shifts)
    elif as_csv:
        write_csv(_COLUMNS.split(), map(_row, shifts.pairs))
    else:
        show(Group(*_page(shifts)))


def _page(shifts: Shifts) -> Iterator[RenderableType]:
    for pair in shifts.pairs:
        yield Text(f"{plain(pair.side)}: possible {_named(pair)}", style="bold")
        yield _beside(pair)
        yield Text(f"both speak of {plain(', '.join(pair.shared))}", style="dim")
        yield Text()
    found = number_of(len(shifts.pairs), "possible shift", "possible shifts") if shifts.pairs else "no shift found"
    yield Text(f"{found} in {scope_line(shifts.scope)}", style="bold")
    if shifts.left_out:
        yield Text(
            f"{number_of(shifts.left_out, 'statement', 'statements')} too doubtful, told at second hand or without a "
            "day, left out",
            style="dim",
        )
    if shifts.others:
        yield Text(f"{number_of(shifts.others, 'other shows', 'others show')} no stance that could shift", style="dim")


def _named(pair: Shift) -> str:
    if pair.change == "denial":
        return "denial of having said it"
    moved = f"{pair.before.stance} → {pair.after.stance}"
    return f"shift, {moved}" if pair.change == "stance" else f"shift, {pair.change} ({moved})"


def _beside(pair: Shift) -> Table:
    both = Table.grid(expand=True, padding=(0, 2, 0, 0))
    both.add_column(ratio=1, overflow="fold")
    both.add_column(ratio=1, overflow="fold")
    both.add_row(_statement(pair.before), _statement(pair.after))
    return both


def _statement(one: Held) -> Text:
    entry = one.entry
    speaker = entry.stmt.speaker.name if entry.stmt.speaker else ""
    head = f"{days(entry.first_day, entry.last_day)} {plain(speaker)} ({outlets_line(entry.outlets)})"
    text = Text(head, style="dim", overflow="fold").append(f"\n{plain(entry.stmt.text)}", style="not dim")
    if entry.stmt.conditions:
        text.append(f"\nhangs on: {plain(_conditions(one))}", style="not dim")
    return text.append(f"\n{abbreviated(entry.id)}", style="dim")


def _conditions(one: Held) -> str:
    return "; ".join(condition.text for condition in one.entry.stmt.conditions)


def _row(pair: Shift) -> list[object]:
    before, after = pair.before.entry, pair.after.entry
    return [
        pair.side,
        pair.change,
        before.id,
        before.first_day,
        before.last_day,
        pair.before.stance,
        before.stmt.text,
        _conditions(pair.before),
        after.id,
        after.first_day,
        after.last_day,
        pair.after.stance,
        after.stmt.text,
        _conditions(pair.after),
        "; ".join(pair.shared),
        pair.likeness,
        pair.why,
    ]
