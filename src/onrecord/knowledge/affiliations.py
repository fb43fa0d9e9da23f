"""Tell for which side a person spoke on a day: a country, a body, a political party or a campaign.

Use this for a named person of whom an article says nothing, after the offices that the article's words name. The table
(`affiliations.csv`) is kept by hand, from general knowledge, and covers 2015 to 2026. Its rules:

* A candidate, a senator, a representative, a governor or a member of a parliament stands for a political party, and so
  does the speaker of a house that parties contend for; the staff of a campaign stands for "NAME campaign".
* Who holds an office of the state speaks for the country: ministers, spokesmen, agencies, the army, judges, and in
  Ukraine and Russia heads of regions and mayors too. Committees of their parliaments and of Belarus' do so as well.
* An opposition without a party that could be registered is a side of its own: "Belarusian opposition", "Russian
  opposition" (Navalny), "Venezuelan opposition".
* Officials whom an occupying state put in office speak for that state.

A spell holds from `since` until the day before `until`. Where only the month or the year is known, it is that month's
or year's first or last day; outside of the spells nobody is guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeAlias

from onrecord.knowledge.names import normal_words
from onrecord.knowledge.respelling import respelled
from onrecord.knowledge.tables import Row, several, table

_Words: TypeAlias = tuple[str, ...]

_JUNIOR = "jr"
_SURNAME_MAY_BE_FIRST = frozenset({"China", "Taiwan", "North Korea", "South Korea"})  # "Xi", but "Joseph Wu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """A time in which a person spoke for one side.

    Attributes:
        name: as English news writes it.
        party: the side ("Republican Party", "Ukraine", "NATO", "Ted Cruz campaign").
        country: the state in whose politics it is; None for international bodies and for unrecognised states.
        since: the first day; None where it held before 2015 already, or its beginning is not known.
        until: the first day on which it no longer held; None where no end is known.
        reason: what the person was ("US senator for Texas").
    """

    name: str
    party: str
    country: str | None
    since: date | None
    until: date | None
    reason: str

    def holds_on(self, day: date) -> bool:
        """Whether the person spoke for that side on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def affiliation(name: str, day: date | None, *, unique: bool = False) -> Affiliation | None:
    """The side that a person spoke for.

    Args:
        name: the full name, in any of its spellings, titles and all.
        day: usually that of the article; without one, only who never changed sides is answered for.
        unique: whether a surname will do, where only one person of the table bears it.

    Returns:
        None where the table does not know the person, or not on that day.
    """
    spells = _spells_of(name) or (_bearer_of(name) if unique else ())
    if day is not None:
        return next((spell for spell in spells if spell.holds_on(day)), None)
    return spells[-1] if len({spell.party for spell in spells}) == 1 else None


def _spells_of(name: str) -> tuple[Affiliation, ...]:
    """A person's spells; a "Jr." who is not in the table is taken for the person without it."""
    known = _by_name()
    words = _words(name)
    return known.get(words) or known.get(normal_words(name)) or known.get(normal_words(respelled(name))) or ()


def _bearer_of(surname: str) -> tuple[Affiliation, ...]:
    bearers = _by_surname().get(normal_words(surname), frozenset())
    return _by_name()[_words(next(iter(bearers)))] if len(bearers) == 1 else ()


def _words(name: str) -> _Words:
    """The words that a name is compared by: "Jr." counts, since father and son may both be in the news."""
    words = normal_words(name)
    return (*words, _JUNIOR) if name.rstrip(" .").endswith((" Jr", " jr")) else words


@cache
def _by_name() -> dict[_Words, tuple[Affiliation, ...]]:
    spells: dict[_Words, list[Affiliation]] = {}
    for row in table("affiliations"):
        spell = _affiliation(row)
        for spelling in several(row["name"]):
            spells.setdefault(_words(spelling), []).append(spell)
    return {words: tuple(sorted(found, key=_beginning)) for words, found in spells.items()}


@cache
def _by_surname() -> dict[_Words, frozenset[str]]:
    """Who bears a surname: the names that end with it, whatever its length ("von der Leyen")."""
    bearers: dict[_Words, set[str]] = {}
    for words, spells in _by_name().items():
        for surname in _surnames(words, spells[0].country):
            bearers.setdefault(surname, set()).add(spells[0].name)
    return {surname: frozenset(names) for surname, names in bearers.items()}


def _surnames(words: _Words, country: str | None) -> Iterator[_Words]:
    plain = words[:-1] if words[-1] == _JUNIOR else words
    yield from (plain[start:] for start in range(1, len(plain)))
    if country in _SURNAME_MAY_BE_FIRST:
        yield plain[:1]


def _affiliation(row: Row) -> Affiliation:
    return Affiliation(
        name=several(row["name"])[0],
        party=row["party"],
        country=row["country"] or None,
        since=_day(row["since"]),
        until=_day(row["until"]),
        reason=row["reason"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _beginning(spell: Affiliation) -> date:
    return spell.since or date.min
