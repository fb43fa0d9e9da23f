"""Find who of the article has the role that a description names.

Use `namesake` where the antecedents give no name: "the minister" goes to the last one before it that the article calls
a minister.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.knowledge import Office, affiliation, office_in, offices_held
from onrecord.reading.heads import Head
from onrecord.reading.parties import is_past
from onrecord.reading.people import Cast, is_vague
from onrecord.reading.roles import is_role
from onrecord.reading.wording import WORD

_KINDRED = {
    "spokesman": "spokes",
    "spokeswoman": "spokes",
    "spokesperson": "spokes",
    "spox": "spokes",
    "chairwoman": "chair",
    "chairman": "chair",
    "chairperson": "chair",
    "congresswoman": "congress",
    "congressman": "congress",
    "leader": "head",
    "premier": "prime minister",
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
}


# Offices that one description may mean: a head of state is a president, or a monarch.
_ALIKE = (
    frozenset({"president", "monarch", "chief of state", "leader"}),
    frozenset({"prime minister", "chancellor", "head of government", "leader"}),
)


def namesake(cast: Cast, head: Head, phrase: str) -> int | None:
    """The entity nearest before a description that has the same office, else the same role; None where there is none.

    Args:
        cast: of the article.
        head: of the description.
        phrase: its words.
    """
    start = head.span.start
    before = [group for group in cast.people if cast.found[cast.names(group)[0]].span.start < start]
    return _fitting(cast, head, phrase, before, near=True) or _fitting(cast, head, phrase, cast.people, near=False)


def _fitting(cast: Cast, head: Head, phrase: str, people: Sequence[int], *, near: bool) -> int | None:
    """Whom of some people a description fits best; those named only behind it must be the one that it fits."""
    office = office_in(phrase)
    if office is not None and office.standing == "plain":
        fits = [group for group in people if _holds(cast, group, office)]
        if fits and (near or len(fits) == 1):
            return max(fits, key=_Nearness(cast, head))
    noun = head.span.of(cast.text)
    if not is_role(noun) or is_vague(noun):
        return None
    if office is not None and office.country is not None and office.standing != "former":
        return None
    told = {group: _shared(cast, group, noun, phrase) for group in people}
    alike = [group for group in people if told[group] is not None]
    if not near and (len(alike) != 1 or not (told[alike[0]] or _DEFINITE.match(phrase))):
        return None
    return max(alike, key=_Nearness(cast, head, told), default=None)


def has_role(cast: Cast, group: int, head: Head, phrase: str) -> bool:
    """Whether the article or the tables give an entity the office, else the role, that a description names."""
    office = office_in(phrase)
    if office is not None and office.standing == "plain":
        return _holds(cast, group, office)
    return _shared(cast, group, head.span.of(cast.text), phrase) is not None


@dataclass(frozen=True, slots=True, eq=False)
class _Nearness:
    """Sorts entities by how much of a description fits them, then by how near before it they are named."""

    cast: Cast
    head: Head
    told: Mapping[int, int | None] = field(default_factory=dict)

    def __call__(self, group: int) -> tuple[int, int]:
        return self.told.get(group) or 0, _last_name(self.cast, group, self.head) or 0


def _last_name(cast: Cast, group: int, head: Head) -> int | None:
    """Where an entity was last named before a description."""
    places = (cast.found[index].span.start for index in reversed(cast.names(group)))
    return next((place for place in places if place < head.span.start), None)


def leaders(cast: Cast) -> list[int]:
    """Who of an article leads a state or its government."""
    keys = frozenset().union(*_ALIKE)
    people = cast.people
    return [group for group in people if any(key in keys for key, _ in _offices(cast, group))]


def _holds(cast: Cast, group: int, office: Office) -> bool:
    """Whether the article or the tables give an entity the office."""
    return any(
        _same_office(key, office.key) and (country is None or office.country in (None, country))
        for key, country in _offices(cast, group)
    )


def _offices(cast: Cast, group: int) -> list[tuple[str, str | None]]:
    """The offices that the article or the tables give an entity, each with its country."""
    roles = [office_in(role) for role in cast.roles(group)]
    held = [(role.key, role.country) for role in roles if role is not None and role.standing == "plain"]
    name = cast.name(group)
    if cast.day is not None and name is not None:
        held += [(one.office, one.country) for one in offices_held(name, cast.day, unique=True)]
    return held


def _same_office(one: str, other: str) -> bool:
    return one == other or any(one in alike and other in alike for alike in _ALIKE)


def _shared(cast: Cast, group: int, noun: str, phrase: str) -> int | None:
    """How many words a description shares with the roles that have its noun; None where none has."""
    wanted = _kin(noun)
    standing = _standing(phrase)
    roles = [
        role for role in _roles(cast, group) if wanted in map(_kin, WORD.findall(role)) and _standing(role) == standing
    ]
    if not roles:
        return None
    told = {word.lower() for role in roles for word in WORD.findall(role)}
    return len(({word.lower() for word in WORD.findall(phrase)} - _SMALL - {noun.lower()}) & told)


def _roles(cast: Cast, group: int) -> Sequence[str]:
    """The roles that the article gives somebody, else what the tables say that they were on that day."""
    name = cast.name(group)
    if cast.roles(group) or cast.day is None or name is None:
        return cast.roles(group)
    listed = affiliation(name, cast.day, unique=len(name.split()) == 1)
    return [listed.reason] if listed is not None else []


def _standing(words: str) -> str:
    """Whether somebody is it, was it or stands in for whoever is."""
    if is_past(words):
        return "former"
    return "deputy" if _DEPUTY.search(words) else "plain"


_DEFINITE = re.compile(r"(?:the|its)\s", re.IGNORECASE)
_DEPUTY = re.compile(r"\b(?:deputy|vice|assistant|under-?secretary|-elect)\b", re.IGNORECASE)
_SMALL = frozenset(["the", "then", "former", "his", "her", "its", "their", "of"])


def _kin(noun: str) -> str:
    noun = noun.lower().rstrip(".").removeprefix("ex-")
    return _KINDRED.get(noun, noun)
