"""Save what an issue is about: queries and examples, and statements put in or out by hand.

Use `add_issue` once, `issue_entries` whenever its statements are wanted: an issue is asked anew each time, so that it
grows with the ledger. What was put in or out by hand stays so, whatever the queries find. `chosen` is for an issue that
is not saved yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, false, func, insert, or_, select

from onrecord.errors import UsageError
from onrecord.ledger.entries import entries_of
from onrecord.ledger.filters import ALL, Filters, matching
from onrecord.ledger.like import closest
from onrecord.ledger.matches import meets
from onrecord.ledger.queries import parse
from onrecord.ledger.schema import issue_statements, issues, statements
from onrecord.ledger.store import Ledger
from onrecord.records import Entry

MOST_LIKE = 200
"""Statements that one example brings in: the most alike ones; what is further away is seldom on the same issue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text to which statements of an issue are alike.

    Attributes:
        text: as the user wrote it.
        vector: what it is about, as `Statement.vector`.
    """

    text: str
    vector: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What positions are about.

    Attributes:
        name: as the user calls it.
        queries: a statement that meets one of them is chosen.
        examples: a statement that is among the most alike to one of them is chosen too.
        filters: what every chosen statement must be besides; without queries and examples it alone chooses.
    """

    name: str
    queries: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    filters: Filters = field(default=ALL)


def add_issue(ledger: Ledger, issue: Issue) -> None:
    """Save an issue.

    Raises:
        UsageError: when it has no name, another one bears it, or a query has no word.
    """
    if not issue.name.strip():
        raise UsageError("an issue needs a name, such as 'harbour talks'")
    for query in issue.queries:
        parse(query)
    with ledger.writing() as connection:
        if _row(connection, issue.name):
            raise UsageError(f"there is an issue {issue.name!r} already; remove it, or choose another name")
        connection.execute(insert(issues), _to_row(issue))


def all_issues(ledger: Ledger) -> list[Issue]:
    """The saved issues, by name."""
    with ledger.reading() as connection:
        return [_from_row(row) for row in connection.execute(select(issues).order_by(issues.c.name))]


def issue_named(ledger: Ledger, name: str) -> Issue:
    """A saved issue.

    Raises:
        UsageError: when there is none of that name.
    """
    with ledger.reading() as connection:
        return _from_row(_row_or_refuse(connection, ledger, name))


def remove_issue(ledger: Ledger, name: str) -> None:
    """Forget an issue and what was put in or out by hand; its statements stay in the ledger.

    Raises:
        UsageError: when there is none of that name.
    """
    with ledger.writing() as connection:
        row = _row_or_refuse(connection, ledger, name)
        connection.execute(delete(issue_statements).where(issue_statements.c.issue == row.id))
        connection.execute(delete(issues).where(issues.c.id == row.id))


def put_by_hand(ledger: Ledger, name: str, keys: Iterable[str], *, included: bool) -> None:
    """Put single statements in or out by hand; the last word counts.

    Args:
        ledger: an open one.
        name: of the issue.
        keys: ids of entries.
        included: in, or out.

    Raises:
        UsageError: when there is no such issue.
    """
    wanted = sorted(set(keys))
    with ledger.writing() as connection:
        number = _row_or_refuse(connection, ledger, name).id
        there = issue_statements.c
        connection.execute(delete(issue_statements).where(there.issue == number, there.key.in_(wanted)))
        rows = [{"issue": number, "key": key, "included": included} for key in wanted]
        if rows:
            connection.execute(insert(issue_statements), rows)


def by_hand(ledger: Ledger, name: str) -> dict[str, bool]:
    """Ids of the statements that were put in (true) or out (false).

    Raises:
        UsageError: when there is no such issue.
    """
    with ledger.reading() as connection:
        number = _row_or_refuse(connection, ledger, name).id
        rows = connection.execute(select(issue_statements).where(issue_statements.c.issue == number))
        return {row.key: row.included for row in rows}


