"""Find the time expressions of a text and resolve them against the day of publication.

Use `time_expressions` once an article, before `onrecord.reading.dates` decides which of them tell when something was
said. The grammar is in `time_grammar`, the meaning in `time_values`; here names and numbers that only look like times
are left out ("Mr. May", "Black Friday", "2000 people"), and it is told whether the words around look ahead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from re import Match

from onrecord.reading.time_days import Context, Grain
from onrecord.reading.time_grammar import find
from onrecord.reading.time_values import value_of
from onrecord.records import Span

__all__ = ["Grain", "TimeExpression", "time_expressions"]

# "scheduled to meet on Friday": how far from the expression words that look ahead may stand.
NEAR = 60

_AHEAD = re.compile(
    r"\b(?:will|would|shall|won['’]t|to be|scheduled|planned|due|upcoming|(?:is|are|was|were|set|plans?|expects?"
    r"|expected|going|wants?|hopes?|intends?) to \w+)\b|\w['’]ll\b|\b(?:until|till|ahead of|before|by) (?:the )?$"
)
_TOLD = re.compile(
    r"\b(?:said|says|told|announced|added|stated|warned|was|were|had|did|\w{3,}ed)\b|[.!?;]\s|\n", re.IGNORECASE
)
_AHEAD_AFTER = re.compile(r"[,\w\s]{0,40}?\b(?:will|is to|are to|is set to|are set to|is due|are due)\b")
_OF_NAMES = re.compile(
    r"(?:Black|Good|Bloody|Cyber|Super|Ash|Palm|Easter|Giving|Casual|Man|Mr\.?|Mrs\.?|Ms\.?|Theresa|Minister|Brian) $"
)
_NAMES_ON = re.compile(
    r" (?:Times|Mirror|Express|Telegraph|Mail|Herald|Post|Night Live|Agreement|Tribune|School|Mass)\b"
)
_LEADS = re.compile(r"\b(?:in|since|until|till|during|through|from|between|before|after) $", re.IGNORECASE)
_COUNTED = re.compile(
    r" (?:\w+ )?(?:people|men|women|children|soldiers|troops|civilians|dollars|euros|pounds)\b"
    r"| (?:tonnes|tons|km|kilomet\w+|met(?:er|re)s|miles|rubles|roubles|percent|per cent|million|billion|times)\b"
)
_A_NOUN = re.compile(r" [A-Z]\w+\b")
_SETTLED = frozenset({"iso", "dotted", "slashed", "day_month", "month_day", "weekday", "near_day", "two_days"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that tell a time.

    Attributes:
        span: where they stand.
        text: the words.
        first: first day that is meant; None if it cannot be told, or for what is no place in time.
        last: last day, included.
        grain: how fine it is; `reference` is a vague past, present or future.
        value: as TIMEX3 writes it (2022-12-01, 2022-W48, P2Y, PAST_REF); empty if it cannot be told.
    """

    span: Span
    text: str
    first: date | None
    last: date | None
    grain: Grain
    value: str


def time_expressions(text: str, *, published: date | None, start: int = 0) -> list[TimeExpression]:
    """All time expressions of a text, in order and disjoint.

    Args:
        text: of the article.
        published: what relative expressions are resolved against; without it only full dates have days.
        start: where the article's body begins; nothing before it is read.
    """
    out: list[TimeExpression] = []
    told, line = published, start
    for rule, found in find(text):
        if found.start() < start or _only_looks_so(text, rule, found):
            continue
        if (
            "\n" in text[line : found.start()]
        ):  # "the day before" hangs on a day of its own paragraph, or on publication
            told = published
        line = found.end()
        context = Context(published=published, told=told, ahead=_looks_ahead(text, found))
        value = value_of(rule, found, context)
        told = value.first if rule in _SETTLED and value.first else told
        out.append(
            TimeExpression(
                span=Span(*found.span()),
                text=found[0],
                first=value.first,
                last=value.last,
                grain=value.grain,
                value=value.value,
            )
        )
    return out


def _looks_ahead(text: str, found: Match[str]) -> bool:
    """Whether what happens then is still to come, by the words before (the nearest verb decides) and after."""
    before = text[max(found.start() - NEAR, 0) : found.start()]
    told = max((match.end() for match in _TOLD.finditer(before)), default=0)
    if any(match.end() >= told for match in _AHEAD.finditer(before)):
        return True
    return not told and _AHEAD_AFTER.match(text, found.end()) is not None


def _only_looks_so(text: str, rule: str, found: Match[str]) -> bool:
    """Whether the words are a name or a number here."""
    before = text[max(found.start() - 12, 0) : found.start()]
    if rule in {"weekday", "bare_month"} and (_OF_NAMES.search(before) or _NAMES_ON.match(text, found.end())):
        return True
    if rule == "bare_month" and found["month"] == found[0]:
        return not _is_month(text, found, before)
    return rule == "year" and _COUNTED.match(text, found.end()) is not None


def _is_month(text: str, found: Match[str], before: str) -> bool:
    """Whether a lone month is one: "May" and "March" need a word before them that leads to a time."""
    led = _LEADS.search(before) is not None
    if found["month"] in {"March", "May"}:
        return led
    return led or _A_NOUN.match(text, found.end()) is None
