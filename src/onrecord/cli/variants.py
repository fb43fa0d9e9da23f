"""`onrecord variants`: what became of a quotation.

Look here for the command's options; `onrecord.answers` compares, `variants_text` shows the words.
"""

from __future__ import annotations

import click

from onrecord.cli.ledger_options import json_option, ledger_option, open_asked

EXAMPLES = """\b
Examples:
  onrecord variants 3f9ac01b.120
  onrecord variants 3f9ac01b.120 --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("statement")
@json_option
@ledger_option
def variants(*, statement: str, as_json: bool, ledger: str) -> None:
    """Show the same quotation across articles and outlets, and what was cut, added or altered.

    STATEMENT is an id as `onrecord search` shows it, or as much of its beginning as no other statement has. Other words
    of the same speaker on the same day that say the same are shown as translation or paraphrase.
    """
    from onrecord.answers import variants_of  # noqa: PLC0415  # --help need not wait for the database
    from onrecord.cli.variants_text import write_variants  # noqa: PLC0415
    from onrecord.ledger import statement_key  # noqa: PLC0415

    with open_asked(ledger) as opened:
        with opened.reading() as connection:
            key = statement_key(connection, statement)
        answer = variants_of(opened, key)
    write_variants(answer, as_json=as_json)
