"""Write the graph of who waits for whom in forms that graph programs read.

Use `graphml` for Gephi, yEd or networkx, `dot` for Graphviz. Both name the conditions, and whether a
condition was rejected or dropped; `onrecord.answers.drawing` draws the same graph.
"""

from __future__ import annotations

from io import BytesIO

from onrecord.answers.results import Edge, Standoff


def graphml(standoff: Standoff) -> str:
    """The graph as GraphML, in UTF-8."""
    import networkx as nx  # noqa: PLC0415  # the other answers start without it

    graph = nx.DiGraph()
    circles = {side: number for number, circle in enumerate(standoff.circles, start=1) for side in circle.sides}
    for side in sides(standoff):
        graph.add_node(_written(side), circle=circles.get(side, 0))
    for edge in standoff.edges:
        graph.add_edge(_written(edge.waiter), _written(edge.awaited), **_facts(edge))
    file = BytesIO()
    nx.write_graphml(graph, file)
    return file.getvalue().decode()


def dot(standoff: Standoff) -> str:
    """The graph in Graphviz's language; rejected conditions are dashed, dropped ones dotted, those of a circle bold."""
    lines = [f"  {_quoted(side)};" for side in sides(standoff)]
    lines += [
        f"  {_quoted(edge.waiter)} -> {_quoted(edge.awaited)} [{_drawn(edge, standoff)}];" for edge in standoff.edges
    ]
    return "\n".join(("digraph standoff {", "  rankdir=LR;", "  node [shape=box];", *lines, "}", ""))


def sides(standoff: Standoff) -> list[str]:
    """Everybody who waits or is waited for, those of circles first, in their order."""
    around = [side for circle in standoff.circles for side in circle.sides]
    others = sorted({side for edge in standoff.edges for side in (edge.waiter, edge.awaited)})
    return list(dict.fromkeys((*around, *others)))


def in_circle(edge: Edge, standoff: Standoff) -> bool:
    """Whether an edge is part of a circle."""
    return any(edge in circle.edges for circle in standoff.circles)


def is_weakest(edge: Edge, standoff: Standoff) -> bool:
    """Whether an edge is the weakest of its circle."""
    return any(edge == circle.weakest for circle in standoff.circles)


def standing(edge: Edge) -> str:
    """What became of the conditions: "rejected", "dropped", or nothing."""
    return "dropped" if edge.dropped else "rejected" if edge.rejected else ""


def _facts(edge: Edge) -> dict[str, str | int | float | bool]:
    scope = edge.scope
    return {
        "conditions": _written(" | ".join(wait.condition.text for wait in edge.waits)),
        "statements": scope.statements,
        "ids": " ".join(wait.held.entry.id for wait in edge.waits),
        "first": scope.first.isoformat() if scope.first else "",
        "last": scope.last.isoformat() if scope.last else "",
        "outlets": _written(", ".join(scope.outlets)),
        "confidence": round(edge.confidence, 3),
        "rejected": edge.rejected,
        "dropped": edge.dropped,
    }


def _drawn(edge: Edge, standoff: Standoff) -> str:
    words = edge.waits[0].condition.text
    label = "\n".join(part for part in (words, standing(edge), "weakest" * is_weakest(edge, standoff)) if part)
    style = {"rejected": "dashed", "dropped": "dotted"}.get(standing(edge), "solid")
    bold = ", penwidth=2" if in_circle(edge, standoff) else ""
    return f"label={_quoted(label)}, style={style}{bold}"


def _quoted(text: str) -> str:
    escaped = _written(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _written(text: str) -> str:
    """Without what XML and half a program refuse: control characters and lone surrogates."""
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text)
