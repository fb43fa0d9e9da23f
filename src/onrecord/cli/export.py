"""`onrecord export`: the ledger's statements in a file of another program's.

Look here for the command's options; `onrecord.exports` has the formats, and every one that is there is listed here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from onrecord.cli.ledger_options import filter_options, ledger_option, open_asked
from onrecord.cli.terminal import is_terminal, say
from onrecord.errors import ExportError
from onrecord.records import Entry

if TYPE_CHECKING:
    from onrecord.exports import Exported, TextOf
    from onrecord.ledger import Filters, Ledger

EXAMPLES = """\b
Examples:
  onrecord export csv talks.csv --party Norvia --from 2031-03-01
  onrecord export jsonl guarantees.jsonl --query "security guarantees"
  onrecord export dna talks.dna --issue negotiations
"""


def known_format(_: click.Context, __: click.Parameter, name: str) -> str:
    """Take the name of a format that is there."""
    formats = _formats()
    if name not in formats:
        raise click.BadParameter(f"there is no format {name!r}; choose one of {', '.join(formats)}")
    return name


def formats_like(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The formats whose names begin so, for the shell."""
    return [CompletionItem(name, help=told) for name, told in _formats().items() if name.startswith(incomplete)]


class ExportCommand(click.Command):
    """A command whose help lists the formats."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the formats, then the examples."""
        with formatter.section("Formats"):
            formatter.write_dl(list(_formats().items()))
        super().format_epilog(ctx, formatter)


def _formats() -> dict[str, str]:
    from onrecord.exports import FORMATS  # noqa: PLC0415  # other commands need not wait for it

    return {name: form.summary for name, form in FORMATS.items()}


@click.command(cls=ExportCommand, epilog=EXAMPLES)
@click.argument("name", callback=known_format, shell_complete=formats_like, metavar="FORMAT")
@click.argument("target", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--query", metavar="TEXT", help="Only statements with these words, as `onrecord search` finds them.")
@click.option(
    "--issue", metavar="NAME", help="Only statements of this saved issue, which also names the concept of DNA."
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="How many at most; all by default.")
@filter_options
@ledger_option
def export(
    *,
    name: str,
    target: Path,
    query: str | None,
    issue: str | None,
    limit: int | None,
    filters: Filters,
    ledger: str,
) -> None:
    """Write the ledger's statements to a file of another program's.

    FILE is written whole or not at all; one that is there is replaced. Without filters, all statements are exported.
    """
    _spare(target, ledger)
    from onrecord import exports  # noqa: PLC0415  # --help need not wait for it

    with open_asked(ledger) as opened:
        chosen = replace(filters, text=query, limit=limit)
        entries = watched(_chosen(opened, chosen, issue), shown=is_terminal(sys.stderr))
        done = exports.export(name, entries, target, text_of=_texts(opened), issue=issue)
    say(_summary(done, target, lacks=exports.FORMATS[name].lacks))


def watched(entries: Iterable[Entry], *, shown: bool) -> Iterator[Entry]:
    """The entries as they are, with a line on a terminal that counts them; it is gone when all have passed."""
    if not shown:
        yield from entries
        return
    from rich import progress as bars  # noqa: PLC0415  # only for those who watch
    from rich.console import Console  # noqa: PLC0415

    columns = (bars.SpinnerColumn("line"), bars.TimeElapsedColumn(), bars.TextColumn("{task.completed:,} statements"))
    console = Console(stderr=True)
    # Rich would otherwise turn what is written to standard output into output of this console.
    line = bars.Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
    with line:
        yield from line.track(entries, total=None)


def _spare(target: Path, ledger: str) -> None:
    """Keep the ledger from being replaced by what is exported from it."""
    if target.exists() and Path(ledger).exists() and target.samefile(ledger):
        raise ExportError(target, "it is the ledger; choose another file")


def _chosen(ledger: Ledger, filters: Filters, issue: str | None) -> Iterable[Entry]:
    """The statements that the filters choose; those of an issue, if one is named, have to meet them too."""
    from onrecord.ledger import entries, issue_entries  # noqa: PLC0415  # takes SQLAlchemy with it

    if issue is None:
        return entries(ledger, filters)
    keys = tuple(entry.id for entry in issue_entries(ledger, issue))
    return entries(ledger, replace(filters, keys=keys))


def _texts(ledger: Ledger) -> TextOf:
    """Gives the texts of entries; the last one is kept, for the statements of an article come one after the other."""
    from onrecord.ledger import article_of  # noqa: PLC0415  # as above

    last: dict[str, str] = {}

    def text_of(entry: Entry) -> str:
        key = entry.id.partition(".")[0]
        if key not in last:
            last.clear()
            last[key] = article_of(ledger, entry.id).text
        return last[key]

    return text_of


def _summary(done: Exported, target: Path, *, lacks: str) -> str:
    written = f"{done.written:,} statement{'' if done.written == 1 else 's'} in {target}"
    if not done.written and not done.left_out:
        written = f"no statement is chosen; {target} holds none"
    return written + (f"; {done.left_out:,} left out: {lacks}" if done.left_out else "")
