"""Make articles of feeds (RSS, Atom, RDF), one an entry.

Use this for a feed's bytes, from a file or from the web. An entry's text is its content, or its summary where it has
no more: what it has is what it is read for. The longest of them is taken. Days are those that feedparser finds written;
fastfeedparser, which is asked second, makes days of what is none ("yesterday", a number in an id), and they are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.days import is_part_of_day, read_day
from onrecord.sources.decode import encoding_of
from onrecord.sources.markup import plain_text
from onrecord.sources.text import from_text

FEED_LIMIT = 20_000_000  # bytes
TAG_LIMIT = 500_000  # of which tens of thousands of entries are made; as many open tags take 8 s
CONTROLS = bytes(set(range(32)) - {9, 10, 13})  # no XML may have them, and parsers lose more than them

_PROLOGUE = r"\s*(?:(?:<\?[^>]{0,500}>|<!--.{0,500}?-->|<!doctype[^>]{0,500}>)\s*){0,8}"
_FEED = re.compile(rf"(?>{_PROLOGUE})<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE | re.DOTALL)


def is_feed(head: str) -> bool:
    """Whether a text that begins like this is a feed."""
    return _FEED.match(head) is not None


def read_feed(raw: bytes, *, name: str, url: str | None = None) -> Iterator[Article | InputError]:
    """Read a feed entry by entry.

    Args:
        raw: the feed.
        name: the file or the address, for errors and for entries that have no name.
        url: where it came from, if known, for links that leave out where they lead.

    Raises:
        InputError: it is no feed, too large, or has no entry.
    """
    if len(raw) > FEED_LIMIT:
        raise InputError(name, f"a feed of more than {FEED_LIMIT // 1_000_000} MB")
    if (tags := raw.count(b"<")) > TAG_LIMIT:
        raise InputError(name, f"a feed of {tags:,} tags; no feed has more than {TAG_LIMIT:,}")
    feed, entries = _parsed(raw if encoding_of(raw).startswith("utf-16") else raw.translate(None, CONTROLS))
    if not entries:
        raise InputError(name, "no entry of a feed found in it")
    outlet, base = _words(feed.get("title")), url or feed.get("link") or ""
    for number, entry in enumerate(entries, start=1):
        yield _article(entry, where=f"{name}:{number}", outlet=outlet, base=base)


def _parsed(raw: bytes) -> tuple[dict[str, Any], Sequence[dict[str, Any]]]:
    """The feed's own fields, and its entries, none where neither parser can read it."""
    for parse in (_by_feedparser, _by_fastfeedparser):
        try:
            feed, entries = parse(raw)
        except (SyntaxError, ValueError, TypeError, AttributeError, LookupError, RecursionError, OverflowError):
            continue
        if entries:
            return feed, entries
    return {}, []


def _by_feedparser(raw: bytes) -> tuple[dict[str, Any], Sequence[dict[str, Any]]]:
    import feedparser  # noqa: PLC0415  # few inputs are feeds

    # A stream, as text might be taken for an address and followed.
    found = feedparser.parse(BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    return dict(found.feed), [dict(entry) for entry in found.entries]


def _by_fastfeedparser(raw: bytes) -> tuple[dict[str, Any], Sequence[dict[str, Any]]]:
    import fastfeedparser  # noqa: PLC0415

    found = fastfeedparser.parse(raw, include_tags=False, include_media=False, include_enclosures=False)
    dates = ("published", "updated")
    return found["feed"], [{k: v for k, v in entry.items() if k not in dates} for entry in found["entries"]]


def _article(entry: dict[str, Any], *, where: str, outlet: str | None, base: str) -> Article | InputError:
    link = _link(entry, base)
    markup = _markup(entry)
    text = plain_text(markup)
    try:
        article = from_text(
            text,
            id=_words(entry.get("id")) or link or where,
            published=_day(entry),
            outlet=outlet,
            title=_words(entry.get("title")),
            url=link,
        )
    except InputError as error:
        return InputError(where, error.reason)
    return article if text == markup else replace(article, raw=markup.encode("utf-8", "replace"))


def _markup(entry: dict[str, Any]) -> str:
    """The longest text that an entry has."""
    contents = [content.get("value") for content in entry.get("content") or ()]
    return max(filter(None, [*contents, entry.get("summary"), entry.get("description")]), key=len, default="")


def _link(entry: dict[str, Any], base: str) -> str | None:
    link = str(entry.get("link") or "")
    if not link or (link == entry.get("id") and "://" not in link):  # an id counts as a link where nothing else is said
        return None
    try:
        return urljoin(base, link)
    except ValueError:
        return None


def _day(entry: dict[str, Any]) -> date | None:
    """The day of an entry as written, wherever in the world it was that day; None if there is none that can be read."""
    field = "published" if entry.get("published") else "updated"
    written, parsed = str(entry.get(field) or ""), entry.get(f"{field}_parsed")
    if is_part_of_day(written):
        return None
    if day := read_day(written):
        return day
    numbers = {int(digits) for digits in re.findall(r"[0-9]{1,4}", written)}
    return date(*parsed[:3]) if parsed and {parsed[0], parsed[2]} <= numbers else None  # 29 February is no 1 March


def _words(markup: str | None) -> str | None:
    return " ".join(plain_text(markup or "").split()) or None
