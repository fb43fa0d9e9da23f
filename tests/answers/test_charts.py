"""A timeline as a drawing."""

from __future__ import annotations

import json

from onrecord.answers import drawn, timeline, timeline_spec
from tests.answers.builders import day, entry, said, undated

DAY = entry("Ann Lee", "Estmark", "offer", "talks", on=day(3))
WEEK = entry("Ann Lee", "Estmark", "refuse", "talks", said_on=said(day(3), day(9)), on=day(12))
CLAIM = entry("Ann Lee", "Estmark", "claim", "it rains", on=day(5))
TIMELINE = timeline([DAY, WEEK, CLAIM, undated(DAY)], "Estmark")


def test_the_specification_is_vega_lite_with_its_data() -> None:
    spec = timeline_spec(TIMELINE)
    assert "vega-lite" in spec["$schema"]
    assert json.loads(json.dumps(spec)) == spec


def test_each_moment_with_a_day_is_a_row() -> None:
    spec = timeline_spec(TIMELINE)
    rows = spec["datasets"][spec["data"]["name"]]
    assert [(row["first"], row["end"], row["single"], row["stance"]) for row in rows] == [
        ("2031-03-03", "2031-03-04", True, "willing"),
        ("2031-03-03", "2031-03-10", False, "unwilling"),
        ("2031-03-05", "2031-03-06", True, "no stance"),
    ]


def test_the_drawing_is_told_in_words() -> None:
    assert timeline_spec(TIMELINE)["description"] == (
        "4 statements of Estmark, 2031-03-03 to 2031-03-09, by stance and day."
    )


def test_it_is_drawn_as_svg_and_png() -> None:
    spec = timeline_spec(TIMELINE)
    assert drawn(spec, "svg").startswith(b"<svg")
    assert drawn(spec, "png").startswith(b"\x89PNG")


def test_a_timeline_of_nothing_is_drawn_too() -> None:
    assert drawn(timeline_spec(timeline([], "Nobody")), "svg").startswith(b"<svg")
