"""Make a ledger's tables, or bring those of an older version to this one.

Each step takes one version to the next and runs in one transaction with its new number, so that a step that is stopped
has done nothing. A ledger that a newer version wrote is refused: it may hold what this one would lose.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Protocol, TypeAlias

from sqlalchemy import Connection, insert, inspect, select, update

from onrecord.errors import LedgerError
from onrecord.ledger import fulltext
from onrecord.ledger.schema import VERSION, meta, metadata

Step: TypeAlias = Callable[[Connection], None]

STEPS: Mapping[int, Step] = {}
"""By the version that a step starts from; all from 1 to VERSION - 1."""


class _Opened(Protocol):
    @property
    def name(self) -> str: ...

    def reading(self) -> AbstractContextManager[Connection]: ...

    def writing(self) -> AbstractContextManager[Connection]: ...


def prepare(ledger: _Opened, *, create: bool) -> None:
    """See to it that the tables are there, and are this version's.

    Raises:
        LedgerError: when there are none and none may be made, other ones, or newer ones.
    """
    with ledger.reading() as connection:
        found = _version(connection, ledger.name)
    if found == VERSION:
        return
    if found is None and not create:
        raise LedgerError(f"{ledger.name} is empty: fill it with `onrecord add PATH… --ledger …`")
    if found is not None and found > VERSION:
        raise LedgerError(f"{ledger.name} has tables of version {found}, this onrecord knows {VERSION}: upgrade it")
    _bring(ledger)


def _version(connection: Connection, name: str) -> int | None:
    """The version of the tables; None where there are none at all."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    found = None
    if meta.name in tables and "statements" in tables:
        found = connection.scalar(select(meta.c.value).where(meta.c.name == "schema"))
    if found is None:
        raise LedgerError(f"{name} is a database, but no ledger; name another")
    return int(found)


def _bring(ledger: _Opened) -> None:
    """Make the tables or take the steps; another process may have done it a moment ago."""
    with ledger.writing() as connection:
        found = _version(connection, ledger.name)
        if found is None:
            metadata.create_all(connection)
            fulltext.create(connection)
            connection.execute(insert(meta).values(name="schema", value=str(VERSION)))
            return
        for version in range(found, VERSION):
            STEPS[version](connection)
            connection.execute(update(meta).where(meta.c.name == "schema").values(value=str(version + 1)))
