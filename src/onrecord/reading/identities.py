"""Who a named entity is: its name in full, its side and its roles.

Use `identity` wherever a source means a named entity; it is worked out once an article.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from onrecord.knowledge import speaker_id
from onrecord.reading.bodies import BODY
from onrecord.reading.body_names import body_name
from onrecord.reading.capitals import is_all, name_at
from onrecord.reading.holders import Named, well_known
from onrecord.reading.mentions import within
from onrecord.reading.owners import meant_by, owners, servants
from onrecord.reading.parties import is_bare_office, is_official, is_past, party_of_body, party_of_person
from onrecord.reading.people import Cast
from onrecord.reading.sides import home, leads, side_of, state_behind
from onrecord.reading.wording import WORD
from onrecord.records import Span

_FROM = re.compile(r",?\s+(?:of|from|at|with)\s+(?:the\s+|an?\s+)?((?:[a-z]+\s+){0,3})")
_WHOSE = re.compile(r",\s+whose\s+((?:[A-Z][\w-]+\s+){1,3}(?:Party|List|Alliance|Movement|Front))\b")
_IS_BODY = re.compile(
    r",\s(?:an?|the)\s(?:[\w-]+\s){0,3}?(?:not-for-profit|non-?profit|charity|company|firm|group|union|think)\b"
)
_DEEPEST = 3  # the spokesman of the head of a council of a state
_LONGEST_NAME = 60  # characters of a body's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A named entity of an article.

    Attributes:
        id: the same across articles for the same name.
        name: the fullest in the article, or the one in the tables.
        person: whether it is a person's.
        party: for whom it speaks.
        roles: what the article says that it is beside its name, the fullest first.
        how: how the name was completed, where the article has a part of it alone.
    """

    id: str
    name: str
    person: bool
    party: str | None
    roles: tuple[str, ...]
    how: str | None


def identity(cast: Cast, group: int) -> Identity | None:
    """Who an entity is; None where the article does not name it."""
    name = cast.name(group)
    if name is None:
        return None
    person = cast.is_person(group)
    roles = tuple(cast.roles(group)) if person else ()
    full = (
        well_known(cast, name, cast.gender(group))
        if person
        else Named(name=body_name(name, _state(cast, group), known=cast.known), how=None)
    )
    return Identity(
        id=speaker_id(full.name) or slug(full.name),
        name=full.name,
        person=person,
        party=full.party or (_of_person(cast, group, full.name, 0) if person else _of_body(cast, group, full.name)),
        roles=roles,
        how=full.how,
    )


def _of_person(cast: Cast, group: int, name: str, depth: int) -> str | None:
    party = _told(cast, group, name, depth) or _of_official(cast, group)
    return cast.in_full(party) if party is not None else None


def _told(cast: Cast, group: int, name: str, depth: int = 0) -> str | None:
    """The side that the tables, or the words beside a name, tell."""
    roles = [*cast.roles(group), *cast.descriptions(group)]
    party = party_of_person(name, roles, cast.day, known=cast.known)
    return party or state_behind(cast, group) or _of_own_body(cast, group) or _of_owner(cast, group, depth)


def _of_owner(cast: Cast, group: int, depth: int) -> str | None:
    """The side of whoever somebody belongs to: "her spokeswoman"."""
    if depth >= _DEEPEST or any(map(is_past, cast.roles(group)[:1])):
        return None
    told = (party_of_owner(cast, owner, depth=depth + 1) for owner in owners(cast, group))
    return next((party for party in told if party is not None), None)


def party_of_owner(cast: Cast, index: int, *, depth: int = 0) -> str | None:
    """The side of whoever a mention names or means, where that is told.

    Args:
        cast: of the article.
        index: of the mention.
        depth: how many others were asked already: the spokesman of a minister of a state.
    """
    words = cast.words(index)
    known = [one for one in cast.known(words) if is_all(one, words)]
    if known:
        return known[0].party
    group = meant_by(cast, index)
    name = cast.name(group)
    if name is None:
        return None
    return _told(cast, group, name, depth) if cast.is_person(group) else _of_body(cast, group, name)


def _of_official(cast: Cast, group: int) -> str | None:
    """The state of an official whom nothing beside the name tells: by the paragraph, or by whom they serve."""
    role = next(iter([*cast.roles(group), *cast.descriptions(group)]), "")
    country = cast.country if is_official(role) else None
    if not is_bare_office(role, known=cast.known):
        return country
    served = [meant_by(cast, owner) for owner in owners(cast, group)]
    kin = [one for one in [group, *served, *servants(cast, group)] if cast.names(one) and cast.is_person(one)]
    side = next((side for one in kin if (side := side_of(cast, one)) is not None), None)
    if side is not None:
        return side
    # Two heads are rather of two states: no other official's state is theirs.
    if any(leads(cast, one) for one in [group, *served]):
        return country if country != home(cast) else None
    return home(cast) or country


def _of_own_body(cast: Cast, group: int) -> str | None:
    """The body that stands behind a name of somebody: "Ann Lee from the charity Open Harbour"."""
    for index in cast.names(group):
        party = _WHOSE.match(cast.text, cast.found[index].span.end)
        if party is not None:
            return party[1]
        lead = _FROM.match(cast.text, cast.found[index].span.end)
        body = _body_at(cast, lead.end(), lead[1] or "") if lead else None
        if body is not None:
            return party_of_body(body.of(cast.text), known=cast.known)
    return None


def _body_at(cast: Cast, place: int, kind: str) -> Span | None:
    """The body whose name begins at a place, seen as one or told by its kind: "the charity Open Harbour"."""
    near = [cast.found[index] for index in within(cast.found, Span(place, place + _LONGEST_NAME))]
    begins = [
        one.span for one in near if one.span.start == place and one.form == "named" and one.type == "organisation"
    ]
    word = WORD.search(cast.text, place)
    name = begins[0] if begins else None
    if name is None and word is not None and word.start() == place:
        name = name_at(cast.text, Span(*word.span()), person=False)
    if name is None or begins or any(map(BODY.match, kind.split())):
        return name
    return name if _IS_BODY.match(cast.text, name.end) else None


def _state(cast: Cast, group: int) -> str | None:
    """The state of a ministry that is named without it: "the Foreign Ministry" of the article's own."""
    return cast.side(group) or home(cast)


def _of_body(cast: Cast, group: int, name: str) -> str | None:
    told = party_of_body(name, known=cast.known) or cast.side(group)
    return told or (_of_ours(cast) if is_official(name) else None)


def _of_ours(cast: Cast) -> str | None:
    """The state whose officials speak without its name."""
    return home(cast) or cast.country


def slug(name: str) -> str:
    """An id for a description, or for a name without a letter that folds to ASCII."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain) or [f"u{ord(char):x}" for char in name if not char.isspace()]
    return "-".join(words) or "unnamed"
