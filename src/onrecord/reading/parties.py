"""Tell which side a speaker speaks for.

Use `party_of_person` and `party_of_body`. What the tables know of a name on that day comes first, then what the article
says of the role; a company, university or society speaks for itself, and a newspaper for nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from onrecord.knowledge import Known, affiliation, known_in, offices_held, outlet, outlets_in
from onrecord.reading.capitals import is_all
from onrecord.reading.roles import is_role
from onrecord.reading.states import Lookup

# A body with one of these words speaks for the country that its name, else the article, holds.
_OFFICIAL = re.compile(
    r"\b(?:government|ministr(?:y|ies)|ministers?|department|embassy|consulate|parliament|senate|congress|house|assembly|"
    r"army|military|armed|forces?|troops|navy|air force|guard|marines|police|intelligence|services?|office|"
    r"administration|agency|authorit(?:y|ies)|committee|commission|courts?|presidency|president|cabinet|diplomacy|diplomats?|side|"
    r"officials?|delegation|staff|command|treasury|mission|bureau|prosecutors?|border|customs|security|defen[cs]e|secretariat|"
    r"leaders?|leadership|capital|state|nation|republic|kingdom|federation|ambassador|secretary|envoy|senator|lawmakers?|"
    r"governor|mayor|general|colonel|commander|soldiers?|judge|magistrate|attorney general|inspector|spokes\w+|deputy|"
    r"negotiators?|counterpart|chancellor|premier|affairs|parliamentarian|central bank|watchdog|council)\b",
    re.IGNORECASE,
)
# A body with one of these speaks for itself, whatever country its name holds.
_PRIVATE = re.compile(
    r"\b(?:institut\w*|universit\w*|schools?|colleges?|cent(?:er|re)s?|foundations?|associations?|societ(?:y|ies)|unions?|"
    r"trusts?|funds?|charit(?:y|ies)|compan(?:y|ies)|inc|ltd|plc|llc|corporation|clubs?|churches|church|campaigns?|"
    r"federation of|chamber|alliance|coalition|project|movement|networks?|studies|research|trades|museum|hospital|"
    r"league|think-tank|think tank|enterprise|solutions|group|consulting|strategies|energy|airlines?)\b",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"\b(?:newspapers?|weekly|daily|magazine|journal|media|channel|outlet|news|broadcaster|television|tabloid|website|"
    r"journalists?|reporters?|correspondents?|press|(?:post|times|herald|tribune|gazette|chronicle|telegraph|wire|courier)(?=\Z))\b",
    re.IGNORECASE,
)
_AWAY = re.compile(r"\b(?:to|on|about|with|against|towards?|into|over|between|upon)\s+(?:the\s+)?\Z", re.IGNORECASE)
_PAST = re.compile(
    r"^(?:the\s+|a\s+|an\s+)?(?:[A-Z][\w.]+\s+)?(?:former|ex|late|retired|one-time|onetime|then)\b", re.IGNORECASE
)
_AT = re.compile(r"\b(?:of|at|for|from|with|by)\s+(?:the\s+|a\s+|an\s+)?(?:[a-z]+\s+){0,3}?(?=[A-Z#])")
_NAME = re.compile(r"[A-Z#][\w’'.&-]*(?:\s+(?:(?:of|for|and|the|on|in|de)\s+)*(?:[A-Z&][\w’'.&-]*|\d+))*")
_LETTER = re.compile(r"\(\s*([RD])\b[^)]{0,14}\)")
_LETTERS = {"R": "Republican Party", "D": "Democratic Party"}
_ELECTED = re.compile(
    r"\b(?:MP|MSP|MEP|member|candidate|nominee|representative|senator|congress\w+|minister|"
    r"secretary of state|governor|mayor|councill?or)\b"
)
_WORKS = re.compile(
    r"\b(?:chief executive|ceo|cfo|founder|partner|director|head|president|chair\w*|analyst|fellow|researcher|"
    r"spokes\w+|professor|lecturer|manager|editor|owner|economist|lawyer|officer|strategist|secretary|adviser|advisor|vice|lead|"
    r"from|of|policy)\b",
    re.IGNORECASE,
)
_OWNS = re.compile(r"[’']s?\s")
_LEADS_ON = re.compile(r"\s(?:of|for|at|in|to|on|from|with)\s")
_WROTE = re.compile(
    r"\b(?:author|co-author|editor|host|writer|winner|survivor|veteran|native|resident)\s*\Z", re.IGNORECASE
)
_REPORTS = re.compile(r"\b(?:correspondent|reporter|journalist|presenter|anchor|host|editor)\b", re.IGNORECASE)
# Offices that only states and their heads have in news that leaves the state out.
_OF_STATES = re.compile(
    r"\b(?:ministers?|president|premier|chancellor|king|queen|ambassador|envoy|spokes\w+|negotiators?)\b", re.IGNORECASE
)
_PARTY_NAME = re.compile(r"(?:[A-Z][\w-]+\s)+Party\b")
_OPPOSED = re.compile(r"\bopposition\b", re.IGNORECASE)
_COUNTRIES = ("country", "adjective", "capital", "metonym", "nationality")
# A country must be met so many times as often as the next one for an office or a ministry without a country to be its.
_CLEAR = 2


def party_of_person(name: str, roles: Sequence[str], day: date | None, *, known: Lookup = known_in) -> str | None:
    """The side that somebody speaks for, None where nothing tells.

    Args:
        name: as full as the article gives it.
        roles: what the article says that they are, the most telling first.
        day: of publication.
        known: looks names up, those too that only the article knows.
    """
    full = len(name.split()) > 1
    listed = affiliation(name, day) if full else None
    held = {holder.country for holder in offices_held(name, day)} if day is not None and full else set()
    if len(held) == 1 and (listed is None or listed.country not in held):
        return held.pop()
    if listed is not None:
        return listed.party
    if roles and all(_PAST.search(role) for role in roles[:1]):
        return None
    return next((party for role in roles if (party := party_of_role(role, known=known)) is not None), None)


def party_of_role(role: str, *, known: Lookup = known_in) -> str | None:
    """The side that a role speaks for: its political party, its country if it is official, or the body it is at."""
    if _PAST.search(role):
        return None
    letter = _LETTER.search(role)
    if letter:
        return _LETTERS[letter[1]]
    names = _bodies_at(role, known)
    told = _told(role, known)
    outside = [one for one in told if not any(start <= one.start and one.end <= end for start, end in names)]
    political = [one for one in outside if one.kind == "political party"]
    if political:
        return political[0].party
    office = bool(_OFFICIAL.search(_telling(role)))
    official = [one for one in outside if office or one.kind in ("body", "metonym") or _OWNS.match(role, one.end)]
    if official:
        return official[0].party
    return (party_of_body(role[slice(*names[0])], known=known) if names else None) or _newsroom(role)


def _newsroom(role: str) -> str | None:
    """The outlet that somebody reports for, if a role tells it."""
    outlets = outlets_in(role) if _REPORTS.search(role) else []
    return outlets[0][2].name if outlets else None


def _telling(role: str) -> str:
    """The head noun of a role and what follows it: an "expert" is no official, be it a "military expert"."""
    lead = _LEADS_ON.search(role)
    head = role[: lead.start()] if lead else role
    return head.split()[-1] + role[len(head) :] if head.split() else role


def _told(words: str, known: Lookup) -> list[Known]:
    """The known names that tell whose somebody is, not to whom they are sent: "Norvia's ambassador to Estmark"."""
    return [one for one in known(words) if not _AWAY.search(words[: one.start])]


def _bodies_at(role: str, known: Lookup) -> list[tuple[int, int]]:
    """Names behind "of", "at" or "for" that speak for themselves: "analyst at the Institute for War Studies"."""
    if _ELECTED.search(role):
        return []
    named = (name for name in _NAME.finditer(role) if not is_role(name.group().split()[-1]))
    spans = [name.span() for name in named if _PRIVATE.search(name.group()) and not _AWAY.search(role[: name.start()])]
    for match in _AT.finditer(role):
        name = _NAME.match(role, match.end())
        if name is None or (known(name.group()) and not _PRIVATE.search(name.group())):
            continue
        if _WROTE.search(role[: match.start()]):
            continue
        private = _PRIVATE.search(name.group()) or not _OFFICIAL.search(name.group())
        if private and (len(name.group().split()) > 1 or _WORKS.search(role[: match.start()])):
            spans.append(name.span())
    return spans


def party_of_body(name: str, *, known: Lookup = known_in) -> str | None:
    """The side that a body speaks for: a country's, when it is of one; its own otherwise; none for news."""
    plain = name.removeprefix("the ").removeprefix("The ").removesuffix("’s").removesuffix("'s")
    if outlet(plain) is not None:
        return None
    names = known(plain)
    whole = [one for one in names if is_all(one, plain)]
    if whole:
        return whole[0].party
    telling = [one for one in names if not _AWAY.search(plain[: one.start])]
    if _PRIVATE.search(plain):
        return plain if plain[:1].isupper() else None
    if telling and (_OFFICIAL.search(plain) or telling[0].kind in ("body", "metonym", "political party")):
        return telling[0].party
    if _OFFICIAL.search(plain) or _NEWS.search(plain) or outlets_in(plain):
        return None
    return plain if plain[:1].isupper() else None


