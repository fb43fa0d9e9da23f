"""Find who signs a quotation that stands alone: a line "– Ann Lee, chief executive" below it.

Use `signature` on a statement without a cue and a source. Press releases quote so.
"""

from __future__ import annotations

import re

from onrecord.records import Span, Statement

_SIGNED = re.compile(r"[\"”’»]?[.,]?[^\S\n]*\n\s*[-–—]{1,2}\s*(?P<who>[A-Z][^\n]{2,119})(?=\n|\Z)")
_SPEAKS = re.compile(r"[\"“”]|[.!?]\s")  # a line of dialogue is no signature


def signature(text: str, stmt: Statement) -> Span | None:
    """The words of whoever signs a quotation on the next line, behind a dash; None where nobody does.

    Args:
        text: the article's.
        stmt: any.
    """
    if stmt.cue or stmt.source or stmt.form != "direct":
        return None
    line = _SIGNED.match(text, stmt.content[-1].end)
    return None if line is None or _SPEAKS.search(line["who"]) else Span(*line.span("who"))
