"""Read articles and store them a batch at a time.

Use this between what is to be read and the ledger, as `fill` and `reread` do. Reading happens outside of transactions:
another writer waits for milliseconds, not for a model.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError

from onrecord.errors import InputError, OnrecordError
from onrecord.ledger.report import Tally
from onrecord.ledger.runs import Run
from onrecord.ledger.storing import Stored, appear, replace_reading, store
from onrecord.records import Article, Reading

MOST = 64  # articles in a batch
PACE = 1.0  # seconds of reading after which a batch is stored, full or not: no more is lost when a fill is stopped
TOO_MUCH = "54"  # how PostgreSQL's codes begin for a value that is larger than it takes

Read: TypeAlias = Callable[[Article], Reading]
Storing: TypeAlias = Callable[[Connection, int], Stored]


class Batches:
    """What was read and is not stored yet.

    Args:
        run: that all belongs to.
        tally: told of all that is stored or fails.
    """

    def __init__(self, run: Run, tally: Tally) -> None:
        self._run = run
        self._tally = tally
        self._waiting: list[tuple[str, Storing]] = []
        self._held: set[str] = set()
        self._stored_at = time.monotonic()

    def holds(self, digest: str) -> bool:
        """Whether a text waits to be stored."""
        return digest in self._held

    def put(self, reading: Reading | InputError, digest: str, *, replacing: bool = False) -> None:
        """Store what an article says; or, replacing, in place of the statements of that text."""
        if isinstance(reading, InputError):
            self._tally.fail(reading)
            return
        put = replace_reading if replacing else store
        self._wait(reading.article.id, digest, partial(_put, put, reading))

    def again(self, article: Article, digest: str) -> None:
        """Store one more appearance of a text that is there."""
        self._wait(article.id, digest, partial(_appear, article))

    def store(self) -> None:
        """Store what waits, in one transaction."""
        if self._waiting:
            done = list(self._run_all())
            self._waiting, self._held = [], set()
            for outcome in done:
                self._tally.count(outcome)
            self._tally.show()
        self._stored_at = time.monotonic()

    def close(self) -> None:
        """Store the rest and end the run."""
        self.store()
        self._run.finish()

    def _wait(self, name: str, digest: str, storing: Storing) -> None:
        self._waiting.append((name, storing))
        self._held.add(digest)
        if len(self._waiting) >= MOST or time.monotonic() - self._stored_at >= PACE:
            self.store()

    def _run_all(self) -> list[Stored | InputError]:
        with self._run.writing() as (connection, number):
            return [_one(connection, number, name, storing) for name, storing in self._waiting]


def read_one(article: Article, read: Read) -> Reading | InputError:
    """Read one article; what goes wrong with it comes back as its error.

    Raises:
        OSError, MemoryError: the machine failed, and the next article would not fare better.
        ModelError: likewise of the weights.
    """
    try:
        return read(article)
    except InputError as error:
        return error
    except (OSError, MemoryError, OnrecordError):
        raise
    except Exception as error:  # noqa: BLE001  # a mistake of ours must not cost the other articles
        return InputError(article.id, f"{type(error).__name__}: {error}")


def _one(connection: Connection, run: int, name: str, storing: Storing) -> Stored | InputError:
    """Store one of a batch; what the database does not take of it costs the others nothing."""
    try:
        with connection.begin_nested():
            return storing(connection, run)
    except (DataError, IntegrityError, OperationalError) as error:
        if not _its_own(error):
            raise
        return InputError(name, f"the ledger does not take it: {str(error.orig).splitlines()[0]}")


def _its_own(error: DBAPIError) -> bool:
    """Whether the article is to blame, and not the database or the machine."""
    return not isinstance(error, OperationalError) or (getattr(error.orig, "sqlstate", None) or "").startswith(TOO_MUCH)


def _put(put: Callable[..., Stored], reading: Reading, connection: Connection, run: int) -> Stored:
    return put(connection, reading, run=run)


def _appear(article: Article, connection: Connection, _: int) -> Stored:
    return Stored(again=appear(connection, article))
