"""JSON-LD: read by rdflib as the triples that were meant, without fetching anything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from onrecord.exports import write_linked_data
from onrecord.exports.as_linked_data import nodes
from onrecord.exports.names import statement_name
from onrecord.records import Entry, SaidOn
from tests.conftest import Golden
from tests.exports.builders import entries, joint, offer, quotation, relay, story, unattributed

# rdflib's own reader of JSON-LD warns of rdflib's own class.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SCHEMA = Namespace("https://schema.org/")
PROV = Namespace("http://www.w3.org/ns/prov#")
OURS = Namespace("urn:x-onrecord:vocabulary:")
SPEAKER = Namespace("urn:x-onrecord:speaker:")


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No address is opened while a file is read."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("an address is fetched")

    monkeypatch.setattr("rdflib.parser._urlopen", refuse)


def graph_of(path: Path, *entries: Entry) -> Graph:
    """The triples of a file."""
    write_linked_data(entries, path)
    return Graph().parse(path, format="json-ld")


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    """The triples of the story."""
    return graph_of(tmp_path / "talks.jsonld", *story())


def name(entry: Entry) -> URIRef:
    """Of a statement."""
    return URIRef(statement_name(entry))


def tellers(graph: Graph, stmt: Node) -> Iterator[Node | None]:
    """To whom each is attributed from whom the statement was quoted, in order."""
    while (stmt := graph.value(stmt, PROV.wasQuotedFrom)) is not None:
        yield graph.value(stmt, PROV.wasAttributedTo)


def test_the_nodes_look_as_they_were_reviewed(golden: Golden) -> None:
    golden("export-linked-data.json", json.dumps([*nodes(offer()), *nodes(relay())], indent=2, ensure_ascii=False))


def test_quoted_words_are_a_quotation_and_all_are_claims(graph: Graph) -> None:
    quoted = set(graph.subjects(RDF.type, SCHEMA.Quotation))
    assert quoted == {name(quotation()), name(unattributed())}
    assert set(graph.subjects(RDF.type, SCHEMA.Claim)) == {name(entry) for entry in story()}


def test_who_speaks_made_it(graph: Graph) -> None:
    assert (name(quotation()), SCHEMA.spokenByCharacter, SPEAKER["tolo-brand"]) in graph
    assert (name(offer()), SCHEMA.creator, SPEAKER["ann-lee"]) in graph
    assert (SPEAKER["ann-lee"], RDF.type, SCHEMA.Person) in graph
    assert (SPEAKER["foreign-ministry-of-estmark"], RDF.type, SCHEMA.Organization) in graph


def test_all_who_speak_are_attributed(graph: Graph) -> None:
    agents = set(graph.objects(name(joint()), PROV.wasAttributedTo))
    assert agents == {SPEAKER["foreign-ministry-of-estmark"], SPEAKER["crew"]}


def test_the_role_is_of_the_attribution_and_not_of_the_person(graph: Graph) -> None:
    (attribution,) = graph.objects(name(offer()), PROV.qualifiedAttribution)
    assert graph.value(attribution, PROV.agent) == SPEAKER["ann-lee"]
    assert graph.value(attribution, PROV.hadRole) == OURS.speaker
    assert graph.value(attribution, OURS.role) == Literal("President")
    assert graph.value(SPEAKER["ann-lee"], OURS.role) is None


def test_a_chain_is_quoted_link_by_link(graph: Graph) -> None:
    assert list(tellers(graph, name(relay()))) == [SPEAKER["tolo-brand"], SPEAKER["ann-lee"]]


def test_who_speaks_for_himself_is_quoted_from_nobody(graph: Graph) -> None:
    assert list(tellers(graph, name(offer()))) == []


def test_the_first_appearance_is_the_earliest(graph: Graph) -> None:
    first = graph.value(name(offer()), SCHEMA.firstAppearance)
    assert graph.value(first, SCHEMA.datePublished) == Literal("2031-04-01", datatype=XSD.date)
    assert len(set(graph.objects(name(offer()), SCHEMA.appearance))) == 2


def test_what_has_no_day_has_no_first_appearance(graph: Graph) -> None:
    assert graph.value(name(quotation()), SCHEMA.firstAppearance) is None


def test_a_day_is_a_date_and_a_week_a_period(tmp_path: Path) -> None:
    week = SaidOn(first=date(2031, 3, 31), last=date(2031, 4, 6), text="this week", how="expression")
    longer = replace(quotation(), stmt=replace(quotation().stmt, said_on=week))
    graph = graph_of(tmp_path / "talks.jsonld", offer(), longer)
    assert graph.value(name(offer()), SCHEMA.dateCreated) == Literal("2031-04-01", datatype=XSD.date)
    assert graph.value(name(longer), SCHEMA.temporalCoverage) == Literal("2031-03-31/2031-04-06")


def test_some_time_ago_is_a_period_without_a_beginning(tmp_path: Path) -> None:
    once = SaidOn(first=None, last=date(2031, 4, 6), text="once", how="before")
    former = replace(quotation(), stmt=replace(quotation().stmt, said_on=once))
    graph = graph_of(tmp_path / "talks.jsonld", former)
    assert graph.value(name(former), SCHEMA.temporalCoverage) == Literal("../2031-04-06")


def test_a_condition_says_on_whom(graph: Graph) -> None:
    (condition,) = graph.objects(name(offer()), OURS.condition)
    assert graph.value(condition, SCHEMA.text) == Literal("if Estmark withdraws its boats")
    assert graph.value(graph.value(condition, OURS.on), OURS.party) == Literal("Estmark")


def test_nothing_gives_an_empty_graph(tmp_path: Path) -> None:
    assert len(graph_of(tmp_path / "talks.jsonld")) == 0


@given(kept=st.lists(entries, max_size=2, unique_by=lambda entry: entry.id))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_entries_give_valid_rdf(kept: list[Entry], tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "talks.jsonld", *kept)
    assert set(graph.subjects(RDF.type, SCHEMA.Claim)) == {name(entry) for entry in kept}
    Graph().parse(data=graph.serialize(format="nt"), format="nt")
