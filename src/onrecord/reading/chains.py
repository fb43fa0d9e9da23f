"""Tell through whom a statement reached the article.

Use `chains` once the speakers are named. What lies in another's content came through its speaker; what an agency or a
newspaper is quoted for came through that (`onrecord.reading.relays`). The article's own outlet is not part of a chain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.relays import is_own, relay
from onrecord.records import Article, Statement

FAR, LINES = 120, 2  # characters and line breaks over which a relay is carried on
_ADDS = re.compile(r"(?:also\s+)?(?:add|continu|went on|goes on|conclud)", re.IGNORECASE)


def chains(article: Article, stmts: Sequence[Statement]) -> list[Statement]:
    """The statements with their chains, which end with the speaker.

    Args:
        article: as read; its own outlet is in no chain.
        stmts: with their speakers, in order.
    """
    relays: dict[int, str | None] = {}
    for before, stmt in zip([None, *stmts], stmts, strict=False):
        if stmt.parent is None:
            carried = relays.get(before.id) if before is not None and _goes_on(article.text, before, stmt) else None
            relays[stmt.id] = relay(article, stmt, stmts) or carried
    by_id = {stmt.id: stmt for stmt in stmts}
    return [replace(stmt, chain=_without_own(article, _chain(stmt, by_id, relays))) for stmt in stmts]


def _chain(stmt: Statement, by_id: dict[int, Statement], relays: dict[int, str | None]) -> list[str]:
    own = [stmt.speaker.name] if stmt.speaker is not None else []
    if stmt.parent is not None:
        return [*_chain(by_id[stmt.parent], by_id, relays), *own]
    through = relays.get(stmt.id)
    return [through, *own] if through is not None and own else own


def _without_own(article: Article, names: Sequence[str]) -> tuple[str, ...]:
    """A chain through which the article's own outlet does not relay; as a speaker it stays."""
    last = len(names) - 1
    return tuple(name for place, name in enumerate(names) if place == last or not is_own(article, name))


def _goes_on(text: str, before: Statement, stmt: Statement) -> bool:
    """Whether a statement adds to the one before: the same speaker, in the next words."""
    if stmt.speaker is None or before.speaker is None or stmt.speaker.id != before.speaker.id:
        return False
    if not any(_ADDS.match(span.of(text)) for span in stmt.cue):
        return False
    ends = max(span.end for span in (*before.cue, *before.content))
    return 0 <= stmt.content[0].start - ends <= FAR and text.count("\n", ends, stmt.content[0].start) <= LINES
