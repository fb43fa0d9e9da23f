"""A statement of `examples/harbour-talks.txt` in every format, for the page in `docs`.

`EXAMPLES` has a function for each example that the page shows.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from onrecord.exports import entry_to_dict, export
from onrecord.exports.as_annotations import annotation
from onrecord.exports.as_csv import COLUMNS
from onrecord.exports.as_linked_data import nodes
from onrecord.exports.as_parquet import entry_columns
from onrecord.exports.as_plover import event
from onrecord.exports.names import text_key
from onrecord.records import Appearance, Entry, SaidOn, Span, Speaker, Statement

STORY = Path(__file__).parents[2] / "examples" / "harbour-talks.txt"
WIDTH = 118  # characters of a line in an example
TEXT = STORY.read_text(encoding="utf-8")


def span(words: str) -> Span:
    """Where words stand first in the story."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def promise() -> Entry:
    """What a prime minister promised, as a spokeswoman of the other side tells it."""
    content = span("the boats would leave the strait by spring")
    okoro = Speaker(
        id="anselm-okoro",
        name="Anselm Okoro",
        kind="person",
        role="Prime Minister",
        party="Estria",
        how="same as “Prime Minister Anselm Okoro”",
        mentions=(span("Okoro"),),
    )
    february = SaidOn(first=date(2031, 2, 1), last=date(2031, 2, 28), text="last month", how="expression")
    source = Span(span("Okoro assured").start, span("Okoro assured").start + len("Okoro"))
    stmt = Statement(
        id=5,
        parent=4,
        cue=(span("assured"),),
        source=(source,),
        content=(content,),
        text=content.of(TEXT),
        source_text="Okoro",
        form="indirect",
        medium="said",
        confidence=0.81,
        speakers=(okoro,),
        chain=("Tova Brandt", "Anselm Okoro"),
        said_on=february,
        act="promise",
        act_confidence=0.93,
    )
    wire = Appearance(article="harbour-talks.txt", outlet="Meridian Wire", published=date(2031, 3, 14))
    key = hashlib.sha256(TEXT.encode()).hexdigest()[:16]
    return Entry(id=f"{key}.{content.start}-{content.end}", stmt=stmt, appearances=(wire,))


def accusation() -> Entry:
    """What a ministry accuses the other side of, in quoted words."""
    content = span("dressing up a blockade as a safety measure")
    ministry = Speaker(
        id="foreign-ministry-of-estria", name="Foreign Ministry of Estria", kind="organisation", party="Estria",
        how="named", mentions=(span("Estria's Foreign Ministry"),),
    )  # fmt: skip
    stmt = Statement(
        id=9, parent=None, cue=(span("accusing"),), source=ministry.mentions, content=(content,), text=content.of(TEXT),
        source_text="Estria's Foreign Ministry", form="direct", medium="written", confidence=0.88, speakers=(ministry,),
        chain=(ministry.name,), act="accuse", act_confidence=0.97, addressee="Vardonia",
    )  # fmt: skip
    appearances = promise().appearances
    return Entry(id=f"{text_key(promise())}.{content.start}-{content.end}", stmt=stmt, appearances=appearances)


def _file(name: str, entry: Entry, **options: Any) -> bytes:
    with TemporaryDirectory() as folder:
        export(name, [entry], Path(folder) / "talks", text_of=lambda _: TEXT, **options)
        return (Path(folder) / "talks").read_bytes()


def _json(value: object, *, indent: str = "") -> str:
    """JSON with what is short on one line."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(indent + flat) <= WIDTH or not isinstance(value, dict | list):
        return flat
    inner = indent + "  "
    if isinstance(value, list):
        rows = [_json(one, indent=inner) for one in value]
    else:
        rows = [f"{json.dumps(name)}: {_json(one, indent=inner)}" for name, one in value.items()]
    opened, closed = "[]" if isinstance(value, list) else "{}"
    return opened + "\n" + ",\n".join(inner + row for row in rows) + f"\n{indent}{closed}"


def _csv() -> str:
    """The row, turned on its side."""
    import csv

    (row,) = csv.DictReader(_file("csv", promise()).decode("utf-8-sig").splitlines())
    return "\n".join(f"{name:15} {row[name]}".rstrip() for name in COLUMNS)


CODED = """SELECT Variable, ENTITIES.Value FROM DATASHORTTEXT JOIN ENTITIES ON ENTITIES.ID = Entity
    JOIN VARIABLES ON VARIABLES.ID = DATASHORTTEXT.VariableId ORDER BY VARIABLES.ID"""


def _dna() -> str:
    """The passage and its short texts."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "talks"
        export("dna", [promise()], path, text_of=lambda _: TEXT, issue="the patrol boats")
        with closing(sqlite3.connect(path)) as database:
            ((start, stop),) = database.execute("SELECT Start, Stop FROM STATEMENTS")
            rows = [f"{name:13} {value}".rstrip() for name, value in database.execute(CODED)]
    return "\n".join([f"Start, Stop   {start}, {stop}", *rows])


def _parquet() -> str:
    """Columns and types, item by item."""
    return "\n".join(f"{field.name:15} {field.type}" for field in entry_columns())


def _graph() -> str:
    lines = _file("graphml", accusation()).decode().splitlines()
    return "\n".join(lines[next(place for place, line in enumerate(lines) if "<graph " in line) :])


EXAMPLES: dict[str, Callable[[], str]] = {
    "csv": _csv,
    "jsonl": lambda: _json(entry_to_dict(promise())),
    "parquet": _parquet,
    "webannotation": lambda: _json(annotation(promise(), text_of=lambda _: TEXT)),
    "jsonld": lambda: _json(list(nodes(promise()))),
    "dna": _dna,
    "dna-csv": lambda: _file("dna-csv", promise(), issue="the patrol boats").decode().rstrip(),
    "graphml": _graph,
    "plover": lambda: _json(event(promise())),
}
