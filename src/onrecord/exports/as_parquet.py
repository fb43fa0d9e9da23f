"""Entries as Parquet, with typed and nested columns, for data frames and column stores.

Use `write_parquet` for large exports that are queried (DuckDB, Arrow, Polars), `read_parquet` to take the entries back.
The columns are the fields of the records, a statement's beside its entry's; spans, speakers, conditions and
appearances are lists of structs. Rows are written and read a group at a time, so that memory does not grow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError
from onrecord.exports.files import whole_file
from onrecord.records import Actor, Appearance, Condition, Entry, SaidOn, Span, Spans, Speaker, Statement

if TYPE_CHECKING:
    import pyarrow as pa

GROUP = 10_000  # rows held in memory at once; some 10 MB of statements, and enough for columns to pack well
_DERIVED = ("first_day", "last_day")  # beside the records' own fields; not looked at when reading back


def write_parquet(entries: Iterable[Entry], target: Path, *, group: int = GROUP) -> None:
    """Write all entries to a file.

    Args:
        entries: in the order in which they are to stand.
        target: the file.
        group: rows in a row group.

    Raises:
        ExportError, OSError: as `whole_file`.
    """
    import pyarrow as pa  # noqa: PLC0415  # takes a quarter of a second, which other commands need not wait for
    from pyarrow import parquet  # noqa: PLC0415

    schema = entry_columns()
    with whole_file(target) as part, parquet.ParquetWriter(part, schema, compression="zstd") as file:
        for rows in _groups(entries, group):
            file.write_batch(pa.RecordBatch.from_pylist(rows, schema=schema))


def read_parquet(path: Path, *, group: int = GROUP) -> Iterator[Entry]:
    """The entries of a file, one after the other.

    Raises:
        InputError: when it is no Parquet file, or has not our columns.
    """
    import pyarrow as pa  # noqa: PLC0415  # as above
    from pyarrow import parquet  # noqa: PLC0415

    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=group):
                yield from map(_entry, batch.to_pylist())
    except (pa.ArrowInvalid, KeyError, TypeError) as error:
        raise InputError(str(path), f"this holds no entries of the ledger ({error})") from error


def entry_columns() -> pa.Schema:
    """The columns and their types."""
    import pyarrow as pa  # noqa: PLC0415  # as above

    spans = pa.list_(_struct(Span, start=pa.int32(), end=pa.int32()))
    day = pa.date32()
    said_on = _struct(SaidOn, first=day, last=day)
    speakers = pa.list_(_struct(Speaker, mentions=spans))
    condition = _struct(Condition, span=spans.value_type, on=_struct(Actor), confidence=pa.float64())
    stmt = _struct(
        Statement,
        id=pa.int32(),
        parent=pa.int32(),
        cue=spans,
        source=spans,
        content=spans,
        confidence=pa.float64(),
        act_confidence=pa.float64(),
        speakers=speakers,
        chain=pa.list_(pa.string()),
        said_on=said_on,
        conditions=pa.list_(condition),
        vector=pa.binary(),
    )
    columns = [field.with_name("number") if field.name == "id" else field for field in stmt]
    appearances = pa.list_(_struct(Appearance, published=day, same=pa.bool_()))
    return pa.schema(
        [
            pa.field("id", pa.string()),
            *columns,
            *(pa.field(name, day) for name in _DERIVED),
            pa.field("appearances", appearances),
            pa.field("corrected", pa.list_(pa.string())),
        ]
    )


def _struct(record: type, **types: pa.DataType) -> pa.StructType:
    """The fields of a record as a type; those that are not named are texts."""
    import pyarrow as pa  # noqa: PLC0415  # as above

    names: Iterable[str] = record.__dataclass_fields__  # type: ignore[attr-defined]  # true of every record
    return pa.struct([pa.field(name, types.get(name, pa.string())) for name in names])


def _groups(entries: Iterable[Entry], size: int) -> Iterator[list[dict[str, Any]]]:
    rows = map(_row, entries)
    while group := list(islice(rows, size)):
        yield group


def _row(entry: Entry) -> dict[str, Any]:
    stmt = asdict(entry.stmt)
    derived = {name: getattr(entry, name) for name in _DERIVED}
    appearances = [asdict(one) for one in entry.appearances]
    own = {"id": entry.id, "number": entry.stmt.id, "appearances": appearances, "corrected": entry.corrected}
    return stmt | derived | own


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        id=row["id"],
        stmt=_statement(row),
        appearances=tuple(Appearance(**one) for one in row["appearances"]),
        corrected=tuple(row["corrected"]),
    )


def _statement(row: dict[str, Any]) -> Statement:
    plain = {name: row[name] for name in Statement.__dataclass_fields__ if name != "id"}
    nested = {
        "cue": _spans(row["cue"]),
        "source": _spans(row["source"]),
        "content": _spans(row["content"]),
        "speakers": tuple(Speaker(**{**one, "mentions": _spans(one["mentions"])}) for one in row["speakers"]),
        "chain": tuple(row["chain"]),
        "said_on": SaidOn(**row["said_on"]) if row["said_on"] else None,
        "conditions": tuple(_condition(one) for one in row["conditions"]),
    }
    return Statement(**{**plain, **nested, "id": row["number"]})


def _condition(row: dict[str, Any]) -> Condition:
    on = Actor(**row["on"]) if row["on"] else None
    return Condition(**{**row, "span": Span(**row["span"]), "on": on})


def _spans(rows: list[dict[str, int]]) -> Spans:
    return tuple(Span(**row) for row in rows)
