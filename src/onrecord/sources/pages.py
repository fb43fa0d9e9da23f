"""Make articles of web pages.

Use this for HTML from files, archives and the web alike: text, headline, day and outlet are found by trafilatura and
htmldate, and the page is kept, so that they can be found again by a better version of them.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.charsets import decode_page
from onrecord.sources.text import from_text

PAGE_LIMIT = 10_000_000  # bytes; the longest real pages have a tenth of it
# Some page structures take time that grows with its square: 80,000 open tags took 10 s, and real pages have 10,000.
TAG_LIMIT = 50_000
LONGEST = 2000  # characters of a headline, an outlet or an address; real ones have a tenth of it
LOGGERS = ("trafilatura", "htmldate", "courlan", "charset_normalizer")


def read_page(raw: bytes, *, id: str, url: str | None = None, charset: str | None = None) -> Article:  # noqa: A002
    """Make an article of a web page.

    Args:
        raw: the page.
        id: names the article, in errors too.
        url: where it came from, if known; else the address that it gives itself is taken.
        charset: its encoding as the server said.

    Raises:
        InputError: too large, or no article in it.
    """
    if fault := _fault(raw):
        raise InputError(id, fault)
    found = _extracted(decode_page(raw, charset=charset), url)
    if not found or not any(map(str.isalpha, found.text or "")):
        raise InputError(id, f"no article text found ({len(raw):,} bytes of HTML)")
    article = from_text(
        found.text,
        id=id,
        published=_day(found.date),
        outlet=_clean(found.sitename),
        title=_clean(found.title),
        url=url or _clean(found.url),
    )
    return replace(article, raw=raw)


def _fault(raw: bytes) -> str | None:
    if len(raw) > PAGE_LIMIT:
        return f"a page of more than {PAGE_LIMIT // 1_000_000} MB"
    tags = raw.count(b"<")
    return f"a page of {tags:,} tags; no article has more than {TAG_LIMIT:,}" if tags > TAG_LIMIT else None


def _extracted(page: str, url: str | None) -> Any:
    """What trafilatura finds; None where it finds nothing, or breaks."""
    from lxml.etree import LxmlError  # noqa: PLC0415
    from trafilatura import bare_extraction  # noqa: PLC0415  # takes half a second, and few inputs are pages

    for name in LOGGERS:  # what they cannot read is told by our errors, not by lines on standard error
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        return bare_extraction(
            page,
            url=url,
            with_metadata=True,
            include_comments=False,
            # A day that merely stands somewhere on the page may be any; only what says to be the page's own counts.
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _clean(text: str | None) -> str | None:
    """A value on one line, without half characters; None if nothing is left, or more than a headline or address."""
    words = " ".join((text or "").encode("utf-8", "ignore").decode().replace("\0", "").split())
    return words if 0 < len(words) <= LONGEST else None
