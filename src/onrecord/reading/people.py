"""What an article tells of each entity: names, roles and descriptions.

Use `Cast` once an article, after the mentions are grouped: it answers who an entity is, wherever a source means it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from onrecord.knowledge import Known, is_given_name, is_party, offices_held, outlet
from onrecord.reading.agreement import Gender, gender_of, is_plural
from onrecord.reading.capitals import names_a_body
from onrecord.reading.introductions import introduced
from onrecord.reading.mentions import Mention
from onrecord.reading.names import initials, name_words
from onrecord.reading.parties import clearest, countries_met, country_in
from onrecord.reading.roles import described, roles_at
from onrecord.reading.states import States
from onrecord.reading.wording import WORD
from onrecord.records import Span

_MINISTRY = re.compile(r"\bministry\b", re.IGNORECASE)  # the one body that only a state has
_OWNER = re.compile(r"([A-Z]\w+)[’']s\s+\Z")  # of a state that the tables do not know
_ABBREVIATION = re.compile(r"\(([A-Z]{2,7})\)")
_INTRODUCED = 16  # mentions by name within which an article says who somebody is
_OFTEN = 2  # times that a country is named of which the article is
_LONGEST = 9  # words that an abbreviation stands for
# What stands in many a phrase and tells no role: the other roles of the same speaker are better.
_POLLS = re.compile(r"\s(?:poll|polling|survey|research|index)\b")  # "the Harbour Trends poll": a pollster's, nobody's
_VAGUE_WORDS = """
official leader politician president's man woman person colleague counterpart ally critic father mother diplomat
dictator
"""
_VAGUE = frozenset(_VAGUE_WORDS.split())


@dataclass(frozen=True, kw_only=True, eq=False)
class Cast:
    """The mentions of an article by entity.

    Attributes:
        text: of the article.
        found: mentions in order.
        groups: for each, its entity.
        day: of publication, if known.
        states: those that only the article knows.
    """

    text: str
    found: Sequence[Mention]
    groups: Sequence[int]
    day: date | None
    states: States = field(default_factory=States)
    _named: dict[int, list[int]] = field(default_factory=dict)
    _names: dict[int, str | None] = field(default_factory=dict)
    _roles: dict[int, list[str]] = field(default_factory=dict)
    _descriptions: dict[int, list[str]] = field(default_factory=dict)
    _people: dict[int, bool] = field(default_factory=dict)

    def known(self, words: str) -> list[Known]:
        """The names of parties in a phrase, those too that only the article knows."""
        return self.states.known(words)

    @cached_property
    def members(self) -> dict[int, list[int]]:
        """For each entity the indices of its mentions, in order."""
        out: dict[int, list[int]] = {}
        for index, group in enumerate(self.groups):
            out.setdefault(group, []).append(index)
        return out

    @cached_property
    def abbreviated(self) -> dict[str, str]:
        """What the article abbreviates, by the abbreviation: "International Energy Agency (IEA)"."""
        out: dict[str, str] = {}
        for match in _ABBREVIATION.finditer(self.text):
            words = self.text[max(match.start() - 90, 0) : match.start()].split()[-_LONGEST:]
            for first in range(len(words)):
                if words[first][:1].isupper() and initials(" ".join(words[first:])) == match[1]:
                    out[match[1]] = " ".join(words[first:])
        return out

    def in_full(self, name: str) -> str:
        """What a body's name is short for: its abbreviation, or its first words, where the article has one longer."""
        if name in self.abbreviated or is_party(name):
            return self.abbreviated.get(name, name)
        named = (" ".join(self.words(index).split()) for index, one in enumerate(self.found) if one.form == "named")
        longer = {one for one in named if one.startswith(f"{name} ") and len(one.split()) > len(name.split()) + 1}
        shortest = min(longer, key=len, default=name)
        return shortest if all(one.startswith(shortest) for one in longer) else name

    @cached_property
    def people(self) -> list[int]:
        """The persons whom the article names."""
        return [group for group in self.members if self.is_person(group) and self.names(group)]

    def words(self, index: int) -> str:
        """The core of a mention."""
        return self.found[index].span.of(self.text)

    def names(self, group: int) -> list[int]:
        """The mentions that name an entity."""
        if group not in self._named:
            self._named[group] = [index for index in self.members[group] if self.found[index].form == "named"]
        return self._named[group]

    def name(self, group: int) -> str | None:
        """The fullest name of an entity, the first of those; None for one that is not named."""
        if group not in self._names:
            fullest = max(self.names(group), key=self._fullness, default=None)
            name = None if fullest is None else " ".join(self.words(fullest).split())
            name = None if name is None else bare_name(name, map(self.words, self.names(group)))
            self._names[group] = self.abbreviated.get(name, name) if name is not None else None
        return self._names[group]

    def _fullness(self, index: int) -> tuple[int, bool, int]:
        words = self.words(index)
        return len(name_words(words)), not words.isupper(), -index

    def is_person(self, group: int) -> bool:
        """Whether most of the mentions that name an entity, else all of them, are a person's."""
        if group not in self._people:
            self._people[group] = self._is_person(group)
        return self._people[group]

    def _is_person(self, group: int) -> bool:
        name = self.name(group)
        if name is not None and (names_a_body(name) or name in self.states.words or outlet(name) is not None):
            return False
        if any(_POLLS.match(self.text, self.found[index].span.end) for index in self.names(group)):
            return False
        asked = self.names(group) or self.members[group]
        return 2 * sum(self.found[index].type == "person" for index in asked) >= len(asked)

    def gender(self, group: int) -> Gender | None:
        """The gender that the mentions of an entity tell, the first that does."""
        told = (gender_of(self.found[index], self.text) for index in self.members[group])
        return next((gender for gender in told if gender is not None), None)

    @cached_property
    def country(self) -> str | None:
        """The country that the article is about, if that is clear; one that is named once is not."""
        country = clearest(self.met)
        return country if country is not None and self.met[country] >= _OFTEN else None

    @cached_property
    def met(self) -> Counter[str]:
        """How often the article names each country."""
        return countries_met(self.text, known=self.known)

    def side(self, group: int) -> str | None:
        """The country that stands right before a name of an entity: "Norvia's defence ministry"."""
        for index in self.names(group):
            start = self.found[index].span.start
            before = self.text[max(start - 40, 0) : start]
            known = self.known(before)
            if known and not WORD.search(before[known[-1].end :].replace("’s", "").replace("'s", "")):
                return known[-1].party
            owner = _OWNER.search(before)
            if owner is not None and _MINISTRY.search(self.words(index)):
                return owner[1]
        return None

    def countries(self, group: int) -> set[str]:
        """The countries that the name of a body, or the roles and offices of a person, tell."""
        name = self.name(group) or ""
        words = self.roles(group) if self.is_person(group) else [name]
        told = {country for one in words if (country := country_in(one, known=self.known)) is not None}
        if self.is_person(group) and self.day is not None and name:
            told |= {one.country for one in offices_held(name, self.day, unique=len(name.split()) == 1)}
        return told

    def is_unknown(self, group: int) -> bool:
        """Whether neither the article nor the tables tell a role of somebody."""
        name = self.name(group)
        if self.roles(group) or name is None or self.day is None:
            return False
        return not offices_held(name, self.day, unique=len(name.split()) == 1)

    def roles(self, group: int) -> list[str]:
        """What the article says that an entity is beside its name, the fullest first."""
        if group not in self._roles:
            self._roles[group] = self._beside(group)
        return self._roles[group]

    def _beside(self, group: int) -> list[str]:
        names = self.names(group)[:_INTRODUCED]
        beside = [role for index in names for role in roles_at(self.text, self.found[index].span)]
        beside.sort(key=self._length)
        return list(dict.fromkeys(" ".join(role.of(self.text).split()) for role in beside))

    def descriptions(self, group: int) -> list[str]:
        """The phrases that stand for an entity without its name, the telling ones first."""
        if group not in self._descriptions:
            phrases = [self.phrase(index) for index in self.members[group] if self.found[index].form == "nominal"]
            known = [" ".join(role.of(self.text).split()) for role in phrases if role is not None]
            self._descriptions[group] = sorted(dict.fromkeys(known), key=is_vague)
        return self._descriptions[group]

    @cached_property
    def introduced(self) -> frozenset[int]:
        """The mentions that describe somebody whom the article names later: "a spokesman" who is Tom Reed."""
        return frozenset(described for described, _ in introduced(self.found, self.text))

    def phrase(self, index: int) -> Span | None:
        """The description that a mention heads: "White House spokesman"; None where it names no role."""
        return phrase_at(self.text, self.found[index].span)

    def _length(self, role: Span) -> int:
        return -len(WORD.findall(role.of(self.text)))


