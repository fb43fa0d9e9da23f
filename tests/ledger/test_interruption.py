"""A fill that is killed at any moment goes on, and comes to the same ledger."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from onrecord.ledger import Ledger, entries, open_ledger
from onrecord.ledger.schema import appearances, articles, bands, speakers, statements

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "tests.ledger.filling"]


def begin(place: str) -> subprocess.Popen[str]:
    """Start a fill, and wait until it begins."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    process = subprocess.Popen([*COMMAND, place], env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "filling\n"
    return process


def kill_after(place: str, seconds: float) -> bool:
    """Kill a fill after a while; whether it was not done."""
    with begin(place) as process:
        time.sleep(seconds)
        process.kill()
        assert process.stdout is not None
        return "done" not in process.stdout.read()


def finish(place: str) -> float:
    """Let a fill come to its end; how many seconds it took."""
    with begin(place) as process:
        began = time.monotonic()
        assert process.stdout is not None
        assert process.stdout.read() == "done\n"
        return time.monotonic() - began


def rows(place: str) -> dict[str, Any]:
    """All that a fill stores, but for when and in which run, and for the database's own numbers."""
    near = articles.alias()
    first = statements.alias()
    queries = {
        "articles": select(articles.c.hash, articles.c.text, articles.c.published, articles.c.outlet, near.c.hash)
        .outerjoin(near, near.c.id == articles.c.near)
        .order_by(articles.c.id),
        "copies": select(statements.c.key, statements.c.day_first, first.c.key)
        .outerjoin(first, first.c.id == statements.c.copy_of)
        .order_by(statements.c.key),
        "appearances": select(appearances.c.name, appearances.c.digest).order_by(appearances.c.id),
        "bands": select(bands.c.hash, articles.c.hash).join(articles).order_by(*bands.primary_key),
        "speakers": select(speakers).order_by(speakers.c.id),
    }
    with open_ledger(place) as ledger:
        with ledger.reading() as connection:
            found: dict[str, Any] = {name: connection.execute(query).all() for name, query in queries.items()}
        return found | {"entries": list(entries(ledger)), "found by words": _by_words(ledger)}


def _by_words(ledger: Ledger) -> int:
    from onrecord.ledger import Filters

    return len(list(entries(ledger, Filters(text="ports"))))


@pytest.fixture
def undisturbed(place: str, tmp_path: Path) -> tuple[dict[str, Any], float]:
    """What a fill comes to that nobody disturbs, and how long it takes."""
    other = str(tmp_path / "undisturbed.db")
    return _filled(other)


def _filled(place: str) -> tuple[dict[str, Any], float]:
    seconds = finish(place)
    return rows(place), seconds


def _disturb(place: str, times: int, seconds: float, *, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(times):
        if not kill_after(place, chance.uniform(0, seconds / 2)):
            return


def test_a_killed_fill_goes_on(place: str, undisturbed: tuple[dict[str, Any], float]) -> None:
    expected, seconds = undisturbed
    assert kill_after(place, seconds / 4)
    finish(place)
    assert rows(place) == expected


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_a_fill_may_be_killed_again_and_again(place: str, undisturbed: tuple[dict[str, Any], float], seed: int) -> None:
    expected, seconds = undisturbed
    _disturb(place, 5, seconds, seed=seed)
    finish(place)
    assert rows(place) == expected
