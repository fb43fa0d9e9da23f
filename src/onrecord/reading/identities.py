"""Who a named entity is: its name in full, its side and its roles.

Use `identity` wherever a source means a named entity; it is worked out once an article.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from onrecord.knowledge import speaker_id
from onrecord.reading.holders import Named, well_known
from onrecord.reading.parties import body_name, is_official, party_of_body, party_of_person
from onrecord.reading.people import Cast


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
        else Named(name=body_name(name, cast.side(group)), how=None)
    )
    return Identity(
        id=speaker_id(full.name) or slug(full.name),
        name=full.name,
        person=person,
        party=full.party or (_of_person(cast, group, full.name, roles) if person else _of_body(cast, group, full.name)),
        roles=roles,
        how=full.how,
    )


def _of_person(cast: Cast, group: int, name: str, roles: tuple[str, ...]) -> str | None:
    told = [*roles, *cast.descriptions(group)]
    party = party_of_person(name, told, cast.day)
    return cast.country if party is None and is_official(" ".join(told[:1])) else party


def _of_body(cast: Cast, group: int, name: str) -> str | None:
    return party_of_body(name) or cast.side(group) or (cast.country if is_official(name) else None)


def slug(name: str) -> str:
    """An id for a description, or for a name without a letter that folds to ASCII."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain) or [f"u{ord(char):x}" for char in name if not char.isspace()]
    return "-".join(words) or "unnamed"
