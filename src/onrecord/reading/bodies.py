"""Tell what kind of body a noun or a name is of, and rule out what cannot be the same.

Use `may_be_called` before a description of a body is given to a body that is named: no harbour is a ministry, and a
country is no newspaper. Words that fit every body ("the group", "the organisation") rule nothing out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.knowledge import known_in, outlet
from onrecord.reading.capitals import is_all

# The head noun of a body's description.
BODY = re.compile(
    r"(?:ministry|department|government|embassy|council|committee|commission|agency|office|leadership|media|industry|"
    r"team|crowd|company|firm|group|newspaper|paper|magazine|outlet|network|channel|website|campaign|party|union|"
    r"university|institute|foundation|court|parliament|administration|authority|service|bank|association|"
    r"organi[sz]ation|side|country|kremlin|poll|survey|study|report|statement|bureau|think-tank|centre|center|"
    r"board|army|military|police|alliance|bloc|league|federation|presidency|delegation|mission|command|staff|"
    r"press|weekly|daily|journal|broadcaster|charity)\Z",
    re.IGNORECASE,
)
_KINDS = {
    "state": "leadership government country nation side military army regime capital authorities republic",
    "ministry": "ministry department office mfa",
    "party": "party",
    "union": "union unions federation brotherhood",
    "court": "court tribunal",
    "company": "industry company firm corporation inc ltd plc llc manufacturer utility airline retailer",
    "school": "university college school institute academy faculty",
    "news": "media press newspaper paper magazine outlet network channel weekly daily journal broadcaster tabloid tv",
    "assembly": "council committee commission board parliament congress senate assembly house",
    "service": "agency service services bureau authority administration police forces office department",
    "society": "charity foundation association society trust institute",
    "place": "port airport harbour harbor bridge island river sea lake square street prison camp park",
}
# What kinds each word tells; some tell two.
_OF: dict[str, set[str]] = {}
for _kind, _words in _KINDS.items():
    for _word in _words.split():
        _OF.setdefault(_word, set()).add(_kind)
_WORD = re.compile(r"\w+")
_STATES = frozenset({"country", "capital", "state", "adjective", "nationality"})


def is_body_noun(noun: str) -> bool:
    """Whether a noun means a body, or several: "the companies"."""
    return any(BODY.fullmatch(one) for one in (noun, noun.removesuffix("s"), re.sub(r"ies\Z", "y", noun)))


def may_be_called(name: str, noun: str) -> bool:
    """Whether a body of some name may be called by a noun.

    Args:
        name: of the body.
        noun: the head of a description.
    """
    kinds = _OF.get(noun.lower())
    own = _kinds_of(name)
    return not kinds or not own or bool(kinds & own)


@lru_cache(maxsize=4096)
def _kinds_of(name: str) -> frozenset[str]:
    """The kinds that a name tells; none where its words say nothing."""
    if outlet(name) is not None:
        return frozenset({"news"})
    told = frozenset(kind for word in _WORD.findall(name.lower()) for kind in _OF.get(word, ()))
    known = [one.kind for one in known_in(name) if is_all(one, name)]
    if "political party" in known:
        return told | {"party"}
    return told | {"state"} if _STATES.intersection(known) else told
