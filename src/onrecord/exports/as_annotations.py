"""Entries as W3C Web Annotations, for tools that mark passages in texts.

Use `write_annotations` for one JSON-LD file with an AnnotationCollection and its only page. Each annotation says of a
passage who is made to say it (https://www.w3.org/TR/annotation-model/). Its target is the text as the ledger keeps it,
in code points; the addresses where it was published stand as `via`, and the words themselves with a few around them
find the passage there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import quote

from onrecord import __version__
from onrecord.exports.as_json import line_of, statement_to_dict
from onrecord.exports.files import whole_text
from onrecord.exports.names import NAMESPACE, VOCABULARY, address, speaker_name, statement_name, text_name
from onrecord.exports.pieces import Piece, TextOf, pieces_of
from onrecord.records import Entry

# The second context names what ours has beyond the standard's; `@json` keeps a value as it is.
CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {"Statement": f"{VOCABULARY}Statement", "statement": {"@id": f"{VOCABULARY}statement", "@type": "@json"}},
]
_TOLD = ("speakers", "chain", "form", "medium", "act", "act_confidence", "polarity", "certainty", "conditions",
         "addressee", "said_on", "confidence")  # fmt: skip


def write_annotations(entries: Iterable[Entry], target: Path, *, text_of: TextOf | None = None) -> None:
    """Write all entries to a file.

    Args:
        entries: in the order in which they are to stand.
        target: the file.
        text_of: gives an entry's text; without it quotations lack the words around them.

    Raises:
        ExportError, OSError: as `whole_file`.
    """
    collection = f"{NAMESPACE}collection:{quote(target.stem, safe='', errors='replace')}"
    number = 0
    with whole_text(target) as file:
        file.write(_opening({"@context": CONTEXT, "id": collection, "type": "AnnotationCollection"}))
        for number, entry in enumerate(entries, start=1):
            file.write(",\n" if number > 1 else _page(collection))
            file.write(line_of(annotation(entry, text_of=text_of)).decode())
        file.write(("\n]}" if number else "") + f',\n"total": {number}}}\n')


def annotation(entry: Entry, *, text_of: TextOf | None = None) -> dict[str, Any]:
    """The entry as one annotation, without its context."""
    targets = [_target(entry, piece) for piece in pieces_of(entry, text_of)]
    return {
        "id": statement_name(entry),
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"id": f"{NAMESPACE}onrecord", "type": "Software", "name": f"onrecord {__version__}"},
        "body": list(_bodies(entry)),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _opening(head: dict[str, Any]) -> str:
    """An object, left open for what follows."""
    return json.dumps(head, ensure_ascii=False)[:-1]


def _page(collection: str) -> str:
    page = {"id": f"{collection}:1", "type": "AnnotationPage", "partOf": collection, "startIndex": 0}
    return ',\n"first": ' + _opening(page) + ', "items": [\n'


def _bodies(entry: Entry) -> Iterator[dict[str, Any]]:
    """All that is known of the statement, who speaks, and tags for tools that know no more than tags."""
    stmt = statement_to_dict(entry.stmt)
    told = {name: stmt[name] for name in _TOLD}
    yield {"id": f"{statement_name(entry)}#read", "type": "Statement", "statement": told, "purpose": "describing"}
    for speaker in entry.stmt.speakers:
        yield {"type": "SpecificResource", "source": speaker_name(speaker.id), "purpose": "identifying"}
    for tag in _tags(entry):
        yield {"type": "TextualBody", "value": tag, "format": "text/plain", "purpose": "tagging"}


def _tags(entry: Entry) -> Iterator[str]:
    stmt = entry.stmt
    names = chain.from_iterable((one.name, one.party) for one in stmt.speakers)
    yield from dict.fromkeys(tag for tag in (*names, stmt.act, stmt.form) if tag)


def _target(entry: Entry, piece: Piece) -> dict[str, Any]:
    quote_selector = {"type": "TextQuoteSelector", "exact": piece.exact}
    around = {"prefix": piece.before, "suffix": piece.after}
    position = {"type": "TextPositionSelector", "start": piece.span.start, "end": piece.span.end}
    return {
        "type": "SpecificResource",
        "source": _source(entry),
        "selector": [quote_selector | {name: words for name, words in around.items() if words}, position],
    }


def _source(entry: Entry) -> dict[str, Any]:
    """The text, as the ledger keeps it, and where the very same was published."""
    addresses = (address(one) for one in entry.appearances if one.same)
    via = list(dict.fromkeys(url for url in addresses if url))
    source = {"id": text_name(entry), "type": "Text", "format": "text/plain"}
    return source | ({"via": via} if via else {})
