"""What the Web Annotation Data Model requires, as a JSON Schema, and the terms of its JSON-LD context that we use.

Both are written from the W3C Recommendation of 23 February 2017: chapters 3 (annotations, bodies, targets), 4.2
(selectors) and 5 (collections) of the model, appendix A of the vocabulary.
"""

from __future__ import annotations

from typing import Any

IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
MOTIVATIONS = """assessing bookmarking classifying commenting describing editing highlighting identifying linking
    moderating questioning replying tagging"""
MOTIVATION = {"enum": MOTIVATIONS.split()}


def required(kind: str, **properties: Any) -> dict[str, Any]:
    """An object of a type, with properties that must be there."""
    return {
        "type": "object",
        "required": ["type", *properties],
        "properties": {"type": {"const": kind}, **properties},
    }


NUMBER = {"type": "integer", "minimum": 0}
QUOTE = required("TextQuoteSelector", exact={"type": "string"})
POSITION = required("TextPositionSelector", start=NUMBER, end=NUMBER)
RESOURCE = {"type": "object", "required": ["id"], "properties": {"id": IRI, "via": {"type": "array", "items": IRI}}}
SPECIFIC = required("SpecificResource", source={"oneOf": [IRI, RESOURCE]})
TARGET = {
    "allOf": [SPECIFIC],
    "properties": {"selector": {"type": "array", "minItems": 1, "items": {"anyOf": [QUOTE, POSITION]}}},
}
BODY = {
    "type": "object",
    "properties": {"purpose": MOTIVATION},
    "anyOf": [SPECIFIC, required("TextualBody", value={"type": "string"}), required("Statement", id=IRI)],
}
ANNOTATION = required(
    "Annotation",
    id=IRI,
    body={"type": "array", "items": BODY},
    target={"oneOf": [TARGET, {"type": "array", "minItems": 2, "items": TARGET}]},
    motivation=MOTIVATION,
)
PAGE = required(
    "AnnotationPage", id=IRI, items={"type": "array", "minItems": 1, "items": ANNOTATION}, startIndex=NUMBER
)
COLLECTION = required("AnnotationCollection", id=IRI, total=NUMBER) | {
    "if": {"properties": {"total": {"const": 0}}},
    "then": {"not": {"required": ["first"]}},
    "else": {"required": ["first"]},
}
COLLECTION["properties"] |= {
    "first": PAGE,
    "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
}

_CLASSES = "Annotation SpecificResource TextualBody TextQuoteSelector TextPositionSelector"
_LITERALS = "exact prefix suffix start end"
TERMS: dict[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "id": "@id",
    "type": "@type",
    **{name: f"oa:{name}" for name in (*_CLASSES.split(), *_LITERALS.split())},
    **{name: {"@id": f"oa:{name}", "@type": "@vocab"} for name in MOTIVATION["enum"]},
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "Software": "as:Application",
    "name": "http://xmlns.com/foaf/0.1/name",
    "format": "http://purl.org/dc/elements/1.1/format",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "via": {"@id": "oa:via", "@type": "@id"},
    "generator": {"@id": "as:generator", "@type": "@id"},
    "first": {"@id": "as:first", "@type": "@id"},
    "partOf": {"@id": "as:partOf", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "startIndex": "as:startIndex",
    "total": "as:totalItems",
}
