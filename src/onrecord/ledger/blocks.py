"""Read all sentence vectors of a ledger, fast.

Use `vector_blocks_of` to go through them. Vectors are stored a row each; `keep_blocks` copies rows into blocks of
thousands, which are read three times as fast. Blocks are only ever added: numbers of statements are given once, so one
that is gone is nobody's, and whoever looks it up will not find it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, func, insert, select

from onrecord.errors import LedgerError
from onrecord.ledger.schema import vector_blocks as table
from onrecord.ledger.schema import vectors
from onrecord.ledger.store import Ledger

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BLOCK = 8_192  # vectors: a megabyte of 128 dimensions


def keep_blocks(ledger: Ledger) -> None:
    """Copy into blocks what has come since, if it is much; a ledger that cannot be written stays as it is."""
    with ledger.reading() as connection:
        waiting = connection.scalar(_rest(connection, count=True)) or 0
    if waiting >= BLOCK:
        with suppress(LedgerError), ledger.writing() as connection:
            for block in _whole_blocks(connection):
                connection.execute(insert(table).values(block))


def vector_blocks_of(
    connection: Connection, *, dimensions: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int8]]]:
    """Numbers of statements and their vectors, a block at a time.

    Args:
        connection: to the ledger.
        dimensions: of the vectors; others, from other weights, are passed over.

    Yields:
        Numbers [n] and vectors [n, dimensions].
    """
    import numpy as np  # noqa: PLC0415

    for block in connection.execute(select(table.c.statements, table.c.vectors)):
        numbers = np.frombuffer(block.statements, np.int64)
        if len(block.vectors) == len(numbers) * dimensions:
            yield numbers, np.frombuffer(block.vectors, np.int8).reshape(-1, dimensions)
    for rows in connection.execution_options(yield_per=BLOCK).execute(_rest(connection)).partitions():
        same = [row for row in rows if len(row.vector) == dimensions]
        numbers = np.array([row.statement for row in same], np.int64)
        yield numbers, np.frombuffer(b"".join(row.vector for row in same), np.int8).reshape(-1, dimensions)


def _rest(connection: Connection, *, count: bool = False) -> Any:
    """What is in no block yet."""
    last = connection.scalar(select(func.max(table.c.last))) or 0
    chosen = select(func.count()).select_from(vectors) if count else select(vectors).order_by(vectors.c.statement)
    return chosen.where(vectors.c.statement > last)


def _whole_blocks(connection: Connection) -> list[dict[str, Any]]:
    blocks = []
    rows = connection.execute(_rest(connection)).all()
    for start in range(0, len(rows) - BLOCK + 1, BLOCK):
        for _, group in groupby(rows[start : start + BLOCK], key=_length):
            blocks.append(_block(list(group)))
    return blocks


def _length(row: Row[Any]) -> int:
    return len(row.vector)


def _block(rows: list[Row[Any]]) -> dict[str, Any]:
    import numpy as np  # noqa: PLC0415

    numbers = np.array([row.statement for row in rows], np.int64)
    return {
        "last": rows[-1].statement,
        "statements": numbers.tobytes(),
        "vectors": b"".join(row.vector for row in rows),
    }
