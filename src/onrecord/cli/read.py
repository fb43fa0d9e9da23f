"""`onrecord read`: who is made to say what in articles.

Look here for the command's options; `run` reads the articles one after the other, `output` writes what was read.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Any

import click

from onrecord.cli.input_options import input_options
from onrecord.cli.reader_options import load_reader, reader_options
from onrecord.cli.terminal import is_terminal

STDIN = "-"

# Click keeps the lines of a paragraph that begins with this mark.
EXAMPLES = """\b
Examples:
  onrecord read kirby.txt --outlet "RIA Novosti" --date 2022-12-02
  onrecord read news/ --json > statements.jsonl
  onrecord read table.csv --column text=story --column outlet=paper
  cat wire.txt | onrecord read
"""


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object a line an article, as soon as it is read.")
@input_options
@click.option("--no-nested", is_flag=True, help="Leave out what is said within what is said.")
@click.option("--utterances", is_flag=True, help="Leave out what nobody uttered (“believes”, “did not say”).")
@reader_options
@click.pass_context
def read(
    ctx: click.Context,
    paths: tuple[str, ...],
    *,
    as_json: bool,
    inputs: dict[str, Any],
    no_nested: bool,
    utterances: bool,
    threads: int,
    model: Path | None,
) -> None:
    """Read who is made to say what in articles.

    PATH is a file of any kind that is recognised, a folder of these, or - for standard input, which is also read when
    there is no PATH: plain text (.txt, one article), JSON Lines (.jsonl, .ndjson), a table (.csv, .tsv, .parquet, one
    article a row), a web page (.html), a saved feed (.rss, .atom, .xml), a web archive (.warc, .warc.gz). Of a record
    or a row "text" is needed; "id", "published", "outlet", "title" and "url" are used if they are there. What cannot
    be read is named on standard error, and the rest is read.
    """
    names = _inputs(paths)
    reader = load_reader(model, threads=threads)
    from onrecord.cli.run import read_all  # noqa: PLC0415  # like the reader: --help need not wait for it
    from onrecord.sources import articles  # noqa: PLC0415

    failed = read_all(
        articles(names, **inputs),
        read=partial(reader.read, nested=not no_nested, utterances=utterances),
        as_json=as_json,
        workers=1 if STDIN in names else threads,  # what is piped is written before more is waited for
    )
    ctx.exit(1 if failed else 0)


def _inputs(paths: tuple[str, ...]) -> tuple[str, ...]:
    """What to read: standard input when nothing is named, unless somebody would have to type an article there."""
    if not paths and is_terminal(sys.stdin):
        raise click.UsageError("name a file or a folder, or pipe a text to standard input")
    names = paths or (STDIN,)
    if STDIN in names and not sys.stdin:
        raise click.UsageError("standard input is closed; name a file or a folder")
    return names
