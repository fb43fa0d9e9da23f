"""A small ledger about invented talks, with acts, parties and days: what search and corrections are tested on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.ledger import Filters, Ledger, entries, search
from onrecord.records import Act, Article, Entry, Reading, SaidOn, Statement
from tests.ledger.builders import article, filled, read

GUARANTEES = "Ann Lee said that security guarantees must come before any talks. Norvia said it would wait."
NOTHING = "Tolo Brand said that Estmark guaranteed nothing for the security of ships. Mr Lee said nothing new."
GRAIN = "Mara Voss said that the talks about grain go on at the Élysée. Tolo Brand said that the ports stay shut."

PARTIES = {"Ann Lee": "Norvia", "Norvia": "Norvia", "Tolo Brand": "Estmark", "Mara Voss": "United Kingdom"}
ACTS: dict[str, Act] = {"must": "demand", "nothing": "refuse", "shut": "threaten"}

SHUT = "ports stay shut"

LEE, BRAND, VOSS = "ann-lee", "tolo-brand", "mara-voss"


def told(found: Article) -> Reading:
    """Read a story, with acts and parties."""
    reading = read(found)
    return replace(reading, statements=tuple(map(_with_facts, reading.statements)))


def _with_facts(stmt: Statement) -> Statement:
    speakers = tuple(replace(one, party=PARTIES.get(one.name)) for one in stmt.speakers)
    act = next((act for word, act in ACTS.items() if word in stmt.text), "claim")
    ago = date(2031, 1, 5)
    said_on = (
        SaidOn(first=ago, last=date(2031, 1, 11), text="that week", how="expression") if "wait" in stmt.text else None
    )
    return replace(stmt, speakers=speakers, act=act, act_confidence=0.75, said_on=said_on)


def stories() -> list[Article]:
    """Three articles by two outlets on three days."""
    return [
        article(GUARANTEES, id="a", published=date(2031, 3, 10), outlet="Norvia Daily", title="Guarantees first"),
        article(NOTHING, id="b", published=date(2031, 3, 12), outlet="Harbour Wire"),
        article(GRAIN, id="c", published=date(2031, 3, 14), outlet="Harbour Wire", url="https://wire.example/c"),
    ]


def told_in(ledger: Ledger, *more: Article) -> None:
    """Fill a ledger with the stories."""
    filled(ledger, *stories(), *more, read=told)


def texts(ledger: Ledger, **filters: Any) -> list[str]:
    """The contents that a search finds, in the order of their words."""
    return sorted(hit.entry.stmt.text for hit in search(ledger, Filters(**filters)).hits)


def key_of(ledger: Ledger, text: str) -> str:
    """The id of the statement that a phrase finds."""
    (hit,) = search(ledger, Filters(text=f'"{text}"', removed=True)).hits
    return hit.entry.id


def entry_of(ledger: Ledger, key: str) -> Entry:
    """An entry, taken out or not."""
    (entry,) = entries(ledger, Filters(keys=(key,), removed=True))
    return entry
