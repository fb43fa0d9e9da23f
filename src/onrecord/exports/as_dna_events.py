"""Entries as the event list of Discourse Network Analyzer: one row a statement and speaker, by semicolons.

Use `write_dna_events` for scripts that read what DNA exports as "event list". The columns are DNA's, then one a
variable. Unlike DNA, which changes semicolons and quotation marks in texts, this keeps them: marks are doubled.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.exports.days import is_published
from onrecord.exports.dna_coding import codings, source, title
from onrecord.exports.dna_tables import VARIABLES
from onrecord.exports.files import whole_text
from onrecord.exports.names import text_key
from onrecord.records import Entry

DOCUMENT_COLUMNS = ("statement ID", "time", "document ID", "document title", "author", "source", "section", "type")
EVENT_COLUMNS = (*DOCUMENT_COLUMNS, "text", *VARIABLES)


def write_dna_events(entries: Iterable[Entry], target: Path, *, issue: str | None = None) -> None:
    """Write all entries whose day of publication is known to a file.

    Args:
        entries: in the order in which they are to stand.
        target: the file.
        issue: the concept of all statements; else each one's act.

    Raises:
        ExportError, OSError: as `whole_file`.
    """
    with whole_text(target, newline="") as file:
        rows = csv.writer(file, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        rows.writerow(EVENT_COLUMNS)
        rows.writerows(_numbered(filter(is_published, entries), issue))


def _numbered(entries: Iterable[Entry], issue: str | None) -> Iterator[list[object]]:
    documents: dict[str, int] = {}
    number = 0
    for entry in entries:
        document = documents.setdefault(text_key(entry), len(documents) + 1)
        for coding in codings(entry, issue=issue):
            number += 1
            values = (int(value) if isinstance(value, bool) else value for value in coding.values.values())
            yield [number, f"{entry.published} 00:00:00", document, *_document(entry), entry.stmt.text, *values]


def _document(entry: Entry) -> tuple[str, ...]:
    """Title, author, source, section and type, as far as the ledger knows them."""
    return title(entry), "", source(entry), "", ""
