"""Put what a speaker or a party said in time.

Use `timeline` over statements at hand. A week stays a week: a moment has a first and a last day, and says whether the
text tells it or only the day of publication is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from onrecord.answers.holding import held, parties_of_names
from onrecord.answers.results import Moment, Timeline
from onrecord.answers.sides import in_time, scope_of
from onrecord.knowledge import known_in, speaker_id
from onrecord.ledger import Parties
from onrecord.records import Entry, Speaker


def timeline(entries: Sequence[Entry], who: str, *, parties: Parties | None = None) -> Timeline:
    """What somebody said, the earliest first.

    Args:
        entries: in any order.
        who: a speaker's name or id, in any spelling that is known, or a party ("Kyiv" finds that of Ukraine).
        parties: for whom the names in chains speak; by default what is seen in the entries.
    """
    theirs = sorted(said_by(entries, who), key=in_time)
    parties = parties_of_names(entries) if parties is None else parties
    moments = tuple(_moment(entry, parties) for entry in theirs)
    return Timeline(who=who, moments=moments, scope=scope_of(theirs))


def said_by(entries: Iterable[Entry], who: str) -> Iterable[Entry]:
    """The statements of a speaker or a party."""
    names = _parties_meant(who)
    identity = speaker_id(who)
    return (entry for entry in entries if any(_is(one, names, identity) for one in entry.stmt.speakers))


def _is(speaker: Speaker, parties: frozenset[str], identity: str) -> bool:
    return (speaker.party or "").casefold() in parties or (bool(identity) and speaker.id == identity)


def _parties_meant(who: str) -> frozenset[str]:
    """The party's own name, and the one that the words are known to stand for as a whole."""
    known = (one.party for one in known_in(who) if one.words == who)
    return frozenset(name.casefold() for name in (who, *known) if name)


def _moment(entry: Entry, parties: Parties) -> Moment:
    return Moment(held=held(entry, parties), first=entry.first_day, last=entry.last_day, dated=_dated(entry))


def _dated(entry: Entry) -> Literal["said", "published", "unknown"]:
    if entry.stmt.said_on:
        return "said"
    return "published" if entry.published else "unknown"
