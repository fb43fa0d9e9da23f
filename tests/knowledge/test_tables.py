from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from onrecord.knowledge.tables import SHIPPED, table

DATA = Path(os.environ.get("ONRECORD_DATA") or Path(__file__).parents[3] / "shared" / "data")
needs_factbook = pytest.mark.skipif(
    not (DATA / "office_holders.csv").exists() or not find_spec("rapidfuzz"),
    reason=f"no office_holders.csv in {DATA}: set ONRECORD_DATA",
)
KEYS = {
    "countries": ("party",),
    "states": ("name",),
    "metonyms": ("words",),
    "bodies": ("words",),
    "political_parties": ("words",),
    "not_parties": ("words",),
    "offices": ("title",),
    "leaders": ("of", "word"),
    "known_as": ("country", "name"),
    "spellings": ("spelling", "only_with"),
    "holders": ("country", "office", "name", "since"),
    "supplement_holders": ("country", "office", "name", "since"),
    "countries_supplement": ("party", "kind", "words"),
    "acts": ("act",),
}


@needs_factbook
def test_the_tables_are_what_the_script_makes() -> None:
    from training.knowledge import make_tables

    made = make_tables(DATA)
    assert made == {name: (SHIPPED / name).read_text(encoding="utf-8") for name in made}


@pytest.mark.parametrize("name", KEYS)
def test_no_row_stands_twice(name: str) -> None:
    keys = [tuple(row[field] for field in KEYS[name]) for row in table(name)]
    assert [key for key in set(keys) if keys.count(key) > 1] == []


@pytest.mark.parametrize("name", KEYS)
def test_a_row_has_what_its_table_promises(name: str) -> None:
    assert [row for row in table(name) if None in row or None in row.values()] == []


@pytest.mark.parametrize("name", ["metonyms", "political_parties"])
def test_a_country_is_one_of_the_countries(name: str) -> None:
    parties = {row["party"] for row in table("countries")}
    assert {row["country"] for row in table(name)} - {""} <= parties


def test_importing_the_room_reads_no_table() -> None:
    program = (
        "import onrecord.knowledge as k; from onrecord.knowledge.tables import table; print(table.cache_info().misses)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout == "0\n"
