"""The options that the commands of answers share, and the line that says what an answer rests on.

Use `issue_option` on those about an issue, `scope_line` above or below every answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from onrecord.answers import Scope

MOST_OUTLETS = 6  # that are named; of more, the first ones and a number

issue_option = click.option(
    "--issue", metavar="NAME", required=True, help="The issue, as `onrecord issue add` saved it."
)


def scope_line(scope: Scope) -> str:
    """How many statements, from when to when, from which outlets."""
    from onrecord.answers import days  # noqa: PLC0415  # --help need not wait for it

    number = f"{scope.statements:,} statement{'' if scope.statements == 1 else 's'}"
    return " · ".join((number, days(scope.first, scope.last), outlets_line(scope.outlets)))


def outlets_line(outlets: tuple[str, ...]) -> str:
    """Outlets by name, as many as a line takes."""
    if not outlets:
        return "no outlet known"
    more = len(outlets) - MOST_OUTLETS
    return ", ".join(outlets[:MOST_OUTLETS]) + (f" and {more} more" if more > 0 else "")
