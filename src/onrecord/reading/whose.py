"""Tell whose a thing or a nameless doer is, from how the article speaks of it elsewhere.

Use `whose` on the beginning of a clause: "the boats" are Estria's where the article has "Estrian patrol boats" and no
other boats, "the inspectors" the League's where it has "inspectors of the League".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.reading.mentions import within
from onrecord.reading.people import Cast
from onrecord.reading.wording import PRONOUNS, WORD
from onrecord.records import Span

FIRST = 5
"""Words of a clause among which its subject stands."""
_LONGEST = 80  # characters before and behind a noun that tell whose it is
_OF = re.compile(r"\s+of\s+(?:the\s+)?(?=[A-Z])")
_BETWEEN = re.compile(r"(?:['’]s?)?\s+(?:[a-z][a-z-]+\s+){0,2}")
# What ends a subject: a verb, or a word that leads on to something else.
_STOPS_WORDS = """
is are was were be been has have had do does did can could will would may might must should on in at from to with by
for into upon against over under before after
"""
_STOPS = frozenset([*_STOPS_WORDS.split(), *PRONOUNS])
# "An economy" is anybody's, and "creating jobs" is no noun.
_INDEFINITE = re.compile(r"(?:an?|any|some|another|every|each|no)\s|\w+ing\s", re.IGNORECASE)
_SHORTEST = 4  # letters of a noun


def whose(cast: Cast, clause: Span) -> tuple[str, Span] | None:
    """The side whose the subject of a clause is, and the noun that tells it; None where the article has not one.

    Args:
        cast: of the article.
        clause: behind its opener.
    """
    for word in _nouns(cast.text, clause):
        sides = set(_sides(cast, word.of(cast.text)))
        if len(sides) == 1:
            return sides.pop(), word
        if sides:
            return None
    return None


def _nouns(text: str, clause: Span) -> Iterator[Span]:
    if _INDEFINITE.match(text, clause.start, clause.end):
        return
    for place, found in enumerate(WORD.finditer(text, clause.start, clause.end)):
        if place == FIRST or found[0].lower() in _STOPS:
            return
        if len(found[0]) >= _SHORTEST and found[0].islower():
            yield Span(*found.span())


def _sides(cast: Cast, noun: str) -> Iterator[str]:
    """The sides that a noun is said to be of, wherever it stands."""
    text = cast.text
    for found in re.finditer(rf"\b{re.escape(noun)}\b", text):
        behind = _OF.match(text, found.end())
        if behind:
            yield from _beginning(cast, Span(behind.end(), behind.end() + _LONGEST))
        before = text[max(found.start() - _LONGEST, 0) : found.start()]
        for one in cast.known(before):
            if one.party and _BETWEEN.fullmatch(before, one.end):
                yield one.party


def _beginning(cast: Cast, span: Span) -> Iterator[str]:
    """The side that is named at the beginning of a span: one that is known, else a body."""
    known = [one.party for one in cast.known(span.of(cast.text)) if one.start == 0 and one.party]
    bodies = [index for index in within(cast.found, span) if cast.found[index].span.start == span.start]
    if known:
        yield known[0]
    elif bodies and cast.found[bodies[0]].type == "organisation":
        yield cast.name(cast.groups[bodies[0]]) or cast.words(bodies[0])
