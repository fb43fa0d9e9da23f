"""Make articles of CSV and its like, one a row.

Use this for `.csv` and `.tsv` files and for a stream whose first line is a header of usual names. Rows are read one by
one, with bounded memory; a row that is broken costs itself only.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.columns import Chosen, Columns, FieldError, are_usual, find_columns
from onrecord.sources.decode import mend
from onrecord.sources.lines import LINE_LIMIT, TOO_LONG, Line
from onrecord.sources.rows import read_record

COMMA, TAB = ",", "\t"
DELIMITERS = (COMMA, ";", TAB, "|")
FAULTS = (
    ("unexpected end of data", "a quotation mark that is never closed"),
    ("field larger than", "a cell of 10 MB or more; perhaps a quotation mark is never closed"),
    ("expected after", "a quotation mark within a cell; write it twice"),
    ("new-line character", "a carriage return within a cell that is not quoted"),
)


class _TooLong(Exception):  # noqa: N818  # caught two functions above
    """A line that was not kept."""


class _Source:
    """Lines for the parser of CSV; it goes on after a line that is too long, as a generator could not."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.number = 0
        self._lines = iter(lines)

    def __iter__(self) -> _Source:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        if line is None:
            raise _TooLong
        return mend(line)


def is_header(line: Line) -> bool:
    """Whether a line names the columns of a table of articles, and nothing else."""
    if line is None or len(line) > LINE_LIMIT // 1000:
        return False
    try:
        return are_usual(_cells(line, delimiter_of(line)))
    except csv.Error:
        return False


def delimiter_of(header: str) -> str:
    """What stands between the cells: that which makes most of them."""
    return max(DELIMITERS, key=header.count)


def read_table(
    lines: Iterable[Line], *, name: str, delimiter: str | None = None, chosen: Chosen = ()
) -> Iterator[Article | InputError]:
    """Read a table row by row.

    Args:
        lines: with their ends; the first that is not blank names the columns.
        name: the file's name, for errors and for articles that carry none.
        delimiter: what stands between the cells; told by the header if None.
        chosen: columns that the user named.

    Yields:
        An article or an error for each row; `where` has the line on which the row begins.

    Raises:
        InputError: there is no column for the text, and nothing can be read.
    """
    source = _Source(lines)
    line = _first(source, name)
    delimiter = delimiter or delimiter_of(line)
    header = _header(line, delimiter, name)
    try:
        columns = find_columns(tuple(header), chosen, table=True)
    except FieldError as error:
        raise InputError(name, str(error)) from error
    empty = True
    for number, row in _rows(source, delimiter):
        empty = False
        yield _article(row, header, columns, f"{name}:{number}")
    if empty:
        yield InputError(name, "it is empty: no row stands below the header")


def _first(source: _Source, name: str) -> str:
    """The first line that is not blank."""
    try:
        line = next((line for line in source if line.strip()), None)
    except _TooLong as error:
        raise InputError(f"{name}:{source.number}", TOO_LONG) from error
    if line is None:
        raise InputError(name, "it is empty")
    return line


def _header(line: str, delimiter: str, name: str) -> list[str]:
    try:
        return _cells(line, delimiter)
    except csv.Error as error:
        raise InputError(name, f"its header is broken: {_fault(error)}") from error


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter, strict=True), [])


def _rows(source: _Source, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Rows that are not blank, each with the number of its first line; what is wrong in the place of a broken one."""
    csv.field_size_limit(max(csv.field_size_limit(), LINE_LIMIT))  # the default of 131,072 is less than a long article
    reader = csv.reader(source, delimiter=delimiter, strict=True)
    while True:
        number = source.number + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except _TooLong:
            yield source.number, TOO_LONG
        except csv.Error as error:
            yield number, _fault(error)
        else:
            if row:
                yield number, row


def _article(row: list[str] | str, header: list[str], columns: Columns, where: str) -> Article | InputError:
    if isinstance(row, str):
        return InputError(where, row)
    if len(row) != len(header):
        return InputError(where, f"a row of {len(row):,} cells under a header of {len(header):,}")
    return read_record(dict(zip(header, row, strict=True)), columns, where=where)


def _fault(error: csv.Error) -> str:
    known = (fault for words, fault in FAULTS if words in str(error))
    return next(known, f"a broken row ({error})")
