"""Find the states that an article names and the tables do not know: new ones, regions with a government, invented ones.

Use `states_in` once the mentions of an article are found, and look names up with what it gives. A name is a state's
where it has what only a state has ("Norvia's foreign minister", "Prime Minister Lee of Norvia", "its navy"); its
adjective and its people are told from it by their form ("Norvian", "Norvians").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import TypeAlias

from onrecord.knowledge import Kind, Known, affiliation, country_like, gender, known_in, offices_held, outlet
from onrecord.reading.mentions import Mention

Lookup: TypeAlias = Callable[[str], Sequence[Known]]

# What only a state has, in the words of news. Presidents, governments and parliaments are others' too.
_TASKS = r"(?:foreign|prime|defen[cs]e|interior|trade|finance|economy|justice|energy|health)"
_ONLY = (
    rf"(?:{_TASKS}\s+(?:minister|ministry)|ambassador|embassy|armed\s+forces|navy|army|air\s+force|coast\s?guard|"
    r"head\s+of\s+state|patrol\s+boats|airspace|territorial\s+waters)s?\b"
)
_BEFORE = r"(?:(?:new|own|former|acting|deputy|current|caretaker|then)\s+){0,2}"
_ITS = r"(?:ports|borders?|territory|waters)\b"
# A search goes from capital to capital if a pattern begins with one; that no letter is before it is asked behind it.
_CAPITAL = r"[A-Z](?<!\w.)"
_NAME = rf"(?P<name>{_CAPITAL}[a-z]{{3,}}(?:\s[A-Z][a-z]{{3,}})?)"
_OWNS = re.compile(rf"{_NAME}[’']s?\s+{_BEFORE}(?i:{_ONLY})")
_OF = re.compile(
    rf"\b(?:(?i:{_TASKS})\s+[Mm]inister(?:\s[A-Z][\w.’-]+){{0,3}}|[Aa]mbassador|[Ee]mbassy|[Rr]epublic|[Kk]ingdom|"
    rf"[Mm]inistry\s+of\s+(?:Foreign\s+Affairs|Defen[cs]e))\s+of\s+{_NAME}"
)
_WITH_ITS = re.compile(
    rf"{_NAME}\s+(?:has|had|will|would|must|[a-z]+ed)\s[^.,;:\nA-Z]{{0,60}}?\bits\s+(?:own\s+)?(?i:{_ONLY}|{_ITS})"
)
# Names that look like states', where the article has others: "Norvia", "Norland", "Norstan".
_SHAPED = re.compile(
    rf"(?P<name>{_CAPITAL}[a-z]{{2,}}(?:ia|land|stan))"
    r"(?=[’']s\s|,?\s+(?:and|which|[a-z]+(?:ed|s)|has|had|will|would|did|could|may)\s)"
)
_ITS_OWN = re.compile(rf"[.!?]\s+Its\s+{_BEFORE}(?i:{_ONLY})")
_SENTENCE = re.compile(r"[^.!?\n]+\Z")
_CAPITALS = re.compile(r"(?<=\s)[A-Z][a-z]{3,}\b")
_PRESIDENT_OF = re.compile(rf"[Pp](?<!\w.)resident(?:\s[A-Z][\w.’-]+){{1,3}}\s+of\s+{_NAME}")
_OF_PEOPLE = re.compile(rf"(?P<form>{_CAPITAL}[a-z]{{2,}}(?:ian|ean))s?\b")
_ADJECTIVE = re.compile(
    rf"(?P<name>{_CAPITAL}[a-z]{{2,}}(?:ian|ean|ish|ese))\s+(?:special\s+)?(?i:{_ONLY}|envoy\b|counterparts?\b|diplomats?\b)"
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|[Pp]resident|[Mm]inister|Sen|Gov|Gen|[Gg]eneral)\.?\s+\Z")
_FORMS = "(?:an|ian|ean|n|ish|ese|ic|i)"
_ENDING = re.compile(r"[aeiouy]{1,2}\Z")
_FAR = 300  # characters of a sentence before "Its trade minister"
_SHORTEST = 3  # letters that a state and its people share
_FEW = 2  # words of a name
_NO_STATES_WORDS = """
christian presbyterian victorian lutheran anglican guardian civilian orwellian parisian today yesterday monday tuesday
wednesday thursday friday saturday sunday january february march april may june july august september october november
december asian african european western eastern northern southern british english what there that this these those
asia africa europe parliament congress senate labour
"""
_NO_STATES = frozenset(_NO_STATES_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """The states of an article that the tables do not know.

    Attributes:
        words: their names, adjectives and people as the article writes them, each with what it names.
    """

    words: Mapping[str, Known] = field(default_factory=dict)

    def known(self, phrase: str) -> list[Known]:
        """Every name in a phrase that the tables or the article know for a party's, in order."""
        found = known_in(phrase)
        if not self.words:
            return found
        own = [one for one in _own(phrase, self.words) if not any(_meet(one, other) for other in found)]
        return sorted([*found, *own], key=_start)


