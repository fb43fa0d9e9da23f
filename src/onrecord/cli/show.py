"""`onrecord show`: one statement where it stands, with all that is known of it.

Look here for the command; `in_context` finds what it shows.
"""

from __future__ import annotations

import click

from onrecord.cli.ledger_options import json_option, ledger_option, open_asked

EXAMPLES = """\b
Examples:
  onrecord show 3f9ac01b.120
  onrecord show 3f9ac01b2d4e5f60.120-245 --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("statement")
@json_option
@ledger_option
def show(*, statement: str, as_json: bool, ledger: str) -> None:
    """Show a statement in its article, with its speaker, its conditions, where it appeared and how it was corrected.

    STATEMENT is an id as `onrecord search` shows it, or as much of its beginning as no other statement has.
    """
    from onrecord.cli.statement_page import write_statement  # noqa: PLC0415  # --help need not wait for the database
    from onrecord.ledger import in_context  # noqa: PLC0415

    with open_asked(ledger) as opened:
        write_statement(in_context(opened, statement), as_json=as_json)
