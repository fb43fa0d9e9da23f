"""Tell of a speaker what the article does: name, role, party, and how the name was found.

Use `named` for whom the article names, `by_office` for whom an office names, `undescribed` for nobody in particular.
"""

from __future__ import annotations

from onrecord.knowledge import speaker_id
from onrecord.reading.heads import Head
from onrecord.reading.holders import Named
from onrecord.reading.identities import Identity
from onrecord.reading.parties import party_of_person
from onrecord.reading.people import Cast, is_vague
from onrecord.reading.roles import described
from onrecord.records import Speaker


def named(cast: Cast, head: Head, group: int, who: Identity) -> Speaker:
    """Whom a head names, as a speaker.

    Args:
        cast: of the article.
        head: that speaks.
        group: the entity that it means.
        who: that is.
    """
    return Speaker(
        id=who.id,
        name=who.name,
        kind="person" if who.person else "organisation",
        role=_role(cast, head, group, who) if who.person else None,
        party=who.party,
        how=who.how or "named" if head.form == "named" else f'same as "{_called(cast, head, group)}"',
        mentions=tuple(cast.found[index].span for index in cast.members[group]),
    )


def _called(cast: Cast, head: Head, group: int) -> str:
    """The last name before a head that its entity is called by, else the first."""
    names = cast.names(group)
    before = [index for index in names if cast.found[index].span.start < head.span.start]
    return " ".join(cast.words((before or names)[-1 if before else 0]).split())


def _role(cast: Cast, head: Head, group: int, who: Identity) -> str | None:
    """The role in the words of the source itself, else of what a pronoun stands for, else beside the name."""
    own = described(cast.text, head.phrase) if head.form == "nominal" else None
    if head.form == "pronoun" and head.mention is not None:
        before = [one for one in cast.members[group] if one < head.mention and cast.found[one].form != "pronoun"]
        own = cast.phrase(before[-1]) if before and cast.found[before[-1]].form == "nominal" else None
    words = " ".join(own.of(cast.text).split()) if own is not None else ""
    if words and not is_vague(words):
        return words
    return next(iter([*who.roles, *(role for role in cast.descriptions(group) if not is_vague(role))]), None)


def by_office(cast: Cast, head: Head, held: Named, phrase: str) -> Speaker:
    """The holder of an office that the article describes and does not name, or names elsewhere."""
    groups = [cast.groups[head.mention]] if head.mention is not None else []
    groups += [held.group] if held.group is not None else []
    spans = {cast.found[index].span for group in groups for index in cast.members[group]} | {head.span}
    role = described(cast.text, head.phrase)
    return Speaker(
        id=speaker_id(held.name),
        name=held.name,
        kind="person",
        role=" ".join(role.of(cast.text).split()) if role else phrase,
        party=held.party or party_of_person(held.name, [phrase], cast.day, known=cast.known),
        how=held.how or "named",
        mentions=tuple(sorted(spans)),
    )


def undescribed(name: str) -> Speaker:
    """A speaker of whom the article tells nothing, by what such are called."""
    return Speaker(id=name, name=name, kind="unnamed", how="not named", mentions=())
