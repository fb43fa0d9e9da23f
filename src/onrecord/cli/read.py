"""`onrecord read`: who is made to say what in articles.

Look here for the command's options; `run` reads the articles one after the other, `output` writes what was read.
"""

from __future__ import annotations

import os
import re
import sys
import warnings
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.terminal import is_terminal, say

if TYPE_CHECKING:
    from onrecord.reading import Reader

MOST_THREADS = 4  # windows are small: beyond four, threads wait for each other more than they work
STDIN = "-"

# Click keeps the lines of a paragraph that begins with this mark.
EXAMPLES = """\b
Examples:
  onrecord read kirby.txt --outlet "RIA Novosti" --date 2022-12-02
  onrecord read news/ --json > statements.jsonl
  cat wire.txt | onrecord read
"""


def default_threads() -> int:
    """As many as there are processors, four at most."""
    return max(1, min(MOST_THREADS, os.cpu_count() or 1))


def parse_day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    """Take exactly YYYY-MM-DD: other notations are read differently from one country to the next."""
    if value is None:
        return None
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"there is no day {value} ({error})") from error
    raise click.BadParameter(f"{value!r} is not of the form YYYY-MM-DD, such as 2022-12-02")


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object a line an article, as soon as it is read.")
@click.option(
    "--date", "published", metavar="YYYY-MM-DD", callback=parse_day, help="Day on which the articles were published."
)
@click.option("--outlet", metavar="NAME", help="Who published the articles.")
@click.option("--no-nested", is_flag=True, help="Leave out what is said within what is said.")
@click.option("--utterances", is_flag=True, help="Leave out what nobody uttered (“believes”, “did not say”).")
@click.option(
    "--threads",
    type=click.IntRange(min=1),
    metavar="N",
    default=default_threads,
    show_default=f"processors, at most {MOST_THREADS}",
    help="Threads to read with.",
)
@click.option("--model", type=click.Path(path_type=Path), metavar="DIR", help="Read with the weights in this folder.")
@click.pass_context
def read(
    ctx: click.Context,
    paths: tuple[str, ...],
    *,
    as_json: bool,
    published: date | None,
    outlet: str | None,
    no_nested: bool,
    utterances: bool,
    threads: int,
    model: Path | None,
) -> None:
    """Read who is made to say what in articles.

    PATH is a plain text (one article), a .jsonl or .ndjson file (one article a line, with "text" and, if known, "id",
    "published", "outlet", "title" and "url"), a folder of these, or - for standard input, which is also read when there
    is no PATH. What cannot be read is named on standard error, and the rest is read.
    """
    names = _inputs(paths)
    reader = load_reader(model, threads=threads)
    from onrecord.cli.run import read_all  # noqa: PLC0415  # like the reader: --help need not wait for it

    failed = read_all(
        names,
        published=published,
        outlet=outlet,
        read=partial(reader.read, nested=not no_nested, utterances=utterances),
        as_json=as_json,
    )
    ctx.exit(1 if failed else 0)


def load_reader(model: Path | None, *, threads: int) -> Reader:
    """Load the weights; a warning about them becomes a line like any other.

    Raises:
        ModelError: when they cannot be used.
    """
    from onrecord.reading import Reader  # noqa: PLC0415  # takes with it onnxruntime, tokenizers and numpy

    with warnings.catch_warnings(record=True) as caught:
        reader = Reader(model, threads=threads)
    for warning in caught:
        say(f"warning: {warning.message}")
    return reader


def _inputs(paths: tuple[str, ...]) -> tuple[str, ...]:
    """What to read: standard input when nothing is named, unless somebody would have to type an article there."""
    if not paths and is_terminal(sys.stdin):
        raise click.UsageError("name a file or a folder, or pipe a text to standard input")
    names = paths or (STDIN,)
    if STDIN in names and not sys.stdin:
        raise click.UsageError("standard input is closed; name a file or a folder")
    return names
