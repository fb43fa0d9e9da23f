"""Parquet: typed and nested columns, a group of rows at a time."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from onrecord.exports import read_parquet, write_parquet
from onrecord.exports.as_parquet import entry_columns
from onrecord.records import Appearance, Condition, SaidOn, Span, Speaker, Statement
from tests.exports.builders import story


def names_of(record: type) -> list[str]:
    """The fields of a record."""
    return [field.name for field in fields(record)]


def test_every_field_of_a_statement_has_a_column() -> None:
    assert set(names_of(Statement)) - {"id"} <= set(entry_columns().names)


@pytest.mark.parametrize(
    ("column", "record"),
    [("content", Span), ("speakers", Speaker), ("conditions", Condition), ("appearances", Appearance)],
)
def test_lists_hold_records(column: str, record: type) -> None:
    struct = entry_columns().field(column).type.value_type
    assert [field.name for field in struct] == names_of(record)


def test_days_are_days() -> None:
    assert [field.name for field in entry_columns().field("said_on").type] == names_of(SaidOn)
    assert entry_columns().field("first_day").type == pa.date32()


def test_rows_come_in_groups(tmp_path: Path) -> None:
    write_parquet(story(), tmp_path / "talks.parquet", group=2)
    with parquet.ParquetFile(tmp_path / "talks.parquet") as file:
        assert [file.metadata.row_group(place).num_rows for place in range(file.num_row_groups)] == [2, 2, 1]


@pytest.mark.parametrize("group", [1, 2, 100])
def test_groups_of_any_size_hold_the_same(group: int, tmp_path: Path) -> None:
    write_parquet(story(), tmp_path / "talks.parquet", group=group)
    assert tuple(read_parquet(tmp_path / "talks.parquet", group=3)) == story()


def test_a_data_frame_can_ask_for_acts(tmp_path: Path) -> None:
    write_parquet(story(), tmp_path / "talks.parquet")
    table = parquet.read_table(tmp_path / "talks.parquet", filters=[("act", "=", "offer")])
    assert table.column("addressee").to_pylist() == ["Estmark"]
