"""`onrecord correct`, `merge`, `undo` and `journal`: what users know better, and how to take it back.

Look here for these commands' options; `onrecord.ledger` writes the changes.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, get_args

import click

from onrecord.cli.input_options import parse_day
from onrecord.cli.ledger_options import json_option, ledger_option, limit_option, open_asked, who
from onrecord.cli.terminal import plain
from onrecord.records import Act, Certainty, Polarity

if TYPE_CHECKING:
    from onrecord.ledger import Change

CORRECT_EXAMPLES = """\b
Examples:
  onrecord correct 3f9ac01b.120 --speaker "Ann Lee" --party Norvia
  onrecord correct 3f9ac01b.120 --act refuse --said-on 2031-03-10/2031-03-16
  onrecord correct 3f9ac01b.120 --remove
"""
MERGE_EXAMPLES = """\b
Examples:
  onrecord merge "Anne Leigh" "Ann Lee"
  onrecord merge ann-lee-2 ann-lee
"""
UNDO_EXAMPLES = """\b
Examples:
  onrecord undo
"""
JOURNAL_EXAMPLES = """\b
Examples:
  onrecord journal --limit 100
  onrecord journal --json
"""


def parse_days(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[date, date] | None:
    """Take a day, or the first and the last day with a slash between them."""
    if value is None:
        return None
    days = [day for part in re.split("/", value) if (day := parse_day(ctx, param, part)) is not None]
    if len(days) > 2 or days[0] > days[-1]:
        raise click.BadParameter(
            f"{value!r} is not a day, nor a first and a later last one as in 2031-03-10/2031-03-16"
        )
    return days[0], days[-1]


@click.command(epilog=CORRECT_EXAMPLES)
@click.argument("statement")
@click.option("--speaker", metavar="NAME", help="Who speaks; somebody in the ledger, or somebody new.")
@click.option("--role", metavar="WORDS", help="The speaker's role; '' for none.")
@click.option("--party", metavar="NAME", help="For whom they speak; '' for nobody.")
@click.option("--act", type=click.Choice(get_args(Act)), help="What they do by it.")
@click.option("--polarity", type=click.Choice(get_args(Polarity)), help="Whether it was stated, or was not.")
@click.option("--certainty", type=click.Choice(get_args(Certainty)), help="Whether the speaker leaves it open.")
@click.option(
    "--said-on", metavar="DAY[/DAY]", callback=parse_days, help="On which day, or between which days, it was said."
)
@click.option("--remove", "removed", flag_value=True, type=bool, default=None, help="It is no statement: take it out.")
@click.option("--restore", "removed", flag_value=False, type=bool, help="Take it in again.")
@json_option
@ledger_option
def correct(
    *,
    statement: str,
    speaker: str | None,
    role: str | None,
    party: str | None,
    act: Act | None,
    polarity: Polarity | None,
    certainty: Certainty | None,
    said_on: tuple[date, date] | None,
    removed: bool | None,
    as_json: bool,
    ledger: str,
) -> None:
    """Say what is right of a statement.

    STATEMENT is an id as `onrecord search` shows it. Search and answers see the correction at once; what was read is
    kept, reading the article again does not overwrite it, and `onrecord undo` takes it back.
    """
    from onrecord.ledger import Correction, correct, in_context  # noqa: PLC0415  # --help need not wait for it

    correction = Correction(
        speaker=speaker,
        role=role,
        party=party,
        act=act,
        polarity=polarity,
        certainty=certainty,
        said_on=said_on,
        removed=removed,
    )
    with open_asked(ledger) as opened:
        key = correct(opened, statement, correction, who=who())
        found = in_context(opened, key)
    if as_json:
        _write_change(found.changes[-1])
    else:
        click.echo(plain(f"{key}: {_told(found.changes[-1])}"))


@click.command(epilog=MERGE_EXAMPLES)
@click.argument("speaker")
@click.argument("into")
@json_option
@ledger_option
def merge(*, speaker: str, into: str, as_json: bool, ledger: str) -> None:
    """Count what SPEAKER says as said by INTO, whose other name it is.

    Both are names or ids that `onrecord speakers` shows. It holds for articles that are added later, too.
    """
    from onrecord.ledger import journal, merge  # noqa: PLC0415

    with open_asked(ledger) as opened:
        merge(opened, speaker, into, who=who())
        (change,) = journal(opened, limit=1)
    if as_json:
        _write_change(change)
    else:
        click.echo(plain(_told(change)))


@click.command(epilog=UNDO_EXAMPLES)
@json_option
@ledger_option
def undo(*, as_json: bool, ledger: str) -> None:
    """Take back the last correction or merge that was not taken back yet."""
    from onrecord.ledger import undo  # noqa: PLC0415

    with open_asked(ledger) as opened:
        change = undo(opened)
    if as_json:
        _write_change(change)
    else:
        click.echo(plain(f"undone: {_told(change)}"))


@click.command(epilog=JOURNAL_EXAMPLES)
@limit_option
@json_option
@ledger_option
def journal(*, limit: int, as_json: bool, ledger: str) -> None:
    """List what users changed, the last change first: who, when, what, before and after."""
    from onrecord.cli.journal_table import write_journal  # noqa: PLC0415  # takes rich with it
    from onrecord.ledger import journal as changes  # noqa: PLC0415
    from onrecord.ledger import unplaced  # noqa: PLC0415

    with open_asked(ledger) as opened:
        found, lost = changes(opened, limit=limit), unplaced(opened)
    write_journal(found, lost, as_json=as_json)


def _told(change: Change) -> str:
    from onrecord.cli.statement_page import change_line  # noqa: PLC0415

    return change_line(change)


def _write_change(change: Change) -> None:
    from onrecord.cli.lists import write_json  # noqa: PLC0415

    write_json(change)
