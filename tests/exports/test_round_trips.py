"""What is complete can be read back to the same entries: CSV, JSON Lines and Parquet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.exports import read_csv, read_jsonl, read_parquet, write_csv, write_jsonl, write_parquet
from onrecord.records import Entry
from tests.exports.builders import entries, story

Write = Callable[[Iterable[Entry], Path], None]
Read = Callable[[Path], Iterator[Entry]]
complete = pytest.mark.parametrize(
    ("write", "read"),
    [(write_csv, read_csv), (write_jsonl, read_jsonl), (write_parquet, read_parquet)],
    ids=["csv", "jsonl", "parquet"],
)


@complete
@given(kept=st.lists(entries, max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_a_round_trip_changes_nothing(write: Write, read: Read, kept: list[Entry], tmp_path: Path) -> None:
    write(kept, tmp_path / "file")
    assert list(read(tmp_path / "file")) == kept


@complete
def test_the_story_comes_back(write: Write, read: Read, tmp_path: Path) -> None:
    write(iter(story()), tmp_path / "file")
    assert tuple(read(tmp_path / "file")) == story()


@complete
def test_nothing_gives_a_file_with_nothing_in_it(write: Write, read: Read, tmp_path: Path) -> None:
    write([], tmp_path / "file")
    assert list(read(tmp_path / "file")) == []


@complete
def test_a_file_of_something_else_is_refused(write: Write, read: Read, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("name\nNorvia\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"cannot read .*file"):
        list(read(tmp_path / "file"))
