"""Answer from a ledger: take the statements that a question needs out of it, and ask.

Use these from commands and pages; the functions that they call answer over any entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.answers.holding import LIKELY
from onrecord.answers.positions import positions
from onrecord.answers.quoted import quotation
from onrecord.answers.replies import REPLYING
from onrecord.answers.results import By, Positions, Shifts, Standoff, Timeline
from onrecord.answers.shifts import moving, shifts
from onrecord.answers.spoken_of import spoken_of
from onrecord.answers.stances import taking_sides
from onrecord.answers.standoff import standoff
from onrecord.answers.timeline import timeline
from onrecord.answers.variants import NEAR, variants
from onrecord.answers.versions import Variants
from onrecord.errors import UsageError
from onrecord.ledger import Filters, Issue, Ledger, chosen, drawn, entries, uncollected
from onrecord.records import Entry

RUN = 4
"""Words of a quotation that are searched for as a phrase: two versions that share a run of them are both found."""
MOST_RUNS = 25
"""Phrases that a search takes; they cover a hundred words of a quotation."""


@uncollected()
def timeline_of(ledger: Ledger, who: str, *, issue: str | None = None) -> Timeline:
    """What a speaker or a party said, on an issue or at all.

    Raises:
        UsageError: when there is no such issue.
        LedgerError: when the database fails.
    """
    if issue is not None:
        those = drawn(ledger, issue, meeting=_of(who))
        return timeline(those.entries, who, parties=those.parties)
    theirs = {entry.id: entry for filters in _of(who) for entry in entries(ledger, filters)}
    return timeline(list(theirs.values()), who)


@uncollected()
def positions_of(ledger: Ledger, issue: str, *, on: date | None = None, by: By = "party") -> Positions:
    """Where each side stands on an issue.

    Raises:
        UsageError: when there is no such issue.
        LedgerError: when the database fails.
    """
    those = drawn(ledger, issue, acts=taking_sides())
    return positions(those.entries, on=on, by=by, rest=those.rest, parties=those.parties)


@uncollected()
def shifts_of(ledger: Ledger, issue: str, *, by: By = "speaker") -> Shifts:
    """Who seems to have moved on an issue.

    Raises:
        UsageError: when there is no such issue.
        LedgerError: when the database fails.
    """
    those = drawn(ledger, issue, acts=moving(by) | {"deny"}, also=spoken_of, least=LIKELY)
    return shifts(those.entries, by=by, rest=those.rest, parties=those.parties, doubtful=those.doubtful)


@uncollected()
def standoff_of(ledger: Ledger, issue: str) -> Standoff:
    """Who waits for whom on an issue.

    Raises:
        UsageError: when there is no such issue.
        LedgerError: when the database fails.
    """
    those = drawn(ledger, issue, acts=REPLYING, on_conditions=True)
    return standoff(those.entries, parties=those.parties)


@uncollected()
def variants_of(ledger: Ledger, key: str) -> Variants:
    """Other versions of a quotation, wherever they stand.

    Args:
        ledger: an open one.
        key: `Entry.id` of the quotation.

    Raises:
        UsageError: when there is no such statement.
        LedgerError: when the database fails.
    """
    entry = next(entries(ledger, Filters(keys=(key,))), None)
    if entry is None:
        raise UsageError(f"no statement {key} in {ledger.name}; `onrecord search` shows their ids")
    near = {one.id: one for issue in _near(entry) for one in chosen(ledger, issue)}
    return variants(list(near.values()), entry)


def _of(who: str) -> tuple[Filters, Filters]:
    return Filters(speaker=who), Filters(party=who)


def _near(entry: Entry) -> Iterator[Issue]:
    """What may be versions of it: phrases of it, and what else its speakers said in those days."""
    phrases = _phrases(entry)
    if phrases:
        yield Issue(name="versions", queries=phrases)
    if entry.first_day and entry.last_day:
        first, last = entry.first_day - NEAR, entry.last_day + NEAR
        for speaker in entry.stmt.speakers:
            yield Issue(name="speaker", filters=Filters(speaker=speaker.id, first=first, last=last))


def _phrases(entry: Entry) -> tuple[str, ...]:
    words = quotation(entry.stmt).words[: RUN * MOST_RUNS]
    runs = (words[place : place + RUN] for place in range(0, max(len(words) - RUN, 0) + 1, RUN))
    return tuple(f'"{" ".join(run)}"' for run in runs if len(run) == RUN)
