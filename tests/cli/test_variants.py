"""`onrecord variants`: what became of a quotation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.ledger import Filters, entries, open_ledger
from tests.cli.conftest import Run
from tests.conftest import Golden


@pytest.fixture
def whole(talks: Path) -> str:
    """The id of the quotation that is told three ways."""
    with open_ledger(talks) as opened:
        found = entries(opened, Filters(text='"go to Sund myself"'))
        return next(one.id for one in found if one.stmt.form == "direct")


def test_the_versions_look_as_they_were_reviewed(run: Run, talks: Path, whole: str, golden: Golden) -> None:
    golden("variants.txt", run("variants", whole, "--ledger", talks).stdout)


def test_help_looks_as_it_was_reviewed(run: Run, golden: Golden) -> None:
    golden("variants-help.txt", run("variants", "--help").stdout)


def test_a_beginning_of_the_id_is_enough(run: Run, talks: Path, whole: str) -> None:
    short, long = (run("variants", one, "--ledger", talks).stdout for one in (whole.partition("-")[0], whole))
    assert short == long


def test_json_tells_the_kinds_apart(run: Run, talks: Path, whole: str) -> None:
    answer = json.loads(run("variants", whole, "--ledger", talks, "--json").stdout)
    assert {"altered", "cut", "translation"} <= {one["kind"] for one in answer["variants"]}


def test_what_is_no_id_ends_with_2(run: Run, talks: Path) -> None:
    result = run("variants", "nothing!", "--ledger", talks)
    assert (result.exit_code, "is no statement" in result.stderr) == (2, True)
