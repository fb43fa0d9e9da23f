"""Keep what read the articles: the version of the program, the weights, when.

Use `Run` for all that is read in one go; it is not in the ledger before something is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, update

from onrecord import __version__
from onrecord.ledger.blocks import keep_blocks
from onrecord.ledger.schema import runs
from onrecord.ledger.store import Ledger
from onrecord.ledger.totals import keep_totals


class Run:
    """A run that fills a ledger.

    Args:
        ledger: open.
        weights: the fingerprint of the model, or who knows it and is asked once something is stored.
        settings: of the reading.
    """

    def __init__(self, ledger: Ledger, *, weights: str | Callable[[], str], settings: Mapping[str, Any]) -> None:
        self._ledger = ledger
        self._weights = weights
        self._began = {"settings": dict(settings), "started": datetime.now(UTC)}
        self._number: int | None = None

    @contextmanager
    def writing(self) -> Iterator[tuple[Connection, int]]:
        """A transaction that writes, and the run's id, which is stored with the first of them."""
        number = self._number
        # Asked before the transaction: nobody should wait for a model that is loaded only to say its name.
        weights = self._weights if isinstance(self._weights, str) else self._weights()
        with self._ledger.writing() as connection:
            if number is None:
                row = insert(runs).values(version=__version__, weights=weights, **self._began)
                number = connection.execute(row.returning(runs.c.id)).scalar_one()
            yield connection, number
        self._number = number

    def finish(self) -> None:
        """Note that the run came to its end, and count what users ask for, so that they need not wait for it."""
        if self._number is None:
            return
        with self._ledger.writing() as connection:
            connection.execute(update(runs).where(runs.c.id == self._number).values(finished=datetime.now(UTC)))
            keep_totals(connection)
        keep_blocks(self._ledger)
        self._ledger.tidy()
