"""The quality of the reading with the weights that ship, held against its floors."""

from __future__ import annotations

import json

import pytest

from evaluation.corpora import available, data_folder
from evaluation.gates import FLOORS, Gate, changed_data, measure, table
from onrecord.reading import Reader

DATA = data_folder()
needs_data = pytest.mark.skipif(not available(DATA), reason=f"no evaluation data in {DATA}: set ONRECORD_DATA")


def test_a_figure_passes_at_its_floor_and_fails_below_it() -> None:
    floor = {"figure": "f", "floor": 82.0, "aim": 92.0}
    assert Gate(value=82.0, **floor).passed
    assert not Gate(value=81.9, **floor).passed


def test_a_figure_without_a_floor_is_only_reported() -> None:
    assert Gate(figure="f", value=0.0, floor=None, aim=None).passed


def test_the_table_names_what_is_below_its_floor() -> None:
    lines = table(
        [Gate(figure="low", value=1.0, floor=2.0, aim=3.0), Gate(figure="high", value=2.5, floor=2.0, aim=3.0)]
    )
    assert [line.split()[0] for line in lines.splitlines() if line.endswith("below the floor")] == ["low"]


@needs_data
def test_the_floors_were_measured_on_this_data() -> None:
    assert changed_data(DATA) == []


@needs_data
@pytest.mark.slow
def test_every_figure_is_at_its_floor_or_above() -> None:
    gates = measure(Reader(), DATA)
    floored = {gate.figure for gate in gates if gate.floor is not None}
    named = {name for name, row in json.loads(FLOORS.read_text())["figures"].items() if row["floor"] is not None}
    assert floored == named
    assert [gate.figure for gate in gates if not gate.passed] == []
