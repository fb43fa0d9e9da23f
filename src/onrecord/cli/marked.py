"""Show a text with some of its words marked.

Use `marked` for hits in a content, and for a content in its article.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from rich.text import Text

from onrecord.cli.terminal import printable
from onrecord.records import Span


def marked(text: str, marks: Iterable[Span], *, style: str | Style = "bold", part: Span | None = None) -> Text:
    """A text on one line, with marks in a style.

    Args:
        text: of an article or a content.
        marks: in order and without overlaps; offsets in the text.
        style: of what is marked.
        part: what is shown of the text; all of it by default.
    """
    part = part or Span(0, len(text))
    shown = Text(overflow="fold")
    place = part.start
    for mark in marks:
        start, end = max(mark.start, place), min(mark.end, part.end)
        if start < end:
            shown.append(printable(text[place:start])).append(printable(text[start:end]), style=style)
            place = end
    return shown.append(printable(text[place : part.end]))
