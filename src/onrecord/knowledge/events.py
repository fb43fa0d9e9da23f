"""Translate acts into the codes of political event data: PLOVER's roots and CAMEO's codes.

Use this to hand statements to tools that know events, or to read what such tools coded. The table (`acts.csv`) is
kept by hand, after CAMEO's code list and PLOVER's own conversion from it; where a code is wider or narrower than the
act, its note says how. A statement of negative polarity is no event of its act's kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from onrecord.errors import UsageError
from onrecord.knowledge.tables import several, table
from onrecord.records import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCodes:
    """What an act is called elsewhere.

    Attributes:
        act: ours.
        root: PLOVER's ("REQUEST"); None where it codes no such thing.
        cameo: CAMEO's code, three digits as text ("016").
        label: CAMEO's name for that code.
        note: where the codes mean more or less than the act; often empty.
    """

    act: Act
    root: str | None
    cameo: str
    label: str
    note: str


def event_codes(act: Act) -> EventCodes:
    """The codes of an act.

    Raises:
        UsageError: when there is no such act.
    """
    try:
        return _codes()[act]
    except KeyError:
        raise UsageError(f"no act is called {act!r}; there are {', '.join(get_args(Act))}") from None


def acts_of(root: str) -> tuple[Act, ...]:
    """The acts that a PLOVER root may stand for, in the table's order.

    Args:
        root: in any case, by the table's name or by that of another edition of the codebook ("DEMAND", "CONCEDE").

    Returns:
        Nothing for a root that is a deed and no statement ("ASSAULT").
    """
    return _acts().get(root.upper(), ())


@cache
def _codes() -> Mapping[Act, EventCodes]:
    return {
        (act := cast("Act", row["act"])): EventCodes(
            act=act, root=row["root"] or None, cameo=row["cameo"], label=row["label"], note=row["note"]
        )
        for row in table("acts")
    }


@cache
def _acts() -> Mapping[str, tuple[Act, ...]]:
    found: dict[str, tuple[Act, ...]] = {}
    for row in table("acts"):
        for root in (row["root"], *several(row["also"])):
            found[root] = (*found.get(root, ()), cast("Act", row["act"]))
    found.pop("", None)
    return found
