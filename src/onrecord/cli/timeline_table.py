"""Show a timeline as a table, CSV or JSON.

Use `write_timeline` from the command.
"""

from __future__ import annotations

from rich.console import Group
from rich.text import Text

from onrecord.answers import Moment, Timeline, days
from onrecord.cli.answer_options import scope_line
from onrecord.cli.lists import cell, show, table, write_csv, write_json
from onrecord.ledger import abbreviated

_COLUMNS = "id first_day last_day dated speaker party act stance certainty text outlets doubts"
_LEGEND = "(p) day of publication, the text tells none · ? doubtful, see --json"


def write_timeline(timeline: Timeline, *, as_json: bool, as_csv: bool) -> None:
    """Write the moments, the earliest first."""
    if as_json:
        write_json(timeline)
    elif as_csv:
        write_csv(_COLUMNS.split(), map(_row, timeline.moments))
    else:
        show(_table(timeline) if timeline.moments else Text("nothing found"))


def _table(timeline: Timeline) -> Group:
    rows = table("Id", "Said", "Speaker", "Stance", "Content", wide="Content")
    for moment in timeline.moments:
        entry = moment.held.entry
        rows.add_row(
            abbreviated(entry.id),
            days(moment.first, moment.last) + (" (p)" if moment.dated == "published" else ""),
            cell(_speakers(moment)),
            (moment.held.stance or "") + ("?" if moment.held.doubts else ""),
            cell(entry.stmt.text),
        )
    return Group(rows, Text(), Text(scope_line(timeline.scope), style="bold"), Text(_LEGEND, style="dim"))


def _speakers(moment: Moment) -> str:
    return "; ".join(one.name for one in moment.held.entry.stmt.speakers)


def _row(moment: Moment) -> list[object]:
    entry, stmt = moment.held.entry, moment.held.entry.stmt
    return [
        entry.id,
        moment.first,
        moment.last,
        moment.dated,
        _speakers(moment),
        "; ".join(dict.fromkeys(one.party for one in stmt.speakers if one.party)),
        stmt.act,
        moment.held.stance,
        stmt.certainty,
        stmt.text,
        "; ".join(entry.outlets),
        "; ".join(moment.held.doubts),
    ]
