"""`onrecord issue`: what positions are about, saved under a name.

Look here for the commands and their options; `onrecord.ledger` keeps issues, `issue_table` shows them.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli.ledger_options import csv_option, filter_options, json_option, ledger_option, limit_option, open_asked
from onrecord.cli.terminal import is_terminal, say

if TYPE_CHECKING:
    from onrecord.ledger import Example, Filters, Issue, Ledger

ADD_EXAMPLES = """\b
Examples:
  onrecord issue add "harbour talks" --query talks --query '"patrol boats"' --preview
  onrecord issue add blockade --query blockade --from 2031-03-01 --to 2031-04-30
  onrecord issue add inspectors --like "inspectors should return to the strait"
"""
PUT_EXAMPLES = """\b
Examples:
  onrecord issue put "harbour talks" 3f9ac01b.120
  onrecord issue out "harbour talks" 3f9ac01b.120 77aa0110.4
"""


@click.group()
def issue() -> None:
    """Save what positions, shifts and standoffs are about: queries, examples, and statements put in or out by hand."""


@issue.command(epilog=ADD_EXAMPLES)
@click.argument("name")
@click.option(
    "--query", "queries", multiple=True, metavar="TEXT", help="Statements that have these words; may come again."
)
@click.option("--like", "examples", multiple=True, metavar="TEXT", help="Statements about the same; may come again.")
@filter_options
@click.option("--preview", is_flag=True, help="Only show what would be chosen.")
@click.option("--yes", is_flag=True, help="Save without asking.")
@ledger_option
def add(
    *,
    name: str,
    queries: tuple[str, ...],
    examples: tuple[str, ...],
    filters: Filters,
    preview: bool,
    yes: bool,
    ledger: str,
) -> None:
    """Save an issue: a statement belongs to it that meets one of the queries or examples, and all filters.

    What it would choose is shown first; on a terminal you are asked whether to save it.
    """
    from onrecord.cli.issue_table import write_preview  # noqa: PLC0415  # --help need not wait for the database
    from onrecord.errors import UsageError  # noqa: PLC0415
    from onrecord.ledger import ALL, Issue, add_issue, chosen  # noqa: PLC0415

    if not queries and not examples and filters == ALL:
        raise UsageError("an issue of everything is none: give a --query, a --like or a filter")
    asked = Issue(name=name, queries=queries, examples=_examples(examples), filters=filters)
    with open_asked(ledger) as opened:
        write_preview(chosen(opened, asked))
        if not preview and _agreed(yes=yes):
            add_issue(opened, asked)
            say(f"issue {name!r} saved in {opened.name}")


@issue.command(name="list")
@json_option
@ledger_option
def list_issues(*, as_json: bool, ledger: str) -> None:
    """List the saved issues with what they ask for, and how many statements each has."""
    from onrecord.cli.issue_table import write_issues  # noqa: PLC0415
    from onrecord.ledger import all_issues, issue_size  # noqa: PLC0415

    with open_asked(ledger) as opened:
        found: list[tuple[Issue, int]] = [(one, issue_size(opened, one.name)) for one in all_issues(opened)]
    write_issues(found, as_json=as_json)


@issue.command()
@click.argument("name")
@limit_option
@json_option
@csv_option
@ledger_option
def show(*, name: str, limit: int, as_json: bool, as_csv: bool, ledger: str) -> None:
    """Show an issue and its statements, the latest first, with those put in or out by hand marked."""
    from onrecord.cli.issue_table import write_issue  # noqa: PLC0415
    from onrecord.ledger import by_hand, issue_entries, issue_named  # noqa: PLC0415

    with open_asked(ledger) as opened:
        asked, entries, hand = issue_named(opened, name), issue_entries(opened, name), by_hand(opened, name)
    write_issue(asked, entries, hand, limit=limit, as_json=as_json, as_csv=as_csv)


@issue.command(epilog=PUT_EXAMPLES)
@click.argument("name")
@click.argument("statements", nargs=-1, required=True, metavar="STATEMENT...")
@ledger_option
def put(*, name: str, statements: tuple[str, ...], ledger: str) -> None:
    """Put statements into an issue by hand; they stay, whatever the queries find."""
    _by_hand(name, statements, ledger, included=True)


@issue.command(epilog=PUT_EXAMPLES)
@click.argument("name")
@click.argument("statements", nargs=-1, required=True, metavar="STATEMENT...")
@ledger_option
def out(*, name: str, statements: tuple[str, ...], ledger: str) -> None:
    """Put statements out of an issue by hand; they stay out, whatever the queries find."""
    _by_hand(name, statements, ledger, included=False)


@issue.command()
@click.argument("name")
@ledger_option
def remove(*, name: str, ledger: str) -> None:
    """Forget an issue; its statements stay in the ledger."""
    from onrecord.ledger import remove_issue  # noqa: PLC0415

    with open_asked(ledger) as opened:
        remove_issue(opened, name)
    say(f"issue {name!r} removed")


def _by_hand(name: str, statements: tuple[str, ...], ledger: str, *, included: bool) -> None:
    from onrecord.ledger import put_by_hand  # noqa: PLC0415

    with open_asked(ledger) as opened:
        keys = _keys(opened, statements)
        put_by_hand(opened, name, keys, included=included)
    say(f"{len(keys)} put {'into' if included else 'out of'} {name!r}")


def _keys(ledger: Ledger, statements: tuple[str, ...]) -> list[str]:
    from onrecord.ledger import statement_key  # noqa: PLC0415

    with ledger.reading() as connection:
        return list(dict.fromkeys(statement_key(connection, one) for one in statements))


def _examples(texts: tuple[str, ...]) -> tuple[Example, ...]:
    if not texts:
        return ()
    from onrecord.cli.search import vector_of  # noqa: PLC0415  # only examples need the weights
    from onrecord.ledger import Example  # noqa: PLC0415

    return tuple(Example(text=text, vector=vector_of(text)) for text in texts)


def _agreed(*, yes: bool) -> bool:
    """Whether to save; only a person at a terminal is asked."""
    return yes or not is_terminal(sys.stdin) or click.confirm("Save it?", default=True, err=True)
