"""Find who said what an article quotes twice: first without a speaker, as leads do, then in full.

Use `echoed` once the speakers are named. "Ministers have been accused of "lawyer-bashing"" names nobody; where Ann Lee
is quoted with the same words below, it was she.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reading.quotes import quotations
from onrecord.records import Span, Speaker, Statement

_WORD = re.compile(r"\w+")
_FEWEST = 2  # words: one alone may be anybody's


def echoed(text: str, stmts: Sequence[Statement]) -> list[Statement]:
    """The statements, those without a source with the one speaker who is quoted elsewhere with the same words.

    Args:
        text: of the article.
        stmts: with their speakers, in order; those within others neither give nor take.
    """
    lone = [stmt for stmt in stmts if stmt.parent is None and not stmt.source and not _named(stmt.speakers)]
    if not lone:
        return list(stmts)
    quoted = quotations(text)
    said = [(stmt, _plain(stmt.text)) for stmt in stmts if stmt.parent is None and _named(stmt.speakers)]
    found = {stmt.id: _speakers(text, stmt, quoted, said) for stmt in lone}
    return [replace(stmt, speakers=found[stmt.id]) if found.get(stmt.id) else stmt for stmt in stmts]


def _speakers(
    text: str, stmt: Statement, quoted: Sequence[Span], said: Sequence[tuple[Statement, str]]
) -> tuple[Speaker, ...]:
    """Who is quoted with the words that a statement quotes; nobody, where that is more than one."""
    fragments = list(_fragments(text, stmt, quoted))
    who = {
        tuple(speaker.id for speaker in other.speakers): other.speakers
        for other, words in said
        if any(f" {fragment} " in words for fragment in fragments)
    }
    if len(who) != 1:
        return ()
    return tuple(replace(one, how=f'same as "{one.name}"') for one in next(iter(who.values())))


def _fragments(text: str, stmt: Statement, quoted: Sequence[Span]) -> Iterator[str]:
    for part in stmt.content:
        for span in quoted:
            words = _plain(text[max(span.start, part.start) : min(span.end, part.end)]).strip()
            if len(words.split()) >= _FEWEST:
                yield words


def _plain(text: str) -> str:
    """The words of a text, lower case, between blanks."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _named(speakers: Sequence[Speaker]) -> bool:
    return bool(speakers) and all(one.kind in ("person", "organisation") for one in speakers)
