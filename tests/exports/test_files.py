"""A file is written whole or not at all."""

from __future__ import annotations

import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import pytest

from onrecord.errors import ExportError
from onrecord.exports import FORMATS, export
from onrecord.exports.files import whole_file, whole_text
from onrecord.records import Entry
from tests.exports.builders import TEXT, offer

each_format = pytest.mark.parametrize("name", FORMATS)


def interrupted() -> Iterator[Entry]:
    """Entries of a database that goes away."""
    yield offer()
    raise OSError("the database is gone")


@contextmanager
def little_room() -> Iterator[None]:
    """No file may grow beyond two thousand bytes, as on a disk that is all but full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@each_format
def test_a_full_disk_leaves_what_was_there(name: str, tmp_path: Path) -> None:
    (tmp_path / "talks").write_bytes(b"before")
    many = (replace(offer(), id=f"{offer().id}{number}") for number in islice(count(), 300))
    with pytest.raises(OSError), little_room():  # noqa: PT011  # each library has its own words for it
        export(name, many, tmp_path / "talks", text_of=lambda _: TEXT)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"before"]


def test_what_is_written_takes_the_place_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "talks.txt"
    with whole_text(target) as file:
        file.write("new")
        assert not target.exists()
    assert target.read_text(encoding="utf-8") == "new"


@each_format
@pytest.mark.parametrize("before", [None, b"before"], ids=["no file", "a file"])
def test_after_a_failure_all_is_as_before(name: str, before: bytes | None, tmp_path: Path) -> None:
    target = tmp_path / "talks"
    if before is not None:
        target.write_bytes(before)
    with pytest.raises(OSError, match="the database is gone"):
        export(name, interrupted(), target, text_of=lambda _: TEXT)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([before] if before else [])


@each_format
def test_nothing_is_left_beside_the_file(name: str, tmp_path: Path) -> None:
    export(name, [offer()], tmp_path / "talks", text_of=lambda _: TEXT)
    assert [path.name for path in tmp_path.iterdir()] == ["talks"]


@each_format
def test_the_same_entries_give_the_same_file(name: str, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        export(name, [offer()], tmp_path / folder / "talks", text_of=lambda _: TEXT)
    assert (tmp_path / "one" / "talks").read_bytes() == (tmp_path / "two" / "talks").read_bytes()


def test_a_file_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "talks.txt"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    with whole_text(target) as file:
        file.write("new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    with whole_text(tmp_path / "talks.txt"):
        pass
    assert (tmp_path / "talks.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_keeps_pointing_where_it_points(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    with whole_text(tmp_path / "link.txt") as file:
        file.write("new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize(
    ("target", "reason"),
    [("", "it is a folder"), ("none/talks.txt", "there is no folder"), ("pipe", "it is no ordinary file")],
    ids=["a folder", "no folder", "a pipe"],
)
def test_what_cannot_be_replaced_is_refused(target: str, reason: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExportError, match=f"cannot write .*: {reason}"), whole_file(tmp_path / target):
        pytest.fail("nothing may be written")


def test_half_a_character_becomes_a_question_mark(tmp_path: Path) -> None:
    with whole_text(tmp_path / "talks.txt") as file:
        file.write("caf\udce9")
    assert (tmp_path / "talks.txt").read_text(encoding="utf-8") == "caf?"
