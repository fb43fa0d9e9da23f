"""Tell who waits for whom, from the conditions that sides set.

Use `standoff` over the statements of an issue. An edge leads from the side that sets a condition to the side that must
act; `circles` finds where sides wait for each other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.answers.circles import circles
from onrecord.answers.holding import held, parties_of_names
from onrecord.answers.replies import Replies
from onrecord.answers.results import Edge, Held, Standoff, Wait
from onrecord.answers.sides import days, latest_first, scope_of, side_of
from onrecord.answers.stances import awaits
from onrecord.ledger import Parties
from onrecord.records import Actor, Condition, Entry

_Missing: TypeAlias = Literal["nobody", "itself", "no side"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    waiter: str
    awaited: str
    held: Held
    condition: Condition


def standoff(entries: Sequence[Entry], *, parties: Parties | None = None) -> Standoff:
    """The graph of who waits for whom.

    Args:
        entries: those of an issue, in any order.
        parties: for whom names speak; by default what is seen in the entries.
    """
    parties = parties_of_names(entries) if parties is None else parties
    found, missing = _conditions(entries, parties)
    replies = Replies(entries)
    pairs: dict[tuple[str, str], list[Wait]] = defaultdict(list)
    for one in found:
        pairs[one.waiter, one.awaited].append(_wait(one, replies))
    edges = tuple(sorted((_edge(*sides, waits) for sides, waits in pairs.items()), key=_most_first))
    return Standoff(
        edges=edges,
        circles=circles(edges),
        scope=scope_of(list({one.held.entry.id: one.held.entry for one in found}.values())),
        on_nobody=missing["nobody"],
        on_itself=missing["itself"],
        without_side=missing["no side"],
    )


def _conditions(entries: Sequence[Entry], parties: Parties) -> tuple[list[_Found], Counter[_Missing]]:
    """Every condition that its speaker waits for, and how many lead nowhere."""
    found: list[_Found] = []
    missing: Counter[_Missing] = Counter()
    for entry in entries:
        for condition in entry.stmt.conditions:
            if not awaits(entry.stmt, condition):
                continue
            outcomes = list(_sides(entry, condition, parties))
            found += [one for one in outcomes if isinstance(one, _Found)]
            missing.update(one for one in outcomes if not isinstance(one, _Found))
    return found, missing


def _sides(entry: Entry, condition: Condition, parties: Parties) -> Iterator[_Found | _Missing]:
    everybody = _sides_meant(condition.on, parties)
    waiters = dict.fromkeys(side for one in entry.stmt.speakers if (side := side_of(one)))
    if not waiters:
        yield "no side"
    for waiter in waiters:
        if not everybody:
            yield "nobody"
        for awaited in everybody:
            if awaited == waiter:
                yield "itself"
            else:
                yield _Found(waiter=waiter, awaited=awaited, held=held(entry, parties), condition=condition)


def _sides_meant(actor: Actor | None, parties: Parties) -> tuple[str, ...]:
    """Who must act: a party, the one that a name speaks for elsewhere, those that stand in it, or else the name.

    Of "governments of Vardonia and Estria" that is both; a mere description ("inspectors") is nobody's name.
    """
    if actor is None or actor.party:
        return (actor.party,) if actor and actor.party else ()
    name = actor.name or ""
    known = parties.get(name, frozenset())
    if len(known) == 1:
        return tuple(known)
    named = {party for those in parties.values() for party in those if re.search(rf"\b{re.escape(party)}\b", name)}
    return tuple(sorted(named)) or ((name,) if name[:1].isupper() else ())


def _wait(one: _Found, replies: Replies) -> Wait:
    rejected = replies.rejection(one.held.entry, one.condition, waiter=one.waiter, awaited=one.awaited)
    dropped = replies.withdrawal(one.held.entry, one.condition, waiter=one.waiter)
    return Wait(
        held=one.held,
        condition=one.condition,
        rejected=rejected,
        dropped=dropped,
        why=_why(one, rejected, dropped),
    )


def _why(one: _Found, rejected: Entry | None, dropped: Entry | None) -> str:
    said = days(one.held.entry.first_day, one.held.entry.last_day)
    parts = [f"{one.waiter} waits for {one.awaited}: “{one.condition.text}” ({one.condition.kind}), {said}"]
    if rejected:
        parts.append(f"rejected by {one.awaited} {days(rejected.first_day, rejected.last_day)}: “{rejected.stmt.text}”")
    if dropped:
        parts.append(f"offered without a condition {days(dropped.first_day, dropped.last_day)}: “{dropped.stmt.text}”")
    return "; ".join((*parts, *one.held.doubts))


def _edge(waiter: str, awaited: str, waits: Sequence[Wait]) -> Edge:
    in_order = sorted(waits, key=_latest_first)
    return Edge(
        waiter=waiter,
        awaited=awaited,
        waits=tuple(in_order),
        scope=scope_of(list({one.held.entry.id: one.held.entry for one in in_order}.values())),
        confidence=max(one.held.entry.stmt.confidence * one.condition.confidence for one in in_order),
        rejected=any(one.rejected for one in in_order),
        dropped=all(one.dropped for one in in_order),
    )


def _latest_first(one: Wait) -> tuple[tuple[int, int, str], int]:
    return latest_first(one.held.entry), one.condition.span.start


def _most_first(edge: Edge) -> tuple[int, str, str]:
    return (-len(edge.waits), edge.waiter, edge.awaited)
