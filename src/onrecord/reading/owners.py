"""Find whose somebody is: "her spokeswoman", "the council's chair", "spokesman for President Lee".

Use `owners` where neither the tables nor the words of a role tell for whom somebody speaks: it is the side of whoever
they belong to. Who is a person's husband or lawyer speaks for nobody but himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.knowledge import outlet
from onrecord.reading.capitals import names_a_body
from onrecord.reading.mentions import within
from onrecord.reading.people import Cast
from onrecord.reading.roles import is_role, roles_at
from onrecord.reading.wording import WORD, folded
from onrecord.records import Span

# Who speaks or acts for somebody.
SERVES = re.compile(
    r"\b(?:spokes\w+|aides?|advis[eo]rs?|secretar(?:y|ies)|ministers?|deput(?:y|ies)|envoys?|representatives?|"
    r"chief of staff|assistants?|ambassadors?|cabinet|administration|government|team|press|office|staff|delegation)\b",
    re.IGNORECASE,
)
_SERVED = re.compile(r"\b(?:for|of|to|in|with)\s+(?:the\s+|President\s+|Prime\s+Minister\s+|[A-Z][a-z]+\s+)*\Z")
_SENT = re.compile(r"\b(?:ambassador|envoy|delegate|representative)\s+to\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:[’']s?)\s+(?:[a-z-]+\s+){0,2}\Z")
_ITS = re.compile(r"[.!?][”\"’)]*\s(Its)\s+(?:[a-z-]+\s+)?\Z")
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s")
_LEADS_ON = re.compile(r"\s+(?:for|of|to)\s+(?:the\s+)?[^\s,.;:]+(?:\s+[A-Z]\w+)*")
_OF_BODIES = re.compile(r"\A(?:[Ss]ecretary|[Dd]irector)[- ][Gg]eneral\Z")
_GENERAL = frozenset({"organisation", "organization", "body", "group", "bloc", "alliance"})
_OWN = re.compile(r"\s+(?:own\s+|[a-z-]+\s+)?\Z")
_PRONOUNS = frozenset({"his", "her", "its", "their"})
_NEAR = 60  # characters before a role
_INTRODUCED = 16  # mentions by name within which an article says whose somebody is


def owners(cast: Cast, group: int) -> Iterator[int]:
    """The mentions of those whose somebody is, by the words beside the name.

    Args:
        cast: of the article.
        group: of a person.
    """
    for role in _roles(cast, group):
        for owner in owners_of(cast, role):
            if cast.groups[owner] != group:
                yield owner


def _roles(cast: Cast, group: int) -> Iterator[Span]:
    """The roles beside the names of somebody, and the descriptions with what they lead on to."""
    for index in cast.names(group)[:_INTRODUCED]:
        yield from roles_at(cast.text, cast.found[index].span)
    told = {word for role in cast.roles(group) for word in role.lower().split()}
    for index in cast.members[group][:_INTRODUCED]:
        span = cast.found[index].span
        if cast.words(index).lower() not in told:
            continue
        lead = _LEADS_ON.match(cast.text, span.end)
        if cast.found[index].form == "nominal" and lead is not None:
            yield Span(span.start, lead.end())


def owners_of(cast: Cast, role: Span) -> Iterator[int]:
    """The mentions of whom a role belongs to, the one before it first."""
    serves = bool(SERVES.search(role.of(cast.text)))
    found = [*_before(cast, role), *_inside(cast, role)]
    if not found and _OF_BODIES.search(role.of(cast.text)):
        found = _bodies(cast, len(within(cast.found, Span(0, role.start))))[-1:]
    for index in found:
        if serves or not cast.is_person(meant_by(cast, index)) or cast.known(cast.words(index)):
            yield index


def _before(cast: Cast, role: Span) -> Iterator[int]:
    """Who stands before a role as its owner: "her spokeswoman", "the council's chair"."""
    begun = _ITS.search(cast.text, max(role.start - _NEAR, 0), role.start)
    subject = _subject_before(cast, begun.start(1)) if begun else None
    if subject is not None:
        yield subject
    near = within(cast.found, Span(max(role.start - _NEAR, 0), role.start))
    for index in reversed(near):
        one = cast.found[index]
        gap = cast.text[one.span.end : role.start]
        pronoun = folded(one.span.of(cast.text)) in _PRONOUNS
        if _OWN.fullmatch(gap) if pronoun else _POSSESSIVE.fullmatch(gap):
            yield index


def _subject_before(cast: Cast, place: int) -> int | None:
    """The first body named in the sentence before one that begins with "its", in the same paragraph."""
    ends = [match.end() for match in _SENTENCE_END.finditer(cast.text, cast.text.rfind("\n", 0, place) + 1, place)]
    start = ends[-2] if len(ends) > 1 else cast.text.rfind("\n", 0, place) + 1
    near = within(cast.found, Span(start, place))
    return next((one for one in near if cast.found[one].form == "named" and not cast.is_person(cast.groups[one])), None)


def _inside(cast: Cast, role: Span) -> Iterator[int]:
    """Who is named within a role as its owner: "president's spokeswoman", "spokesman for President Lee"."""
    text = cast.text
    for index in within(cast.found, role):
        span = cast.found[index].span
        owns = text[span.end : span.end + 1] in ("’", "'") and WORD.search(text, span.end + 2, role.end)
        lead = text[role.start : span.start]
        if owns or (_SERVED.search(lead) and not _SENT.search(lead)):
            yield index


def meant_by(cast: Cast, index: int) -> int:
    """The entity of an owner; where it is not named, whom "the president" or "the organisation" must mean."""
    group, word = cast.groups[index], cast.words(index)
    if cast.name(group) is not None:
        return group
    other = _by_office(cast, word) if is_role(word) else _body_before(cast, index)
    return group if other is None else other


def _by_office(cast: Cast, word: str) -> int | None:
    """The one person whom the article calls a president."""
    people = cast.people
    alike = [group for group in people if any(word.lower() in role.lower().split() for role in cast.roles(group))]
    return alike[0] if len(alike) == 1 else None


def _body_before(cast: Cast, index: int) -> int | None:
    """The body named last before "the organisation", or whose name has the word: "the chamber"."""
    word = cast.words(index).lower()
    bodies = _bodies(cast, index)
    called = [one for one in bodies if word in cast.words(one).lower().split()]
    if called or word in _GENERAL:
        return cast.groups[(called or bodies)[-1]] if called or bodies else None
    return None


def _bodies(cast: Cast, index: int) -> list[int]:
    """The mentions by name of bodies before one."""
    return [one for one in range(index) if cast.found[one].form == "named" and _is_body(cast, one)]


def _is_body(cast: Cast, index: int) -> bool:
    words = cast.words(index)
    return names_a_body(words) and outlet(words) is None and not cast.is_person(cast.groups[index])


def servants(cast: Cast, group: int) -> Iterator[int]:
    """Who speaks for somebody: the spokesmen whose owner a person is."""
    for other in cast.members:
        named = other != group and cast.names(other) and cast.is_person(other)
        if named and any(meant_by(cast, owner) == group for owner in owners(cast, other)):
            yield other
