"""Tell which named entity a description stands for, if any: "the White House spokesman", "the ministry".

Use `meant` on a source that is neither a name nor a pronoun. Roles and offices come first, then the antecedents; what
cannot be, by number, kind, country or time, is ruled out.
"""

from __future__ import annotations

import re

from onrecord.reading.agreement import is_plural
from onrecord.reading.bodies import BODY, may_be_called
from onrecord.reading.body_names import body_name
from onrecord.reading.capitals import is_all
from onrecord.reading.heads import Head
from onrecord.reading.mentions import within
from onrecord.reading.name_groups import GENERIC
from onrecord.reading.namesakes import has_role, namesake
from onrecord.reading.parties import country_in, is_past
from onrecord.reading.people import Cast
from onrecord.reading.roles import is_role
from onrecord.reading.taken_up import taken_up

INDEFINITE = re.compile(
    r"\s*(?:a|an|one|two|three|four|five|six|some|several|many|most|other|another|both|few|unnamed|anonymous|\d[\d.,]*)\b",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"(?:his|her|their|its|my|our)\s", re.IGNORECASE)
_DEPUTY = re.compile(r"\b(?:deputy|vice)\b", re.IGNORECASE)
_OWNERS = frozenset(["his", "her", "its", "their", "our", "my", "your"])


def meant(cast: Cast, head: Head, group: int | None, phrase: str) -> int | None:
    """The named entity that a description stands for: by its role or office first, then by the antecedents."""
    if INDEFINITE.match(phrase):
        return group if head.mention in cast.introduced else None
    if taken_up(cast, head) is not None or _is_political(cast, phrase):
        return None
    by_role = namesake(cast, head, phrase)
    if by_role is not None and not (group is not None and has_role(cast, group, head, phrase)):
        group = by_role
    if group is None or cast.name(group) is None:
        group = _body_called(cast, head)
    if group is None or cast.name(group) is None or not _may_mean(cast, group, phrase, head):
        return None
    return group


def _is_political(cast: Cast, phrase: str) -> bool:
    """Whether a phrase is the name of a political party, which is nobody else: "Labour"."""
    return any(one.kind == "political party" and is_all(one, phrase) for one in cast.known(phrase))


def _body_called(cast: Cast, head: Head) -> int | None:
    """The body named last before a noun that its name has: "the ministry"."""
    noun = head.span.of(cast.text).lower()
    if noun not in GENERIC:
        return None
    earlier = [index for index in range(len(cast.found)) if cast.found[index].span.end <= head.span.start]
    names = [index for index in earlier if cast.found[index].form == "named"]
    called = [index for index in names if noun in _in_full(cast, cast.words(index))]
    return cast.groups[called[-1]] if called else None


def _in_full(cast: Cast, name: str) -> list[str]:
    """The words of a body's name, and of what it abbreviates."""
    return f"{name} {body_name(name, known=cast.known)}".lower().split()


def _may_mean(cast: Cast, group: int, phrase: str, head: Head) -> bool:
    """Whether a description may stand for somebody named: not for many, nor for whose it is, nor of another country."""
    noun, person = head.span.of(cast.text), cast.is_person(group)
    if _is_owner(cast, group, head) or (is_plural(noun) and (person or is_role(noun))):
        return False
    if not (_person_may_be(cast, group, phrase, head) if person else _body_may_be(cast, group, noun)):
        return False
    told, other = country_in(phrase, known=cast.known), cast.countries(group)
    return told is None or not other or told in other


def _body_may_be(cast: Cast, group: int, noun: str) -> bool:
    """Whether a noun is a body's, and of the kind that a name tells."""
    return not is_role(noun) and may_be_called(cast.name(group) or "", noun)


def _person_may_be(cast: Cast, group: int, phrase: str, head: Head) -> bool:
    """Whether a noun is a person's; who was or stands in for somebody, or is anybody's, must be told to be it."""
    noun = head.span.of(cast.text)
    if BODY.match(noun) and not is_role(noun):
        return False
    if is_past(phrase) and cast.is_unknown(group):
        return True
    known = is_past(phrase) or _DEPUTY.search(phrase) or _POSSESSED.match(phrase)
    return not known or has_role(cast, group, head, phrase)


def _is_owner(cast: Cast, group: int, head: Head) -> bool:
    """Whether an entity is only whose somebody is: "his lawyer", "Lee's spokesman"."""
    for index in within(cast.found, head.phrase):
        span = cast.found[index].span
        owns = cast.text[span.end : span.end + 2] in ("’s", "'s") or span.of(cast.text).lower() in _OWNERS
        if owns and cast.groups[index] == group and span.start < head.span.start:
            return True
    return False
