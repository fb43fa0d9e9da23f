"""Tell whose words a paper carries that is only called "the report" or "the statement".

Use `issuer` on a source whose head is such a noun and names no owner. The paper is that of whoever was quoted from one
before; a statement, a letter or a speech may also be that of whoever spoke last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.wording import WORD, folded
from onrecord.records import Speaker, Statement

# What somebody says something in or with; whoever it belongs to speaks.
_VESSELS_WORDS = """
statement statements remark remarks word words speech speeches comment comments letter letters interview tweet
tweets post posts message messages article column op-ed book blog video ad advert advertisement announcement
declaration communique memo document documents filing brief note press-release release update updates warning
claim claims assertion answer response testimony address account page website report reports decision ruling
order data figures estimates estimate statistics study research inspection investigation inquiry review audit
survey surveys poll polling polls studies findings analysis assessment assessments conclusions conclusion
projections forecast forecasts records
"""
VESSELS = frozenset(_VESSELS_WORDS.split())
_SPOKEN_WORDS = """
statement remarks speech comments letter interview transcript tweet post message column announcement declaration memo
release testimony address
"""
_SPOKEN = frozenset(_SPOKEN_WORDS.split())
_DEFINITE = re.compile(r"(?:the|this|that|same)\s", re.IGNORECASE)


def issuer(noun: str, phrase: str, before: Sequence[Statement]) -> tuple[Speaker, ...]:
    """Who speaks in a paper; nobody where that is not told.

    Args:
        noun: the head of the source.
        phrase: the source's words.
        before: the statements before it, the latest last.
    """
    word = noun.lower()
    if word not in VESSELS | _SPOKEN or not _DEFINITE.match(phrase):
        return ()
    for stmt in reversed(before):
        if stmt.speakers and all(one.kind in ("person", "organisation") for one in stmt.speakers):
            same = any(_singular(folded(one)) == _singular(word) for one in WORD.findall(stmt.source_text))
            if same or (stmt is before[-1] and (word in _SPOKEN or _is_paper(stmt))):
                return stmt.speakers
    return ()


def _is_paper(stmt: Statement) -> bool:
    return any(folded(one) in VESSELS for one in WORD.findall(stmt.source_text))


def _singular(noun: str) -> str:
    return noun.removesuffix("s")
