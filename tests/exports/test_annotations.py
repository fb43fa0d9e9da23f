"""Web Annotations: what the W3C model asks for, and passages that can be found again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from rdflib import RDF, Graph, Namespace, URIRef

from onrecord.exports import write_annotations
from onrecord.exports.as_annotations import annotation
from onrecord.records import Entry
from tests.conftest import Golden
from tests.exports.builders import KEY, TEXT, entries, joint, offer, quotation, story
from tests.exports.web_annotation import ANNOTATION, COLLECTION, TERMS

# rdflib's own reader of JSON-LD warns of rdflib's own class.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")


def text_of(_: Entry) -> str:
    """The story."""
    return TEXT


def written(path: Path, *entries: Entry) -> dict[str, Any]:
    """The collection of a file."""
    write_annotations(entries, path, text_of=text_of)
    collection: dict[str, Any] = json.loads(path.read_bytes())
    return collection


def targets(entry: Entry) -> list[dict[str, Any]]:
    """The passages of an annotation."""
    found = annotation(entry, text_of=text_of)["target"]
    return found if isinstance(found, list) else [found]


def test_the_file_looks_as_it_was_reviewed(tmp_path: Path, golden: Golden) -> None:
    golden("export-annotation.json", json.dumps(annotation(offer(), text_of=text_of), indent=2, ensure_ascii=False))


def test_the_file_is_a_collection_with_one_page(tmp_path: Path) -> None:
    collection = written(tmp_path / "talks.json", *story())
    Draft202012Validator(COLLECTION).validate(collection)
    assert (collection["total"], len(collection["first"]["items"])) == (len(story()), len(story()))


def test_nothing_gives_a_collection_without_a_page(tmp_path: Path) -> None:
    collection = written(tmp_path / "talks.json")
    Draft202012Validator(COLLECTION).validate(collection)
    assert collection["total"] == 0


@given(entries)
def test_any_entry_keeps_to_the_model(entry: Entry) -> None:
    Draft202012Validator(ANNOTATION).validate(json.loads(json.dumps(annotation(entry))))


@pytest.mark.parametrize("entry", story(), ids=lambda entry: entry.stmt.act or "no act")
def test_a_passage_is_where_its_selectors_say(entry: Entry) -> None:
    for target in targets(entry):
        quote, position = target["selector"]
        start, end = position["start"], position["end"]
        assert TEXT[start:end] == quote["exact"]
        assert TEXT[:start].endswith(quote.get("prefix", ""))
        assert TEXT[end:].startswith(quote.get("suffix", ""))


def test_positions_count_code_points() -> None:
    assert ord(TEXT[TEXT.index("🕊")]) > 0xFFFF
    assert targets(joint())[0]["selector"][1]["start"] == TEXT.index("Lee had")


def test_a_content_in_pieces_is_not_stitched() -> None:
    assert [target["selector"][0]["exact"] for target in targets(quotation())] == ["“The pact,”", "“is dead.”"]


def test_the_words_around_need_the_text() -> None:
    quote = annotation(offer())["target"]["selector"][0]
    assert quote == {"type": "TextQuoteSelector", "exact": offer().stmt.text}


def test_a_near_copy_is_no_place_of_the_passage() -> None:
    assert targets(offer())[0]["source"]["via"] == ["https://herald.example/strait?page=1&x=%C3%BC"]


def test_it_is_valid_rdf(tmp_path: Path) -> None:
    collection = written(tmp_path / "talks.json", *story())
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    collection["@context"][0] = TERMS  # the standard's own terms, so that nothing is fetched
    graph = Graph().parse(data=json.dumps(collection), format="json-ld")
    stmt = URIRef(f"urn:x-onrecord:statement:{offer().id}")
    assert graph.value(stmt, OA.motivatedBy) == OA.describing
    assert len(set(graph.subjects(RDF.type, OA.Annotation))) == len(story())
    source = graph.value(graph.value(stmt, OA.hasTarget), OA.hasSource)
    assert source == URIRef(f"urn:x-onrecord:text:{KEY}")
    assert URIRef("urn:x-onrecord:speaker:ann-lee") in {
        graph.value(body, OA.hasSource) for body in graph.objects(stmt, OA.hasBody)
    }
    assert [total.toPython() for total in graph.objects(None, AS.totalItems)] == [len(story())]
