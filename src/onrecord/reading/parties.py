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

# A body with one of these words speaks for the country that its name, else the article, holds.
_OFFICIAL = re.compile(
    r"\b(?:government|ministr(?:y|ies)|ministers?|department|embassy|consulate|parliament|senate|congress|house|assembly|"
    r"army|military|armed|forces?|troops|navy|air force|guard|marines|police|intelligence|services?|office|"
    r"administration|agency|authorit(?:y|ies)|committee|commission|courts?|presidency|president|cabinet|diplomacy|diplomats?|side|"
    r"officials?|delegation|staff|command|treasury|mission|bureau|prosecutors?|border|customs|security|defen[cs]e|secretariat|"
    r"leaders?|leadership|capital|state|nation|republic|kingdom|federation|ambassador|secretary|envoy|senator|lawmakers?|"
    r"governor|mayor|general|colonel|commander|soldiers?|judge|magistrate|attorney general|inspector|spokes\w+|deputy|"
    r"negotiators?|chancellor|premier|affairs|parliamentarian|central bank|watchdog|council)\b",
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
    r"journalists?|reporters?|correspondents?|press|(?:post|times|herald|tribune|gazette|chronicle|telegraph)(?=\Z))\b",
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
_COUNTRIES = ("country", "adjective", "capital", "metonym", "nationality")
# A country must be met so many times as often as the next one for an office or a ministry without a country to be its.
_CLEAR = 2


def party_of_person(name: str, roles: Sequence[str], day: date | None) -> str | None:
    """The side that somebody speaks for, None where nothing tells.

    Args:
        name: as full as the article gives it.
        roles: what the article says that they are, the most telling first.
        day: of publication.
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
    return next((party for party in map(party_of_role, roles) if party is not None), None)


def party_of_role(role: str) -> str | None:
    """The side that a role speaks for: its political party, its country if it is official, or the body it is at."""
    if _PAST.search(role):
        return None
    letter = _LETTER.search(role)
    if letter:
        return _LETTERS[letter[1]]
    names = _bodies_at(role)
    outside = [one for one in _told(role) if not any(start <= one.start and one.end <= end for start, end in names)]
    political = [one for one in outside if one.kind == "political party"]
    if political:
        return political[0].party
    office = bool(_OFFICIAL.search(_telling(role)))
    official = [one for one in outside if office or one.kind in ("body", "metonym") or _OWNS.match(role, one.end)]
    if official:
        return official[0].party
    return party_of_body(role[slice(*names[0])]) if names else None


def _telling(role: str) -> str:
    """The head noun of a role and what follows it: an "expert" is no official, be it a "military expert"."""
    lead = _LEADS_ON.search(role)
    head = role[: lead.start()] if lead else role
    return head.split()[-1] + role[len(head) :] if head.split() else role


def _told(words: str) -> list[Known]:
    """The known names that tell whose somebody is, not to whom they are sent: "Norvia's ambassador to Estmark"."""
    known = known_in(words)
    return [one for one in known if not _AWAY.search(words[: one.start])]


def _bodies_at(role: str) -> list[tuple[int, int]]:
    """Names behind "of", "at" or "for" that speak for themselves: "analyst at the Institute for War Studies"."""
    if _ELECTED.search(role):
        return []
    spans = [name.span() for name in _NAME.finditer(role) if _PRIVATE.search(name.group())]
    for match in _AT.finditer(role):
        name = _NAME.match(role, match.end())
        if name is None or (known_in(name.group()) and not _PRIVATE.search(name.group())):
            continue
        if _WROTE.search(role[: match.start()]):
            continue
        private = _PRIVATE.search(name.group()) or not _OFFICIAL.search(name.group())
        if private and (len(name.group().split()) > 1 or _WORKS.search(role[: match.start()])):
            spans.append(name.span())
    return spans


def party_of_body(name: str) -> str | None:
    """The side that a body speaks for: a country's, when it is of one; its own otherwise; none for news."""
    plain = name.removeprefix("the ").removeprefix("The ").removesuffix("’s").removesuffix("'s")
    if outlet(plain) is not None:
        return None
    known = known_in(plain)
    whole = [one for one in known if is_all(one, plain)]
    if whole:
        return whole[0].party
    telling = [one for one in known if not _AWAY.search(plain[: one.start])]
    if _PRIVATE.search(plain):
        return plain if plain[:1].isupper() else None
    if telling and (_OFFICIAL.search(plain) or telling[0].kind in ("body", "metonym", "political party")):
        return telling[0].party
    if _OFFICIAL.search(plain) or _NEWS.search(plain) or outlets_in(plain):
        return None
    return plain if plain[:1].isupper() else None


def country_in(words: str) -> str | None:
    """The first country that a phrase names, by whatever word."""
    return next((one.country or one.party for one in _told(words) if one.kind in _COUNTRIES), None)


def is_past(words: str) -> bool:
    """Whether a role or a description is of somebody who no longer is it: "the former minister"."""
    return bool(_PAST.search(words))


def is_official(words: str) -> bool:
    """Whether a description or a body's name is of a state: "the defence ministry"."""
    return bool(_OFFICIAL.search(words)) and not _PRIVATE.search(words) and not _NEWS.search(words)


def countries_met(text: str) -> Counter[str]:
    """How often each country is named in a text, by whatever word."""
    return Counter(one.country or one.party for one in known_in(text) if one.kind in _COUNTRIES)


def clearest(met: Mapping[str, int]) -> str | None:
    """The country that is met clearly more often than any other."""
    most = Counter(met).most_common(2)
    if not most or (len(most) > 1 and most[0][1] < _CLEAR * most[1][1]):
        return None
    return most[0][0]


def body_name(name: str, country: str | None = None) -> str:
    """The name of a body as the tables have it; a country's for its capital or its initials.

    Args:
        name: as the article writes it.
        country: that it is of, where the name does not tell.
    """
    plain = name.removeprefix("the ").removeprefix("The ")
    ministry = _MINISTRY.fullmatch(plain)
    if ministry is not None:
        known = known_in(f"{ministry['whose'] or ''} {ministry['after'] or ''}")
        return _ministry(ministry["what"] or ministry["of"], known[0].party if known else country)
    whole = [one for one in known_in(plain) if is_all(one, plain)]
    if not whole or whole[0].kind in ("adjective", "nationality"):
        return plain
    return whole[0].party if whole[0].kind in ("country", "capital") else whole[0].name


def _ministry(what: str, country: str | None) -> str:
    """One name for the ministries that news calls by several: "the Norvian Foreign Ministry", "Norvia's MFA"."""
    task = _TASKS.get(what.lower(), what)
    return f"Ministry of {task} of {country}" if country else f"Ministry of {task}"


_TASKS = {
    "foreign": "Foreign Affairs",
    "external": "Foreign Affairs",
    "defense": "Defence",
    "defence": "Defence",
    "national defence": "Defence",
    "national defense": "Defence",
    "interior": "Internal Affairs",
    "the interior": "Internal Affairs",
}
_MINISTRY = re.compile(
    r"(?P<whose>.*?)(?:[’']s\s+)?\b(?:(?P<what>Foreign|Defen[cs]e|Interior|Finance|Health|Economy|Energy|Justice|Culture)\s+[Mm]inistry"
    r"|[Mm]inistry\s+of\s+(?:the\s+)?(?P<of>(?:National\s+)?[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+)?))(?:\s+of\s+(?P<after>.+))?",
    re.IGNORECASE,
)


def party_of_description(words: str) -> str | None:
    """The side of somebody unnamed, by the description alone: "Ukrainian officials"."""
    if _PAST.search(words) or _NEWS.search(words):
        return None
    known = _told(words)
    political = [one for one in known if one.kind == "political party"]
    return (political or known)[0].party if known else None
