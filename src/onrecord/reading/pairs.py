"""Find whom "the couple" or "the two" are: those who speak together elsewhere in the article.

Use `paired` once the speakers are named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Speaker, Statement

_TWO = re.compile(
    r"(?:couple|pair|duo|two|both|two (?:men|women|leaders|ministers|presidents|politicians))", re.IGNORECASE
)

_KNOWN = re.compile(r"(?:the|both|they|their)\b", re.IGNORECASE)


def paired(stmts: Sequence[Statement]) -> list[Statement]:
    """The statements, those of "the couple" with both speakers where only one pair of persons speaks together.

    Args:
        stmts: with their speakers, in order.
    """
    pairs = {tuple(one.id for one in stmt.speakers): stmt.speakers for stmt in stmts if _is_pair(stmt.speakers)}
    if len(pairs) != 1:
        return list(stmts)
    both = tuple(replace(one, how=f'same as "{one.name}"') for one in next(iter(pairs.values())))
    return [replace(stmt, speakers=both) if _is_two(stmt) else stmt for stmt in stmts]


def _is_pair(speakers: Sequence[Speaker]) -> bool:
    return len(speakers) == 2 and all(one.kind == "person" for one in speakers)


def _is_two(stmt: Statement) -> bool:
    """Whether exactly two are meant, and those known: "two" alone may be any."""
    if len(stmt.speakers) != 1 or stmt.speakers[0].how != "not named":
        return False
    return bool(_TWO.fullmatch(stmt.speakers[0].name)) and bool(_KNOWN.match(stmt.source_text))
