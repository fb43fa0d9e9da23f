"""Find the part of a clause in which its doer is named, if anybody in particular is to do it.

Use `doing` on a condition behind its opener. Of a clause in the passive it is what stands behind "by"; being elected,
what merely is so, and what comes about by itself ("there is a storm") have none.
"""

from __future__ import annotations

import re

from onrecord.reading.roles import is_role
from onrecord.records import Span

_SHORT_BE = r"(?<=\b(?:he|it|we))['’](?:s|re)|(?<=\b(?:she|you))['’](?:s|re)|(?<=they)['’]re"
_BE = rf"(?:is|are|was|were|be|been|being|gets?|got|{_SHORT_BE})"
_DONE_WORDS = """
paid made sent told held kept left lost sold won built brought caught cut hit put met shot shown given taken done found
fought led read set struck torn withdrawn known drawn sworn heard thrown blown
"""
_DONE = rf"(?:\w+ed|\w+en|{'|'.join(_DONE_WORDS.split())})"
# Forms like a passive's that tell how one is, and adverbs that end like one.
_NO_PASSIVE_WORDS = """
interested committed convinced determined concerned united satisfied pleased limited worried related opposed indeed then
when often even open used supposed divided prepared
"""
_NO_PASSIVE = "|".join(_NO_PASSIVE_WORDS.split())
_LET = r"(?:allowed|permitted|enabled|invited|asked|told|forced|given|left|able)"
# What something is done to must not act itself: "if Norvia is attacked"; nor does who "is allowed to".
_PASSIVE = re.compile(
    rf"\b{_BE}(?:n[’']t)?\s+(?:(?:\w+ly|not|never|also)\s+){{0,2}}(?!\w+ing\b)(?!(?:{_NO_PASSIVE})\b)"
    rf"(?:{_DONE}\b(?!\s+to\b)|{_LET}\s+to\b)"
)
_SUBORDINATE = re.compile(r"\b(?:whether|that|when|how|what|who|which|where|why|after|before|because|since)\b")
_BY = re.compile(r"\bby\s+")
# Who gets something must not give it: the giver stands behind, if anywhere ("receives Norvian aid").
_GETS = re.compile(r"\breceiv(?:es?|ed)\b")
# To come into an office is up to others: "if she became the head of the government".
_INTO_OFFICE = re.compile(
    r"\b(?:is|are|was|were|be|becomes?|became)\s+"
    r"(?:at\s+the\s+(?:head|helm|forefront)\b|(?:the|an?)\s+(?P<office>(?:[\w-]+\s+){0,2}[\w-]+))"
)
_OFFICE = re.compile(
    r"(?:\b(?:is|was|were|be|becomes?|became)|\b(?:he|she)['’]s|\bI['’]m)\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){0,2}"
    r"(?:president|POTUS|nominee|governor|chancellor|premier|prime minister|commander[- ]in[- ]chief|mayor|senator)\b",
    re.IGNORECASE,
)
# Others elect; who wins or loses does so, the readers of our gold say, but for somebody named who wins an office: "he"
# is mostly the speaker himself.
_UP_TO_OTHERS = re.compile(
    r"\b(?:(?:re-?)?elected|nominated|inaugurated|indicted)\b|\b(?:dies|died|gets\s+in)\b|"
    r"\b[A-Z][\w.’'-]*\s+(?:wins?|won|loses?|lost)\s+(?:the\s+)?"
    r"(?:White House|presidency|office|(?:[a-z]+\s+)?election)\b|"
    r"\bdo(?:es)?(?:n[’']t|\s+not)?\s+(?:so\s+|very\s+)?well\b"
)
# What is there, or is so, is nobody's doing; nor is what one would do in another's place, or would be.
_IS_SO = re.compile(
    r"(?:there\s+(?:is|are|was|were|has|have|had|will|would|be|remains?)|there['’]s|"
    r"(?:it|that)(?:['’]s|\s+(?:is|was|were))\s+(?:just|not|in|an?|any\w*|some\w*|the|about|only|(?:im)?possible|too)|"
    r"I\s+(?:were|was|am|had\s+to)|I['’]m|(?:every|any|some)(?:one|body)|no\s*(?:one|body))\b",
    re.IGNORECASE,
)


def doing(text: str, clause: Span) -> Span:
    """The part of a clause in which whoever must act is named; empty where nobody in particular must."""
    nobody = Span(clause.end, clause.end)
    if _comes_into_office(text, clause) or _IS_SO.match(text, clause.start, clause.end):
        return nobody
    below = _SUBORDINATE.search(text, clause.start, clause.end)  # what is done in there is done to somebody else
    end = below.start() if below else clause.end
    if _UP_TO_OTHERS.search(text, clause.start, end):
        return nobody
    passive = _PASSIVE.search(text, clause.start, end)
    if passive is not None:
        by = _BY.search(text, passive.end(), clause.end)
        return Span(by.end(), clause.end) if by else nobody
    gets = _GETS.search(text, clause.start, end)
    return Span(gets.end(), clause.end) if gets else clause


def _comes_into_office(text: str, clause: Span) -> bool:
    found = _INTO_OFFICE.search(text, clause.start, clause.end)
    if found is not None and (found["office"] is None or any(map(is_role, found["office"].split()))):
        return True
    return _OFFICE.search(text, clause.start, clause.end) is not None