def bare_name(name: str, others: Iterable[str]) -> str:
    """A person's name without the words that ran into it: "Rival Ann Lee", "Office Ann Lee".

    Args:
        name: the fullest of somebody.
        others: what they are called besides; where one of these is how the name ends, that is the name. Else only the
            words of a body go, and not those of one that is called after somebody.
    """
    words = name.split()
    if is_given_name(words[0]):
        return name
    shorter = {one for other in others if 1 < len(one := tuple(other.split())) < len(words) and is_given_name(one[0])}
    found = [one for one in shorter if tuple(words[-len(one) :]) == one]
    behind = next((place for place, word in enumerate(words) if is_given_name(word)), len(words))
    ran_into = names_a_body(" ".join(words[:behind])) and _CALLED_AFTER.isdisjoint(name.lower().split())
    if len(words) - behind in _FULL and ran_into:
        found.append(tuple(words[behind:]))
    longest = max(map(len, found), default=len(words))
    return " ".join(words[-longest:])


_CALLED_AFTER_WORDS = """
school college hospital street avenue square museum library foundation institute university centre center stadium
airport prize
"""
_CALLED_AFTER = frozenset(_CALLED_AFTER_WORDS.split())
_FULL = (2, 3)  # words of a full name
_LEAD_ON = frozenset(["of", "for", "at", "in", "to", "from", "on", "with", "by"])
# A description does not reach over these to the left.
_BEFORE_WORDS = """
the a an this that his her its their our my your said says told added by of to for with from as and or but in on at
is was were are be been has had have who which when while if not so some any no all each every both another
"""
_BEFORE = frozenset(_BEFORE_WORDS.split())


def phrase_at(text: str, span: Span) -> Span | None:
    """The description that a noun heads, as far as it goes to the left; None where it names no role."""
    start = span.start
    for match in reversed(list(WORD.finditer(text, max(span.start - 60, 0), span.start))):
        gap = text[match.end() : start]
        word = match.group()
        if gap.strip(" ") or not (word[:1].isupper() or word.islower()) or word.lower() in _BEFORE:
            break
        start = match.start()
    return described(text, Span(start, span.end))


def is_vague(description: str) -> bool:
    """Whether a description fits too many to be a role: "American official"."""
    words = [match.group().lower() for match in WORD.finditer(description)]
    stop = next((place for place, word in enumerate(words) if place and word in _LEAD_ON), len(words))
    return not words or words[stop - 1] in _VAGUE or is_plural(words[stop - 1])
