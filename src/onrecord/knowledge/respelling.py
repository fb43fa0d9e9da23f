"""Write a Slavic name as English news would, where a text writes it as Polish or German does.

Use this for a second look into the tables, when a name as written is not there: machine translations leave "Siergiej
Riabkow" as it stood. It only proposes a spelling; that somebody of that name is known decides.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.knowledge.folding import unaccented

# In this order; each is right for names from Russian, Ukrainian and Belarusian in Polish letters, most in German ones.
_RULES = (
    (r"szcz|schtsch", "shch"),
    (r"sz|sch", "sh"),
    (r"tsch|cz", "ch"),
    (r"rz", "r"),
    (r"w", "v"),
    (r"(?<=[bcdfgklmnprstvz])ie", "e"),
    (r"(?<=[bcdfgklmnprstvz])i(?=[aou])", "y"),
    (r"ij\b|iej\b|yj\b|ej\b", "ey"),
    (r"j", "y"),
    (r"ch(?=[aeo])", "kh"),
    (r"(?:skyi|skyy|skiy|ski)\b", "sky"),
)


@lru_cache(maxsize=8192)
def respelled(name: str) -> str:
    """A name by the rules of English news: "Siergiej Riabkow" as "Sergey Ryabkov"; most names stay as they are."""
    plain = unaccented(name.replace("ł", "l").replace("Ł", "L"))
    return " ".join(map(_word, plain.split()))


def _word(word: str) -> str:
    lower = word.lower()
    for pattern, new in _RULES:
        lower = re.sub(pattern, new, lower)
    return lower.capitalize() if word[:1].isupper() else lower
