"""Rule out what two mentions cannot both mean: by person, number, kind and gender.

Use `compatible` before antecedents are weighed. It is no judgement of likelihood; that is the antecedent head's.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias

from onrecord.knowledge import gender
from onrecord.reading.mentions import Mention
from onrecord.reading.roles import is_role

Gender: TypeAlias = Literal["f", "m"]

_FORMS = {
    "i": "i me my mine myself",
    "we": "we us our ours ourselves",
    "you": "you your yours yourself",
    "he": "he him his himself",
    "she": "she her hers herself",
    "it": "it its itself",
    "they": "they them their theirs themselves",
}
_PERSONS = {form: person for person, forms in _FORMS.items() for form in forms.split()}
_ALONE = frozenset({"i", "he", "she"})
_GENDERS: dict[str, Gender] = {"he": "m", "she": "f"}
_PLURALS_WORDS = """
people men women children police media two three both many some several
"""
_PLURALS = frozenset(_PLURALS_WORDS.split())
TITLE = 12  # characters before a name that may hold a title


@lru_cache(maxsize=4096)
def person_of(pronoun: str) -> str:
    """Which person a pronoun is: "his" is "he"."""
    return _PERSONS.get(pronoun.lower().replace("’", "'").split("'")[0], pronoun.lower())


def compatible(later: Mention, earlier: Mention, text: str) -> bool:
    """Whether person, number and kind leave it possible that two mentions mean the same."""
    word, other = later.span.of(text), earlier.span.of(text)
    if later.form == earlier.form == "pronoun":
        return person_of(word) == person_of(other)
    if later.form == "pronoun":
        return _fits(person_of(word), earlier, other)
    if earlier.form == "pronoun":
        return not (is_plural(word) and person_of(other) in _ALONE)
    if is_plural(word):
        return not (earlier.form == "named" and earlier.type == "person")
    return True


def _fits(person: str, earlier: Mention, words: str) -> bool:
    if person == "it":
        return not (earlier.type == "person" and (earlier.form == "named" or is_role(words)))
    if person in _ALONE and earlier.form == "nominal":
        return not is_plural(words) and (earlier.type == "person" or is_role(words))
    return not (person in _ALONE and earlier.type == "place")


def gender_of(mention: Mention, text: str) -> Gender | None:
    """The gender that a mention tells by itself: by its pronoun, its title, its given name or its noun."""
    words = mention.span.of(text)
    if mention.form == "pronoun":
        return _GENDERS.get(person_of(words))
    if mention.type != "person":
        return None
    if mention.form == "nominal":
        return "f" if words.lower().endswith("woman") else None
    before = text[max(mention.span.start - TITLE, 0) : mention.span.start]
    title = before.split()[-1:] if before[-1:] in (" ", "\u00a0") else []
    return gender(" ".join([*(word for word in title if word.rstrip(".") in _TITLES), words]))


def differ(one: Gender | None, other: Gender | None) -> bool:
    """Whether both are known and not the same."""
    return one is not None and other is not None and one != other


_TITLES_WORDS = """
Mr Mrs Ms Miss Sir Dame Lady Lord King Queen Baroness Madame Mister
"""
_TITLES = frozenset(_TITLES_WORDS.split())


@lru_cache(maxsize=8192)
def is_plural(noun: str) -> bool:
    """Whether a noun looks like more than one; a guess by its ending, enough for people and bodies."""
    noun = noun.lower()
    return noun in _PLURALS or (noun.endswith("s") and not noun.endswith(("ss", "us", "is", "’s", "'s")))
