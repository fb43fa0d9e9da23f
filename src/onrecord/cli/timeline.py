"""`onrecord timeline`: what a speaker or a party said, in time.

Look here for the command's options; `onrecord.answers` finds the moments, `timeline_table` shows them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.ledger_options import csv_option, json_option, ledger_option, open_asked
from onrecord.cli.terminal import say
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.answers import Timeline

EXAMPLES = """\b
Examples:
  onrecord timeline "Ann Lee"
  onrecord timeline Estria --issue "harbour talks" --csv
  onrecord timeline Estria --plot estria.svg
"""


@click.command(epilog=EXAMPLES)
@click.argument("who", metavar="SPEAKER|PARTY")
@click.option("--issue", metavar="NAME", help="Only statements of this saved issue.")
@click.option(
    "--plot", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Draw it: FILE.svg or FILE.png."
)
@click.option("--spec", is_flag=True, help="Write the drawing's Vega-Lite specification.")
@json_option
@csv_option
@ledger_option
def timeline(
    *, who: str, issue: str | None, plot: Path | None, spec: bool, as_json: bool, as_csv: bool, ledger: str
) -> None:
    """Show what a speaker or a party said, in time.

    Where the text tells a week, both its days are shown; where it tells no day, that of publication is, and marked so.
    """
    _check(plot)
    from onrecord.answers import timeline_of, timeline_spec  # noqa: PLC0415  # --help need not wait for the database
    from onrecord.cli.timeline_table import write_timeline  # noqa: PLC0415

    with open_asked(ledger) as opened:
        answer = timeline_of(opened, who, issue=issue)
    if plot is not None:
        _draw(answer, plot)
    if spec:
        click.echo(json.dumps(timeline_spec(answer), ensure_ascii=False))
    elif plot is None:
        write_timeline(answer, as_json=as_json, as_csv=as_csv)


def _check(plot: Path | None) -> None:
    if plot is not None and plot.suffix.lower() not in {".svg", ".png"}:
        raise UsageError(f"cannot draw {plot}: its name ends neither with .svg nor with .png")


def _draw(answer: Timeline, plot: Path) -> None:
    from onrecord.answers import drawn, timeline_spec  # noqa: PLC0415  # heavy, and only needed to draw

    plot.write_bytes(drawn(timeline_spec(answer), "svg" if plot.suffix.lower() == ".svg" else "png"))
    say(f"{sum(moment.first is not None for moment in answer.moments):,} statements drawn in {plot}")
