"""Find the circles in which sides wait for each other, tell them in sentences, and say where each is weakest.

Use `circles` over the edges of a standoff. Waits that their own side has dropped hold no circle together; rejected ones
do, for nothing holds a circle better.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.answers.holding import LIKELY
from onrecord.answers.results import Circle, Edge
from onrecord.answers.sides import days

if TYPE_CHECKING:
    import networkx as nx


def circles(edges: Sequence[Edge]) -> tuple[Circle, ...]:
    """The strongly connected components of two sides and more, the largest first."""
    import networkx as nx  # noqa: PLC0415  # the other answers start without it

    standing = {(edge.waiter, edge.awaited): edge for edge in edges if not edge.dropped}
    graph = nx.DiGraph(sorted(standing))
    components = [sorted(those) for those in nx.strongly_connected_components(graph) if len(those) > 1]
    return tuple(_circle(those, graph, standing) for those in sorted(components, key=_largest_first))


def weaknesses(edge: Edge, among: Sequence[Edge]) -> list[str]:
    """What speaks against resting on an edge, beside the others of its circle."""
    found = []
    if all(one.held.doubts for one in edge.waits) or edge.confidence < LIKELY:
        found.append(f"doubtful (confidence {edge.confidence:.2f})")
    if all(one.held.entry.stmt.certainty == "hedged" for one in edge.waits):
        found.append("hedged by its speaker")
    if len(edge.scope.outlets) < 2:
        found.append(f"in {edge.scope.outlets[0] if edge.scope.outlets else 'no named outlet'} only")
    if _age(edge) == min(map(_age, among)) < max(map(_age, among)):
        found.append(f"the oldest ({_age(edge).isoformat()})")
    return found


def _circle(those: Sequence[str], graph: nx.DiGraph, standing: dict[tuple[str, str], Edge]) -> Circle:
    sides = _in_order(graph.subgraph(those))
    along = [standing[pair] for pair in pairwise((*sides, sides[0]))] if _is_round(sides, standing) else []
    rest = [
        edge for (waiter, awaited), edge in standing.items() if {waiter, awaited} <= set(those) and edge not in along
    ]
    edges = (*along, *rest)
    weakest = min(edges, key=lambda edge: (-len(weaknesses(edge, edges)), edge.confidence, _age(edge), edge.waiter))
    return Circle(
        sides=tuple(sides),
        edges=edges,
        sentences=tuple(_sentence(edge) for edge in edges),
        weakest=weakest,
        why="; ".join(weaknesses(weakest, edges)) or "the least certain",
    )


def _in_order(graph: nx.DiGraph) -> list[str]:
    """Sides so that each waits for the next, as far as one way round goes; then the rest by name."""
    start = min(graph.nodes)
    way = max(_ways(graph, start), key=len, default=[start])
    return [*way, *sorted(set(graph.nodes) - set(way))]


def _ways(graph: nx.DiGraph, start: str) -> Iterable[list[str]]:
    """For each side that waits for the first one, the shortest way to it."""
    import networkx as nx  # noqa: PLC0415  # as above

    paths = nx.single_source_shortest_path(graph, start)
    return (paths[side] for side in sorted(graph.predecessors(start)))


def _is_round(sides: Sequence[str], standing: dict[tuple[str, str], Edge]) -> bool:
    return all(pair in standing for pair in pairwise((*sides, sides[0])))


def _sentence(edge: Edge) -> str:
    """The latest condition of an edge with its day and source."""
    wait = edge.waits[0]
    entry = wait.held.entry
    speaker = entry.stmt.speaker.name if entry.stmt.speaker else edge.waiter
    outlets = ", ".join(entry.outlets) or "no named outlet"
    more = f", and {len(edge.waits) - 1} more" if len(edge.waits) > 1 else ""
    reply = f"; {edge.awaited} has rejected it" if wait.rejected else ""
    when = days(entry.first_day, entry.last_day)
    return (
        f"{edge.waiter} waits for {edge.awaited}: “{wait.condition.text}” ({speaker}, {when}, {outlets}{more}){reply}."
    )


def _age(edge: Edge) -> date:
    return edge.scope.last or date.min


def _largest_first(those: Sequence[str]) -> tuple[int, str]:
    return (-len(those), those[0])
