"""Get those statements of an issue out of a ledger that an answer rests on, and what must be known of the others.

Use `drawn` where most statements of an issue only count: to build an entry takes fifty times as long as to count it,
and ten times as long as to look at its `Sketch`, and of a large issue half are plain claims.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import Connection, Select, and_, func, or_, select

from onrecord.ledger.as_rows import as_rows
from onrecord.ledger.entries import entries_of
from onrecord.ledger.filters import Filters, matching
from onrecord.ledger.issues import condition_of
from onrecord.ledger.schema import conditions, statement_speakers, statements
from onrecord.ledger.store import Ledger
from onrecord.records import Act, Entry

BEGINNING = 60
"""Characters of a statement that its sketch has."""

Rows: TypeAlias = Sequence[Sequence[Any]]
Rest: TypeAlias = Mapping[tuple[date | None, date | None], int]
"""How many statements there are for each first and last day on which they may have been said."""
Parties: TypeAlias = Mapping[str, frozenset[str]]
"""For each name that speaks somewhere, the parties it was seen to speak for."""


class Sketch(NamedTuple):
    """What a glance at a statement tells.

    Attributes:
        number: of its row.
        last: the last day on which it may have been said.
        beginning: its first `BEGINNING` characters.
        words: its words as they are searched for (`Term.name`), with spaces between them.
        hangs: whether it hangs on a condition.
    """

    number: int
    last: date | None
    beginning: str
    words: str
    hangs: bool


Also: TypeAlias = Callable[[Sequence[Entry], Sequence[Sketch]], Iterable[int]]
"""Numbers of the statements that are wanted too, from those just drawn and the sketches of the others; asked again with
what it wanted, until it wants nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Statements of an issue.

    Attributes:
        entries: those that were asked for, in the order of their articles.
        rest: the others.
        parties: of all who speak on the issue.
        doubtful: how many of the others are less sure than asked for, by what they do.
    """

    entries: Sequence[Entry]
    rest: Rest
    parties: Parties
    doubtful: Mapping[str | None, int] = field(default_factory=dict)


def drawn(
    ledger: Ledger,
    name: str,
    *,
    acts: Collection[Act] = (),
    on_conditions: bool = False,
    meeting: Sequence[Filters] = (),
    also: Also | None = None,
    least: float = 0.0,
) -> Drawn:
    """Statements of a saved issue that do one of some acts, hang on a condition, or meet one of some filters.

    Args:
        ledger: an open one.
        name: of the issue.
        acts: what they do.
        on_conditions: whether to choose all that hang on a condition.
        meeting: what they are.
        also: which others.
        least: none whose confidence, alone or times that of its act, is below it.

    Raises:
        UsageError: when there is no such issue.
        LedgerError: when the database fails.
    """
    with ledger.reading() as connection:
        on_issue = condition_of(connection, ledger, name)
        rows = _rows(connection, on_issue, sketched=also is not None)
        unsure = _unsure(connection, on_issue, least) if least else set[int]()
        every = as_rows(connection, [row[0] for row in rows], statements.c.id)
        hanging = _hanging(connection, every) if on_conditions or also else set[int]()
        chosen = {number for number, act, *_ in rows if act in acts} | (hanging if on_conditions else set())
        chosen.update(*(_met(connection, every, filters) for filters in meeting))
        found = new = _entries(connection, rows, chosen - unsure)
        while also:
            more = set(also(list(new.values()), list(_sketches(rows, found.keys() | unsure, hanging))))
            found = found | (new := _entries(connection, rows, more))
            if not new:
                break
        return Drawn(
            entries=[found[row[0]] for row in rows if row[0] in found],
            rest=Counter((first, last) for number, _, first, last, *_ in rows if number not in found),
            parties=_parties(connection, every),
            doubtful=Counter(act for number, act, *_ in rows if number in unsure),
        )


def _rows(connection: Connection, on_issue: Any, *, sketched: bool) -> Rows:
    own = statements.c
    besides = (func.substr(own.text, 1, BEGINNING), own.words) if sketched else ()
    query = select(own.id, own.act, own.day_first, own.day_last, *besides)
    rows: Rows = connection.execute(query.where(on_issue).order_by(own.article, own.number)).all()
    return rows


def _met(connection: Connection, every: Select[Any], filters: Filters) -> Sequence[int]:
    query = select(statements.c.id).where(statements.c.id.in_(every), matching(connection, filters))
    return connection.scalars(query).all()


def _unsure(connection: Connection, on_issue: Any, least: float) -> set[int]:
    own = statements.c
    doubted = or_(own.confidence < least, and_(own.act.is_not(None), own.confidence * own.act_confidence < least))
    query = select(own.id).where(on_issue, doubted)
    return set(connection.scalars(query).all())


def _sketches(rows: Rows, known: Collection[int], hanging: Collection[int]) -> Iterator[Sketch]:
    for number, _, _, last, beginning, words in rows:
        if number not in known:
            yield Sketch(number, last, beginning, words, number in hanging)


def _entries(connection: Connection, rows: Rows, chosen: Collection[int]) -> dict[int, Entry]:
    numbers = [row[0] for row in rows if row[0] in chosen]
    return dict(zip(numbers, entries_of(connection, numbers), strict=True))


def _hanging(connection: Connection, every: Select[Any]) -> set[int]:
    return set(connection.scalars(select(conditions.c.statement).where(conditions.c.statement.in_(every))).all())


def _parties(connection: Connection, every: Select[Any]) -> Parties:
    names = select(statement_speakers.c.name, statement_speakers.c.party).distinct()
    speaking = statement_speakers.c.statement.in_(every)
    parties: dict[str, set[str]] = defaultdict(set)
    for name, party in connection.execute(names.where(speaking, statement_speakers.c.party != "")).all():
        parties[name].add(party)
    return {name: frozenset(those) for name, those in parties.items()}
