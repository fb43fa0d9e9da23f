"""Tell with whom a side says that it would talk, or would not.

Use `talks_with` for a statement, with `sides_by_name` of all that are compared. Readiness to talk is told in many
words ("ready to meet Okoro", "open to dialogue in any format", "will not negotiate with Estria"), and with whom is all
that it is about: two such statements are compared by that, and not by their words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from onrecord.answers.results import Held
from onrecord.answers.sides import sides_of
from onrecord.knowledge import is_party, known_in, offices_held
from onrecord.records import Condition, Entry, Statement

# "To negotiate a treaty" is about the treaty.
_TALKS = r"\b(?:talks?|negotiat(?:e(?! (?:an?|the|on|its|his|her|their|new)\b)|ions?)|dialogue|meet(?:ing)?)\b"
_BUT_IF = re.compile(r"\bbut,? (?:if|in case)\b", re.IGNORECASE)  # what follows is another matter
_MAY_TALK = re.compile(r"talk|negotiat|dialogue|meet")  # most statements end here: keep it cheap
_READY = re.compile(
    r"\b(?:read(?:y|iness)|willing(?:ness)?|open(?:ness)?|prepared|not\s+rule\s+out|not\s+refuse)\b"
    rf"[^.;]{{0,80}}?{_TALKS}",
    re.IGNORECASE,
)
_NOT_READY = re.compile(
    rf"(?:\b(?:not|never|no|refus\w+|reject\w*)\b|n[’']t\b)[^.;,]{{0,40}}?{_TALKS}|"
    rf"\A(?:to\s+)?(?:(?:an?y?|the|direct|further)\s+)*{_TALKS}(?=[^.;,]{{0,60}}\Z)",
    re.IGNORECASE,
)
_NAMES = re.compile(r"[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)*")
_OF_OTHERS = re.compile(r"[,;.]|\b(?:who|which|that|as|while)\b")  # "with people who shoot, as Norvia does"
NEAR = 60
"""Characters behind the talks within which their other side stands first of all: "talks with envoys of Estria"."""


def sides_by_name(entries: Iterable[Entry]) -> Mapping[str, str]:
    """The parties of those who speak, by their own names, full names and surnames that mean but one of them."""
    parties: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for speaker in entry.stmt.speakers:
            if speaker.party and speaker.kind != "unnamed":
                surname = speaker.name.split()[-1] if speaker.kind == "person" else speaker.name
                for name in (speaker.party, speaker.name, surname):
                    parties[name].add(speaker.party)
    return {name: those.pop() for name, those in parties.items() if len(those) == 1}


def talks_with(one: Held, sides: Mapping[str, str]) -> str | None:
    """The party with which a statement shows that its speaker would or would not talk.

    None where it is about something else, where no party or more than one is named, and where it hangs on what is up to
    nobody ("if we want peace").

    Args:
        one: the statement.
        sides: as `sides_by_name` gives them; states, bodies and those who held an office are known besides.
    """
    stmt = one.entry.stmt
    if not _MAY_TALK.search(stmt.text):
        return None
    told = (_NOT_READY if one.stance == "unwilling" else _READY).search(stmt.text)
    own = set(sides_of(one.entry, "party"))
    if told is None or not own or _BUT_IF.search(stmt.text):
        return None
    if stmt.conditions and not any(_is_up_to_others(each, own) for each in stmt.conditions):
        return None
    near = _OF_OTHERS.split(stmt.text[told.end() : told.end() + NEAR])[0]
    others = set(_named(one, near, sides)) - own
    if one.stance != "unwilling":  # who refuses some talks need not refuse all: there the words must say with whom
        others = others or set(_named(one, stmt.text, sides)) - own or set(_addressed(stmt, sides)) - own
    return others.pop() if len(others) == 1 else None


def _is_up_to_others(condition: Condition, own: set[str]) -> bool:
    return condition.kind != "if" or (condition.on is not None and condition.on.party not in own)


def _addressed(stmt: Statement, sides: Mapping[str, str]) -> Iterator[str]:
    if stmt.addressee and (is_party(stmt.addressee) or stmt.addressee in sides):
        yield sides.get(stmt.addressee, stmt.addressee)


def _named(one: Held, words: str, sides: Mapping[str, str]) -> Iterator[str]:
    """The parties that words name, and those of whoever they name."""
    yield from (known.party for known in known_in(words) if known.party and is_party(known.party))
    for name in _NAMES.findall(words):
        surname = name.split()[-1]
        side = sides.get(name) or sides.get(surname)
        if side:
            yield side
        elif one.entry.last_day:
            yield from (held.country for held in offices_held(name, one.entry.last_day, unique=name == surname))
