"""`onrecord standoff`: who waits for whom on an issue.

Look here for the command's options; `onrecord.answers` finds the graph, `standoff_text` tells it.
"""

from __future__ import annotations

import click

from onrecord.cli.answer_options import issue_option
from onrecord.cli.ledger_options import json_option, ledger_option, open_asked

EXAMPLES = """\b
Examples:
  onrecord standoff --issue "harbour talks"
  onrecord standoff --issue "harbour talks" --form svg > standoff.svg
  onrecord standoff --issue "harbour talks" --form graphml > standoff.graphml
"""


@click.command(epilog=EXAMPLES)
@issue_option
@click.option(
    "--form",
    type=click.Choice(["text", "svg", "graphml", "dot"]),
    default="text",
    show_default=True,
    help="Sentences, a drawing, or a graph for other programs.",
)
@json_option
@ledger_option
def standoff(*, issue: str, form: str, as_json: bool, ledger: str) -> None:
    """Show who waits for whom on an issue, and the circles in which all wait.

    One side waits for another where it hangs what it would do on what the other must do first. Conditions that the
    other side has rejected are marked, and so are those that its own side has dropped.
    """
    from onrecord.answers import standoff_of  # noqa: PLC0415  # --help need not wait for the database
    from onrecord.cli.standoff_text import write_standoff  # noqa: PLC0415

    with open_asked(ledger) as opened:
        answer = standoff_of(opened, issue)
    write_standoff(answer, form=form, as_json=as_json)
