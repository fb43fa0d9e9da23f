"""Fill a ledger from a command: with a bar, a line for each article that failed, and a summary.

Use `fill_from` in every command that brings articles, wherever it has them from.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from onrecord.cli.reader_options import LateReader, load_reader
from onrecord.cli.terminal import is_terminal

if TYPE_CHECKING:
    from onrecord.errors import InputError
    from onrecord.ledger import Report
    from onrecord.records import Article

Items: TypeAlias = "Iterable[Article | InputError]"

any_language_option = click.option("--any-language", is_flag=True, help="Read also what is not in English.")


def fill_from(
    items: Items, *, ledger: str, threads: int, model: Path | None, any_language: bool, expected: int | None = None
) -> bool:
    """Read articles into a ledger, which is made if it is not there, and say what came of it.

    Args:
        items: articles, and errors of those that could not be had.
        ledger: file or URL.
        threads: to read with.
        model: folder of the weights; those that ship by default.
        any_language: read also what is not in English.
        expected: about how many there will be, if known.

    Returns:
        Whether all went well.

    Raises:
        LedgerError, ModelError: one of them cannot be used.
    """
    from onrecord.cli.bar import Bar  # noqa: PLC0415  # takes rich with it
    from onrecord.ledger import fill, open_ledger  # noqa: PLC0415  # --help need not wait for the database

    with open_ledger(ledger, create=True) as opened:
        reader = LateReader(model, threads=threads)
        with Bar(watched=is_terminal(sys.stderr), expected=expected) as bar:
            report = fill(
                opened,
                items,
                reader.read,
                weights=reader.weights,
                any_language=any_language,
                tell=bar.tell,
                watch=bar.watch,
                workers=threads,
            )
    click.echo(summary(report))
    return not report.failed


def read_again(*, ledger: str, threads: int, model: Path | None) -> bool:
    """Read again what other weights read, and say what came of it; whether all went well.

    Raises:
        LedgerError, ModelError: one of them cannot be used.
    """
    from onrecord.cli.bar import Bar  # noqa: PLC0415
    from onrecord.ledger import open_ledger, outdated, reread  # noqa: PLC0415

    with open_ledger(ledger) as opened:
        reader = load_reader(model, threads=threads)
        weights = reader.model.fingerprint
        expected = len(outdated(opened, weights=weights))
        with Bar(watched=is_terminal(sys.stderr), expected=expected) as bar:
            read = partial(reader.read, vectors=True)
            report = reread(opened, read, weights=weights, tell=bar.tell, watch=bar.watch, workers=threads)
    click.echo(summary_again(report))
    return not report.failed


def summary(report: Report) -> str:
    """What a fill came to: a line, and one for each statement whose corrections found no place."""
    parts = [
        f"{report.added:,} added{_within(_added(report))}",
        f"{report.known:,} already there{_within(_known(report))}",
    ]
    if report.skipped:
        by_language = sorted(report.skipped.items(), key=lambda one: (-one[1], one[0]))
        counts = ", ".join(f"{count:,} {language}" for language, count in by_language)
        parts.append(f"{sum(report.skipped.values()):,} not in English ({counts}; --any-language takes them)")
    if report.failed:
        parts.append(f"{report.failed:,} failed")
    return _with_lost("; ".join(parts), report)


def summary_again(report: Report) -> str:
    """What reading again came to: a line, and one for each statement whose corrections found no place."""
    parts = [f"{report.reread:,} read again", _number(report.statements, "statement", "statements")]
    if report.failed:
        parts.append(f"{report.failed:,} failed, and stay as they were")
    return _with_lost("; ".join(parts), report)


def _with_lost(line: str, report: Report) -> str:
    lost = [f"corrected, and not found again (the correction is kept): {key}" for key in report.unplaced]
    return "\n".join([line, *lost])


def _added(report: Report) -> Iterator[str]:
    if report.statements:
        yield _number(report.statements, "statement", "statements")
    if report.near:
        yield _number(report.near, "near copy", "near copies")


def _known(report: Report) -> Iterator[str]:
    if report.again:
        yield f"{report.again:,} in a new place"
    if report.reread:
        yield f"{report.reread:,} read again as of an earlier day"


def _within(parts: Iterable[str]) -> str:
    joined = ", ".join(parts)
    return f" ({joined})" if joined else ""


def _number(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
