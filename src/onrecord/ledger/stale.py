"""Note whose counts are out of date.

Use these in the transaction of whatever changes what somebody is counted for: who speaks in a statement, whether it
counts, when it was said, who carried it. `totals` counts those who are noted anew, and nobody else: in a ledger of a
million statements, to count all takes many seconds, and those whom one article touches a fraction of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, insert, select, union

from onrecord.ledger.schema import stale_totals, statement_speakers, statements

_BATCH = 500  # statements to a query


def outdate(connection: Connection, condition: ColumnElement[bool]) -> None:
    """Note the speakers of rows of `statement_speakers`.

    Args:
        connection: in the transaction that changes them; before the change, after it, or both, so that nobody who is
            counted for them then or now is left out.
        condition: on these rows.
    """
    speaker = statement_speakers.c.speaker
    noted = select(stale_totals.c.speaker).where(stale_totals.c.speaker == speaker).exists()
    chosen = select(speaker).distinct().where(condition, ~noted)
    connection.execute(insert(stale_totals).from_select(["speaker"], chosen))


def outdate_article(connection: Connection, article: int) -> None:
    """Note who speaks in an article, and whose words elsewhere it tells again."""
    here = statements.c.article == article
    told = select(statements.c.copy_of).where(here, statements.c.copy_of.is_not(None))
    outdate(connection, statement_speakers.c.statement.in_(union(select(statements.c.id).where(here), told)))


def outdate_statements(connection: Connection, numbers: Iterable[int]) -> None:
    """Note who speaks in some statements."""
    listed: Sequence[int] = sorted(set(numbers))
    for first in range(0, len(listed), _BATCH):
        outdate(connection, statement_speakers.c.statement.in_(listed[first : first + _BATCH]))
