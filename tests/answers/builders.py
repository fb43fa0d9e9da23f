"""Entries made by hand: a statement in a few words, in an article that does not exist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from onrecord.knowledge import speaker_id
from onrecord.ledger import Ledger, fill
from onrecord.records import (
    Actor,
    Appearance,
    Article,
    Condition,
    ConditionKind,
    Entry,
    Reading,
    SaidOn,
    Span,
    Speaker,
    Statement,
)

_NUMBERS = count(1)


def day(number: int, month: int = 3) -> date:
    """A day of 2031, of March if nothing else is said."""
    return date(2031, month, number)


def speaker(name: str, party: str | None = None) -> Speaker:
    """A person, named in the article."""
    return Speaker(id=speaker_id(name), name=name, kind="person", party=party, how="named", mentions=())


def condition(
    text: str, on: str | None = None, *, kind: ConditionKind = "if", name: str | None = None, confidence: float = 0.9
) -> Condition:
    """A condition on a party, a name, or nobody; where it stands is made up."""
    actor = Actor(name=name, party=on) if on or name else None
    return Condition(text=text, span=Span(0, len(text)), kind=kind, on=actor, confidence=confidence)


def said(first: date, last: date | None = None) -> SaidOn:
    """That the text tells when it was said."""
    return SaidOn(first=first, last=last or first, text="then", how="expression")


def entry(
    who: str,
    party: str | None,
    act: str | None,
    text: str,
    *,
    on: date | None = None,
    conditions: Sequence[Condition] = (),
    outlets: Sequence[str] = ("Meridian Wire",),
    article: int | None = None,
    **fields: Any,
) -> Entry:
    """An entry of the ledger.

    Args:
        who: the speaker's name.
        party: the speaker's party.
        act: what the statement does.
        text: its content.
        on: day of publication, the first of March if nothing else is said.
        conditions: on which it hangs.
        outlets: who published it.
        article: its number; a new one if nothing is said.
        fields: other fields of the statement.
    """
    number = next(_NUMBERS)
    content = Span(number * 1000, number * 1000 + len(text))
    stmt = Statement(
        **{
            "id": number,
            "parent": None,
            "cue": (),
            "source": (),
            "content": (content,),
            "text": text,
            "source_text": who,
            "form": "indirect",
            "medium": "said",
            "confidence": 0.9,
            "speakers": (speaker(who, party),),
            "chain": (who,),
            "act": act,
            "act_confidence": 0.9,
            "conditions": tuple(conditions),
            **fields,
        }
    )
    key = f"{article or number:016x}.{content.start}-{content.end}"
    places = tuple(Appearance(article=f"a{number}", outlet=one, published=on or day(1)) for one in outlets)
    return Entry(id=key, stmt=stmt, appearances=places)


def undated(one: Entry) -> Entry:
    """The same entry, of articles whose day is not known."""
    places = tuple(Appearance(article=place.article, outlet=place.outlet) for place in one.appearances)
    return Entry(id=one.id, stmt=one.stmt, appearances=places)


def okoro(act: str, text: str, on: int, **fields: Any) -> Entry:
    """Something that Okoro of Estria said."""
    return entry("Anselm Okoro", "Estria", act, text, on=day(on), **fields)


def fill_with(ledger: Ledger, entries: Sequence[Entry]) -> None:
    """Put entries into a ledger, each as an article of its own that is nothing but its words."""
    stmts = {one.stmt.text: replace(one.stmt, content=(Span(0, len(one.stmt.text)),)) for one in entries}
    articles = [Article(id=one.id, text=one.stmt.text, language="en", published=one.published) for one in entries]

    def read(article: Article) -> Reading:
        return Reading(article=article, statements=(stmts[article.text],), attributed_share=1.0)

    fill(ledger, articles, read, weights="none")
