from __future__ import annotations

import io
from datetime import date, datetime, timedelta, timezone

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.columns import choose
from onrecord.sources.parquet import read_parquet

NO = "The envoy said no."


def written(columns: dict[str, object], **options: object) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, **options)
    return out.getvalue()


def read(raw: bytes, **options: object) -> list[Article | InputError]:
    return list(read_parquet(io.BufferedReader(io.BytesIO(raw)), name="a.parquet", **options))


def test_every_field_is_taken_and_other_columns_are_not_read():
    columns = {
        "body": [NO],
        "id": [7],
        "date": [date(2022, 12, 2)],
        "site": ["The Harbor"],
        "headline": ["No"],
        "link": ["https://a.example"],
        "topic": [{"of": ["no", "use"]}],
    }
    assert read(written(columns)) == [
        Article(id="7", text=NO, published=date(2022, 12, 2), outlet="The Harbor", title="No", url="https://a.example")
    ]


def test_rows_are_numbered_through_all_row_groups():
    items = read(written({"text": [NO] * 5}, row_group_size=2))
    assert [item.id for item in items] == [f"a.parquet:{number}" for number in range(1, 6)]


EAST = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("array", "day"),
    [
        (pa.array([datetime(2022, 12, 2, 23)], pa.timestamp("ns")), date(2022, 12, 2)),
        (pa.array([1669939200_123456789], pa.timestamp("ns")), date(2022, 12, 2)),
        (pa.array([datetime(2022, 12, 2, 8, tzinfo=EAST)], pa.timestamp("ms", "+09:00")), date(2022, 12, 2)),
        (pa.array(["2022-12-02T10:00:00Z"]), date(2022, 12, 2)),
        (pa.array([None], pa.date32()), None),
        (pa.array([float("nan")]), None),
    ],
    ids=["a time", "with nanoseconds", "in a zone", "a string", "null", "no number"],
)
def test_a_day_may_have_any_type(array, day):
    [item] = read(written({"text": [NO], "published": array}))
    assert isinstance(item, Article), item
    assert item.published == day


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.binary(), pa.dictionary(pa.int32(), pa.string())])
def test_a_text_may_have_any_type_of_strings(kind):
    [item] = read(written({"text": pa.array([NO]).cast(kind)}))
    assert item.text == NO


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"text": pa.array([None], pa.string())}, '"text" is null'),
        ({"text": [7]}, '"text" is a number'),
        ({"text": [["no"]]}, '"text" is a list'),
        ({"text": ["No.\x00"]}, "NUL"),
        ({"text": [NO], "date": ["yesterday"]}, '"date" is "yesterday"'),
        ({"text": [NO], "date": pa.array([10**18], pa.timestamp("us"))}, "out of range"),
        ({"text": pa.array([b"\xff"]).view(pa.string())}, "decode"),
    ],
    ids=["null", "a number", "a list", "a NUL", "no day", "a day out of the calendar", "no UTF-8"],
)
def test_a_bad_row_is_an_error_that_says_what_is_wrong(columns, reason):
    [item] = read(written(columns))
    assert isinstance(item, InputError)
    assert item.where == "a.parquet:1"
    assert reason in item.reason


def test_a_broken_row_group_costs_the_rest_of_itself():
    raw = written({"text": [f"{NO} {number}" for number in range(6)]}, row_group_size=2, compression="zstd")
    second = pq.ParquetFile(io.BytesIO(raw)).metadata.row_group(1).column(0).data_page_offset
    broken = raw[:second] + b"\xff" * 8 + raw[second + 8 :]
    items = read(broken)
    assert [isinstance(item, InputError) for item in items] == [False, False, True, False, False]
    assert items[2].where == "a.parquet:3"
    assert "the rows up to 4 (row group 2)" in items[2].reason


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"PAR1 no", "not a whole Parquet file"),
        (written({"text": [NO]})[:-20], "not a whole Parquet file"),
        (written({"a": ["b"]}), 'there is no column "text"; there are "a"'),
    ],
    ids=["none", "cut short", "no text"],
)
def test_a_file_that_cannot_be_read_is_one_error(raw, reason):
    with pytest.raises(InputError) as caught:
        read(raw)
    assert caught.value.where == "a.parquet"
    assert reason in caught.value.reason


def test_a_table_without_rows_is_empty():
    [item] = read(written({"text": pa.array([], pa.string())}))
    assert isinstance(item, InputError)
    assert "empty" in item.reason


def test_the_columns_may_be_named():
    [item] = read(written({"text": ["no"], "lead": [NO]}), chosen=choose({"text": "lead"}))
    assert item.text == NO


def test_rows_that_unfold_beyond_all_measure_are_refused(monkeypatch):
    monkeypatch.setattr("onrecord.sources.parquet.GROUP_LIMIT", 100_000)
    raw = written({"text": ["no" * 500_000]}, compression="zstd", use_dictionary=False)
    [item] = read(raw)
    assert isinstance(item, InputError)
    assert "that unfold to 1,0" in item.reason
