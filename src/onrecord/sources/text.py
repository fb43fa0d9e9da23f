"""Make an article of a text.

Use this for any text, wherever it comes from: here its header is read, and what cannot be an article is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.decode import mend
from onrecord.sources.header import read_header
from onrecord.sources.kinds import text_refusal
from onrecord.sources.lines import TOO_LONG, Line

BYTE_ORDER_MARK = "\ufeff"


def from_text(
    text: str,
    *,
    id: str,  # noqa: A002 (the word for it everywhere)
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Article:
    """Make an article of a text that may begin with a wire header.

    Args:
        text: kept as it is, but for a byte order mark.
        id: names the article, in errors too.
        published: wins over the header's day, and gives the year to a day without one.
        outlet: wins over the header's.
        title: headline, if it stands apart from the text.
        url: address.

    Raises:
        InputError: no letter in it, or characters that no file or database can hold.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    if why := _fault(text):
        raise InputError(id, why)
    header = read_header(text, published=published)
    return Article(
        id=id,
        text=text,
        body=header.body,
        published=published or header.published,
        outlet=outlet or header.outlet,
        place=header.place,
        title=title,
        url=url,
    )


def read_text(lines: Iterable[Line], *, name: str) -> Article:
    """Make one article of a file's lines.

    Raises:
        InputError: empty, binary, HTML, or with a line that is too long.
    """
    text = mend("".join(_short_lines(lines, name)))
    if why := text_refusal(text):
        raise InputError(name, why)
    return from_text(text, id=name)


def lone_surrogate(text: str) -> str | None:
    """The first half of a pair whose other half is missing, as JSON writes it; None in good text."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return f"\\u{ord(text[error.start]):04x} at character {error.start + 1:,}"
    return None


def _short_lines(lines: Iterable[Line], name: str) -> Iterable[str]:
    for number, line in enumerate(lines, start=1):
        if line is None:
            raise InputError(f"{name}:{number}", TOO_LONG)
        yield line


def _fault(text: str) -> str | None:
    if not any(map(str.isalpha, text)):
        return "it is empty" if not text.strip() else "it is empty: there is no letter in it"
    if "\x00" in text:
        return f"a NUL character at character {text.index(chr(0)) + 1:,}; remove it"
    if half := lone_surrogate(text):
        return f"a lone surrogate, {half}; write the character whole"
    return None
