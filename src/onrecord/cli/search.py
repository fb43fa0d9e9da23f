"""`onrecord search`: statements by their words, or by what they are about.

Look here for the command's options; `onrecord.ledger` searches, `found` shows what was found.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.ledger_options import csv_option, filter_options, json_option, ledger_option, limit_option, open_asked
from onrecord.cli.reader_options import default_threads, load_reader
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.ledger import Filters, Found, Ledger

EXAMPLES = """\b
Examples:
  onrecord search '"security guarantees" talks' --party Norvia
  onrecord search --speaker "Ann Lee" --act refuse --from 2031-03-01
  onrecord search --raw 'guarantee* OR assurance*' --json
  onrecord search --like "we will not open the ports before you do"
"""


@click.command(epilog=EXAMPLES)
@click.argument("text", required=False)
@click.option("--like", metavar="TEXT", help="Find what is about the same as this, whatever its words.")
@click.option("--raw", is_flag=True, help="TEXT is a query of the database's own (FTS5, or to_tsquery).")
@filter_options
@limit_option
@json_option
@csv_option
@ledger_option
def search(
    *,
    text: str | None,
    like: str | None,
    raw: bool,
    filters: Filters,
    limit: int,
    as_json: bool,
    as_csv: bool,
    ledger: str,
) -> None:
    """Find statements in the ledger.

    TEXT is words, all of which a statement must have in some form of theirs ("talk" finds "talks"), and phrases in
    quotation marks. Without TEXT the filters alone choose, and the latest come first. What near copies of an article
    tell again is found once, with all outlets.
    """
    if like is not None and text is not None:
        raise UsageError("search for words or with --like, not for both")
    asked = replace(filters, text=text, raw=raw, limit=limit)
    with open_asked(ledger) as opened:
        found = _found(opened, asked, like)
    from onrecord.cli.found import write_found  # noqa: PLC0415  # takes rich with it

    write_found(found, as_json=as_json, as_csv=as_csv)


def _found(ledger: Ledger, filters: Filters, alike: str | None) -> Found:
    from onrecord.ledger import Found, like, search  # noqa: PLC0415  # --help need not wait for the database

    if alike is None:
        return search(ledger, filters)
    hits = like(ledger, vector_of(alike), replace(filters, limit=None), filters.limit or 1)
    return Found(hits=tuple(hits), total=len(hits))


def vector_of(text: str) -> bytes:
    """What a text is about; of all that a ledger is asked, only this needs the weights."""
    reader: Any = load_reader(None, threads=default_threads())
    vector: bytes = reader.vector_of(text)
    return vector
