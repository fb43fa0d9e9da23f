"""`onrecord shifts`: who seems to have moved on an issue.

Look here for the command's options; `onrecord.answers` finds the pairs, `shifts_table` shows them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.answer_options import issue_option
from onrecord.cli.ledger_options import csv_option, json_option, ledger_option, open_asked

if TYPE_CHECKING:
    from onrecord.answers import By

EXAMPLES = """\b
Examples:
  onrecord shifts --issue "harbour talks"
  onrecord shifts --issue "harbour talks" --by party --json
"""


@click.command(epilog=EXAMPLES)
@issue_option
@click.option(
    "--by",
    type=click.Choice(["speaker", "party"]),
    default="speaker",
    show_default=True,
    help="Compare what one speaker said, or anybody of one party.",
)
@json_option
@csv_option
@ledger_option
def shifts(*, issue: str, by: By, as_json: bool, as_csv: bool, ledger: str) -> None:
    """Show possible shifts on an issue: pairs of statements of one side that may not go together.

    The stance differs, a condition appeared, changed or went, or it is denied that something was said. Both statements
    are shown, and the words that make them comparable; whether it is a shift is yours to judge.
    """
    from onrecord.answers import shifts_of  # noqa: PLC0415  # --help need not wait for the database
    from onrecord.cli.shifts_table import write_shifts  # noqa: PLC0415

    with open_asked(ledger) as opened:
        answer = shifts_of(opened, issue, by=by)
    write_shifts(answer, as_json=as_json, as_csv=as_csv)
