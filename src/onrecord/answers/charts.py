"""Draw a timeline: one definition as a Vega-Lite specification, for pages and for files.

Use `timeline_spec` for the specification as plain data, `drawn` for a picture of it. A single day is a point, several a
bar as long as they are; each stance has a line of its own, so that colour is never the only sign.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias

from onrecord.answers.positions import STANCES
from onrecord.answers.results import Moment, Timeline
from onrecord.answers.sides import days

Picture: TypeAlias = Literal["svg", "png"]

WITHOUT = "no stance"
WIDTH = 640  # pixels
LINE = 28  # pixels that a stance takes
SCALE = 2  # of a PNG, for screens with small pixels
_COLOURS = ("#1b7837", "#5aae61", "#b2182b", "#7b3294", "#636363", "#2166ac", "#d6604d", "#542788", "#969696")


def timeline_spec(timeline: Timeline) -> dict[str, Any]:
    """The timeline as a Vega-Lite specification, its data within; moments without a day cannot be drawn."""
    import altair as alt  # noqa: PLC0415  # heavy, and only needed to draw

    rows = [_row(moment) for moment in timeline.moments if moment.first]
    lines = [name for name in (*STANCES, WITHOUT) if any(row["stance"] == name for row in rows)]
    stance = alt.Y("stance:N", title=None, sort=lines, axis=alt.Axis(grid=True))
    colour = alt.Color("stance:N", legend=None, scale=alt.Scale(domain=[*STANCES, WITHOUT], range=list(_COLOURS)))
    hints = [alt.Tooltip(f"{name}:N") for name in ("when", "speaker", "stance", "outlets", "text")]
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=stance, color=colour, tooltip=hints)
    first = alt.X("first:T", title=None)
    points = base.transform_filter("datum.single").mark_point(filled=True, size=60, opacity=0.8).encode(x=first)
    bars = base.transform_filter("!datum.single").mark_bar(height=8, opacity=0.5).encode(x=first, x2="end:T")
    chart = alt.layer(bars, points).properties(
        width=WIDTH, height=max(1, len(lines)) * LINE, title=_title(timeline), description=told(timeline)
    )
    spec: dict[str, Any] = chart.to_dict()
    return spec


def told(timeline: Timeline) -> str:
    """The chart in words, for those who do not see it."""
    scope = timeline.scope
    statements = f"{scope.statements} statement{'' if scope.statements == 1 else 's'}"
    return f"{statements} of {timeline.who}, {days(scope.first, scope.last)}, by stance and day."


def drawn(spec: Mapping[str, Any], picture: Picture) -> bytes:
    """A picture of a specification, drawn without a browser and without the network."""
    import vl_convert  # noqa: PLC0415

    text = json.dumps(spec)
    if picture == "svg":
        return str(vl_convert.vegalite_to_svg(text)).encode()
    return bytes(vl_convert.vegalite_to_png(text, scale=SCALE))


def _title(timeline: Timeline) -> dict[str, Any]:
    scope = timeline.scope
    under = f"{scope.statements} statements, {days(scope.first, scope.last)}, {', '.join(scope.outlets) or 'no outlet'}"
    return {"text": timeline.who, "subtitle": under, "anchor": "start"}


def _row(moment: Moment) -> dict[str, Any]:
    entry = moment.held.entry
    last = moment.last or moment.first or date.min
    return {
        "id": entry.id,
        "first": moment.first.isoformat() if moment.first else None,
        "end": (last + timedelta(days=1)).isoformat(),  # a bar ends where its last day does
        "single": moment.first == moment.last,
        "when": days(moment.first, moment.last) + (" (published)" if moment.dated == "published" else ""),
        "stance": moment.held.stance or WITHOUT,
        "speaker": entry.stmt.speaker.name if entry.stmt.speaker else "",
        "outlets": ", ".join(entry.outlets),
        "text": entry.stmt.text,
    }
