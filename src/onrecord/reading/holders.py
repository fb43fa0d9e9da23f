"""Name whoever held an office on the day of publication, and give the given name to a surname that stands alone.

Use `office_holder` for a description ("the Ukrainian president") and `well_known` for a bare "Biden". A holder
counts only inside what the tables confirm; with two candidates, a gap, a deputy or a former one nobody is named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.knowledge import Holder, affiliation, holder, office_in, offices_held, respelled
from onrecord.knowledge import gender as gender_by_name
from onrecord.reading.agreement import Gender, differ
from onrecord.reading.names import agree, name_words
from onrecord.reading.parties import clearest
from onrecord.reading.people import Cast


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name from the tables.

    Attributes:
        name: in full.
        how: how it was found, in the words of `Speaker.how`; None where the article gives it.
        party: that the office speaks for, if it was found by the office.
        group: the entity of the article that has this name, if any.
    """

    name: str
    how: str | None
    party: str | None = None
    group: int | None = None


def office_holder(cast: Cast, phrase: str, group: int | None) -> Named | None:
    """Whom an office in a description means, None where that is not certain.

    Args:
        cast: of the article.
        phrase: its words.
        group: the entity that the antecedents say it is, if any.
    """
    office = office_in(phrase)
    if (
        office is None
        or cast.day is None
        or office.standing not in ("plain", "acting")
        or re.match(r"(?:a|an)\s", phrase)
    ):
        return None
    named = group is not None and cast.name(group) is not None
    if office.country is None and named:
        return None
    country = office.country or _country_meant(cast, office.key)
    if country is None:
        return None
    held = holder(office.key, country, cast.day)
    if not isinstance(held, Holder):
        return None
    return _met(cast, held, group)


def _met(cast: Cast, held: Holder, group: int | None) -> Named:
    """The holder, by the name that the article uses if it does."""
    words = name_words(held.name)
    for other in cast.members:
        name = cast.name(other)
        if name is not None and cast.is_person(other) and agree(words, name_words(name)):
            how = f'same as "{name}"' if other == group else _how(cast)
            return Named(name=held.name, how=how, party=held.country, group=other)
    return Named(name=held.name, how=_how(cast), party=held.country)


def _how(cast: Cast) -> str:
    return f"held the office on {cast.day.isoformat() if cast.day else 'an unknown day'}"


def _country_meant(cast: Cast, office: str) -> str | None:
    """The country that an office without one belongs to: the article's own, where there is clearly one."""
    if cast.day is None:
        return None
    return clearest(
        {country: count for country, count in cast.met.items() if isinstance(holder(office, country, cast.day), Holder)}
    )


def well_known(cast: Cast, name: str, gender: Gender | None = None) -> Named:
    """A person's name as the tables have it, given name and all, where they know whom the article means.

    Args:
        cast: of the article.
        name: the fullest that the article has; a surname alone is enough for the holder of an office.
        gender: as the article tells it; "Ms Lee" is no minister Tom Lee.
    """
    plain = Named(name=name, how=None)
    if cast.day is None:
        return plain
    found = _listed(cast, name) or _listed(cast, respelled(name), strange=True)
    return found if found is not None and not differ(gender, gender_by_name(found.name)) else plain


def _listed(cast: Cast, name: str, *, strange: bool = False) -> Named | None:
    """Whom the tables know by a name; one that was respelled need not agree in the given name's spelling."""
    words = name_words(name)
    alone = len(words) == 1
    if cast.day is None or not words:
        return None
    held = offices_held(name, cast.day, unique=alone)
    if held:
        return Named(name=held[0].name, how=_how(cast) if alone else None, party=held[0].country)
    listed = affiliation(name, cast.day, unique=alone)
    if listed is not None:
        return Named(name=listed.name, how=None)
    if strange and not alone:
        found = _listed(cast, name.rsplit(maxsplit=1)[-1])
        if found is not None and name_words(found.name)[0][0] == words[0][0]:
            return Named(name=found.name, how=None, party=found.party)
    return None
