"""Guess how many articles there will be, so that a bar can tell the time left.

Use this for files before they are read. It looks at names and counts lines, and says None rather than take long.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

LINES = frozenset({".jsonl", ".ndjson", ".csv", ".tsv"})
ONE = frozenset({".txt", ".html", ".htm", ""})
MOST_COUNTED = 2 * 2**30  # bytes; counting their lines takes some seconds
_BLOCK = 2**20


def expected(names: Iterable[str]) -> int | None:
    """About how many articles the inputs hold; None if that cannot be told quickly."""
    total, left = 0, MOST_COUNTED
    for path in _files(names):
        count = _count(path, most=left)
        if count is None:
            return None
        total += count
        left -= path.stat().st_size
    return total


def _files(names: Iterable[str]) -> Iterator[Path]:
    for name in names:
        if not Path(name).is_dir():
            yield Path(name)
            continue
        for folder, _, within in os.walk(name):
            yield from (Path(folder, one) for one in within if not one.startswith("."))


def _count(path: Path, *, most: int) -> int | None:
    """Articles of one file, of the size that is left to count."""
    kind = path.suffix.lower()
    if not path.is_file():
        return None
    if kind in ONE:
        return 1
    if kind == ".parquet":
        return _rows(path)
    return _lines(path) if kind in LINES and path.stat().st_size <= most else None


def _lines(path: Path) -> int | None:
    try:
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b""))
    except OSError:
        return None


def _rows(path: Path) -> int | None:
    from pyarrow import ArrowException, parquet  # noqa: PLC0415  # slow to import, and seldom needed

    try:
        return int(parquet.read_metadata(path).num_rows)
    except (OSError, ArrowException):
        return None
