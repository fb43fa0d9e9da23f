"""`onrecord add`: read articles into a ledger.

Look here for the command's options; `filling` shows how far it is and says what came of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from onrecord.cli.filling import any_language_option, fill_from
from onrecord.cli.input_options import input_options
from onrecord.cli.ledger_options import ledger_option
from onrecord.cli.reader_options import reader_options

EXAMPLES = """\b
Examples:
  onrecord add news/
  onrecord add wire.txt --outlet "Meridian Wire" --date 2031-03-14
  onrecord add table.csv --column text=body --column outlet=paper
  onrecord add news.jsonl --ledger postgresql://ann@localhost/news
"""


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@ledger_option
@input_options
@any_language_option
@reader_options
@click.pass_context
def add(
    ctx: click.Context,
    paths: tuple[str, ...],
    *,
    ledger: str,
    inputs: dict[str, Any],
    any_language: bool,
    threads: int,
    model: Path | None,
) -> None:
    """Read articles into a ledger, which is made if it is not there.

    PATH is a file of any kind that is recognised (plain text, HTML, JSON Lines, CSV, Parquet, a saved feed, a web
    archive), a folder of these, or - for standard input. What is in the ledger already is passed over, so a stopped
    fill goes on when it is started again. What cannot be read is named on standard error, and the rest is read.
    """
    from onrecord.cli.expected import expected  # noqa: PLC0415
    from onrecord.sources import articles  # noqa: PLC0415  # --help need not wait for the readers

    went_well = fill_from(
        articles(paths, **inputs),
        ledger=ledger,
        threads=threads,
        model=model,
        any_language=any_language,
        expected=expected(paths),
    )
    ctx.exit(0 if went_well else 1)
