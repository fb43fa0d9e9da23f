"""Draw who waits for whom as SVG, on the server and without a browser.

Use `drawing` for a page or a file. Sides stand on a ring, those of a circle beside each other; an arrow leads to who
must act. What colour says is said by words and dashes too, and the whole is told in the picture's description.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from math import hypot

from onrecord.answers.graphs import in_circle, is_weakest, sides, standing
from onrecord.answers.results import Edge, Standoff

MOST_SIDES = 24
"""Names around a ring that can be read; of more, those with the most conditions are drawn, and the others counted."""

_WIDTH, _HEIGHT, _MARGIN = 900, 640, 110  # pixels
_BOX = (150, 40)
_BEND = 26  # pixels by which an arrow bows out, so that there and back are two
_LETTERS = 22  # that a box holds
_STYLE = """
svg { font: 13px system-ui, sans-serif; background: #fff; color: #1a1a1a }
.side rect { fill: #f4f4f0; stroke: #444; stroke-width: 1.2 }
.side.around rect { fill: #fff3d6; stroke-width: 2.4 }
.side text { text-anchor: middle; dominant-baseline: middle; fill: currentColor }
.wait path { fill: none; stroke: #555; stroke-width: 1.4 }
.wait.around path { stroke: #9a4a00; stroke-width: 2.8 }
.wait.rejected path { stroke-dasharray: 8 5 }
.wait.dropped path { stroke-dasharray: 2 5 }
.wait text { text-anchor: middle; font-size: 12px; fill: currentColor }
.wait text { paint-order: stroke; stroke: #fff; stroke-width: 4 }
marker path { fill: #555 }
@media (prefers-color-scheme: dark) {
svg { background: #16181b; color: #eee }
.side rect { fill: #26292e; stroke: #bbb }
.side.around rect { fill: #3d3214 }
.wait path { stroke: #aaa }
.wait.around path { stroke: #ffb454 }
.wait text { stroke: #16181b }
marker path { fill: #aaa }
}
"""


@dataclass(frozen=True, slots=True)
class _Point:
    x: float
    y: float


def drawing(standoff: Standoff) -> str:
    """The graph as an SVG document with a title and a description."""
    shown = _shown(standoff)
    places = _places(shown)
    edges = [edge for edge in standoff.edges if edge.waiter in places and edge.awaited in places]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'aria-labelledby="standoff-title standoff-told">',
        '<title id="standoff-title">Who waits for whom</title>',
        f'<desc id="standoff-told">{_text(told(standoff))}</desc>',
        f"<style>{_STYLE}</style>",
        '<defs><marker id="standoff-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" '
        'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z"/></marker></defs>',
        *(_wait(edge, standoff, places) for edge in edges),
        *(_side(side, standoff, places[side]) for side in shown),
        *_left_out(len(sides(standoff)) - len(shown)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def told(standoff: Standoff) -> str:
    """The graph in words: its circles, and who else waits."""
    if not standoff.edges:
        return "Nobody waits for anybody."
    circles = [f"{' waits for '.join((*circle.sides, circle.sides[0]))}: a circle." for circle in standoff.circles]
    others = [_short(edge) for edge in standoff.edges if not in_circle(edge, standoff)]
    return " ".join((*circles, *others))


def _short(edge: Edge) -> str:
    state = f" ({standing(edge)})" if standing(edge) else ""
    return f"{edge.waiter} waits for {edge.awaited}{state}."


def _shown(standoff: Standoff) -> list[str]:
    """The sides that are drawn, in their order."""
    everybody = sides(standoff)
    counts = dict.fromkeys(everybody, 0)
    for edge in standoff.edges:
        for side in (edge.waiter, edge.awaited):
            counts[side] += len(edge.waits)
    most = sorted(everybody, key=lambda side: -counts[side])[:MOST_SIDES]
    return [side for side in everybody if side in most]


def _places(shown: list[str]) -> Mapping[str, _Point]:
    import networkx as nx  # noqa: PLC0415  # the other answers start without it

    graph = nx.empty_graph(shown)
    ring = nx.circular_layout(graph)
    across, down = _WIDTH / 2 - _MARGIN, _HEIGHT / 2 - _MARGIN / 2
    return {side: _Point(_WIDTH / 2 + x * across, _HEIGHT / 2 - y * down) for side, (x, y) in ring.items()}


def _side(side: str, standoff: Standoff, at: _Point) -> str:
    around = any(side in circle.sides for circle in standoff.circles)
    width, height = _BOX
    name = side if len(side) <= _LETTERS else f"{side[: _LETTERS - 1]}…"
    return (
        f'<g class="side{" around" * around}"><title>{_text(side)}{", in a circle" * around}</title>'
        f'<rect x="{at.x - width / 2:.1f}" y="{at.y - height / 2:.1f}" width="{width}" height="{height}" rx="6"/>'
        f'<text x="{at.x:.1f}" y="{at.y:.1f}">{_text(name)}</text></g>'
    )


def _wait(edge: Edge, standoff: Standoff, places: Mapping[str, _Point]) -> str:
    start, end = places[edge.waiter], places[edge.awaited]
    bow = _bow(start, end)
    start, end = _at_box(start, bow), _at_box(end, bow)
    middle = _Point((start.x + 2 * bow.x + end.x) / 4, (start.y + 2 * bow.y + end.y) / 4)  # of the curve
    classes = " ".join(("wait", *(["around"] if in_circle(edge, standoff) else []), standing(edge))).strip()
    words = "; ".join(f"“{wait.condition.text}”" for wait in edge.waits)
    return (
        f'<g class="{classes}"><title>{_text(_short(edge))} {_text(words)}</title>'
        f'<path d="M{start.x:.1f} {start.y:.1f}Q{bow.x:.1f} {bow.y:.1f} {end.x:.1f} {end.y:.1f}" '
        'marker-end="url(#standoff-arrow)"/>'
        f'<text x="{middle.x:.1f}" y="{middle.y:.1f}">{_text(_label(edge, standoff))}</text></g>'
    )


def _label(edge: Edge, standoff: Standoff) -> str:
    number = f"{len(edge.waits)} condition{'' if len(edge.waits) == 1 else 's'}"
    return ", ".join(part for part in (number, standing(edge), "weakest" * is_weakest(edge, standoff)) if part)


def _bow(start: _Point, end: _Point) -> _Point:
    """The middle of a way, moved to its left."""
    length = hypot(end.x - start.x, end.y - start.y) or 1.0
    aside = _BEND * 2
    return _Point(
        (start.x + end.x) / 2 + (end.y - start.y) / length * aside,
        (start.y + end.y) / 2 - (end.x - start.x) / length * aside,
    )


def _at_box(middle: _Point, towards: _Point) -> _Point:
    """Where a line from the middle of a box leaves it."""
    width, height = _BOX
    across, down = towards.x - middle.x, towards.y - middle.y
    share = min(
        width / 2 / abs(across) if across else float("inf"), height / 2 / abs(down) if down else float("inf"), 1.0
    )
    return _Point(middle.x + across * share, middle.y + down * share)


def _left_out(number: int) -> Iterator[str]:
    if number > 0:
        yield f'<text x="12" y="{_HEIGHT - 12}">{number} more with fewer conditions, not drawn</text>'


def _text(words: str) -> str:
    """Words for XML: escaped, and without control characters, which it cannot hold."""
    return escape("".join(char if char.isprintable() else " " for char in words))
