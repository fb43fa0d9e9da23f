"""How a ledger answers as it grows.

Use `growth` with a ledger of real statements. Larger ones are made of it by SQL, the rows copied under other names:
to fill them article by article would take days.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, literal, select

from benchmarks.texts import own
from onrecord.answers import positions_of, shifts_of, standoff_of, timeline_of, variants_of
from onrecord.ledger import (
    Filters,
    Issue,
    Ledger,
    add_issue,
    entries,
    fill,
    issue_entries,
    open_ledger,
    search,
    speakers,
)
from onrecord.ledger.blocks import keep_blocks
from onrecord.ledger.schema import (
    appearances,
    articles,
    bands,
    conditions,
    stale_totals,
    statement_speakers,
    statements,
    vectors,
)
from onrecord.ledger.schema import speakers as speakers_table
from onrecord.records import Article, Reading

QUERY = Filters(text="security guarantees", limit=20)
FILTERED = Filters(first=date(2022, 3, 1), last=date(2022, 3, 31), limit=50)
TALKS = Issue(name="talks, measured", queries=("negotiations", '"peace talks"', "negotiate", "talks"))
ENTRIES = 5_000  # of an issue that an answer is made of
ROUNDS = 5
COPIED = (articles, bands, appearances, speakers_table, statements, statement_speakers, conditions, vectors)
CROWDS = 20  # times as many speakers in the largest ledger; the same people speak again and again


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Seconds that a ledger of a size takes; megabytes that it has on the disk.

    `answered` are the seconds of each answer about an issue with so many statements, the slowest of three.
    """

    statements: int
    in_issue: int
    answered: dict[str, float]
    speakers: int
    megabytes: float
    search: float
    speakers_anew: float
    speakers_kept: float
    speakers_filtered: float
    entries: float
    add_one: float


def growth(base: Path, sizes: list[int]) -> Iterator[Answers]:
    """How ledgers of so many statements answer, made of the statements of another."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "grown.db"
            shutil.copy(base, path)
            with open_ledger(path) as ledger:
                _grow(ledger, size)
                yield _answers(ledger, path)


def _grow(ledger: Ledger, size: int) -> None:
    """Copy all rows under other numbers and names until there are so many statements."""
    with ledger.reading() as connection:
        there = connection.scalar(select(func.count()).select_from(statements)) or 1
    for copy in range(1, -(-size // there)):
        with ledger.writing() as connection:
            for table in COPIED:
                _copy(connection, table, copy)
    with ledger.writing() as connection:
        everybody = select(statement_speakers.c.speaker).distinct()
        connection.execute(stale_totals.insert().from_select(["speaker"], everybody))
    keep_blocks(ledger)  # as every fill does
    ledger.tidy()


def _copy(connection: Connection, table: Table, copy: int) -> None:
    """Rows of a table once more; those of speakers only for the first crowds."""
    if table is speakers_table and copy >= CROWDS:
        return
    names = [column.name for column in table.columns]
    first = table.c.id < _STEP if table is not speakers_table and "id" in names else literal(value=True)
    columns = [_renamed(table, name, copy) for name in names]
    chosen = select(*columns).where(first, *_of_first(table))
    connection.execute(table.insert().from_select(names, chosen))


_STEP = 10_000_000  # between the numbers of one copy and of the next
_NUMBERS = {"article", "statement", "near", "copy_of"}


def _of_first(table: Table) -> Iterator[Any]:
    """That a row belongs to what was there first."""
    if table is speakers_table:
        yield ~table.c.id.contains("~")
    elif "id" not in table.c:
        yield (table.c.article if "article" in table.c else table.c.statement) < _STEP


def _renamed(table: Table, name: str, copy: int) -> Any:
    column = table.c[name]
    if name in _NUMBERS or (name == "id" and table is not speakers_table):
        return column + copy * _STEP
    if (table is articles and name == "hash") or name == "key":
        return literal(f"{copy:08x}") + func.substr(column, 9)
    if name in {"speaker", "speaker_read"} or (table is speakers_table and name == "id"):
        return column + (f"~{copy % CROWDS}" if copy % CROWDS else "")
    return column


def _answers(ledger: Ledger, path: Path) -> Answers:
    with ledger.reading() as connection:
        there = connection.scalar(select(func.count()).select_from(statements)) or 0
    anew = _seconds(lambda: speakers(ledger))
    add_issue(ledger, TALKS)
    about = issue_entries(ledger, TALKS.name)
    return Answers(
        statements=there,
        in_issue=len(about),
        answered=_answered(ledger, about[0].id),
        speakers=len(speakers(ledger)),
        megabytes=path.stat().st_size / 2**20,
        search=_median(lambda: search(ledger, QUERY)),
        speakers_anew=anew,
        speakers_kept=_median(lambda: speakers(ledger, Filters(limit=50))),
        speakers_filtered=_median(lambda: speakers(ledger, FILTERED)),
        entries=_median(lambda: list(entries(ledger, Filters(limit=ENTRIES)))),
        add_one=_seconds(_adding(ledger)),
    )


def _answered(ledger: Ledger, key: str) -> dict[str, float]:
    asked: dict[str, Callable[[], object]] = {
        "positions": lambda: positions_of(ledger, TALKS.name),
        "shifts": lambda: shifts_of(ledger, TALKS.name),
        "standoff": lambda: standoff_of(ledger, TALKS.name),
        "timeline": lambda: timeline_of(ledger, "Ukraine", issue=TALKS.name),
        "variants": lambda: variants_of(ledger, key),
    }
    return {name: max(_seconds(act) for _ in range(3)) for name, act in asked.items()}


def _adding(ledger: Ledger) -> Callable[[], object]:
    """A fill with one article, in which ten of those who speak most in the ledger say one thing each."""
    totals = {one.id: one.statements for one in speakers(ledger)}
    said = {one.stmt.speakers[0].id: one.stmt for one in entries(ledger, Filters(limit=ENTRIES)) if one.stmt.speakers}
    most = sorted(said, key=lambda who: -totals[who])[:10]
    stmts = tuple(replace(said[who], id=number, parent=None) for number, who in enumerate(most, start=1))

    def read(article: Article) -> Reading:
        return Reading(article=article, statements=stmts, attributed_share=0.0)

    return lambda: fill(ledger, [Article(id="new", text=own(4000), language="en")], read, weights="none")


def _median(act: Callable[[], object]) -> float:
    return statistics.median(_seconds(act) for _ in range(ROUNDS))


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
