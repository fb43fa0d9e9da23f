"""Ledgers of older versions are brought to this one's tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, select, update

from onrecord.ledger import Ledger, migrations, open_ledger
from onrecord.ledger.schema import VERSION, meta


def older(place: str) -> None:
    """Make a ledger that says that it is one version older."""
    with open_ledger(place, create=True) as ledger, ledger.writing() as connection:
        connection.execute(update(meta).values(value=str(VERSION - 1)))


def version(ledger: Ledger) -> int:
    """What a ledger says."""
    with ledger.reading() as connection:
        return int(connection.scalar(select(meta.c.value).where(meta.c.name == "schema")) or 0)


def with_step(monkeypatch: pytest.MonkeyPatch, step: Callable[[Connection], None]) -> None:
    """Let there be a step from the version before."""
    monkeypatch.setattr(migrations, "STEPS", {VERSION - 1: step})


def add_table(connection: Connection) -> None:
    """A step."""
    connection.exec_driver_sql("CREATE TABLE birds (name TEXT)")


def fail(connection: Connection) -> None:
    """A step that is stopped half-way."""
    add_table(connection)
    raise RuntimeError("power failed")


def test_there_is_a_step_from_each_version() -> None:
    assert sorted(migrations.STEPS) == list(range(1, VERSION))


def test_an_older_ledger_is_brought_to_this_version(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    older(place)
    with_step(monkeypatch, add_table)
    with open_ledger(place) as ledger:
        assert version(ledger) == VERSION
        with ledger.reading() as connection:
            assert connection.exec_driver_sql("SELECT name FROM birds").all() == []


def test_a_step_that_fails_has_done_nothing(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    older(place)
    with_step(monkeypatch, fail)
    with pytest.raises(RuntimeError):
        open_ledger(place)
    with_step(monkeypatch, add_table)  # which would fail if the table were there
    with open_ledger(place) as ledger:
        assert version(ledger) == VERSION
