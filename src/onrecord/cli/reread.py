"""`onrecord reread`: read a ledger's articles again after an upgrade."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.filling import read_again
from onrecord.cli.ledger_options import ledger_option
from onrecord.cli.reader_options import reader_options

EXAMPLES = """\b
Examples:
  onrecord reread
  onrecord reread --ledger talks.db --model better/
"""


@click.command(epilog=EXAMPLES)
@ledger_option
@reader_options
@click.pass_context
def reread(ctx: click.Context, *, ledger: str, threads: int, model: Path | None) -> None:
    """Read again what other weights or another version of the program read.

    Each article's statements are replaced at once. Your corrections stay with the statements that are found again;
    those of the others are listed, and kept. Reading can be stopped and goes on when it is started again.
    """
    ctx.exit(0 if read_again(ledger=ledger, threads=threads, model=model) else 1)
