"""Find what the ledger calls a speaker, a party or an outlet that a user names.

Use `speakers_called`, `parties_called` and `outlets_called` before filtering: they take other spellings and cases, and
follow merges. Each looks at the different names only, however many statements there are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from onrecord.knowledge import known_in, outlet, speaker_id
from onrecord.ledger.schema import appearances, speakers, statement_speakers


def speakers_called(connection: Connection, name: str) -> tuple[str, ...]:
    """Ids of the speakers that a name means, merges followed, in the order of the alphabet.

    Args:
        connection: to the ledger.
        name: an id, a name or another spelling of it; if nobody has it, a surname alone stands for all who bear it.
    """
    wanted = speaker_id(name)
    exact = _merged(connection, or_(speakers.c.id.in_({name, wanted}), speakers.c.name == name))
    if exact or not wanted:
        return exact
    return _merged(connection, speakers.c.id.endswith(f"-{wanted}"))


def parties_called(connection: Connection, name: str) -> tuple[str, ...]:
    """Parties as the ledger has them: whatever the case, and by the name under which the tables know them."""
    known = (one.party for one in known_in(name) if one.words == name.strip())
    return _alike(distinct(connection, statement_speakers.c.party), {name, *known})


def outlets_called(connection: Connection, name: str) -> tuple[str, ...]:
    """Outlets as the ledger has them, whatever the case; of one that the tables know, by any of its names."""
    known = outlet(name)
    return _alike(distinct(connection, appearances.c.outlet), {name, *((known.name, *known.aliases) if known else ())})


def distinct(connection: Connection, column: ColumnElement[Any]) -> tuple[Any, ...]:
    """The different values of an indexed column, by stepping from one to the next: the fewer there are, the faster."""
    steps = select(func.min(column).label("value")).cte("steps", recursive=True)
    following = select(func.min(column)).where(column > steps.c.value).scalar_subquery()
    steps = steps.union_all(select(following).where(steps.c.value.is_not(None)))
    return tuple(connection.scalars(select(steps.c.value).where(steps.c.value.is_not(None))))


def _merged(connection: Connection, condition: ColumnElement[bool]) -> tuple[str, ...]:
    final = func.coalesce(speakers.c.merged_into, speakers.c.id)
    return tuple(sorted(set(connection.scalars(select(final).where(condition)))))


def _alike(found: Iterable[str], names: Collection[str]) -> tuple[str, ...]:
    wanted = {_folded(name) for name in names}
    return tuple(one for one in found if _folded(one) in wanted)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
