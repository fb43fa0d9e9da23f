"""Decide whether two names mean the same speaker.

Use this in metrics only: it compares names as they are written, with the forgiving rule of data/README.md. The product
itself resolves speakers from the article and never by such thresholds.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from evaluation.words import folded_words

# Similarities in per cent, from data/README.md.
SURNAME_ALIKE = 80
FIRST_NAME_ALIKE = 60
TOKENS_ALIKE = 85

_TITLES = """
mr mrs ms miss mx sir dame lord lady baron baroness dr prof professor rev reverend
president premier chancellor minister secretary senator sen representative rep congressman congresswoman
governor gov mayor king queen prince princess pope archbishop bishop
general gen colonel col captain capt lieutenant lt sergeant sgt admiral commander ambassador judge
the
"""

# Part of a title when a title follows ("Foreign Minister Kuleba"), part of the name otherwise ("Foreign Office").
_BEFORE_TITLES = """
former vice deputy acting prime first foreign defence defense home interior press us uk
"""

_AFTER_NAMES = """
jr sr kc qc mp mep msp phd obe cbe mbe
"""

TITLES = frozenset(_TITLES.split())
BEFORE_TITLES = frozenset(_BEFORE_TITLES.split())
AFTER_NAMES = frozenset(_AFTER_NAMES.split())


def same_speaker(a: str, b: str) -> bool:
    """Whether two names mean the same speaker, titles left out.

    Either one name's words are all in the other's, or surnames and first names are alike, or the sets of words are. The
    order of the two does not matter. A name without words is nobody's, not even its own.
    """
    first, second = name_words(a), name_words(b)
    if not first or not second:
        return False
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    if _same_person(first, second):
        return True
    return fuzz.token_set_ratio(" ".join(first), " ".join(second)) >= TOKENS_ALIKE


def name_words(name: str) -> list[str]:
    """The words of a name, folded, without titles; the titles themselves where nothing else is left."""
    words = folded_words(name)
    kept = words[_titles_end(words) :]
    while len(kept) > 1 and kept[-1] in AFTER_NAMES:
        kept.pop()
    return kept


def _titles_end(words: Sequence[str]) -> int:
    """Where the titles that a name begins with end; at the latest before its last word."""
    end = 0
    for place, word in enumerate(words[:-1], start=1):
        if word in TITLES:
            end = place
        elif word not in BEFORE_TITLES:
            break
    return end


def _same_person(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether both are a first name and a surname, each alike."""
    if len(first) < 2 or len(second) < 2:
        return False
    surnames, first_names = fuzz.ratio(first[-1], second[-1]), fuzz.ratio(first[0], second[0])
    return surnames >= SURNAME_ALIKE and first_names >= FIRST_NAME_ALIKE
