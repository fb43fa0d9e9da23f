"""Show positions as a matrix and its evidence, as CSV or as JSON.

Use `write_positions` from the command.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.answers import STANCES, Cell, Held, Position, Positions, days
from onrecord.cli.answer_options import outlets_line, scope_line
from onrecord.cli.lists import cell as shown
from onrecord.cli.lists import number_of, show, table, write_csv, write_json
from onrecord.cli.terminal import plain
from onrecord.ledger import abbreviated

_COLUMNS = "side stance statements first last outlets latest_id latest_text ids why doubt"
_LEGEND = "? rests on doubtful statements only"


def write_positions(positions: Positions, *, every: bool, as_json: bool, as_csv: bool) -> None:
    """Write the matrix; with `every`, all statements of each cell."""
    if as_json:
        write_json(positions)
    elif as_csv:
        write_csv(_COLUMNS.split(), (_row(row, cell) for row in positions.rows for cell in row.cells))
    else:
        show(_page(positions, every=every))


def _page(positions: Positions, *, every: bool) -> RenderableType:
    if not positions.rows:
        return Text("nobody has shown a stance")
    parts: list[RenderableType] = [_matrix(positions), Text()]
    for row in positions.rows:
        parts += [Text(plain(row.side), style="bold"), *_evidence(row, every=every), Text()]
    parts += [Text(scope_line(positions.scope), style="bold"), *_left_out(positions)]
    if any(cell.doubt for row in positions.rows for cell in row.cells):
        parts.append(Text(_LEGEND, style="dim"))
    return Group(*parts)


def _matrix(positions: Positions) -> RenderableType:
    there = {cell.stance for row in positions.rows for cell in row.cells}
    columns = [stance for stance in STANCES if stance in there]
    rows = table(positions.by.capitalize(), *columns, "latest", numbers=columns)
    for row in positions.rows:
        cells = {cell.stance: cell for cell in row.cells}
        counts = (f"{len(cells[one].held):,}{'?' * bool(cells[one].doubt)}" if one in cells else "" for one in columns)
        rows.add_row(shown(row.side), *counts, _latest(row))
    return rows


def _latest(row: Position) -> Text:
    entry = row.latest.entry
    return Text(f"{row.latest.stance}, {days(entry.first_day, entry.last_day)}")


def _evidence(row: Position, *, every: bool) -> Iterator[RenderableType]:
    for cell in row.cells:
        heading = f"{cell.stance}: {scope_line(cell.scope)}"
        yield Padding(Text(heading), (0, 0, 0, 2))
        if cell.doubt:
            yield Padding(Text(f"? {plain(cell.doubt)}", style="yellow"), (0, 0, 0, 4))
        for one in cell.held if every else cell.held[:1]:
            yield Padding(_statement(one), (0, 0, 0, 4))


def _statement(one: Held) -> Text:
    entry = one.entry
    speaker = entry.stmt.speaker.name if entry.stmt.speaker else ""
    when = days(entry.first_day, entry.last_day)
    about = f"{abbreviated(entry.id)} {when} {plain(speaker)} ({outlets_line(entry.outlets)}): "
    return Text(about, style="dim").append(plain(entry.stmt.text), style="not dim")


def _left_out(positions: Positions) -> Iterator[Text]:
    for number, what in (
        (positions.without_stance, "without a stance"),
        (positions.without_side, f"of speakers whose {positions.by} is not known"),
        (positions.undecided, f"that may be later than {positions.on}"),
    ):
        if number:
            yield Text(f"{number_of(number, 'statement', 'statements')} {what}, left out", style="dim")


def _row(row: Position, cell: Cell) -> list[object]:
    latest = cell.held[0].entry
    return [
        row.side,
        cell.stance,
        cell.scope.statements,
        cell.scope.first,
        cell.scope.last,
        "; ".join(cell.scope.outlets),
        latest.id,
        latest.stmt.text,
        " ".join(one.entry.id for one in cell.held),
        cell.why,
        cell.doubt,
    ]
