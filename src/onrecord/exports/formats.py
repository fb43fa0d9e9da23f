"""All formats that the record can be exported to.

Use `export` with a format's name; a new format is a module with a writer, and a line here. Everything that lists
formats (the command line, the documents' test) takes them from `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias

from onrecord.errors import UsageError
from onrecord.exports.as_annotations import write_annotations
from onrecord.exports.as_csv import write_csv
from onrecord.exports.as_dna import write_dna
from onrecord.exports.as_dna_events import write_dna_events
from onrecord.exports.as_graph import addresses, write_graph
from onrecord.exports.as_jsonl import write_jsonl
from onrecord.exports.as_linked_data import write_linked_data
from onrecord.exports.as_parquet import write_parquet
from onrecord.exports.as_plover import write_plover
from onrecord.exports.days import has_day, is_published
from onrecord.exports.pieces import TextOf
from onrecord.records import Entry

Option: TypeAlias = Literal["text_of", "issue"]


def _always(_: Entry) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One form of export.

    Attributes:
        name: as the user gives it.
        summary: what it is and for whom, in a line.
        write: the writer; takes entries, the target and, by name, the options that it takes.
        takes: options of `export` that mean something here.
        holds: whether an entry can be in it.
        lacks: why one cannot, after "N left out: ".
    """

    name: str
    summary: str
    write: Callable[..., None]
    takes: tuple[Option, ...] = ()
    holds: Callable[[Entry], bool] = _always
    lacks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What became of an export.

    Attributes:
        written: number of statements in the file.
        left_out: number of statements that the format cannot hold.
    """

    written: int
    left_out: int


FORMATS = {
    one.name: one
    for one in (
        Format(name="csv", summary="One flat row a statement, complete, for spreadsheets", write=write_csv),
        Format(name="jsonl", summary="One JSON object a line, complete, for programs", write=write_jsonl),
        Format(name="parquet", summary="Typed nested columns, complete, for data frames", write=write_parquet),
        Format(
            name="webannotation",
            summary="W3C Web Annotations that mark the passages",
            write=write_annotations,
            takes=("text_of",),
        ),
        Format(name="jsonld", summary="schema.org and PROV-O, for the web of data", write=write_linked_data),
        Format(
            name="dna",
            summary="Database of Discourse Network Analyzer 3",
            write=write_dna,
            takes=("text_of", "issue"),
            holds=is_published,
            lacks="the day of publication is not known",
        ),
        Format(
            name="dna-csv",
            summary="Event list of Discourse Network Analyzer",
            write=write_dna_events,
            takes=("issue",),
            holds=is_published,
            lacks="the day of publication is not known",
        ),
        Format(
            name="graphml",
            summary="Network of speakers and whom they address",
            write=partial(write_graph, by="speaker"),
            holds=addresses,
            lacks="nobody is addressed, so there is no edge",
        ),
        Format(
            name="graphml-parties",
            summary="Network of parties and whom they address",
            write=partial(write_graph, by="party"),
            holds=partial(addresses, by="party"),
            lacks="no party addresses another, so there is no edge",
        ),
        Format(
            name="plover",
            summary="PLOVER events with CAMEO codes",
            write=write_plover,
            holds=has_day,
            lacks="no day is known",
        ),
    )
}


def export(
    name: str, entries: Iterable[Entry], target: Path, *, text_of: TextOf | None = None, issue: str | None = None
) -> Exported:
    """Write entries to a file, whole or not at all.

    Args:
        name: of the format.
        entries: read once, one after the other.
        target: the file; what is there is replaced.
        text_of: gives the text in which the offsets of an entry count.
        issue: what all the entries are about.

    Raises:
        UsageError: when there is no such format, or it needs the texts and cannot have them.
        ExportError: when the target is a folder or its folder is not there.
        OSError: when the machine fails; the target is as it was before.
    """
    form = _format(name)
    given = {"text_of": text_of, "issue": issue}
    options = {option: given[option] for option in form.takes if given[option] is not None}
    if form.write is write_dna and text_of is None:
        raise UsageError(f"{name} holds the articles' texts, so `text_of` must give them")
    counted = _Counted(entries, form.holds)
    form.write(counted, target, **options)
    return Exported(written=counted.held, left_out=counted.seen - counted.held)


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise UsageError(f"there is no format {name!r}; choose one of {', '.join(FORMATS)}")
    return FORMATS[name]


class _Counted:
    """Counts entries as they pass, and those that the format can hold."""

    def __init__(self, entries: Iterable[Entry], holds: Callable[[Entry], bool]) -> None:
        self._entries = entries
        self._holds = holds
        self.seen = 0
        self.held = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            self.seen += 1
            self.held += self._holds(entry)
            yield entry
