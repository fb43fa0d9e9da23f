"""Tell which named entity a description stands for, if any: "the White House spokesman", "the ministry".

Use `meant` on a source that is neither a name nor a pronoun. Roles and offices come first, then the antecedents; what
cannot be, by number, kind, country or time, is ruled out.
"""

from __future__ import annotations

import re

from onrecord.reading.agreement import is_plural
from onrecord.reading.heads import Head
from onrecord.reading.mentions import within
from onrecord.reading.name_groups import GENERIC
from onrecord.reading.namesakes import has_role, namesake
from onrecord.reading.parties import country_in, is_past
from onrecord.reading.people import Cast
from onrecord.reading.roles import is_role

INDEFINITE = re.compile(
    r"\s*(?:a|an|one|two|three|four|five|six|some|several|many|most|other|another|both|few|unnamed|anonymous|\d[\d.,]*)\b",
    re.IGNORECASE,
)
BODY = re.compile(
    r"(?:ministry|department|government|embassy|council|committee|commission|agency|office|company|firm|group|newspaper|"
    r"paper|magazine|outlet|network|channel|website|campaign|party|union|university|institute|foundation|court|parliament|"
    r"administration|authority|service|bank|association|organi[sz]ation|side|country|kremlin|poll|survey|study|report|"
    r"statement|bureau|think-tank|centre|center|board|army|military|police|alliance|bloc|league|federation|presidency|"
    r"delegation|mission|command|staff|press|weekly|daily|journal|broadcaster|charity)\Z",
    re.IGNORECASE,
)
_DEPUTY = re.compile(r"\b(?:deputy|vice)\b", re.IGNORECASE)
_OWNERS = frozenset(["his", "her", "its", "their", "our", "my", "your"])


def meant(cast: Cast, head: Head, group: int | None, phrase: str) -> int | None:
    """The named entity that a description stands for: by its role or office first, then by the antecedents."""
    if INDEFINITE.match(phrase):
        return None
    by_role = namesake(cast, head, phrase)
    if by_role is not None and not (group is not None and has_role(cast, group, head, phrase)):
        group = by_role
    if group is None or cast.name(group) is None:
        group = _body_called(cast, head)
    if group is None or cast.name(group) is None or not _may_mean(cast, group, phrase, head):
        return None
    return group


def _body_called(cast: Cast, head: Head) -> int | None:
    """The body named last before a noun that its name has: "the ministry"."""
    noun = head.span.of(cast.text).lower()
    if noun not in GENERIC:
        return None
    earlier = [index for index in range(len(cast.found)) if cast.found[index].span.end <= head.span.start]
    named = [
        index for index in earlier if cast.found[index].form == "named" and noun in cast.words(index).lower().split()
    ]
    return cast.groups[named[-1]] if named else None


def _may_mean(cast: Cast, group: int, phrase: str, head: Head) -> bool:
    """Whether a description may stand for somebody named: not for many, nor for whose it is, nor of another country."""
    noun, person = head.span.of(cast.text), cast.is_person(group)
    if _is_owner(cast, group, head) or (is_plural(noun) and (person or is_role(noun))):
        return False
    if (person and BODY.search(noun) and not is_role(noun)) or (not person and is_role(noun)):
        return False
    if person and (is_past(phrase) or _DEPUTY.search(phrase)) and not has_role(cast, group, head, phrase):
        return False
    told, other = country_in(phrase), cast.countries(group)
    return told is None or not other or told in other


def _is_owner(cast: Cast, group: int, head: Head) -> bool:
    """Whether an entity is only whose somebody is: "his lawyer", "Lee's spokesman"."""
    for index in within(cast.found, head.phrase):
        span = cast.found[index].span
        owns = cast.text[span.end : span.end + 2] in ("’s", "'s") or span.of(cast.text).lower() in _OWNERS
        if owns and cast.groups[index] == group and span != head.span:
            return True
    return False
