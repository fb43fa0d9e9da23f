"""A ledger in each database: a SQLite file, and a PostgreSQL server of our own that lives as long as the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from onrecord.ledger import Ledger, open_ledger

ACCOUNT = "postgres"  # the server refuses to run as root
_SCHEMAS = count(1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of an empty PostgreSQL database."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL on this machine: neither initdb on the PATH nor in /usr/lib/postgresql")
    folder = Path(tempfile.mkdtemp(prefix="onrecord-postgresql-", dir="/tmp"))  # a socket's path must be short
    try:
        yield from _server(binaries, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path | None:
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def _server(binaries: Path, folder: Path) -> Iterator[str]:
    if os.geteuid() == 0:
        shutil.chown(folder, ACCOUNT)
    store = folder / "store"
    quick = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c max_connections=30"
    _run(binaries / "initdb", "-D", store, "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    _run(binaries / "pg_ctl", "-D", store, "-l", folder / "log", "-o", quick, "-w", "start")
    try:
        yield f"postgresql://onrecord@/postgres?host={folder}"
    finally:
        _run(binaries / "pg_ctl", "-D", store, "-m", "immediate", "stop")


def _run(*command: object) -> None:
    """Run a command of the server, as its own account where we are root."""
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["setpriv", f"--reuid={ACCOUNT}", f"--regid={ACCOUNT}", "--clear-groups", *words]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/")


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new ledger may be made: a file, and a schema of its own in the server."""
    if request.param == "sqlite":
        yield str(tmp_path / "onrecord.db")
        return
    url = request.getfixturevalue("postgresql")
    name = f"test_{next(_SCHEMAS)}"
    _tell(url, f"CREATE SCHEMA {name}")
    yield f"{url}&options=-csearch_path%3D{name}"
    _tell(url, f"DROP SCHEMA {name} CASCADE")


def _tell(url: str, command: str) -> None:
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:", 1))
    with engine.begin() as connection:
        connection.execute(text(command))
    engine.dispose()


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(place, create=True) as opened:
        yield opened
