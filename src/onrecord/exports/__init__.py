"""The record in forms that other programs take, one module a form.

Use `export` for entries of the ledger in any of `FORMATS`; each writer can be called by itself, and `read_csv`,
`read_jsonl` and `read_parquet` take back what the complete formats hold. Use `reading_to_dict` for a reading as plain
values, `json_line` for the line that `onrecord read --json` writes, `statement_to_dict` and `entry_to_dict` for a
statement and an entry of the ledger, `answer_to_dict` for an answer, and `line_of` for any of them as a line.
"""

from onrecord.exports.as_annotations import write_annotations
from onrecord.exports.as_answers import answer_to_dict
from onrecord.exports.as_csv import guarded, read_csv, write_csv
from onrecord.exports.as_dna import write_dna
from onrecord.exports.as_dna_events import write_dna_events
from onrecord.exports.as_graph import write_graph
from onrecord.exports.as_json import entry_to_dict, json_line, line_of, reading_to_dict, statement_to_dict
from onrecord.exports.as_jsonl import entry_schema, read_jsonl, write_jsonl
from onrecord.exports.as_linked_data import write_linked_data
from onrecord.exports.as_parquet import read_parquet, write_parquet
from onrecord.exports.as_plover import write_plover
from onrecord.exports.formats import FORMATS, Exported, Format, export
from onrecord.exports.pieces import TextOf

__all__ = [
    "FORMATS",
    "Exported",
    "Format",
    "TextOf",
    "answer_to_dict",
    "entry_schema",
    "entry_to_dict",
    "export",
    "guarded",
    "json_line",
    "line_of",
    "read_csv",
    "read_jsonl",
    "read_parquet",
    "reading_to_dict",
    "statement_to_dict",
    "write_annotations",
    "write_csv",
    "write_dna",
    "write_dna_events",
    "write_graph",
    "write_jsonl",
    "write_linked_data",
    "write_parquet",
    "write_plover",
]
