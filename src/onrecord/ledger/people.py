"""Find the one speaker that a user names, or make a new one.

Use `person_named` where somebody may be new to the ledger, `speaker_named` where they must be known to it, and
`party_named` for the name under which a party is kept. For filters, which may mean several, see `spellings`.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, desc, func, select

from onrecord.errors import UsageError
from onrecord.knowledge import known_in, outlet, speaker_id
from onrecord.ledger.schema import speakers, statement_speakers
from onrecord.ledger.spellings import speakers_called

MOST_CANDIDATES = 5  # that an error lists


def speaker_named(connection: Connection, name: str) -> str:
    """The id of a speaker whom the ledger knows, merges followed.

    Args:
        connection: to the ledger.
        name: an id, a name, another spelling of it, or a surname that one speaker alone bears.

    Raises:
        UsageError: when there is none, or there are several; it lists some of them.
    """
    found = _one(connection, name)
    if found is None:
        raise UsageError(f"no speaker {name!r} in the ledger; `onrecord speakers` lists them")
    return found


def person_named(connection: Connection, name: str) -> dict[str, Any]:
    """Id, name, kind and party of a speaker: as the ledger has them, or of a new one as the tables tell.

    Raises:
        UsageError: when the name has no letter, or several speakers share the surname.
    """
    found = _one(connection, name)
    if found is None:
        return _new(" ".join(name.split()))
    row = connection.execute(select(speakers).where(speakers.c.id == found)).one()
    return {"id": row.id, "name": row.name, "kind": row.kind, "party": _party_of(connection, row.id)}


def party_named(name: str) -> str | None:
    """A party by the name that the tables have for it; None for an empty one."""
    words = " ".join(name.split())
    known = next((one.party for one in known_in(words) if one.words == words), None)
    return known or words or None


def _one(connection: Connection, name: str) -> str | None:
    found = speakers_called(connection, name)
    if len(found) > 1:
        shown = ", ".join(found[:MOST_CANDIDATES]) + (", …" if len(found) > MOST_CANDIDATES else "")
        raise UsageError(f"{name!r} may be several speakers, name one of them: {shown}")
    return found[0] if found else None


def _new(name: str) -> dict[str, Any]:
    if not (number := speaker_id(name)):
        raise UsageError(f"{name!r} is no name of a speaker: it has no letter")
    body = outlet(name) is not None or any(one.words == name for one in known_in(name))
    party = party_named(name) if body and outlet(name) is None else None
    return {"id": number, "name": name, "kind": "organisation" if body else "person", "party": party}


def _party_of(connection: Connection, speaker: str) -> str | None:
    """The party that a speaker most often speaks for."""
    column = statement_speakers.c.party
    spoken = select(column).where(statement_speakers.c.speaker == speaker, column.is_not(None))
    return connection.scalar(spoken.group_by(column).order_by(desc(func.count()), column).limit(1))
