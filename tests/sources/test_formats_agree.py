from __future__ import annotations

import csv
import io
import json
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.readers import read_stream

FIELDS = ("id", "text", "published", "outlet", "title", "url")
Row = dict[str, str | None]

# A NUL near the beginning would make the file look like UTF-16, as a whole; it has tests of its own.
words = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=40)
days = st.dates(min_value=date(1900, 1, 1)).map(str) | st.sampled_from(["", "2022", "yesterday", "2022-13-45"])
rows = st.fixed_dictionaries(
    {
        "id": st.uuids().map(str),
        "text": words,
        "published": st.none() | days,
        "outlet": st.none() | words,
        "title": st.none() | words,
        "url": st.none() | words,
    }
)


def as_csv(table: list[Row]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, FIELDS)
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue().encode()


def as_jsonl(table: list[Row]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in table).encode()


def as_parquet(table: list[Row]) -> bytes:
    out = io.BytesIO()
    columns = {field: pa.array([row[field] for row in table], pa.string()) for field in FIELDS}
    pq.write_table(pa.table(columns), out, row_group_size=3)
    return out.getvalue()


def read(raw: bytes, name: str) -> list[Article | str]:
    """Articles, and what is wrong where there is none."""
    items = read_stream(io.BufferedReader(io.BytesIO(raw)), name=name)
    return [item.reason if isinstance(item, InputError) else item for item in items]


@settings(max_examples=60)
@given(st.lists(rows, min_size=1, max_size=8))
def test_a_table_reads_the_same_in_every_format(table):
    records = read(as_jsonl(table), "a.jsonl")
    assert len(records) == len(table)
    assert read(as_csv(table), "a.csv") == records
    assert read(as_parquet(table), "a.parquet") == records
