"""Entries as PLOVER events, with a CAMEO code beside, for those who count events.

Use `write_plover` for JSON Lines with the field names of the PLOVER manual (Open Event Data Alliance, JSON Data
Fields). An act becomes its PLOVER root and CAMEO code by the table in `onrecord.knowledge`. A statement is an event
only where it does what its act says: with an act that has no root, or with a negated cue ("did not promise"),
`has_event` is false and `event` empty. An event needs a day, so that a statement without any is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from onrecord import __version__
from onrecord.exports.as_json import line_of, statement_to_dict
from onrecord.exports.days import has_day
from onrecord.exports.files import whole_file
from onrecord.exports.pieces import carrier
from onrecord.records import Entry, Speaker, Statement


def write_plover(entries: Iterable[Entry], target: Path) -> None:
    """Write all entries that have a day to a file.

    Raises:
        ExportError, OSError: as `whole_file`.
    """
    with whole_file(target) as part, part.open("wb") as file:
        file.writelines(line_of(event(entry)) + b"\n" for entry in entries if has_day(entry))


def event(entry: Entry) -> dict[str, Any]:
    """The entry as one event; what is not known is left out, as the manual has it."""
    stmt = entry.stmt
    fields = {
        "id": entry.id,
        "date": _day(entry.first_day),
        "enddate": _day(entry.last_day) if entry.last_day != entry.first_day else None,
        **_codes(stmt),
        "source": [_actor(one, stmt) for one in stmt.speakers],
        "recipient": [{"identifier_text": stmt.addressee}] if stmt.addressee else None,
        "event_text": [stmt.text],
        "text_info": {"start": stmt.content[0].start, "end": stmt.content[-1].end},
        "cite_info": _citation(entry),
        "coder": f"onrecord {__version__}",
        **_ours(stmt),
    }
    return _known(fields)


def _codes(stmt: Statement) -> dict[str, Any]:
    """Root and code, where the statement is an event at all."""
    from onrecord.knowledge import event_codes  # noqa: PLC0415  # its modules load longer than many an export takes

    if stmt.act is None or stmt.polarity == "negative":
        return {"has_event": False, "event": []}
    codes = event_codes(stmt.act)
    return {"has_event": codes.root is not None, "event": [codes.root] if codes.root else [], "cameo": codes.cameo}


def _actor(speaker: Speaker, stmt: Statement) -> dict[str, Any]:
    """An actor without a code: our parties are names, and a code that is guessed would be taken for a fact."""
    return _known(
        {
            "actor_text": stmt.source_text or None,
            "identifier_id": speaker.id,
            "identifier_text": speaker.name,
            "office": speaker.role,
            "party": speaker.party,
        }
    )


def _citation(entry: Entry) -> dict[str, Any]:
    article = carrier(entry)
    return _known(
        {"citation": article.article, "url": article.url, "title": article.title, "publication": article.outlet}
        | {"also_in": [outlet for outlet in entry.outlets if outlet != article.outlet] or None}
    )


def _ours(stmt: Statement) -> dict[str, Any]:
    """Named fields beyond the manual's, which it invites."""
    row = statement_to_dict(stmt)
    names = ("act", "act_confidence", "polarity", "certainty", "conditions", "chain", "confidence")
    return {name: row[name] for name in names}


def _day(day: object) -> str | None:
    return str(day) if day else None


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
