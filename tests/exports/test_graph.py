"""GraphML: read back by NetworkX as the same network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.exports import write_graph
from onrecord.exports.as_graph import By, addresses
from onrecord.records import Entry
from tests.exports.builders import entries, joint, offer, quotation, story


def read(path: Path) -> nx.MultiDiGraph[str]:
    """The network of a file."""
    return nx.read_graphml(path, force_multigraph=True)


def edges(path: Path) -> set[tuple[str, str]]:
    """Who addresses whom."""
    return {(start, end) for start, end, _ in read(path).edges(keys=True)}


def test_a_statement_is_an_edge_to_whom_it_addresses(tmp_path: Path) -> None:
    write_graph([offer()], tmp_path / "talks.graphml")
    ((start, end, told),) = read(tmp_path / "talks.graphml").edges(data=True)
    assert (start, end, told["act"], told["statement"]) == ("speaker:ann-lee", "party:Estmark", "offer", offer().id)
    assert (told["conditions"], told["first_day"]) == ("if Estmark withdraws its boats", "2031-04-01")


def test_who_speak_together_have_an_edge_each(tmp_path: Path) -> None:
    write_graph([joint()], tmp_path / "talks.graphml")
    assert edges(tmp_path / "talks.graphml") == {
        ("speaker:foreign-ministry-of-estmark", "party:Norvia"),
        ("speaker:crew", "party:Norvia"),
    }


def test_parties_address_parties(tmp_path: Path) -> None:
    write_graph(story(), tmp_path / "talks.graphml", by="party")
    assert edges(tmp_path / "talks.graphml") == {("party:Norvia", "party:Estmark"), ("party:Estmark", "party:Norvia")}


def test_who_addresses_nobody_is_there(tmp_path: Path) -> None:
    write_graph([quotation()], tmp_path / "talks.graphml")
    nodes = read(tmp_path / "talks.graphml").nodes
    assert {name: told["label"] for name, told in nodes.items()} == {"speaker:tolo-brand": "Tolo Brand"}


def test_nodes_count_their_statements(tmp_path: Path) -> None:
    write_graph(story(), tmp_path / "talks.graphml")
    counts = {name: told["statements"] for name, told in read(tmp_path / "talks.graphml").nodes.items()}
    assert (counts["speaker:ann-lee"], counts["party:Estmark"]) == (2, 0)


def test_what_is_said_twice_is_two_edges(tmp_path: Path) -> None:
    again = replace(offer(), id=f"{offer().id[:-2]}99")
    write_graph([offer(), again], tmp_path / "talks.graphml")
    assert read(tmp_path / "talks.graphml").number_of_edges("speaker:ann-lee", "party:Estmark") == 2


def test_nothing_gives_an_empty_network(tmp_path: Path) -> None:
    write_graph([], tmp_path / "talks.graphml")
    assert read(tmp_path / "talks.graphml").number_of_nodes() == 0


@pytest.mark.parametrize("by", ["speaker", "party"])
@given(kept=st.lists(entries, max_size=3, unique_by=lambda entry: entry.id))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_entries_give_a_network_that_can_be_read(by: By, kept: list[Entry], tmp_path: Path) -> None:
    write_graph(kept, tmp_path / "talks.graphml", by=by)
    found = {told["statement"] for _, _, told in read(tmp_path / "talks.graphml").edges(data=True)}
    assert found == {entry.id for entry in kept if addresses(entry, by=by)}
