"""Make articles of a Parquet file, one a row.

Use this for files that begin as Parquet does. Row groups are read one after the other and in small batches, only the
columns that are needed; a broken row group costs the rest of itself only.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedIOBase
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.columns import Chosen, Columns, FieldError, find_columns
from onrecord.sources.rows import read_record

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

BATCH = 16  # rows; a cell of 10 MB may stand in each of them and take no more than a few bytes of the file
# Text is packed three to ten times; what unfolds to much more, and to more than memory should hold, is a bomb.
GROUP_LIMIT = 256_000_000  # bytes, unpacked
MOST_PACKED = 200


def read_parquet(stream: BufferedIOBase, *, name: str, chosen: Chosen = ()) -> Iterator[Article | InputError]:
    """Read a Parquet file row by row.

    Args:
        stream: the file, which can be read anywhere.
        name: its name, for errors and for articles that carry none.
        chosen: columns that the user named.

    Yields:
        An article or an error for each row, or for the rest of a row group; `where` has the row's number, from 1.

    Raises:
        InputError: it is damaged, or there is no column for the text.
    """
    file = _opened(stream, name)
    try:
        columns = find_columns(tuple(file.schema_arrow.names), chosen, table=True)
    except FieldError as error:
        raise InputError(name, str(error)) from error
    first = 1
    for group in range(file.num_row_groups):
        yield from _rows(file, group, columns, name=name, first=first)
        first += file.metadata.row_group(group).num_rows
    if first == 1:
        yield InputError(name, "it is empty: it has no row")


def _opened(stream: BufferedIOBase, name: str) -> ParquetFile:
    from pyarrow import ArrowException  # noqa: PLC0415  # heavy, and few inputs are Parquet
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415

    try:
        return ParquetFile(stream)
    except (ArrowException, OSError) as error:
        raise InputError(name, f"not a whole Parquet file: {_line(error)}") from error


def _rows(file: ParquetFile, group: int, columns: Columns, *, name: str, first: int) -> Iterator[Article | InputError]:
    from pyarrow import ArrowException  # noqa: PLC0415

    number = first
    try:
        _refuse_bomb(file, group, columns)
        for cells in _cells(file, group, columns):
            yield _article(cells, columns, f"{name}:{number}")
            number += 1
    except (ArrowException, OSError) as error:
        last = first + file.metadata.row_group(group).num_rows - 1
        yield InputError(f"{name}:{number}", f"the rows up to {last:,} (row group {group + 1}): {_line(error)}")


def _refuse_bomb(file: ParquetFile, group: int, columns: Columns) -> None:
    """Raise an OSError for a row group that would unfold beyond all measure."""
    row_group = file.metadata.row_group(group)
    chunks = [row_group.column(index) for index in range(row_group.num_columns)]
    wanted = [chunk for chunk in chunks if chunk.path_in_schema in columns.values()]
    packed = sum(chunk.total_compressed_size for chunk in wanted)
    unpacked = sum(chunk.total_uncompressed_size for chunk in wanted)
    if unpacked > max(GROUP_LIMIT, MOST_PACKED * packed):
        raise OSError(f"{packed:,} bytes that unfold to {unpacked:,}; no text is packed like this")


def _cells(file: ParquetFile, group: int, columns: Columns) -> Iterator[dict[str, Any]]:
    """Each row's cells, still in the form of the file: only one of them at a time is made a Python string."""
    wanted = list(dict.fromkeys(columns.values()))
    for batch in file.iter_batches(batch_size=BATCH, row_groups=[group], columns=wanted):
        arrays = {name: _in_microseconds(batch.column(name)) for name in wanted}
        for index in range(batch.num_rows):
            yield {name: array[index] for name, array in arrays.items()}


def _in_microseconds(array: Any) -> Any:
    """A column of times without the digits that Python's times do not have."""
    from pyarrow import timestamp, types  # noqa: PLC0415

    kind = array.type
    return array.cast(timestamp("us", kind.tz), safe=False) if types.is_timestamp(kind) else array


def _article(cells: dict[str, Any], columns: Columns, where: str) -> Article | InputError:
    try:
        record = {name: cell.as_py() for name, cell in cells.items()}
    except (ValueError, OverflowError) as error:  # no UTF-8, no day of this calendar
        return InputError(where, _line(error))
    return read_record(record, columns, where=where)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
