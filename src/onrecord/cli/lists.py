"""Write what a ledger answers to standard output: a table, CSV or JSON.

Use `table` and `facts` for what a person reads, `show` to draw it, `write_csv` and `write_json` for programs. Each
writes its answer whole and flushes it.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import click
from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal import is_terminal, plain
from onrecord.exports import answer_to_dict, guarded, line_of

PIPED_WIDTH = 100  # columns where there is no screen to fit
MOST_WIDTH = 140  # columns; beyond, the eye loses the line
LEAST_WIDE = 30  # columns that the wide one keeps; a long name beside it would leave it one letter


def show(renderable: RenderableType) -> None:
    """Draw on a terminal with colours, and elsewhere as plain text."""
    console = Console(width=None if is_terminal(sys.stdout) else PIPED_WIDTH, highlight=False)
    with console.capture() as capture:  # rich would end the program by itself when the pipe is closed
        console.print(renderable, width=min(console.width, MOST_WIDTH))
    lines = [line.rstrip() for line in capture.get().split("\n")]
    encoding = sys.stdout.encoding if is_terminal(sys.stdout) else "utf-8"
    click.echo("\n".join(lines).encode(encoding, "replace"), nl=False)


def write_json(answer: Any) -> None:
    """Write an answer as one line of JSON."""
    click.echo(line_of(answer if isinstance(answer, dict) else answer_to_dict(answer)))


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write rows as CSV; texts that a spreadsheet would run as a formula get an apostrophe before them."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(columns)
    writer.writerows([_csv_cell(value) for value in row] for row in rows)
    click.echo(lines.getvalue().encode("utf-8", "replace"), nl=False)


def table(*columns: str, numbers: Sequence[str] = (), wide: str | None = None) -> Table:
    """An empty table in the style of all others.

    Args:
        columns: their headings.
        numbers: those that stand to the right.
        wide: the one that takes what room is left, and some in any case.
    """
    empty = Table(box=box.SIMPLE_HEAD, expand=wide is not None, padding=(0, 1, 0, 0), show_edge=False, pad_edge=False)
    for name in columns:
        right, rest = name in numbers, name == wide
        # A width beside a ratio is the least that rich gives a column.
        ratio, width = (1, LEAST_WIDE) if rest else (None, None)
        empty.add_column(name, justify="right" if right else "left", overflow="fold", ratio=ratio, width=width)
    return empty


def facts(rows: Iterable[tuple[str, Any]]) -> Table:
    """Names and values, one under the other."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in rows:
        grid.add_row(name, cell(value))
    return grid


def cell(value: Any) -> Text:
    """A value as a table shows it."""
    if value is None:
        return Text()
    if isinstance(value, datetime):
        return Text(value.astimezone().strftime("%Y-%m-%d %H:%M"))
    if isinstance(value, date):
        return Text(value.isoformat())
    if isinstance(value, int):
        return Text(f"{value:,}")
    return Text(plain(str(value)), overflow="fold")


def days(first: date | None, last: date | None) -> str:
    """A day or days: "2031-03-14", "2031-03-10 to 2031-03-16", "before 2031-03-14"; empty if there is none."""
    if last is None:
        return ""
    if first is None:
        return f"before {last + timedelta(days=1)}"
    return first.isoformat() if first == last else f"{first} to {last}"


def number_of(number: int, one: str, many: str) -> str:
    """A number and what it is of: "1 statement", "1,204 statements"."""
    return f"{number:,} {one if number == 1 else many}"


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    return (
        value.isoformat() if isinstance(value, date) else guarded(str(value)) if isinstance(value, str) else str(value)
    )
