"""`onrecord positions`: where each side stands on an issue.

Look here for the command's options; `onrecord.answers` makes the matrix, `positions_table` shows it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from onrecord.cli.answer_options import issue_option
from onrecord.cli.input_options import parse_day
from onrecord.cli.ledger_options import csv_option, json_option, ledger_option, open_asked

if TYPE_CHECKING:
    from onrecord.answers import By

EXAMPLES = """\b
Examples:
  onrecord positions --issue "harbour talks"
  onrecord positions --issue "harbour talks" --on 2031-03-24 --by speaker
  onrecord positions --issue "harbour talks" --csv > positions.csv
"""


@click.command(epilog=EXAMPLES)
@issue_option
@click.option(
    "--on", metavar="YYYY-MM-DD", callback=parse_day, help="Count only what was certainly said up to this day."
)
@click.option(
    "--by", type=click.Choice(["party", "speaker"]), default="party", show_default=True, help="What a row is."
)
@click.option("--statements", is_flag=True, help="List all statements of each cell, not the latest only.")
@json_option
@csv_option
@ledger_option
def positions(
    *, issue: str, on: date | None, by: By, statements: bool, as_json: bool, as_csv: bool, ledger: str
) -> None:
    """Show where each side stands on an issue: sides by stances, with the statements behind every cell."""
    from onrecord.answers import positions_of  # noqa: PLC0415  # --help need not wait for the database
    from onrecord.cli.positions_table import write_positions  # noqa: PLC0415

    with open_asked(ledger) as opened:
        answer = positions_of(opened, issue, on=on, by=by)
    write_positions(answer, every=statements, as_json=as_json, as_csv=as_csv)
