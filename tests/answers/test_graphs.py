"""The graph of waits in forms that other programs read."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree

import networkx as nx
import pytest

from onrecord.answers import Standoff, dot, drawing, graphml, standoff, told
from tests.answers.builders import condition, day, entry
from tests.answers.stories import stories

NAUGHTY = "<Ports & \"Sons\"\x00 \\ 'Co'>\ud800"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def talks() -> Standoff:
    return standoff(stories())


@pytest.fixture(scope="module")
def naughty() -> Standoff:
    hangs = condition(f"if {NAUGHTY} pay", NAUGHTY)
    return standoff([entry("Ann Lee", "Estmark", "offer", "talks", on=day(3), conditions=[hangs])])


@pytest.fixture(params=["talks", "naughty"])
def either(request: pytest.FixtureRequest) -> Standoff:
    found: Standoff = request.getfixturevalue(request.param)
    return found


def test_networkx_reads_the_graphml_with_all_edges(either: Standoff) -> None:
    graph = nx.read_graphml(BytesIO(graphml(either).encode()))
    assert graph.number_of_edges() == len(either.edges)


def test_graphml_keeps_what_an_edge_rests_on(talks: Standoff) -> None:
    graph = nx.read_graphml(BytesIO(graphml(talks).encode()))
    facts = graph.edges["Estria", "League of Coastal States"]
    assert (facts["last"], facts["rejected"], facts["dropped"]) == ("2031-04-01", False, False)
    assert "after the inspectors had arrived" in facts["conditions"]


def test_graphml_numbers_the_circle_of_a_side(talks: Standoff) -> None:
    graph = nx.read_graphml(BytesIO(graphml(talks).encode()))
    assert {side: graph.nodes[side]["circle"] for side in ("Estria", "Vardonia", "Norvia")} == {
        "Estria": 1,
        "Vardonia": 1,
        "Norvia": 0,
    }


def test_dot_marks_rejection_and_the_weakest_edge(talks: Standoff) -> None:
    lines = dot(talks).splitlines()
    assert any('"Vardonia" -> "Estria"' in line and "style=dashed" in line for line in lines)
    assert any('"League of Coastal States" -> "Vardonia"' in line and "weakest" in line for line in lines)


def test_quotes_in_names_do_not_break_dot(naughty: Standoff) -> None:
    assert '\\"Sons\\"' in dot(naughty)
    assert "\x00" not in dot(naughty)


def test_the_drawing_is_xml_with_a_box_a_side_and_an_arrow_an_edge(either: Standoff) -> None:
    tree = ElementTree.fromstring(drawing(either).encode("utf-8", "strict"))
    sides = {side for edge in either.edges for side in (edge.waiter, edge.awaited)}
    assert len(tree.findall(f".//{SVG}g[@class]/{SVG}rect")) == len(sides)
    assert len(tree.findall(f".//{SVG}g/{SVG}path")) == len(either.edges)


def test_the_drawing_has_a_text_alternative(talks: Standoff) -> None:
    tree = ElementTree.fromstring(drawing(talks))
    description = tree.findtext(f"{SVG}desc")
    assert tree.get("role") == "img"
    assert description == told(talks)
    assert description.startswith(
        "Estria waits for League of Coastal States waits for Vardonia waits for Estria: a circle."
    )


def test_what_colour_tells_is_told_by_words_too(talks: Standoff) -> None:
    svg = drawing(talks)
    assert "12 conditions, rejected" in svg
    assert "2 conditions, weakest" in svg


def test_of_very_many_sides_the_busiest_are_drawn() -> None:
    hangs = [condition(f"if Land{number} pays", f"Land{number}") for number in range(40)]
    svg = drawing(standoff([entry("Ann Lee", "Estmark", "offer", "talks", conditions=hangs)]))
    assert svg.count("<rect") == 24
    assert "17 more with fewer conditions, not drawn" in svg


def test_nothing_is_drawn_as_nothing() -> None:
    assert "Nobody waits for anybody." in drawing(standoff([]))