def country_in(words: str, *, known: Lookup = known_in) -> str | None:
    """The first country that a phrase names, by whatever word."""
    return next((one.country or one.party for one in _told(words, known) if one.kind in _COUNTRIES), None)


def is_past(words: str) -> bool:
    """Whether a role or a description is of somebody who no longer is it: "the former minister"."""
    return bool(_PAST.search(words))


def is_official(words: str) -> bool:
    """Whether a description or a body's name is of a state: "the defence ministry"."""
    return bool(_OFFICIAL.search(words)) and not _PRIVATE.search(words) and not _NEWS.search(words)


def is_bare_office(role: str, *, known: Lookup = known_in) -> bool:
    """Whether a role is an office of a state and does not tell of which: "Foreign Minister"; no opposition's."""
    if _PAST.search(role) or _OPPOSED.search(role) or known(role) or _PRIVATE.search(role):
        return False
    return bool(_OF_STATES.search(_telling(role)))


def countries_met(text: str, *, known: Lookup = known_in) -> Counter[str]:
    """How often each country is named in a text, by whatever word."""
    return Counter(one.country or one.party for one in known(text) if one.kind in _COUNTRIES)


def clearest(met: Mapping[str, int]) -> str | None:
    """The country that is met clearly more often than any other."""
    most = Counter(met).most_common(2)
    if not most or (len(most) > 1 and most[0][1] < _CLEAR * most[1][1]):
        return None
    return most[0][0]


def party_of_description(words: str, *, known: Lookup = known_in) -> str | None:
    """The side of somebody unnamed, by the description alone: "Ukrainian officials"."""
    if _PAST.search(words) or _NEWS.search(words):
        return None
    names = _told(words, known)
    political = [one for one in names if one.kind == "political party"]
    party = _PARTY_NAME.search(words) if not political else None
    if party is not None:
        return party.group()
    return (political or names)[0].party if names else None
