"""CSV: what a spreadsheet shows, and what it must not run."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from onrecord.exports import write_csv
from onrecord.exports.as_csv import COLUMNS, guarded, unguarded
from onrecord.records import Entry
from tests.conftest import Golden
from tests.exports.builders import entry, joint, offer, story, texts


def rows_of(path: Path, *entries: Entry) -> list[dict[str, str]]:
    """The rows as any reader of CSV has them."""
    write_csv(entries, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_file_looks_as_it_was_reviewed(tmp_path: Path, golden: Golden) -> None:
    write_csv(story(), tmp_path / "talks.csv")
    golden("export.csv", (tmp_path / "talks.csv").read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))


def test_the_front_columns_are_for_the_eye(tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path / "talks.csv", offer())
    assert (row["speaker"], row["party"], row["role"], row["act"]) == ("Ann Lee", "Norvia", "President", "offer")
    assert (row["first_day"], row["outlets"]) == ("2031-04-01", "Meridian Wire; Norvia Herald")


def test_several_speakers_share_a_cell(tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path / "talks.csv", joint())
    assert row["speaker"] == "Foreign Ministry of Estmark; crew"
    assert row["party"] == "Estmark"


def test_a_spreadsheet_knows_that_it_is_utf_8(tmp_path: Path) -> None:
    write_csv(story(), tmp_path / "talks.csv")
    assert (tmp_path / "talks.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")


def test_nothing_has_its_columns(tmp_path: Path) -> None:
    write_csv([], tmp_path / "talks.csv")
    assert (tmp_path / "talks.csv").read_text(encoding="utf-8-sig") == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"], ids=ascii)
def test_a_formula_is_no_formula(start: str, tmp_path: Path) -> None:
    attack = f'{start}HYPERLINK("http://estmark.example","x")'
    guilty = entry("Tuesday", addressee=attack)
    guilty = replace(guilty, stmt=replace(guilty.stmt, text=attack, source_text=attack))
    (row,) = rows_of(tmp_path / "talks.csv", guilty)
    assert (row["text"], row["source_text"], row["addressee"]) == (f"'{attack}",) * 3


def test_no_cell_begins_a_formula(tmp_path: Path) -> None:
    rows = rows_of(tmp_path / "talks.csv", *story())
    assert [cell for row in rows for cell in row.values() if cell[:1] in set("=+-@\t\r\n")] == []


@given(texts)
def test_a_guard_can_be_taken_away(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_a_text_with_an_apostrophe_keeps_it(tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path / "talks.csv", entry("Tuesday", source_text="'tis"))
    assert unguarded(row["source_text"]) == "'tis"


def test_a_content_as_long_as_an_article_fits(tmp_path: Path) -> None:
    from onrecord.exports import read_csv

    long = entry("Tuesday")
    long = replace(long, stmt=replace(long.stmt, text="word " * 40_000))
    write_csv([long], tmp_path / "talks.csv")
    assert list(read_csv(tmp_path / "talks.csv")) == [long]
