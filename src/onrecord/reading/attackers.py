"""Tell whose attack is meant where an article does not say it in the same place.

Use `attacker` on a clause that names no doer: "in the event of an invasion" is of Norvia where the article has "a
Norvian invasion" and nobody else's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from onrecord.knowledge import Known
from onrecord.reading.people import Cast
from onrecord.records import Span

_NOUN = r"(?:attack|invasion|aggression|assault|offensive|incursion|shelling|bombing|missile|strike)s?"
_ATTACK = re.compile(
    rf"\b(?<!war of )(?:{_NOUN}|(?:attack|invad|bomb|shell|kill)(?:e?d|es?|ing)|(?:nuclear|chemical)\s+weapons?)\b",
    re.IGNORECASE,
)
# "In the event of a war", not "after the war".
_WAR = re.compile(r"(?:an?\s+)?(?:(?!the\b)[\w-]+\s+){0,2}(?:war|conflict|escalation)\b(?=\W*\Z|[,;])", re.IGNORECASE)
# Whoever that is may be the attacker of the others.
_UNKNOWN = re.compile(r"(?:it|they|he|she|his|her|its|their)\b", re.IGNORECASE)
_ITS = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,2}}{_NOUN}\b", re.IGNORECASE)
_DOES = re.compile(
    rf"(?:\s+(?:has|had|would|will|could|may|might))?\s+(?:attack|invad|bomb|shell)(?:e?d|e?s|e|ing)\b|"
    rf"(?:\s+[\w’'-]+){{0,5}}?\s+(?:to|would|could|may|might)\s+(?:attack|invade)\b|"
    rf"(?:\s+[\w’'-]+){{0,4}}?\s+(?:launch|conduct|begin|start|mount|order)\w*\s+(?:an?|its|the|another)\s+(?:[\w-]+\s+){{0,2}}{_NOUN}\b"
)
_DONE_TO = re.compile(
    rf"(?:\b{_NOUN}\s+(?:on|against|of|into)|\b(?:attack|invad|bomb|shell)(?:e?d|e?s|e|ing)?)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_ONTO = re.compile(r"\s+(?:on|to|into|against)\s")  # "the invasion of Norvia to Estmark"
_NEAR = 80  # characters around a name that tell of its attack
_OWNING = frozenset({"adjective", "nationality"})
NEARLY_ALL = 0.75
"""Of the attacks that the article tells, this much must be one side's."""


def attacker(cast: Cast, clause: Span) -> tuple[str, Span] | None:
    """The side whose attack a clause is about, and the word that tells of one.

    Args:
        cast: of the article.
        clause: with nobody who does it.
    """
    words = clause.of(cast.text)
    told = _ATTACK.search(words) or _WAR.match(words)
    if told is None or _UNKNOWN.match(words):
        return None
    first, share = _most(cast)
    if share < NEARLY_ALL or first in {one.party for one in cast.known(words)}:
        return None
    return first, Span(clause.start + told.start(), clause.start + told.end())


@lru_cache(maxsize=4)  # every article has its own cast, and is gone through once
def _most(cast: Cast) -> tuple[str, float]:
    """Who attacks most in an article, each time that it is attacked taken off, and its share of all."""
    sides: Counter[str] = Counter()
    for party, sign in _attacks(cast):
        sides[party] += sign
    attacking = +sides
    (first, number), *_ = attacking.most_common(1) or [("", 0)]
    return first, number / max(attacking.total(), 1)


def _attacks(cast: Cast) -> Iterator[tuple[str, int]]:
    """Each side with +1 for an attack of its own, and with -1 for one on it."""
    for one in cast.known(cast.text):
        if not one.party:
            continue
        if _DONE_TO.search(cast.text, max(one.start - _NEAR, 0), one.start):
            yield one.party, 1 if _ONTO.match(cast.text, one.end) else -1
        elif _is_owner(one, cast.text) or _DOES.match(cast.text, one.end, one.end + _NEAR):
            yield one.party, 1


def _is_owner(one: Known, text: str) -> bool:
    """Whether an attack is theirs: "Norvian", "Norvia's"; "the Norvia invasion" may be of it."""
    owning = one.kind in _OWNING or text.startswith(("'s", "’s"), one.end)
    return owning and _ITS.match(text, one.end) is not None
