"""`onrecord stats`, `onrecord speakers` and `onrecord articles`: what a ledger holds.

Look here for these commands' options and tables; `onrecord.ledger` counts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from onrecord.cli.input_options import parse_day
from onrecord.cli.ledger_options import csv_option, filter_options, json_option, ledger_option, limit_option, open_asked

if TYPE_CHECKING:
    from onrecord.ledger import Filters

SPEAKERS_EXAMPLES = """\b
Examples:
  onrecord speakers --limit 50
  onrecord speakers --party Norvia --act refuse --from 2031-03-01
  onrecord speakers --csv > speakers.csv
"""
ARTICLES_EXAMPLES = """\b
Examples:
  onrecord articles --outlet "Harbour Wire" --from 2031-03-01 --to 2031-03-31
  onrecord articles --limit 500 --json
"""
STATS_EXAMPLES = """\b
Examples:
  onrecord stats
  onrecord stats --ledger postgresql://reader@db/news --json
"""


@click.command(epilog=STATS_EXAMPLES)
@json_option
@ledger_option
def stats(*, as_json: bool, ledger: str) -> None:
    """Count what a ledger holds: articles, statements, speakers, outlets, and the runs that read them."""
    from onrecord.cli.overview_tables import write_stats  # noqa: PLC0415  # --help need not wait for the database
    from onrecord.ledger import stats as count  # noqa: PLC0415

    with open_asked(ledger) as opened:
        write_stats(count(opened), as_json=as_json)


@click.command(epilog=SPEAKERS_EXAMPLES)
@filter_options
@limit_option
@json_option
@csv_option
@ledger_option
def speakers(*, filters: Filters, limit: int, as_json: bool, as_csv: bool, ledger: str) -> None:
    """List who speaks, those with the most statements first.

    The filters choose statements: only those who speak in them are listed, and only those are counted.
    """
    from onrecord.cli.overview_tables import write_speakers  # noqa: PLC0415
    from onrecord.ledger import speakers as count  # noqa: PLC0415

    with open_asked(ledger) as opened:
        found = count(opened, replace(filters, limit=limit))
    write_speakers(found, as_json=as_json, as_csv=as_csv)


@click.command(epilog=ARTICLES_EXAMPLES)
@click.option("--outlet", metavar="NAME", help="Who carried them.")
@click.option("--from", "first", metavar="YYYY-MM-DD", callback=parse_day, help="Published on that day or later.")
@click.option("--to", "last", metavar="YYYY-MM-DD", callback=parse_day, help="Published on that day or earlier.")
@limit_option
@json_option
@csv_option
@ledger_option
def articles(
    *,
    outlet: str | None,
    first: date | None,
    last: date | None,
    limit: int,
    as_json: bool,
    as_csv: bool,
    ledger: str,
) -> None:
    """List articles, the latest first."""
    from onrecord.cli.overview_tables import write_articles  # noqa: PLC0415
    from onrecord.ledger import listed  # noqa: PLC0415

    with open_asked(ledger) as opened:
        found = listed(opened, outlet=outlet, first=first, last=last, limit=limit)
    write_articles(found, as_json=as_json, as_csv=as_csv)
