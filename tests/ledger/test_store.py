"""Opening a ledger, its transactions, and what is said when the database fails."""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event, func, insert, select, update

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger, entries, open_ledger
from onrecord.ledger.schema import VERSION, meta, speakers, statement_speakers, statements
from tests.ledger.builders import TRADE, article, filled

NOBODY = 65534


def count(ledger: Ledger) -> int:
    """How many speakers there are."""
    with ledger.reading() as connection:
        return connection.scalar(select(func.count()).select_from(speakers)) or 0


def meet(ledger: Ledger, name: str) -> None:
    """Store a speaker."""
    with ledger.writing() as connection:
        connection.execute(insert(speakers).values(id=name, name=name, kind="person"))


def test_a_new_ledger_holds_nothing(ledger: Ledger) -> None:
    assert list(entries(ledger)) == []


def test_a_ledger_is_there_when_it_is_opened_again(place: str) -> None:
    with open_ledger(place, create=True) as ledger:
        filled(ledger, article())
        before = list(entries(ledger))
    with open_ledger(place) as ledger:
        assert list(entries(ledger)) == before


def test_what_is_written_in_part_is_not_written(ledger: Ledger) -> None:
    def write_half() -> None:
        with ledger.writing() as connection:
            connection.execute(insert(speakers).values(id="ann-lee", name="Ann Lee", kind="person"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_half()
    assert count(ledger) == 0


def test_readers_go_on_while_one_writes(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        connection.execute(insert(speakers).values(id="ann-lee", name="Ann Lee", kind="person"))
        assert count(ledger) == 0
    assert count(ledger) == 1


def test_two_writers_wait_for_each_other(place: str) -> None:
    with open_ledger(place, create=True) as one, open_ledger(place) as other:
        waiting = threading.Thread(target=meet, args=(other, "tolo-brand"))
        with one.writing() as connection:
            waiting.start()
            waiting.join(timeout=0.2)
            assert waiting.is_alive()
            connection.execute(insert(speakers).values(id="ann-lee", name="Ann Lee", kind="person"))
        waiting.join(timeout=20)
        assert count(one) == 2


def test_a_statement_takes_its_rows_with_it(ledger: Ledger) -> None:
    filled(ledger, article())
    with ledger.writing() as connection:
        connection.execute(statements.delete())
        assert connection.execute(select(statement_speakers)).all() == []


def test_an_empty_place_is_no_ledger(place: str) -> None:
    with pytest.raises(LedgerError, match=r"no ledger .*onrecord add PATH|is empty: fill it with `onrecord add"):
        open_ledger(place)


def test_a_newer_ledger_is_refused(place: str) -> None:
    with open_ledger(place, create=True) as ledger, ledger.writing() as connection:
        connection.execute(update(meta).values(value=str(VERSION + 1)))
    message = f"has tables of version {VERSION + 1}, this onrecord knows {VERSION}: upgrade it"
    with pytest.raises(LedgerError, match=message):
        open_ledger(place)


@pytest.mark.parametrize("content", [b"Ann Lee said that it rains.\n" * 200, b"\0" * 5000], ids=["text", "noughts"])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "news.txt"
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=re.escape(f"{path}: the file is no ledger; name another")):
        open_ledger(path, create=True)
    assert path.read_bytes() == content


def test_another_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()
    with pytest.raises(LedgerError, match=r"other\.db is a database, but no ledger"):
        open_ledger(path, create=True)


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("mysql://ann@norvia.example/news", "cannot open mysql://…: a ledger is a SQLite file or a postgresql:// URL"),
        ("://", "the ledger's URL cannot be read"),
        ("no/such/folder/x.db", "no/such/folder/x.db: it cannot be opened or made; does its folder exist"),
    ],
)
def test_a_place_that_cannot_be_is_named(where: str, message: str) -> None:
    with pytest.raises(LedgerError, match=re.escape(message)):
        open_ledger(where, create=True)


def test_a_password_is_not_shown() -> None:
    with pytest.raises(LedgerError, match=r"postgres://ann:\*\*\*@127\.0\.0\.1:1/news") as caught:
        open_ledger("postgres://ann:secret@127.0.0.1:1/news")
    assert "secret" not in str(caught.value)


def test_a_full_disk_is_said_and_costs_nothing_that_was_stored(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "onrecord.db", create=True) as ledger:
        filled(ledger, article())
        before = list(entries(ledger))
        _fill_up(ledger)
        with pytest.raises(LedgerError, match="the disk is full; make room and go on, what was stored is whole"):
            filled(ledger, *(article(f"{TRADE * 50} {number}", id=str(number)) for number in range(50)))
        assert list(entries(ledger)) == before


def _fill_up(ledger: Ledger) -> None:
    """Let SQLite have no page more, which it tells like a full disk."""
    ledger.engine.dispose()

    @event.listens_for(ledger.engine, "connect")
    def no_more(connection: sqlite3.Connection, _: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")


@pytest.fixture
def powerless(tmp_path: Path) -> Iterator[Path]:
    """A folder in which this process may read and not write, for root may anything."""
    folder = Path(tempfile.mkdtemp())
    with open_ledger(folder / "onrecord.db", create=True) as ledger:
        filled(ledger, article())
    (folder / "onrecord.db").chmod(0o444)
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    yield folder
    if is_root:
        os.seteuid(0)
    folder.chmod(0o755)
    (folder / "onrecord.db").unlink()
    folder.rmdir()


def test_a_ledger_that_may_not_be_written_can_be_read(powerless: Path) -> None:
    with open_ledger(powerless / "onrecord.db") as ledger:
        assert len(list(entries(ledger))) == 2


def test_a_ledger_that_may_not_be_written_says_so(powerless: Path) -> None:
    with (
        open_ledger(powerless / "onrecord.db", create=True) as ledger,
        pytest.raises(LedgerError, match="it is read-only; give yourself the right to write it, or work on a copy"),
    ):
        filled(ledger, article(TRADE))
