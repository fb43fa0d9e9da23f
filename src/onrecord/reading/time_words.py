"""The words that time expressions are made of, and what they count for.

Use these to write the grammar (`onrecord.reading.time_grammar`) and to read what it finds. Names of months and days
are case-sensitive: "may" and "march" are verbs.
"""

from __future__ import annotations

FULL_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_COUNTS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty"
)

MONTHS = {name[:3].lower(): number for number, name in enumerate(FULL_MONTH.split("|"), 1)}
"""First three letters -> number of the month."""

WEEKDAYS = {name: number for number, name in enumerate(WEEKDAY.split("|"))}
"""Name -> number, Monday is 0."""

NUMBERS = (
    {word: number for number, word in enumerate(_COUNTS.split("|"))}
    | {"a": 1, "an": 1, "a couple of": 2, "couple of": 2, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
    | {"ninety": 90, "a hundred": 100, "a dozen": 12}
)
VAGUE = ("a few", "few", "several", "many", "some", "dozens of", "hundreds of", "a number of")
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "final": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}
"""Name -> TIMEX3 code and first month; a winter is that of the year in which it begins."""

UNITS = {
    "second": ("T", "S", 1),
    "minute": ("T", "M", 1),
    "hour": ("T", "H", 1),
    "day": ("", "D", 1),
    "week": ("", "W", 1),
    "month": ("", "M", 1),
    "year": ("", "Y", 1),
    "decade": ("", "Y", 10),
    "centur": ("", "Y", 100),
}
"""Unit -> TIMEX3's mark of a time, its letter, and how many of these it holds."""

PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}

MONTH = rf"(?:(?:{FULL_MONTH})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
YEAR = r"(?:1[6-9]|20)\d\d"
PART = "|".join(PARTS)
SEASON = "|".join(SEASONS)
UNIT = r"(?:second|minute|hour|day|week|month|year|decade|centur(?=y|ies))"
PLURAL = r"(?:ies|y|s)?"


def capital(words: str) -> str:
    """Alternatives of lower-case words as a pattern that takes a capital at the start as well."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words.split("|"))


COUNT = rf"(?:\d{{1,3}}|{capital('|'.join(sorted([*NUMBERS, *VAGUE], key=len, reverse=True)))})"
"""How many, in figures or words."""


def number(words: str) -> int | None:
    """How many the words of `COUNT` say; None where they do not tell."""
    return int(words) if words.isdigit() else NUMBERS.get(words.lower())
