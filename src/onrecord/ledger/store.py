"""Open a ledger, and read and write it.

Use `open_ledger` for a SQLite file or a PostgreSQL URL, and its `reading` and `writing` for transactions. Readers go on
while somebody writes; writers wait for each other, for at most `PATIENCE`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from onrecord.ledger.engines import PATIENCE, engine_of, shown
from onrecord.ledger.failures import explained
from onrecord.ledger.migrations import prepare

__all__ = ["PATIENCE", "Ledger", "open_ledger"]

# PostgreSQL lets many write at once; a lock of our own, given back with the transaction, makes them wait.
_TURN = text("SELECT pg_advisory_xact_lock(hashtext('onrecord'), hashtext(coalesce(current_schema(), '')))")


class Ledger:
    """An open ledger; close it, or use it in a `with`.

    Attributes:
        name: file or URL, without a password, as messages show it.
        engine: of SQLAlchemy; prefer `reading` and `writing`, which explain what goes wrong.
    """

    def __init__(self, engine: Engine, *, name: str) -> None:
        self.engine = engine
        self.name = name

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a SQLite file; else it is PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads: it sees the ledger as it was at its start, whoever writes meanwhile.

        Raises:
            LedgerError: when the database fails.
        """
        with self._connected() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, all or nothing; another writer waits until it ends.

        Raises:
            LedgerError: when the database fails (a full disk, a file that is read-only); nothing is written then.
        """
        with self._connected(writes=True) as connection, connection.begin():
            if not self.is_sqlite:
                connection.execute(_TURN)
            yield connection

    def tidy(self) -> None:
        """Let the database learn what it holds, so that it plans its searches well; cheap, and due after a fill."""
        if self.is_sqlite:
            with self.writing() as connection:
                connection.exec_driver_sql("PRAGMA analysis_limit = 1000")
                connection.exec_driver_sql("PRAGMA optimize")

    @contextmanager
    def _connected(self, *, writes: bool = False) -> Iterator[Connection]:
        try:
            with self.engine.connect() as connection:
                yield connection.execution_options(onrecord_writes=writes)
        except DBAPIError as error:
            raise explained(error, self.name) from error

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_ledger(where: str | Path, *, create: bool = False) -> Ledger:
    """Open a ledger, and bring it to this version's tables if an older one wrote it.

    Args:
        where: a SQLite file, or a URL that begins with `postgresql://`.
        create: make the tables where there are none.

    Raises:
        LedgerError: when there is none, it cannot be reached, is none, or a newer version wrote it.
    """
    ledger = Ledger(engine_of(where, create=create), name=shown(where))
    try:
        prepare(ledger, create=create)
    except BaseException:
        ledger.close()
        raise
    return ledger
