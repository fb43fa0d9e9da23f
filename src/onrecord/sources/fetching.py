"""Fetch pages and feeds from the web, and make articles of them.

Use `fetch` for one page and `feed` for what a feed offers. A `Fetcher` remembers each host's robots.txt and when it was
last asked; give the same one to several calls. What may be fetched, and how it is made safe, is in docs/sources.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from onrecord.errors import FetchError, InputError
from onrecord.records import Article
from onrecord.sources.charsets import decode_page
from onrecord.sources.connections import Limits
from onrecord.sources.feeds import read_feed
from onrecord.sources.fetcher import LIMITS, Fetcher
from onrecord.sources.languages import language_of
from onrecord.sources.pages import read_page
from onrecord.sources.replies import FEEDS, OK, PAGES, PLAIN, Reply
from onrecord.sources.text import from_text


def fetch(url: str, *, limits: Limits = LIMITS, allow_private: bool = False, fetcher: Fetcher | None = None) -> Article:
    """Fetch a page and make an article of it; its id is the address in the end.

    Args:
        url: of a web page or a plain text.
        limits: how much it may take.
        allow_private: whether hosts that are not public may be asked.
        fetcher: one to share with other calls; it has its own limits.

    Raises:
        FetchError: it must not be fetched, cannot, or is no article.
    """
    place, reply = (fetcher or Fetcher(limits=limits, allow_private=allow_private)).get(url)
    _refuse(place, reply, PAGES | {PLAIN})
    try:
        article = _article(place, reply)
    except InputError as error:
        raise FetchError(place, error.reason) from error
    return _with_language(article)


def feed(
    url: str,
    *,
    whole: bool = False,
    limits: Limits = LIMITS,
    allow_private: bool = False,
    fetcher: Fetcher | None = None,
) -> Iterator[Article | InputError]:
    """Fetch a feed and make articles of its entries.

    Args:
        url: of a feed (RSS, Atom).
        whole: fetch the page of each entry, where the feed itself may have a summary only.
        limits: how much each fetch may take.
        allow_private: whether hosts that are not public may be asked.
        fetcher: one to share with other calls; it has its own limits.

    Returns:
        An article or an error for each entry, in the feed's order; pages are fetched when they are asked for.

    Raises:
        FetchError: the feed must not be fetched, cannot, or is none.
    """
    fetcher = fetcher or Fetcher(limits=limits, allow_private=allow_private)
    place, reply = fetcher.get(url)
    _refuse(place, reply, FEEDS | PAGES | {PLAIN})  # servers call feeds many things
    try:
        entries = iter(list(read_feed(reply.body, name=place, url=place)))
    except InputError as error:
        raise FetchError(place, error.reason) from error
    return (_entry(item, fetcher if whole else None) for item in entries)


def _refuse(url: str, reply: Reply, wanted: AbstractSet[str]) -> None:
    if reply.status != OK:
        raise FetchError(url, f"the server answered {reply.status}")
    if not reply.media:
        raise FetchError(url, "the server does not say what it is")
    if reply.media not in wanted:
        hint = "; if it is a feed, use onrecord feed" if reply.media in FEEDS else ""
        raise FetchError(url, f"it is {reply.media}, and only pages, plain texts and feeds are read{hint}")


def _article(url: str, reply: Reply) -> Article:
    if reply.media in PAGES:
        return read_page(reply.body, id=url, url=url, charset=reply.charset)
    return from_text(decode_page(reply.body, charset=reply.charset), id=url, url=url)


def _entry(item: Article | InputError, fetcher: Fetcher | None) -> Article | InputError:
    """An entry's article; that of its page, if there is one to fetch it and a page to fetch."""
    if isinstance(item, InputError):
        return item
    if not fetcher or not item.url:
        return _with_language(item)
    try:
        page = fetch(item.url, fetcher=fetcher)
    except FetchError as error:
        return error
    return replace(page, published=item.published or page.published, outlet=page.outlet or item.outlet)


def _with_language(article: Article) -> Article:
    return replace(article, language=language_of(article.text[article.body :]))
