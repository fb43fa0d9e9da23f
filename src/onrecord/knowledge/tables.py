"""Read the tables that ship with the package.

Use this from the look-ups only. A table is read on its first use and kept: importing the room reads nothing.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TypeAlias

Row: TypeAlias = dict[str, str]
"""One line of a table: what stands under each heading, empty where nothing does."""

SHIPPED = Path(__file__).parent
"""Where the tables are, in the source and in the wheel."""

SEVERAL = "|"
"""Stands between the values of a field that holds more than one."""


@cache
def table(name: str) -> tuple[Row, ...]:
    """The lines of a table, in the order of its file.

    Args:
        name: of the file, without its ending ("countries").
    """
    with (SHIPPED / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def several(field: str) -> list[str]:
    """The values of a field that holds more than one."""
    return [value for value in field.split(SEVERAL) if value]
