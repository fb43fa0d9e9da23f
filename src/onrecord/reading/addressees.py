"""Say to whom a demand, threat, offer or accusation is directed, where the text says so.

Use `addressed` once the speakers are named. Whoever stands in the cue or behind it ("urged Norvia", "accused the
government of"), or begins the content ("Norvia must withdraw"), is the addressee: the state or the body that they speak
for, else they themselves, for who blames Holm does not blame her whole political party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from onrecord.knowledge import known_in, outlet
from onrecord.reading.heads import Head
from onrecord.reading.mentions import Mention, within
from onrecord.reading.people import phrase_at
from onrecord.reading.roles import is_role
from onrecord.reading.speakers import Scene, resolved
from onrecord.records import Span, Speaker, Statement

DIRECTED = frozenset(["demand", "threaten", "offer", "accuse"])
_BETWEEN = re.compile(r"(?:['’]s)?(?P<words>(?:\s+[a-z][\w-]*){0,4}),?\s+")
_TELLS = re.compile(r"\b(?:t[eo]lls?|told|telling|inform\w*|remind\w*|tweet\w*)\b", re.IGNORECASE)
_NEAR = 60  # characters behind the cue, or from the start of the content


def addressed(scene: Scene, stmts: Sequence[Statement]) -> list[Statement]:
    """The statements with their addressees.

    Args:
        scene: of the article.
        stmts: with their acts and speakers.
    """
    return [replace(stmt, addressee=_addressee(scene, stmt)) if stmt.act in DIRECTED else stmt for stmt in stmts]


def _addressee(scene: Scene, stmt: Statement) -> str | None:
    own = {who.party for who in stmt.speakers} | {who.name for who in stmt.speakers}
    homes = {country for party in own if party for country in _countries(party)}
    for span in _places(scene.article.text, stmt):
        for side in _sides(scene, stmt, span, homes):
            if side not in own:
                return side
    return None


def _places(text: str, stmt: Statement) -> Iterator[Span]:
    """Where an addressee may stand: within the cue, right behind it, at the start of the content."""
    last = stmt.cue[-1] if stmt.cue else None
    first = stmt.content[0]
    hears = stmt.act == "accuse" and any(_TELLS.search(span.of(text)) for span in stmt.cue)
    if not hears:  # whom one tells of another's faults is not blamed
        yield from stmt.cue
        if last is not None and 0 <= first.start - last.end <= _NEAR:
            yield Span(last.end, first.start)
    yield Span(first.start, min(first.end, first.start + _NEAR))


def _sides(scene: Scene, stmt: Statement, span: Span, homes: Set[str]) -> Iterator[str]:
    """The sides of whoever is named or mentioned in a span, in order; of "the Polish minister" that of the minister."""
    text = scene.article.text
    told: list[tuple[int, str]] = []
    for index in within(scene.cast.found, span):
        mention = scene.cast.found[index]
        if _is_aside(text, mention.span, stmt):
            continue
        phrase = phrase_at(text, mention.span) if mention.form == "nominal" else None
        head = Head(span=mention.span, form=mention.form, mention=index, phrase=phrase or mention.span)
        side = _side(resolved(scene, head, stmt, []), mention, homes)
        if side is not None:
            told.append((mention.span.start, side))
    for one in scene.cast.known(span.of(text)):
        start, end = span.start + one.start, span.start + one.end
        if _is_aside(text, Span(start, end), stmt):
            continue
        if one.party and not any(_describes(text[end:place]) for place, _ in told if place > end):
            told.append((start, one.party))
    yield from (side for _, side in sorted(told))


def _is_aside(text: str, words: Span, stmt: Statement) -> bool:
    """Whether a name is a part of a compound ("Norvia-led"), or an outlet that carries what is said, if not blamed."""
    carries = stmt.act != "accuse" or words.start >= stmt.content[0].start
    return text[words.end : words.end + 1] == "-" or (carries and outlet(words.of(text)) is not None)


def _describes(between: str) -> bool:
    """Whether a side's name describes somebody after some words: "the Polish [president]", "Polish president [Lee]"."""
    found = _BETWEEN.fullmatch(between)
    words = found["words"].split() if found else []
    return found is not None and (not words or is_role(words[-1]))


def _side(who: Speaker, mention: Mention, homes: Set[str]) -> str | None:
    """The state or the body that somebody speaks for, else their name; places and nameless people have none.

    One of the speaker's own country is named: who blames a governor of it does not blame the country.
    """
    nameless = mention.type == "place" or who.kind not in {"person", "organisation"} or who.how == "not named"
    known = known_in(who.party) if who.party else []
    abroad = not known or any(one.kind != "political party" and one.country not in homes for one in known)
    return who.party if nameless or (who.party and abroad) else who.name


def _countries(party: str) -> Iterator[str]:
    """Where a party is at home; a body of several countries is nowhere."""
    return (one.country for one in known_in(party) if one.country)
