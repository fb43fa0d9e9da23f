"""Get those statements of an issue out of a ledger that an answer rests on, and what must be known of the others.

Use `drawn` where most statements of an issue only count: to build an entry takes fifty times as long as to count it,
and of a large issue half are plain claims.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, select

from onrecord.ledger.as_rows import as_rows
from onrecord.ledger.entries import entries_of
from onrecord.ledger.filters import Filters, matching
from onrecord.ledger.issues import condition_of
from onrecord.ledger.schema import conditions, statement_speakers, statements
from onrecord.ledger.store import Ledger
from onrecord.records import Act, Entry

Rest: TypeAlias = Mapping[tuple[date | None, date | None], int]
"""How many statements there are for each first and last day on which they may have been said."""
Parties: TypeAlias = Mapping[str, frozenset[str]]
"""For each name that speaks somewhere, the parties it was seen to speak for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Statements of an issue.

    Attributes:
        entries: those that were asked for, in the order of their articles.
        rest: the others.
        parties: of all who speak on the issue.
    """

    entries: Sequence[Entry]
    rest: Rest
    parties: Parties


def drawn(
    ledger: Ledger,
    name: str,
    *,
    acts: Collection[Act] = (),
    on_conditions: bool = False,
    meeting: Sequence[Filters] = (),
) -> Drawn:
    """Statements of a saved issue that do one of some acts, hang on a condition, or meet one of some filters.

    Args:
        ledger: an open one.
        name: of the issue.
        acts: what they do.
        on_conditions: whether to choose all that hang on a condition.
        meeting: what they are.

    Raises:
        UsageError: when there is no such issue.
        LedgerError: when the database fails.
    """
    with ledger.reading() as connection:
        columns = (statements.c.id, statements.c.act, statements.c.day_first, statements.c.day_last)
        on_issue = condition_of(connection, ledger, name)
        query = select(*columns).where(on_issue)
        rows = connection.execute(query.order_by(statements.c.article, statements.c.number)).all()
        every = as_rows(connection, [row[0] for row in rows], statements.c.id)
        chosen = _hanging(connection, every) if on_conditions else set[int]()
        for filters in meeting:
            met = select(statements.c.id).where(on_issue, matching(connection, filters))
            chosen.update(connection.scalars(met))
        wanted, rest = list[int](), Counter[tuple[date | None, date | None]]()
        for number, act, first, last in rows:
            if act in acts or number in chosen:
                wanted.append(number)
            else:
                rest[first, last] += 1
        return Drawn(entries=entries_of(connection, wanted), rest=rest, parties=_parties(connection, every))


def _hanging(connection: Connection, every: Select[Any]) -> set[int]:
    return set(connection.scalars(select(conditions.c.statement).where(conditions.c.statement.in_(every))))


def _parties(connection: Connection, every: Select[Any]) -> Parties:
    names = select(statement_speakers.c.name, statement_speakers.c.party).distinct()
    speaking = statement_speakers.c.statement.in_(every)
    parties: dict[str, set[str]] = defaultdict(set)
    for name, party in connection.execute(names.where(speaking, statement_speakers.c.party != "")):
        parties[name].add(party)
    return {name: frozenset(those) for name, those in parties.items()}
