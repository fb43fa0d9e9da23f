"""Entries as JSON-LD, for the web of data: schema.org for what was said, PROV-O for through whom it came.

Use `write_linked_data` for one file with its own @context, so that nothing is fetched to read it. A statement is a
schema:Claim, taken wide: that somebody says something; one with quoted words is a schema:Quotation, too. Each link of
a chain is a prov:Entity of its own, quoted from the next: what the spokesman told, then what the president said.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from onrecord.exports.as_json import line_of
from onrecord.exports.files import whole_text
from onrecord.exports.names import VOCABULARY, address, article_name, outlet_name, speaker_name, statement_name
from onrecord.records import Appearance, Condition, Entry, SaidOn, Speaker, Statement


def _reference(name: str) -> dict[str, str]:
    return {"@id": name, "@type": "@id"}


def _day(name: str) -> dict[str, str]:
    return {"@id": name, "@type": "xsd:date"}


_SCHEMA_NAMES = """Quotation Claim Person Organization NewsArticle text name headline identifier publisher url
    temporalCoverage"""
_OWN_NAMES = """act actConfidence polarity certainty form medium confidence addressee party role how condition kind on
    Condition corrected"""

CONTEXT: dict[str, Any] = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "onrecord": VOCABULARY,
    **{name: f"schema:{name}" for name in _SCHEMA_NAMES.split()},
    **{name: f"onrecord:{name}" for name in _OWN_NAMES.split()},
    "creator": _reference("schema:creator"),
    "spokenByCharacter": _reference("schema:spokenByCharacter"),
    "citation": _reference("schema:citation"),
    "appearance": _reference("schema:appearance"),
    "firstAppearance": _reference("schema:firstAppearance"),
    "dateCreated": _day("schema:dateCreated"),
    "datePublished": _day("schema:datePublished"),
    "wasQuotedFrom": _reference("prov:wasQuotedFrom"),
    "wasAttributedTo": _reference("prov:wasAttributedTo"),
    "qualifiedAttribution": "prov:qualifiedAttribution",
    "agent": _reference("prov:agent"),
    "hadRole": _reference("prov:hadRole"),
}
_KINDS = {
    "person": ["Person", "prov:Person"],
    "organisation": ["Organization", "prov:Organization"],
    "group": ["prov:Agent"],
    "unnamed": ["prov:Agent"],
}


def write_linked_data(entries: Iterable[Entry], target: Path) -> None:
    """Write all entries to a file.

    Raises:
        ExportError, OSError: as `whole_file`.
    """
    joint = ""
    with whole_text(target) as file:
        file.write(json.dumps({"@context": CONTEXT})[:-1] + ',\n"@graph": [\n')
        for node in chain.from_iterable(map(nodes, entries)):
            file.write(joint + line_of(node).decode())
            joint = ",\n"
        file.write("\n]}\n")


def nodes(entry: Entry) -> Iterator[dict[str, Any]]:
    """The entry as nodes of a graph: the statement, its chain, who speaks, and where it appeared."""
    yield _known(_statement(entry) | _provenance(entry))
    yield from _chain(entry)
    yield from (_speaker(one) for one in entry.stmt.speakers)
    yield from (_known(_article(one)) for one in entry.appearances)


def _statement(entry: Entry) -> dict[str, Any]:
    stmt, speakers = entry.stmt, [speaker_name(one.id) for one in entry.stmt.speakers]
    quoted = stmt.form != "indirect"
    articles = [article_name(one) for one in entry.appearances]
    return {
        "@id": statement_name(entry),
        "@type": ["Quotation", "Claim", "prov:Entity"] if quoted else ["Claim", "prov:Entity"],
        "text": stmt.text,
        "creator": speakers,
        "spokenByCharacter": speakers if quoted else None,
        "citation": articles,
        "appearance": articles,
        "firstAppearance": articles[0] if entry.appearances[0].published else None,
        **_said(stmt.said_on),
        **_own(stmt),
        "corrected": list(entry.corrected),
    }


def _said(said_on: SaidOn | None) -> dict[str, str]:
    """One day is a date, several are the period in which the day lies; ".." is a beginning that nobody told."""
    if said_on is None:
        return {}
    first, last = str(said_on.first or ".."), said_on.last.isoformat()
    return {"dateCreated": first} if first == last else {"temporalCoverage": f"{first}/{last}"}


def _own(stmt: Statement) -> dict[str, Any]:
    """What no common vocabulary has."""
    return {
        "act": stmt.act,
        "actConfidence": stmt.act_confidence if stmt.act else None,
        "polarity": stmt.polarity,
        "certainty": stmt.certainty,
        "form": stmt.form,
        "medium": stmt.medium,
        "confidence": stmt.confidence,
        "addressee": stmt.addressee,
        "condition": [_condition(one) for one in stmt.conditions],
    }


def _condition(condition: Condition) -> dict[str, Any]:
    on = condition.on
    actor = {"name": on.name, "party": on.party} if on and (on.name or on.party) else None
    return _known(
        {
            "@type": "Condition",
            "text": condition.text,
            "kind": condition.kind,
            "on": _known(actor) if actor else None,
            "confidence": condition.confidence,
        }
    )


def _provenance(entry: Entry) -> dict[str, Any]:
    """Whose words they are, in which role each spoke, and who told them first."""
    speakers = entry.stmt.speakers
    return {
        "wasAttributedTo": [speaker_name(one.id) for one in speakers],
        "qualifiedAttribution": [_attribution(one) for one in speakers],
        "wasQuotedFrom": f"{statement_name(entry)}#1" if _relayed(entry.stmt) else None,
    }


def _attribution(speaker: Speaker) -> dict[str, Any]:
    return _known(
        {
            "@type": "prov:Attribution",
            "agent": speaker_name(speaker.id),
            "hadRole": "onrecord:speaker",
            "role": speaker.role,
            "party": speaker.party,
            "how": speaker.how,
        }
    )


def _relayed(stmt: Statement) -> bool:
    """Whether somebody stands between the article and the speaker."""
    return len(stmt.chain) > 1 or bool(stmt.chain and not stmt.speakers)


def _chain(entry: Entry) -> Iterator[dict[str, Any]]:
    """What each told, from the outermost to the speaker; each quotes the next."""
    if not _relayed(entry.stmt):
        return
    from onrecord.knowledge import speaker_id  # noqa: PLC0415  # its modules take longer to load than a whole export

    names = entry.stmt.chain
    for place, name in enumerate(names, start=1):
        last = place == len(names)
        speaks = last and entry.stmt.speaker
        agent = speaker_name(speaks.id if speaks else speaker_id(name))
        if not speaks:
            yield {"@id": agent, "@type": "prov:Agent", "name": name}
        yield _known(
            {
                "@id": f"{statement_name(entry)}#{place}",
                "@type": "prov:Entity",
                "wasAttributedTo": agent,
                "qualifiedAttribution": {
                    "@type": "prov:Attribution",
                    "agent": agent,
                    "hadRole": "onrecord:speaker" if speaks else "onrecord:relay",
                },
                "wasQuotedFrom": None if last else f"{statement_name(entry)}#{place + 1}",
            }
        )


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {"@id": speaker_name(speaker.id), "@type": _KINDS[speaker.kind], "name": speaker.name}


def _article(appearance: Appearance) -> dict[str, Any]:
    outlet = appearance.outlet
    return {
        "@id": article_name(appearance),
        "@type": ["NewsArticle", "prov:Entity"],
        "identifier": appearance.article,
        "headline": appearance.title,
        "publisher": {"@id": outlet_name(outlet), "@type": "Organization", "name": outlet} if outlet else None,
        "datePublished": appearance.published.isoformat() if appearance.published else None,
        "url": address(appearance),
    }


def _known(node: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known: an absent triple says nothing."""
    return {name: value for name, value in node.items() if value not in (None, [])}
