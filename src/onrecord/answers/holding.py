"""Weigh single statements: the stance each shows, and why one would not rest on it alone.

Use `held` for a statement. A name in a chain can be seen to be one of another side only where it speaks somewhere
itself: hand over `parties_of_names` of all statements at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from onrecord.answers.results import Held
from onrecord.answers.sides import days_of, sides_of
from onrecord.answers.stances import rule_of
from onrecord.knowledge import known_in
from onrecord.ledger import Parties, Rest
from onrecord.records import Entry, Speaker

LIKELY = 0.5
"""A confidence below it is a doubt: less likely than not that a careful reader finds the same. The table of
`onrecord read` marks statements at the same value."""

# Who has a country, and no voice for it.
_ANYBODY = re.compile(
    r"\b(?:citizens?|people|residents?|inhabitants|civilians|protest[eo]rs|demonstrators|voters|workers|farmers|students|"
    r"refugees|migrants|prisoners|soldiers|troops|propagandists?|bloggers?|journalists|media|agencies|newspapers|experts|"
    r"analysts|scientists|businesses|companies|women|men|families|relatives|victims|survivors|respondents|polls?)\Z|%",
    re.IGNORECASE,
)
# Outlets that are a side themselves: "President of Norvia"; not newspapers that are called after a place.
_OFFICIAL = re.compile(
    r"\b(?:presiden(?:t|cy)|kremlin|minist(?:er|ry)|government|embassy|white house|cabinet|parliament|army|"
    r"armed forces)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(r",? (?:of|in|from|at|for|who|near) ")

_NO_PARTIES: Parties = {}
NO_REST: Rest = {}
"""Where no statements of an issue are left out."""


def held(entry: Entry, parties: Parties = _NO_PARTIES) -> Held:
    """The stance of a statement, its reason and its doubts.

    Args:
        entry: the statement.
        parties: for whom the names speak that stand in chains, as `parties_of_names` gives it.
    """
    rule = rule_of(entry.stmt)
    return Held(
        entry=entry,
        stance=rule.stance if rule else None,
        why=_why(entry, rule.why if rule else _no_rule(entry)),
        doubts=tuple(_doubts(entry, parties)),
    )


def stance_told(one: Held) -> str:
    """A statement's stance, its days and its reason, in words."""
    return f"{one.stance} {days_of(one.entry)} ({one.why})"


def likelihood(entry: Entry) -> float:
    """The confidence of a statement, and of its act, which is given that there is the statement, together."""
    return entry.stmt.confidence * (entry.stmt.act_confidence if entry.stmt.act else 1.0)


def parties_of_names(entries: Iterable[Entry]) -> Parties:
    """For each name that speaks somewhere, the parties it was seen to speak for."""
    parties: dict[str, set[str]] = {}
    for entry in entries:
        for speaker in entry.stmt.speakers:
            if speaker.party:
                parties.setdefault(speaker.name, set()).add(speaker.party)
    return {name: frozenset(those) for name, those in parties.items()}


def _no_rule(entry: Entry) -> str:
    if entry.stmt.act is None:
        return "it is not known what it does"
    return f"the cue is negated: they did not {entry.stmt.act} it"


def _why(entry: Entry, reason: str) -> str:
    return f"{reason}; the speaker leaves it open" if entry.stmt.certainty == "hedged" else reason


def is_sure(entry: Entry) -> bool:
    """Whether a careful reader finds such a statement, and its act, likelier than not, whoever tells it."""
    return not any(_uncertain(entry))


def _doubts(entry: Entry, parties: Parties) -> Iterator[str]:
    yield from _uncertain(entry)
    yield from _unofficial(entry)
    teller = _teller(entry, parties) or _official_outlet(entry)
    if teller:
        yield f"at second hand: told by {teller}, of another side"


def _uncertain(entry: Entry) -> Iterator[str]:
    stmt = entry.stmt
    if stmt.confidence < LIKELY:
        yield f"may not be a statement of theirs (confidence {stmt.confidence:.2f}, below {LIKELY})"
    if stmt.act is None:
        return
    both = likelihood(entry)
    if stmt.act_confidence < LIKELY:
        yield f"may do something else than {stmt.act} (confidence {stmt.act_confidence:.2f}, below {LIKELY})"
    elif stmt.confidence >= LIKELY > both:
        yield f"may not be their {stmt.act} (confidence of both {both:.2f}, below {LIKELY})"


def _unofficial(entry: Entry) -> Iterator[str]:
    """That all who speak are a crowd: "Norvian citizens" are no side that stands anywhere."""
    speakers = entry.stmt.speakers
    if speakers and all(one.party and one.party != one.name and _is_anybody(one) for one in speakers):
        yield f"said by {' and '.join(one.name for one in speakers)}, who need not speak for {speakers[0].party}"


def _is_anybody(speaker: Speaker) -> bool:
    """Whether a name means whoever lives or works there, as "residents of Sund" does; its head decides."""
    return speaker.kind != "person" and bool(_ANYBODY.search(_WHERE.split(speaker.name)[0]))


def _official_outlet(entry: Entry) -> str | None:
    """Which other side's own outlet alone tells it, in words of its own."""
    own = set(sides_of(entry, "party"))
    if not own or entry.stmt.form != "indirect":
        return None
    sides = [_sides_named(outlet) if _OFFICIAL.search(outlet) else frozenset[str]() for outlet in entry.outlets]
    return entry.outlets[0] if sides and all(one and one.isdisjoint(own) for one in sides) else None


@cache
def _sides_named(outlet: str) -> frozenset[str]:
    return frozenset(known.party for known in known_in(outlet) if known.party)


def _teller(entry: Entry, parties: Parties) -> str | None:
    """Who of another side tells what they are to have said; an agency that relays speaks for nobody."""
    own = set(sides_of(entry, "party"))
    if not own:
        return None
    others = (name for name in entry.stmt.chain[:-1] if parties.get(name) and not parties[name] & own)
    return next(others, None)
