"""Entries as a GraphML network of who addresses whom.

Use `write_graph` for programs that draw and measure networks (Gephi, visone, igraph, NetworkX). Each statement that
addresses a party is an edge of its own, from a speaker or from the party spoken for to the party addressed; who
addresses nobody is there as a node. A graph is built in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from onrecord.exports.files import whole_file
from onrecord.records import Entry, Speaker

if TYPE_CHECKING:
    import networkx as nx

By: TypeAlias = Literal["speaker", "party"]
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graph(entries: Iterable[Entry], target: Path, *, by: By = "speaker") -> None:
    """Write the network of all entries to a file.

    Args:
        entries: those that address a party become edges.
        target: the file.
        by: whether edges start at speakers or at the parties that they speak for.

    Raises:
        ExportError, OSError: as `whole_file`.
    """
    import networkx as nx  # noqa: PLC0415  # takes a third of a second, which other commands need not wait for

    graph = addressing(entries, by=by)
    with whole_file(target) as part:
        nx.write_graphml_xml(graph, part, named_key_ids=True, edge_id_from_attribute="id")


def addressing(entries: Iterable[Entry], *, by: By = "speaker") -> nx.MultiDiGraph[str]:
    """The network: nodes with the number of their statements, one edge a statement and speaker."""
    import networkx as nx  # noqa: PLC0415  # as above

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entry in entries:
        for node, told in _starts(entry, by):
            _add_node(graph, node, told, statements=1)
            if entry.stmt.addressee:
                _add_edge(graph, node, entry)
    return graph


def addresses(entry: Entry, *, by: By = "speaker") -> bool:
    """Whether the entry becomes an edge."""
    return bool(entry.stmt.addressee) and any(by == "speaker" or one.party for one in entry.stmt.speakers)


def _starts(entry: Entry, by: By) -> Iterator[tuple[str, dict[str, str]]]:
    """Where the entry's edges start, each once."""
    nodes = dict(_node(one, by) for one in entry.stmt.speakers if by == "speaker" or one.party)
    yield from nodes.items()


def _node(speaker: Speaker, by: By) -> tuple[str, dict[str, str]]:
    if by == "party":
        return _party(speaker.party or "")
    told = {"label": speaker.name, "kind": speaker.kind, "party": speaker.party or "", "role": speaker.role or ""}
    return f"speaker:{speaker.id}", told


def _party(name: str) -> tuple[str, dict[str, str]]:
    return f"party:{name}", {"label": name, "kind": "party", "party": name, "role": ""}


def _add_node(graph: nx.MultiDiGraph[str], node: str, told: dict[str, str], *, statements: int) -> None:
    """Add a node, or its statements; party and role are the last ones told."""
    node, before = _plain(node), graph.nodes.get(_plain(node), {}).get("statements", 0)
    graph.add_node(node, **{name: _plain(words) for name, words in told.items()}, statements=before + statements)


def _add_edge(graph: nx.MultiDiGraph[str], start: str, entry: Entry) -> None:
    end, told = _party(entry.stmt.addressee or "")
    _add_node(graph, end, told, statements=0)
    edge = f"{entry.id} {_plain(start)}"
    graph.add_edge(_plain(start), _plain(end), key=edge, id=edge, **_told(entry))


def _told(entry: Entry) -> dict[str, str | float]:
    stmt = entry.stmt
    told = {
        "statement": entry.id,
        "act": stmt.act or "",
        "polarity": stmt.polarity,
        "certainty": stmt.certainty,
        "first_day": str(entry.first_day or ""),
        "last_day": str(entry.last_day or ""),
        "text": _plain(stmt.text),
        "conditions": _plain("; ".join(one.text for one in stmt.conditions)),
        "outlets": _plain("; ".join(entry.outlets)),
    }
    return {**told, "confidence": stmt.confidence}


def _plain(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
