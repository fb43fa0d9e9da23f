"""How a statement is coded for Discourse Network Analyzer: person, organization, concept, agreement.

Use `codings` for one coding a speaker, as DNA has it for words that several speak together. The concept is the issue
where the user names one, else the act; what agreement means follows from that (`agrees`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.exports.dna_tables import VARIABLES
from onrecord.exports.pieces import carrier
from onrecord.records import Act, Entry, SaidOn, Speaker, Statement

# On an issue, these speak against what the other side or the statement's subject would have.
AGAINST: frozenset[Act] = frozenset({"deny", "refuse", "accuse", "threaten"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One row of DNA.

    Attributes:
        values: by variable, in DNA's order; empty where nothing is known.
        kind: of the speaker, for the entity's attribute `Type`; empty without a speaker.
    """

    values: dict[str, str | bool]
    kind: str


def codings(entry: Entry, *, issue: str | None) -> Iterator[Coding]:
    """One coding for each speaker; one without a name where nobody is named for the words."""
    speakers: tuple[Speaker | None, ...] = entry.stmt.speakers or (None,)
    for speaker in speakers:
        values: dict[str, str | bool] = {**_who(speaker), **_what(entry, issue)}
        yield Coding(values={name: values[name] for name in VARIABLES}, kind=speaker.kind if speaker else "")


def agrees(stmt: Statement, *, issue: str | None) -> bool:
    """Whether the speaker agrees to the concept.

    With the act as concept: whether the speaker did it ("did not promise" disagrees to `promise`). With an issue:
    whether the act speaks for it, the other way round where the cue is negated ("did not rule out talks" agrees).
    """
    positive = stmt.polarity == "positive"
    return positive if issue is None else positive != (stmt.act in AGAINST)


def _who(speaker: Speaker | None) -> dict[str, str]:
    """A person with the party as organization; anybody else is an organization."""
    if speaker is None:
        return {"person": "", "organization": "", "party": ""}
    party = speaker.party or ""
    if speaker.kind in ("person", "unnamed"):
        return {"person": speaker.name, "organization": party, "party": party}
    return {"person": "", "organization": speaker.name, "party": party}


def _what(entry: Entry, issue: str | None) -> dict[str, str | bool]:
    stmt = entry.stmt
    return {
        "concept": issue or stmt.act or "",
        "agreement": agrees(stmt, issue=issue),
        "act": stmt.act or "",
        "polarity": stmt.polarity,
        "certainty": stmt.certainty,
        "form": stmt.form,
        "addressee": stmt.addressee or "",
        "said on": _days(stmt.said_on),
        "chain": " > ".join(stmt.chain),
        "conditions": "; ".join(one.text for one in stmt.conditions),
        "onrecord": entry.id,
    }


def _days(said_on: SaidOn | None) -> str:
    if said_on is None:
        return ""
    first, last = str(said_on.first or ".."), str(said_on.last)
    return first if first == last else f"{first}/{last}"  # as in ISO 8601-2, an interval without a beginning is "../…"


def title(entry: Entry) -> str:
    """What a person would know the text by."""
    return carrier(entry).title or carrier(entry).article


def source(entry: Entry) -> str:
    """All who carried the text."""
    return "; ".join(entry.outlets)
