"""Make the engine for a file or a URL, set up as a ledger needs it.

Look here for the databases' settings: write-ahead log, foreign keys, how long a writer waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from json import JSONDecoder
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from onrecord.errors import LedgerError

_decoded = JSONDecoder().raw_decode
PATIENCE = 60  # seconds that a writer waits for another; a batch of articles is stored in well under one
_PRAGMAS = (
    f"PRAGMA busy_timeout = {PATIENCE * 1000}",
    "PRAGMA synchronous = NORMAL",  # with WAL, a crash of the machine loses the last batch at most, and damages nothing
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",  # KiB
    f"PRAGMA mmap_size = {2**31}",  # the most that SQLite takes: pages that lie in memory are not copied
    "PRAGMA temp_store = MEMORY",
)
_LASTING = ("PRAGMA journal_mode = WAL",)  # readers while one writes; kept in the file
_DRIVER = "postgresql+psycopg"
_POSTGRESQL = frozenset({"postgresql", "postgres", _DRIVER})


def engine_of(where: str | Path, *, create: bool) -> Engine:
    """The engine; nothing is connected yet.

    Args:
        where: a file or a URL.
        create: whether the file may be made.

    Raises:
        LedgerError: when the URL is of another database or the file is not there.
    """
    if "://" in str(where):
        return _postgresql(str(where))
    return _sqlite(Path(where), create=create)


def shown(where: str | Path) -> str:
    """A file or a URL as messages name it, without a password."""
    try:
        return make_url(str(where)).render_as_string(hide_password=True) if "://" in str(where) else str(where)
    except ArgumentError:
        return "the ledger's URL"


def _postgresql(where: str) -> Engine:
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise LedgerError("the ledger's URL cannot be read; write postgresql://USER@HOST/NAME") from error
    if url.drivername not in _POSTGRESQL:
        raise LedgerError(f"cannot open {url.drivername}://…: a ledger is a SQLite file or a postgresql:// URL")
    try:
        return create_engine(url.set(drivername=_DRIVER), connect_args={"connect_timeout": 10})
    except ImportError as error:
        raise LedgerError("PostgreSQL needs its driver: pip install 'onrecord[postgres]'") from error


def _sqlite(path: Path, *, create: bool) -> Engine:
    if not create and not path.exists():
        raise LedgerError(f"no ledger {path}: fill one with `onrecord add PATH… --ledger {path}`")
    writable = _is_writable(path)
    url = URL.create("sqlite", database=str(path)) if writable else _read_only(path)
    threads = {"timeout": PATIENCE, "check_same_thread": False}
    engine = create_engine(url, poolclass=QueuePool, connect_args=threads, json_deserializer=_from_json)
    event.listen(engine, "connect", partial(_set_up, _LASTING if writable else ()))
    event.listen(engine, "begin", _begin)
    return engine


def _from_json(text: str) -> Any:
    """What `json.dumps` wrote, without a look for white space around it: each statement of an entry has a list."""
    return _decoded(text)[0]


def _is_writable(path: Path) -> bool:
    """Whether we may write a file, or it is not there; asked of the file, for the rights of a folder tell nothing."""
    try:
        with path.open("r+b"):
            return True
    except (FileNotFoundError, IsADirectoryError):
        return True
    except OSError:
        return False


def _read_only(path: Path) -> URL:
    """The address of a file that may only be read, where SQLite may not put its notes beside it either."""
    log = path.with_name(f"{path.name}-wal")
    mode = {"mode": "ro"} if log.exists() else {"mode": "ro", "immutable": "1"}  # a log is another's, who writes
    return URL.create("sqlite", database=f"file:{quote(str(path.absolute()))}", query={**mode, "uri": "true"})


def _set_up(lasting: Sequence[str], connection: Any, _: object) -> None:
    """A new connection: our settings, and transactions begun by us, for the driver begins them too late."""
    connection.isolation_level = None
    for pragma in (*_PRAGMAS, *lasting):
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    """A writer takes its turn at once: one that began as a reader could not wait for another."""
    writes = connection.get_execution_options().get("onrecord_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
