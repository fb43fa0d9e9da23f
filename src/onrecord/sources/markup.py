"""Take the text out of a piece of HTML, all of it.

Use this for the contents of feeds, which are articles and nothing else; whole pages, with their menus and footers, are
for `pages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LEFT_OUT = frozenset({"script", "style", "template", "noscript", "iframe", "svg", "head", "title", "figcaption"})
_BLOCK_WORDS = """address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr
    li main nav ol p pre section table tbody td th tr ul"""
BLOCKS = frozenset(_BLOCK_WORDS.split())
BREAK, PARAGRAPH = "\n", "\n\n"

_WHITE = re.compile(r"\s+")
_MARKUP = re.compile(r"<[a-z/!]|&[a-z#]", re.IGNORECASE)


def plain_text(markup: str) -> str:
    """The text of a piece of HTML: an empty line between paragraphs, white space within them made single spaces."""
    if not _MARKUP.search(markup):
        return markup.strip()
    lines = (" ".join(line.split()) for line in "".join(_pieces(markup)).split(BREAK))
    return re.sub(r"\n{3,}", PARAGRAPH, BREAK.join(lines)).strip()


def _pieces(markup: str) -> Iterator[str]:
    """Text as it comes, with breaks where blocks begin and end."""
    from lxml import etree, html  # noqa: PLC0415  # only feeds need it

    root = html.document_fromstring(f"<body><div>{markup.replace(chr(0), '')}</div></body>")
    etree.strip_elements(root, *LEFT_OUT, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in BLOCKS:
            yield PARAGRAPH
        if event == "start":
            yield BREAK if element.tag == "br" else _spaced(element.text)
        else:
            yield _spaced(element.tail)


def _spaced(text: str | None) -> str:
    return _WHITE.sub(" ", text or "")