def states_in(text: str, found: Sequence[Mention], *, day: date | None = None) -> States:
    """The states of an article that the tables do not know.

    Args:
        text: the article's.
        found: its mentions, in order.
        day: of publication, if known.
    """
    people = _people(text, found)
    told = chain(_by_what_they_have(text), _by_people(text), _by_less(text, found), _by_its(text))
    names = {name for name in told if _may_be(name, people, day)}
    adjectives = [one for one in _by_adjective(text) if _may_be(one, people, day)]
    if names or adjectives:
        names |= {match["name"] for match in _SHAPED.finditer(text) if _may_be(match["name"], people, day)}
    return _with_forms(text, names, adjectives)


def as_places(found: Sequence[Mention], text: str, states: States) -> list[Mention]:
    """The mentions with those of states as places: the tags take a name that they never saw for a person's."""
    return [replace(one, type="place") if one.span.of(text) in states.words else one for one in found]


def _with_forms(text: str, names: Iterable[str], adjectives: Iterable[str]) -> States:
    """Names with their adjectives and people, and adjectives whose name the text does not have."""
    words: dict[str, Known] = {}
    for name in sorted(names, key=len, reverse=True):
        party = country_like(name) or name
        words |= {form: _known(form, name, party) for form in _forms(text, name)}
    for adjective in adjectives:
        name = adjective.removesuffix("n")  # as most such names are formed: Estonian, Albanian, Nigerian
        if adjective not in words and name.endswith("ia"):
            words |= {form: _known(form, name, country_like(name) or name) for form in _forms(text, name)}
    return States(words=words)


def _people(text: str, found: Sequence[Mention]) -> set[str]:
    """The words of names that are persons' for sure: beside another name, or behind a title."""
    named = [one.span for one in found if one.form == "named" and one.type == "person"]
    full = {word for span in named if len(span.of(text).split()) > 1 for word in span.of(text).split()}
    return full | {span.of(text) for span in named if _TITLED.search(text, max(span.start - 12, 0), span.start)}


def _by_what_they_have(text: str) -> Iterator[str]:
    """Names with what only a state has: "Norvia's foreign minister", "Prime Minister Lee of Norvia"."""
    for match in chain(_OWNS.finditer(text), _OF.finditer(text)):
        yield match["name"]


def _by_less(text: str, found: Sequence[Mention]) -> Iterator[str]:
    """Names with what bodies may have too: "President Lee of Norvia", "Norvia will close its ports"."""
    surplus = Counter[str]()
    for one in found:
        surplus[one.span.of(text)] += 1 if one.type == "organisation" else -1
    for match in chain(_PRESIDENT_OF.finditer(text), _WITH_ITS.finditer(text)):
        if surplus[match["name"]] <= 0:
            yield match["name"]


def _by_its(text: str) -> Iterator[str]:
    """The one name in a sentence before "Its trade minister"."""
    for match in _ITS_OWN.finditer(text):
        before = _SENTENCE.search(text, max(match.start() - _FAR, 0), match.start())
        names = {word for word in _CAPITALS.findall(before.group()) if not known_in(word)} if before else set()
        if len(names) == 1:
            yield names.pop()


def _by_people(text: str) -> Iterator[str]:
    """Names beside the adjective that is made of them: "Norvia", "Norvian"."""
    for form in dict.fromkeys(match["form"] for match in _OF_PEOPLE.finditer(text)):
        for name in (form.removesuffix("n"), form.removesuffix("ian"), form.removesuffix("an")):
            if len(name) > _SHORTEST and re.search(rf"\b{name}\b(?!\s[A-Z])", text):
                yield name


def _by_adjective(text: str) -> Iterator[str]:
    """Adjectives of what only a state has: "the Norvian embassy", "her Norvian counterpart"."""
    return (match["name"] for match in _ADJECTIVE.finditer(text))


def _may_be(name: str, people: set[str], day: date | None) -> bool:
    """Whether a name may be a state's that the tables do not know."""
    words = name.split()
    if len(words) > _FEW or any(word.lower() in _NO_STATES or word in people for word in words):
        return False
    if known_in(name) or outlet(name) is not None or gender(name) is not None:
        return False
    return day is None or not (offices_held(name, day, unique=True) or affiliation(name, day, unique=True))


def _forms(text: str, name: str) -> Iterator[str]:
    """A name with its adjective and its people, as far as the text has them."""
    yield name
    stem = _ENDING.sub("", name)
    if len(stem) < _SHORTEST or " " in name:
        return
    yield from dict.fromkeys(re.findall(rf"\b(?:{re.escape(stem)}|{re.escape(name)}){_FORMS}s?\b", text))


def _known(words: str, name: str, party: str) -> Known:
    kind: Kind = "country" if words in (name, party) else "nationality" if words.endswith("s") else "adjective"
    return Known(words=words, start=0, end=len(words), name=party, party=party, kind=kind, country=party)


def _own(phrase: str, words: Mapping[str, Known]) -> Iterator[Known]:
    """The names of a phrase that the article knows, each at its place."""
    for form, one in words.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", phrase):
            yield Known(
                words=form,
                start=match.start(),
                end=match.end(),
                name=one.name,
                party=one.party,
                kind=one.kind,
                country=one.country,
            )


def _meet(one: Known, other: Known) -> bool:
    return one.start < other.end and other.start < one.end


def _start(one: Known) -> int:
    return one.start
