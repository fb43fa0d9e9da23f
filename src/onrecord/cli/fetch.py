"""`onrecord fetch` and `onrecord feed`: read articles from the web into a ledger.

Look here for these commands' options; `onrecord.sources` fetches, safely, and `filling` says what came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord.cli.filling import any_language_option, fill_from
from onrecord.cli.ledger_options import ledger_option
from onrecord.cli.reader_options import reader_options
from onrecord.errors import FetchError, InputError
from onrecord.records import Article

if TYPE_CHECKING:
    from onrecord.sources import Fetcher

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

FETCH_EXAMPLES = """\b
Examples:
  onrecord fetch https://harbour-wire.example/2031/talks.html
  onrecord fetch http://archive.intern:8080/talks.html --allow-private --ledger talks.db
"""
FEED_EXAMPLES = """\b
Examples:
  onrecord feed https://harbour-wire.example/news.rss
  onrecord feed https://norvia-daily.example/atom https://estmark-post.example/rss --whole
"""


def web_options(command: Decorated) -> Decorated:
    """Add the options that both commands have."""
    private = click.option("--allow-private", is_flag=True, help="Ask also hosts of your own network, on any port.")
    for option in (reader_options, any_language_option, private, ledger_option):
        command = option(command)
    return command


@click.command(epilog=FETCH_EXAMPLES)
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@web_options
@click.pass_context
def fetch(ctx: click.Context, /, urls: tuple[str, ...], *, allow_private: bool, **filling: Any) -> None:
    """Fetch web pages and read them into a ledger.

    URL is the address of a page or of a plain text, http or https. Each host is asked for its robots.txt first and kept
    to it, and left in peace for a second between two pages. What leads into your own network is refused, redirects
    included. What cannot be fetched is named on standard error, and the rest is read.
    """
    _fill(ctx, _pages(urls, _fetcher(allow_private=allow_private)), expected=len(urls), **filling)


@click.command(epilog=FEED_EXAMPLES)
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option("--whole", is_flag=True, help="Fetch the page of each entry; many feeds have summaries only.")
@web_options
@click.pass_context
def feed(ctx: click.Context, /, urls: tuple[str, ...], *, whole: bool, allow_private: bool, **filling: Any) -> None:
    """Fetch feeds (RSS, Atom) and read their entries into a ledger.

    URL is the address of a feed, http or https; what a feed and its entries lead to is fetched as safely as by
    `onrecord fetch`. Run it as often as the feed changes: what is in the ledger already is passed over.
    """
    _fill(ctx, _entries(urls, _fetcher(allow_private=allow_private), whole=whole), **filling)


def _fetcher(*, allow_private: bool) -> Fetcher:
    from onrecord.sources import Fetcher  # noqa: PLC0415  # --help need not wait for the network's modules

    return Fetcher(allow_private=allow_private)


def _pages(urls: Iterable[str], fetcher: Fetcher) -> Iterator[Article | InputError]:
    from onrecord.sources import fetch  # noqa: PLC0415

    for url in urls:
        try:
            yield fetch(url, fetcher=fetcher)
        except FetchError as error:
            yield error


def _entries(urls: Iterable[str], fetcher: Fetcher, *, whole: bool) -> Iterator[Article | InputError]:
    from onrecord.sources import feed  # noqa: PLC0415

    for url in urls:
        try:
            yield from feed(url, whole=whole, fetcher=fetcher)
        except FetchError as error:
            yield error


def _fill(
    ctx: click.Context,
    items: Iterator[Article | InputError],
    *,
    ledger: str,
    any_language: bool,
    threads: int,
    model: Path | None,
    expected: int | None = None,
) -> None:
    """Fill the ledger and end the command with its exit code."""
    went_well = fill_from(
        items, ledger=ledger, threads=threads, model=model, any_language=any_language, expected=expected
    )
    ctx.exit(0 if went_well else 1)
