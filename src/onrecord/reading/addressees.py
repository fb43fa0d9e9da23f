"""Say to whom a demand, threat, offer or accusation is directed, where the text says so.

Use `addressed` once the speakers are named. Whoever stands in the cue or behind it ("urged Norvia", "accused the
government of"), or begins the content ("Norvia must withdraw"), is the addressee, if a side is known for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reading.heads import Head
from onrecord.reading.mentions import within
from onrecord.reading.people import phrase_at
from onrecord.reading.speakers import Scene, resolved
from onrecord.records import Span, Statement

DIRECTED = frozenset(["demand", "threaten", "offer", "accuse"])
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
    for span in _places(stmt):
        for party in _parties(scene, stmt, span):
            if party not in own:
                return party
    return None


def _places(stmt: Statement) -> Iterator[Span]:
    """Where an addressee may stand: within the cue, right behind it, at the start of the content."""
    last = stmt.cue[-1] if stmt.cue else None
    yield from stmt.cue
    first = stmt.content[0]
    if last is not None and 0 <= first.start - last.end <= _NEAR:
        yield Span(last.end, first.start)
    yield Span(first.start, min(first.end, first.start + _NEAR))


def _parties(scene: Scene, stmt: Statement, span: Span) -> Iterator[str]:
    """The sides of whoever is mentioned in a span, in order."""
    text = scene.article.text
    told = [(span.start + one.start, one.party) for one in scene.cast.known(span.of(text)) if one.party]
    for index in within(scene.cast.found, span):
        mention = scene.cast.found[index]
        phrase = phrase_at(text, mention.span) if mention.form == "nominal" else None
        head = Head(span=mention.span, form=mention.form, mention=index, phrase=phrase or mention.span)
        party = resolved(scene, head, stmt, []).party
        if party is not None:
            told.append((mention.span.start, party))
    yield from (party for _, party in sorted(told))
