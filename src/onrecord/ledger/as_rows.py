"""Hand long lists to the database: as one parameter, for SQLite takes no more than some ten thousand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import JSON, Connection, Select, cast, func, literal, select


def as_rows(connection: Connection, values: Sequence[Any], column: Any) -> Select[Any]:
    """Values as a query, to ask whether a column is one of them.

    Args:
        connection: to the ledger.
        values: strings or numbers.
        column: that they are compared with.
    """
    listed = json.dumps(values)
    if connection.dialect.name == "sqlite":
        return select(func.json_each(listed).table_valued("value").c.value)
    return select(cast(func.json_array_elements_text(cast(literal(listed), JSON)), column.type))
