"""Tell from a person's name whether a text will say "she" or "he".

Use this to rule out who a pronoun cannot mean. It knows names and no people: what it says is what a reader would expect
who has never heard of them. Names that both bear ("Alex", "Kim") tell nothing, and an organisation is not for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from onrecord.knowledge.folding import folded
from onrecord.knowledge.tables import table
from onrecord.knowledge.titles import without_titles

Gender: TypeAlias = Literal["f", "m"]

_Titles: TypeAlias = Mapping[str, Gender]


def _titles(*, female: str, male: str) -> _Titles:
    women: _Titles = dict.fromkeys(female.split(), "f")
    men: _Titles = dict.fromkeys(male.split(), "m")
    return {**women, **men}


def _words_of(block: str) -> frozenset[str]:
    return frozenset(block.split())


_COURTESY = _titles(
    female="mrs ms miss lady dame queen princess duchess countess baroness sheikha frau madame mme congresswoman",
    male="mr sir king prince duke earl baron pope emperor sultan ayatollah herr monsieur congressman",
)
"""Titles that say it for certain, so that a given name need not be asked."""

_LOOSE = _titles(
    female="spokeswoman chairwoman councilwoman",
    male="lord spokesman councilman sheikh father imam cardinal emir",
)
"""Titles that a given name overrules: a woman is Lord Chancellor, and called "spokesman" now and then."""

_BEFORE_NAMES = frozenset({"sheikh", *_COURTESY})
"""Titles that `without_titles` leaves, as a name of one word is left behind them ("King Charles")."""

_SURNAMES_TOO = _words_of(
    """
    abbas abdullah adam ahmed alexander alfonso ali allen andrew anthony arnold arthur austin barry benjamin bennett
    bernard bradley brandon bruce bruno byron carol carter chad chandler charles charlotte chase chester christian clark
    clay clinton cole craig curtis dalton david dean dennis dominic donato douglas duncan edgar elliott emanuel ernst
    florence floyd francis franco frank franklin franz frederick friedrich gabriel garrett gary george georgia gerard
    gilbert glenn gordon graham grant gregory hamid harold harper harrison harry harvey hassan henry herman hermann
    holly hope howard hudson hugh hugo hunter hussein ibrahim israel ivan jack jackson jacob james jefferson jerome john
    joseph joy karim keith kent konrad kurt lambert laurel laurent lawrence lenin leonard lewis lloyd logan lorenz louis
    lucas ludwig lynn madison mahmoud marco marcos marshall martin martins mason matteo matthew michael michel miles
    milton mitchell mohammed morris moses mubarak murray nasser nelson neville nicholas norman norris oliver omar oscar
    otto owen paige patrick paul percy perry peter philip pierre preston quentin ralph randall rashid raymond reid
    richard robert roberts rodney roger roland roman romano rose ross roy russell said saleh salem salman samuel santos
    savannah sawyer scott shirley silva simon solomon spencer stanley stefan stephen stewart stuart tanner thomas todd
    trent trevor tucker tyler tyson valentin victor victoria vincent virginia wallace walter ward warren wayne werner
    wesley whitney wilhelm will william willis wilson winston woodrow
    """
)
"""Given names that news also use as surnames: alone they may be anybody's, and a few are places."""

# Of Slavic, Lithuanian and Icelandic surnames, and of Slavic patronymics. What men bear ("-ov", "-sky") women bear too
# in English, and "-enko" was never one or the other: these tell nothing.
_WOMANS = re.compile(r"\w\w(?:ova|eva|ina|aya|skaia|ska|cka|dzka|ovna|evna|ivna|iene|aite|dottir)$")
_NO_WOMANS = _words_of(
    """
    alaska amaya anaya araya argentina carolina casanova catalina celaya colina cordova cortina farina halina
    herzegovina malaya marina medina messina minaya moldova molina nebraska ospina palestina reina salina terranova
    urbina villanova villanueva zelaya
    """
)
"""Surnames and places that end so by chance."""

_KEPT = 1 << 14  # names: those of a few hundred articles
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`", "'"))
_POSSESSIVE = re.compile(r"'s?\s*$")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SUFFIXES = frozenset({"jr", "sr", "phd", "esq", "mp", "mep", "ii", "iii", "iv"})


@lru_cache(maxsize=_KEPT)
def gender(name: str) -> Gender | None:
    """Whether a person's name is a woman's or a man's.

    A title such as "Mrs" is asked first, then the given name, then titles that say less, then the surname's ending.

    Args:
        name: of a person, as in a text ("Foreign Minister Jane Doe's").

    Returns:
        "f" or "m"; None when the name does not tell.
    """
    titles, words = _parted(name)
    return _titled(titles, _COURTESY) or _given(words) or _titled(titles, _LOOSE) or _by_surname(words)


def _parted(name: str) -> tuple[list[str], list[str]]:
    """The titles before a name, and the name's own words, both folded."""
    plain = _POSSESSIVE.sub("", folded(name.translate(_APOSTROPHES))).strip()
    rest = without_titles(plain)
    titles, words = _words(plain[: len(plain) - len(rest)]), _words(rest)
    if len(words) > 1 and words[0] in _BEFORE_NAMES:
        return [*titles, words[0]], words[1:]
    return titles, words


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("'", ""))


def _titled(titles: list[str], known: _Titles) -> Gender | None:
    return next((known[title] for title in titles if title in known), None)


def is_given_name(word: str) -> bool:
    """Whether a word is known as a given name, a woman's or a man's; of a double one ("Anne-Laure") the first half."""
    names = _given_names()
    return any(part in names for part in (word.lower(), word.lower().partition("-")[0]))


def _given(words: list[str]) -> Gender | None:
    """By the first word that is no initial; of a double name ("Anne-Laure") by the first half that tells."""
    while len(words) > 2 and len(words[0]) == 1:
        words = words[1:]
    if not words or (len(words) == 1 and words[0] in _SURNAMES_TOO):
        return None
    halves = words[0].split("-") if len(words) > 1 else []  # alone it is a double surname more often
    names = _given_names()
    return next((names[word] for word in (words[0], *halves) if word in names), None)


def _by_surname(words: list[str]) -> Gender | None:
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    if len(words) < 2 or words[-1] in _NO_WOMANS:
        return None
    return "f" if _WOMANS.search(words[-1]) else None


@cache
def _given_names() -> Mapping[str, Gender]:
    return {row["name"]: "f" if row["gender"] == "f" else "m" for row in table("given_names")}
