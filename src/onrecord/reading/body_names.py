"""Give a body one name, whatever an article calls it: "the Norvian Foreign Ministry", "Norvia's MFA".

Use `body_name` on every body that speaks, so that its id is the same across articles.
"""

from __future__ import annotations

import re

from onrecord.knowledge import known_in
from onrecord.reading.capitals import is_all
from onrecord.reading.states import Lookup


def body_name(name: str, country: str | None = None, *, known: Lookup = known_in) -> str:
    """The name of a body as the tables have it; a country's for its capital or its initials.

    Args:
        name: as the article writes it.
        country: that it is of, where the name does not tell.
        known: looks names up, those too that only the article knows.
    """
    plain = name.removeprefix("the ").removeprefix("The ")
    ministry = _MINISTRY.fullmatch(plain)
    if ministry is not None:
        states = known(f"{ministry['whose'] or ''} {ministry['after'] or ''}")
        if not states and country is None and plain.islower():
            return plain
        return _ministry(ministry["what"] or ministry["of"], states[0].party if states else country)
    state = _state_body(plain, known)
    if state is not None:
        return state
    whole = [one for one in known(plain) if is_all(one, plain)]
    if not whole or whole[0].kind in ("adjective", "nationality"):
        return plain
    return whole[0].party if whole[0].kind in ("country", "capital") else whole[0].name


def _state_body(plain: str, known: Lookup) -> str | None:
    """One name for a state's government and its army, and the state itself for its "side"."""
    owned = _STATE_BODY.fullmatch(plain)
    states = known(owned["whose"]) if owned is not None else []
    if owned is None or len(states) != 1 or states[0].kind not in _WHOSE or not is_all(states[0], owned["whose"]):
        return None
    name = _STATE_BODIES[owned["what"].lower()]
    return f"{name} of {states[0].party}" if name else states[0].party


_WHOSE = ("country", "adjective")
_STATE_BODIES = {
    "government": "Government",
    "military": "Armed Forces",
    "armed forces": "Armed Forces",
    "side": "",
}
_STATE_BODY = re.compile(r"(?P<whose>.+?)(?:[’']s)?\s+(?P<what>government|military|armed forces|side)")


def _ministry(what: str, country: str | None) -> str:
    """One name for the ministries that news calls by several: "the Norvian Foreign Ministry", "Norvia's MFA"."""
    task = _TASKS.get(what.lower(), what)
    return f"Ministry of {task} of {country}" if country else f"Ministry of {task}"


_TASKS = {
    "foreign": "Foreign Affairs",
    "external": "Foreign Affairs",
    "defense": "Defence",
    "defence": "Defence",
    "national defence": "Defence",
    "national defense": "Defence",
    "interior": "Internal Affairs",
    "the interior": "Internal Affairs",
}
_MINISTRY = re.compile(
    r"(?P<whose>.*?)(?:[’']s\s+)?\b(?:(?P<what>Foreign|Defen[cs]e|Interior|Finance|Health|Economy|Energy|Justice|Culture)\s+[Mm]inistry"
    r"|[Mm]inistry\s+of\s+(?:the\s+)?(?P<of>(?:National\s+)?[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+)?))(?:\s+of\s+(?P<after>.+))?",
    re.IGNORECASE,
)
