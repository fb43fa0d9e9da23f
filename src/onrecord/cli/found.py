"""Show what a search found.

Use `write_found` from the command; a hit's row says who, when and where in short, `onrecord show` the rest.
"""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.cli.lists import cell, days, number_of, show, table, write_csv, write_json
from onrecord.cli.marked import marked
from onrecord.cli.speaker_cell import SpeakerCells
from onrecord.exports import entry_to_dict
from onrecord.ledger import Found, Hit, abbreviated

_COLUMNS = "id first_day last_day speaker party role act polarity text outlets score"


def write_found(found: Found, *, as_json: bool, as_csv: bool) -> None:
    """Write the hits, the best first."""
    if as_json:
        write_json({"total": found.total, "hits": [_dict(hit) for hit in found.hits]})
    elif as_csv:
        write_csv(_COLUMNS.split(), map(_row, found.hits))
    else:
        show(_table(found) if found.hits else Text("nothing found"))


def _dict(hit: Hit) -> dict[str, object]:
    """An entry as exports have it, with its score and the offsets of the hits in the statement's text."""
    marks = [[mark.start, mark.end] for mark in hit.marks]
    return {**entry_to_dict(hit.entry), "score": hit.score, "marks": marks}


def _row(hit: Hit) -> list[object]:
    entry, stmt = hit.entry, hit.entry.stmt
    return [
        entry.id,
        entry.first_day,
        entry.last_day,
        "; ".join(one.name for one in stmt.speakers),
        "; ".join(dict.fromkeys(one.party for one in stmt.speakers if one.party)),
        "; ".join(one.role for one in stmt.speakers if one.role),
        stmt.act,
        stmt.polarity,
        stmt.text,
        "; ".join(entry.outlets),
        hit.score,
    ]


def _table(found: Found) -> RenderableType:
    rows = table("Id", "Said", "Speaker", "Act", "Content", "Outlets", wide="Content")
    for hit in found.hits:
        entry, stmt = hit.entry, hit.entry.stmt
        rows.add_row(
            abbreviated(entry.id),
            days(entry.first_day, entry.last_day),
            SpeakerCells().cell(stmt, nested=False).split("\n")[0],
            ("not: " if stmt.polarity == "negative" else "") + (stmt.act or ""),
            marked(stmt.text, hit.marks),
            cell(_outlets(hit)),
        )
    count = f"{len(found.hits):,} of {number_of(found.total, 'statement', 'statements')}"
    return Group(rows, Text(), Text(count, style="bold"))


def _outlets(hit: Hit) -> str:
    """The first outlet, and how many others carried it."""
    first, *others = hit.entry.outlets or ("",)
    return f"{first} +{len(others)}" if others else first
