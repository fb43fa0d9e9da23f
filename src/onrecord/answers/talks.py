"""Tell with whom a side says that it would talk, or would not.

Use `talks` over the statements of an issue, with `sides_by_name` of all that are compared. Readiness to talk is told in
many words ("ready to meet Okoro", "open to dialogue in any format", "will not negotiate with Estria"), and with whom is
all that it is about: two such statements are compared by that, and not by their words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from onrecord.answers.results import Held
from onrecord.answers.sides import sides_of
from onrecord.knowledge import is_party, known_in, offices_held
from onrecord.ledger import Parties
from onrecord.records import Condition, Statement

# "To negotiate a treaty" is about the treaty.
_TALKS = (
    r"\b(?:talks?|negotiat(?:ing\s+table|e(?! (?:an?|the|on|its|his|her|their|new)\b)|ions?)|dialogue|meet(?:ing)?)\b"
)
_BUT_IF = re.compile(r"\bbut,? (?:if|in case)\b", re.IGNORECASE)  # what follows is another matter
_MAY_TALK = re.compile(r"talk|negotiat|dialogue|meet")  # most statements end here: keep it cheap
_READY = re.compile(
    r"\b(?:read(?:y|iness)|willing(?:ness)?|open(?:ness)?|prepared|not\s+rule\s+out|not\s+refuse)\b"
    rf"[^.;]{{0,80}}?{_TALKS}",
    re.IGNORECASE,
)
_NOT_READY = re.compile(
    rf"\bnothing\s+to\s+talk\s+about\b|(?:\b(?:not|cannot|never|no|refus\w+|reject\w*)\b|n[’']t\b)[^.;,]{{0,40}}?{_TALKS}|"
    rf"\A(?:to\s+)?(?:(?:an?y?|the|direct|further)\s+)*{_TALKS}(?=[^.;,]{{0,60}}\Z)",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|cannot|never)\b|n[’']t\b", re.IGNORECASE)
_NAMES = re.compile(r"[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)*")
_OF_OTHERS = re.compile(r"[,;.]|\b(?:who|which|that|as|while)\b")  # "with people who shoot, as Norvia does"
_WITH = re.compile(r"\s+(?:\w+\s+){0,2}?(?:with|to|between|about|on|among)\b(?!\s+(?:him|her|them|you)\b)")
OFTEN, MOSTLY = 3, 0.7
"""How many statements of a side must name one other side, and what share of those that name any, for it to be meant."""
LONGEST = 3
"""Words of a person's name, at most, whose last one is a surname."""
UNNAMED = ""
NEAR = 60
"""Characters behind the talks within which their other side stands first of all: "talks with envoys of Estria"."""


def sides_by_name(parties: Parties) -> Mapping[str, str]:
    """The parties of those who speak, by their own names, full names and surnames that mean but one of them."""
    sides: dict[str, set[str]] = defaultdict(set)
    for name, those in parties.items():
        words = name.split()
        for known in (name, words[-1]) if len(words) <= LONGEST else (name,):
            sides[known] |= those
        for party in those:
            sides[party].add(party)
    return {name: those.pop() for name, those in sides.items() if len(those) == 1}


def talks(told: Iterable[Held], sides: Mapping[str, str]) -> dict[str, str]:
    """For each statement that shows whether its speaker would talk, "talks with" the other side, by its id.

    Where it does not say with whom, it is the one with whom its side would, or would not, talk otherwise.

    Args:
        told: the statements.
        sides: as `sides_by_name` gives them; states, bodies and those who held an office are known besides.
    """
    others = {one: other for one in told if (other := talks_with(one, sides)) is not None}
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for one, other in others.items():
        if other != UNNAMED:
            named[_own(one)][other] += 1
    usual = {side: other for side, counts in named.items() if (other := _usual(counts))}
    found = ((one, other or usual.get(_own(one))) for one, other in others.items())
    return {one.entry.id: f"talks with {other}" for one, other in found if other}


def talks_with(one: Held, sides: Mapping[str, str]) -> str | None:
    """The party with which a statement shows that its speaker would or would not talk; `UNNAMED` where it names none.

    None where it is about something else, where it names more than one or somebody unknown, and where it hangs on what
    is up to nobody ("if we want peace").
    """
    stmt = one.entry.stmt
    if not _MAY_TALK.search(stmt.text):
        return None
    told = (_NOT_READY if one.stance == "unwilling" else _READY).search(stmt.text)
    own = set(sides_of(one.entry, "party"))
    if told is None or not own or _BUT_IF.search(stmt.text):
        return None
    if one.stance == "unwilling" and _NEGATED.search(stmt.text, 0, told.start()):  # "we cannot say we will not talk"
        return None
    if one.stance == "willing if" and not any(_is_up_to_others(each, own) for each in stmt.conditions):
        return None
    near = _OF_OTHERS.split(stmt.text[told.end() : told.end() + NEAR])[0]
    others = set(_named(one, near, sides)) - own
    with_unknown = not others and _WITH.match(near) is not None
    if one.stance != "unwilling":  # who refuses some talks need not refuse all: there the words must say with whom
        others = others or set(_named(one, stmt.text, sides)) - own or set(_addressed(stmt, sides)) - own
    return None if with_unknown or len(others) > 1 else next(iter(others), UNNAMED)


def _own(one: Held) -> str:
    return min(sides_of(one.entry, "party"))


def _usual(counts: Counter[str]) -> str | None:
    """The side with which most of some talks would be."""
    other, number = counts.most_common(1)[0]
    return other if number >= OFTEN and number >= MOSTLY * counts.total() else None


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