def issue_entries(ledger: Ledger, name: str) -> list[Entry]:
    """The statements of a saved issue, in the order of their articles.

    Raises:
        UsageError: when there is no such issue.
        LedgerError: when the database fails.
    """
    with ledger.reading() as connection:
        return _entries(connection, condition_of(connection, ledger, name))


def issue_size(ledger: Ledger, name: str) -> int:
    """How many statements a saved issue has.

    Raises:
        UsageError: when there is no such issue.
        LedgerError: when the database fails.
    """
    with ledger.reading() as connection:
        query = select(func.count()).select_from(statements).where(condition_of(connection, ledger, name))
        return connection.scalar(query) or 0


def condition_of(connection: Connection, ledger: Ledger, name: str) -> ColumnElement[bool]:
    """What the statements of a saved issue are, and no others; for `drawn` too."""
    row = _row_or_refuse(connection, ledger, name)
    mine = select(issue_statements.c.key).where(issue_statements.c.issue == row.id)
    found = or_(_condition(connection, _from_row(row)), _in_hand(mine, included=True))
    return and_(found, ~_in_hand(mine, included=False), statements.c.removed.is_(False))


def chosen(ledger: Ledger, issue: Issue) -> list[Entry]:
    """The statements that an issue would have, saved or not, but for what is put in or out by hand.

    Raises:
        UsageError: when a query has no word.
        LedgerError: when the database fails.
    """
    with ledger.reading() as connection:
        return _entries(connection, _condition(connection, issue))


def _in_hand(mine: Any, *, included: bool) -> ColumnElement[bool]:
    return statements.c.key.in_(mine.where(issue_statements.c.included.is_(included)))


def _entries(connection: Connection, condition: ColumnElement[bool]) -> list[Entry]:
    query = select(statements.c.id).where(condition).order_by(statements.c.article, statements.c.number)
    return entries_of(connection, list(connection.scalars(query)))


def _condition(connection: Connection, issue: Issue) -> ColumnElement[bool]:
    kept = matching(connection, issue.filters)
    if not issue.queries and not issue.examples:
        return kept if issue.filters != ALL else false()
    by_words = [meets(connection, parse(query)) for query in issue.queries]
    return and_(kept, or_(*by_words, *_alike(connection, issue)))


def _alike(connection: Connection, issue: Issue) -> Iterator[ColumnElement[bool]]:
    for example in issue.examples:
        numbers = closest(connection, example.vector, issue.filters, limit=MOST_LIKE)
        yield statements.c.id.in_(list(numbers))


def _row(connection: Connection, name: str) -> Row[Any] | None:
    return connection.execute(select(issues).where(issues.c.name == name)).one_or_none()


def _row_or_refuse(connection: Connection, ledger: Ledger, name: str) -> Row[Any]:
    row = _row(connection, name)
    if row is None:
        names = list(connection.scalars(select(issues.c.name).order_by(issues.c.name)))
        there = f"there are {', '.join(map(repr, names))}" if names else "there is none yet"
        raise UsageError(f"no issue {name!r} in {ledger.name}: {there}; `onrecord issue add` saves one")
    return row


def _to_row(issue: Issue) -> dict[str, Any]:
    filters = {name: value for name, value in asdict(issue.filters).items() if value not in {None, False}}
    days = {name: value.isoformat() for name, value in filters.items() if isinstance(value, date)}
    return {
        "name": issue.name,
        "filters": {"queries": list(issue.queries), **filters, **days},
        "examples": [{"text": one.text, "vector": one.vector.hex()} for one in issue.examples],
        "created": datetime.now(UTC),
    }


def _from_row(row: Row[Any]) -> Issue:
    return Issue(
        name=row.name,
        queries=tuple(row.filters.get("queries", ())),
        examples=tuple(Example(text=one["text"], vector=bytes.fromhex(one["vector"])) for one in row.examples),
        filters=Filters(**{one.name: _value(one.name, row.filters[one.name]) for one in _kept(row.filters)}),
    )


def _kept(filters: dict[str, Any]) -> Sequence[Any]:
    return [one for one in fields(Filters) if one.name in filters]


def _value(name: str, value: Any) -> Any:
    if name in {"first", "last"}:
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
