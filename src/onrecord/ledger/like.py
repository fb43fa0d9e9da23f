"""Find statements that say something like a text, whatever their words.

Use `like` with the vector of the text, in the space of `Statement.vector`; `closest` for numbers of statements alone.
All vectors are compared: a million take well under a second, and an index would answer less exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import Connection, select

from onrecord.ledger.blocks import keep_blocks, vector_blocks_of
from onrecord.ledger.filters import ALL, Filters, matching
from onrecord.ledger.schema import statements
from onrecord.ledger.search import LIMIT, Hit, hits_of
from onrecord.ledger.store import Ledger

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[np.int64]
    Scores: TypeAlias = NDArray[np.float32]

_MORE = 4  # times as many as are wanted are looked at, and then again as many times, for filters leave out some
_BATCH = 500  # statements that are asked for at once


def like(ledger: Ledger, vector: bytes, filters: Filters = ALL, limit: int = LIMIT) -> list[Hit]:
    """Statements by how much they are about the same, the most first.

    Args:
        ledger: an open one.
        vector: of the text; int8.
        filters: which statements are looked at; their limit is not.
        limit: how many are wanted.

    Returns:
        Hits, whose score is the cosine of both directions: 1 for the same, about 0 for what has nothing to do with it.

    Raises:
        UsageError: when the filters' text cannot be searched for.
        LedgerError: when the database fails.
    """
    keep_blocks(ledger)
    with ledger.reading() as connection:
        return list(hits_of(connection, closest(connection, vector, filters, limit=limit), filters.query))


def closest(connection: Connection, vector: bytes, filters: Filters = ALL, *, limit: int) -> dict[int, float]:
    """Numbers of the statements that are most alike, with their cosines, the highest first.

    Args:
        connection: to the ledger.
        vector: of what they are compared with; int8.
        filters: which statements are looked at; their limit is not.
        limit: how many are wanted.
    """
    numbers, scores = _compared(connection, vector)
    if filters != ALL:
        numbers, scores = _among(connection, filters, numbers, scores)
    return _best(connection, numbers, scores, limit)


def _compared(connection: Connection, vector: bytes) -> tuple[Numbers, Scores]:
    """Numbers of all statements and the cosines of their vectors with one, both [n]."""
    import numpy as np  # noqa: PLC0415

    asked = _direction(vector)
    numbers, scores = [np.empty(0, np.int64)], [np.empty(0, np.float32)]
    for block, vectors in vector_blocks_of(connection, dimensions=len(asked)):
        floats = vectors.astype(np.float32)
        lengths = np.sqrt(np.einsum("nd,nd->n", floats, floats))
        numbers.append(block)
        scores.append(np.einsum("nd,d->n", floats, asked) / np.maximum(lengths, 1))  # `@` would wake threads for little
    return np.concatenate(numbers), np.concatenate(scores)


def _direction(vector: bytes) -> NDArray[np.float32]:
    import numpy as np  # noqa: PLC0415

    floats = np.frombuffer(vector, np.int8).astype(np.float32)
    length = float(np.linalg.norm(floats))
    direction: NDArray[np.float32] = floats / np.float32(length or 1.0)
    return direction


def _among(connection: Connection, filters: Filters, numbers: Numbers, scores: Scores) -> tuple[Numbers, Scores]:
    """Those that the filters choose."""
    import numpy as np  # noqa: PLC0415

    chosen = connection.scalars(select(statements.c.id).where(matching(connection, filters))).all()
    among = np.isin(numbers, np.array(chosen, np.int64))
    return numbers[among], scores[among]


def _best(connection: Connection, numbers: Numbers, scores: Scores, limit: int) -> dict[int, float]:
    """The best that are counted, with their scores; copies and statements that are gone are passed over."""
    best: dict[int, float] = {}
    seen, wanted = 0, _MORE * limit
    while seen < len(numbers) and len(best) < limit:
        order = _first(scores, wanted)[seen:]
        counted = _counted(connection, numbers[order].tolist())
        found = ((int(numbers[place]), float(scores[place])) for place in order)
        best |= {number: score for number, score in found if number in counted}
        seen, wanted = wanted, _MORE * wanted
    return dict(islice(best.items(), limit))


def _first(scores: Scores, wanted: int) -> NDArray[np.intp]:
    """Places of the highest scores, the highest first."""
    import numpy as np  # noqa: PLC0415

    if wanted >= len(scores):
        return np.argsort(-scores, kind="stable")
    top = np.argpartition(-scores, wanted)[:wanted]
    return top[np.lexsort((top, -scores[top]))]


def _counted(connection: Connection, numbers: Sequence[int]) -> set[int]:
    counted: set[int] = set()
    for start in range(0, len(numbers), _BATCH):
        some = statements.c.id.in_(numbers[start : start + _BATCH])
        counted.update(connection.scalars(select(statements.c.id).where(some, matching(connection, ALL))))
    return counted
