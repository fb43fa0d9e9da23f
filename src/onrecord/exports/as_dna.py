"""Entries as a database of Discourse Network Analyzer (`.dna`), version 3.

Use `write_dna` to go on coding by hand, or to draw networks, in DNA. Each text is a document and each statement a
marked passage in it; a content in several pieces is marked from its first to its last. DNA counts UTF-16 units and
shows every line's end as one character: offsets are converted. It asks for a password when a database is opened:
coder `Admin`, password `onrecord`. DNA dates documents, so statements of texts whose day is not known are left out.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, time
from pathlib import Path

from onrecord.exports.days import is_published
from onrecord.exports.dna_coding import codings, source, title
from onrecord.exports.dna_database import DnaDatabase, Document
from onrecord.exports.files import whole_file
from onrecord.exports.names import text_key
from onrecord.exports.pieces import TextOf
from onrecord.records import Entry

_LINE_END = re.compile("\r\n?")


def write_dna(entries: Iterable[Entry], target: Path, *, text_of: TextOf, issue: str | None = None) -> None:
    """Write all entries whose day of publication is known to a database.

    Args:
        entries: in any order; those of one text need not stand together.
        target: the file.
        text_of: gives the text in which the offsets of an entry count.
        issue: the concept of all statements; else each one's act.

    Raises:
        ExportError, OSError: as `whole_file`.
    """
    with whole_file(target) as part:
        try:
            with closing(sqlite3.connect(part)) as connection, connection:
                connection.execute("PRAGMA journal_mode = OFF")  # the file is thrown away if anything fails
                connection.execute("PRAGMA foreign_keys = ON")
                _fill(DnaDatabase(connection), filter(is_published, entries), text_of=text_of, issue=issue)
        except sqlite3.OperationalError as error:  # the disk, for the tables and their rows are ours
            raise OSError(f"{error}: {target}") from error


def java_offset(text: str, offset: int) -> int:
    """Where an offset in code points stands in DNA: UTF-16 units, with every line's end as one."""
    return len(_as_shown(text[:offset]).encode("utf-16-le", "surrogatepass")) // 2


def _as_shown(text: str) -> str:
    return _LINE_END.sub("\n", text)


def _fill(database: DnaDatabase, entries: Iterable[Entry], *, text_of: TextOf, issue: str | None) -> None:
    numbers: dict[str, int] = {}
    for entry in entries:
        key, text = text_key(entry), text_of(entry)
        if key not in numbers:
            numbers[key] = database.add_document(_document(entry, text))
        passage = _passage(entry, text)
        for coding in codings(entry, issue=issue):
            database.add_statement(numbers[key], passage, coding)


def _passage(entry: Entry, text: str) -> tuple[int, int]:
    """From the content's first character to its last, and never empty, which DNA's tables refuse."""
    start = java_offset(text, min(span.start for span in entry.stmt.content))
    stop = java_offset(text, max(span.end for span in entry.stmt.content))
    return start, max(stop, start + 1)


def _document(entry: Entry, text: str) -> Document:
    if entry.published is None:
        raise ValueError(f"{entry.id} has no day of publication")
    midnight = datetime.combine(entry.published, time(), UTC)
    addresses = "\n".join(one.url for one in entry.appearances if one.url)
    return Document(
        title=title(entry),
        text=_as_shown(text),
        source=source(entry),
        notes=addresses,
        seconds=int(midnight.timestamp()),
    )
