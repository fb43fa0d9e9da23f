"""Tell who held an office on a day, and which offices a person held.

Use this to resolve "the Polish prime minister" in an article of a known day. It never guesses: outside of what the
tables confirm, and wherever two persons come into question, the answer is a gap that says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import chain

from onrecord.knowledge.names import normal_words, speaker_id
from onrecord.knowledge.tables import Row, table

TWO = "two candidates"
UNKNOWN = "no such office known"

_KINDS = frozenset({"chief of state", "head of government"})
_SURNAME_FIRST = frozenset({"China", "Hong Kong", "Taiwan", "North Korea", "South Korea"})  # "Xi", not "Jinping"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person who held an office, as far as it is confirmed.

    Attributes:
        name: as English news writes it.
        office: its normal name ("foreign minister").
        country: the party that the office belongs to ("Ukraine", "NATO").
        since: the first day.
        known_to: the last day, or the last on which the person was seen in office.
        kind: whether the office is that of "chief of state", "head of government", both or neither.
        acting: whether the person only acted in it.
        source: where this is written.
    """

    name: str
    office: str
    country: str
    since: date
    known_to: date
    kind: str
    acting: bool
    source: str

    def held_on(self, day: date) -> bool:
        """Whether the person is confirmed to have held it on a day, both ends included."""
        return self.since <= day <= self.known_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """That nobody can be named.

    Attributes:
        why: "two candidates", "nobody known on 2018-05-01", "no such office known".
    """

    why: str


def holder(office: str, country: str, day: date) -> Holder | Gap:
    """Who held an office on a day.

    Args:
        office: its normal name, as `office_in` gives it; "leader", "chief of state" and "head of government" too.
        country: the party or body that the office belongs to, as `office_in` gives it.
        day: usually that of the article.
    """
    office, country = settled(office.lower(), country)
    held = _by_kind(office, country) if office in _KINDS else _by_office().get((country, office), ())
    if not held:
        return Gap(why=UNKNOWN)
    found = {speaker_id(each.name): each for each in held if each.held_on(day)}
    if len(found) == 1:
        return next(iter(found.values()))
    return Gap(why=TWO if found else f"nobody known on {day.isoformat()}")


def offices_held(name: str, day: date, *, unique: bool = False) -> list[Holder]:
    """The offices that a person held on a day.

    Args:
        name: the full name, in any of its spellings.
        day: usually that of the article.
        unique: whether a surname will do, where only one person of that name held an office on that day.
    """
    return list(_offices_held(name, day, unique))


@lru_cache(maxsize=8192)  # an article asks for the same people again and again
def _offices_held(name: str, day: date, unique: bool) -> tuple[Holder, ...]:
    words = normal_words(name)
    if not words:
        return ()
    found = tuple(each for each in _named().get(words[-1], ()) if each.held_on(day) and _is_named(each, words))
    if found or not unique or len(words) > 1:
        return found
    found = tuple(each for each in _named().get(words[0], ()) if each.held_on(day))
    return found if len({speaker_id(each.name) for each in found}) == 1 else ()


def settled(office: str, of: str) -> tuple[str, str]:
    """The office that words mean in a country or body: "leader" of Germany is its chancellor.

    Args:
        office: a normal name.
        of: a party, or the name of a body ("European Commission").

    Returns:
        The office and the party that it belongs to; what was asked where the tables have nothing to say.
    """
    return _leaders().get((of, office), (office, of))


def is_settled(office: str, of: str) -> bool:
    """Whether the tables say what a word means in a country or body."""
    return (of, office) in _leaders()


def _by_kind(office: str, country: str) -> list[Holder]:
    offices = (held for (owner, _), held in _by_office().items() if owner == country)
    return [each for each in chain.from_iterable(offices) if office in each.kind]


def _is_named(each: Holder, words: tuple[str, ...]) -> bool:
    """The same name, or one of the two has fewer given names; a surname alone is not enough."""
    own = normal_words(each.name)
    if len(words) == 1:
        return own == words
    return own[-1] == words[-1] and (set(words) <= set(own) or (len(own) > 1 and set(own) <= set(words)))


@cache
def _leaders() -> dict[tuple[str, str], tuple[str, str]]:
    return {(row["of"], row["word"]): (row["office"], row["country"]) for row in table("leaders")}


@cache
def _by_office() -> dict[tuple[str, str], list[Holder]]:
    """All spells by country and office: those kept by hand, and the others that these do not correct."""
    made = [_holder(row) for row in table("holders")]
    kinds = {(each.country, each.office): each.kind for each in made}
    kept = [_holder(row, kind=kinds.get((row["country"], row["office"]), "")) for row in table("supplement_holders")]
    held: dict[tuple[str, str], list[Holder]] = {}
    for each in (*kept, *_uncorrected(made, kept)):
        held.setdefault((each.country, each.office), []).append(each)
    return held


def _uncorrected(made: Iterable[Holder], kept: Iterable[Holder]) -> Iterator[Holder]:
    """Spells that no spell of the same person in the same office, kept by hand, overlaps."""
    by_hand: dict[tuple[str, str], list[Holder]] = {}
    for each in kept:
        by_hand.setdefault((each.country, each.office), []).append(each)
    for each in made:
        rivals = by_hand.get((each.country, each.office), ())
        if not any(_is_correction(rival, each) for rival in rivals):
            yield each


def _is_correction(rival: Holder, each: Holder) -> bool:
    meets = rival.since <= each.known_to and each.since <= rival.known_to
    return meets and speaker_id(rival.name) == speaker_id(each.name)


@cache
def _named() -> dict[str, list[Holder]]:
    """All spells by the last word of the name, and by the first where that is the surname."""
    named: dict[str, list[Holder]] = {}
    for each in chain.from_iterable(_by_office().values()):
        words = normal_words(each.name)
        for word in {words[-1], words[0] if each.country in _SURNAME_FIRST else words[-1]}:
            named.setdefault(word, []).append(each)
    return named


def _holder(row: Row, *, kind: str = "") -> Holder:
    return Holder(
        name=row["name"],
        office=row["office"],
        country=row["country"],
        since=date.fromisoformat(row["since"]),
        known_to=date.fromisoformat(row["known_to"]),
        kind=row["kind"] or kind,
        acting=row.get("acting") == "yes",
        source=row["source"],
    )
