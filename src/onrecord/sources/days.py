"""Read days as headers and records write them.

Use this for a day that stands alone or in a dateline ("Dec. 2", "30 September 2022", "2022-12-02T10:00:00Z"), not for
time expressions in running text.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
AHEAD = timedelta(days=1)  # a dateline may be a day ahead of the page it is on, across time zones
LEAP_GAP = 8  # years between two 29 February at most (1896 to 1904)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s+)?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"

DAY = (
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}"
    rf"|{_WEEKDAY}(?:{_MONTH}\s+{_NUMBER}|{_NUMBER}\s+{_MONTH})(?:,?\s+\d{{4}})?)(?![\w-])"
)
"""A regular expression for a day, its year left out at times; to be compiled with `re.IGNORECASE`."""

TIME = r"(?:,?[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*(?:Z|[+-]\d{2}:?\d{2}|[ap]\.?m\.?|UTC|GMT|E[SD]T)\b)?)"
"""A regular expression for a time of day after a day, which is passed over."""

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})")
_STAMP = re.compile(rf"\s*(?P<day>\d{{4}}-\d\d-\d\d(?=T)|{DAY}){TIME}?\s*", re.IGNORECASE)
_PART = re.compile(r"\s*\d{4}(?:-(?:0[1-9]|1[0-2]))?\s*")


def read_day(text: str) -> date | None:
    """The day of a text that is nothing but a day with its year, and perhaps a time; None if it is not."""
    found = _STAMP.fullmatch(text)
    return resolve(found["day"]) if found else None


def is_part_of_day(text: str) -> bool:
    """Whether a text is only a year, or a year with its month."""
    return _PART.fullmatch(text) is not None


def has_year(day: str) -> bool:
    """Whether a day as `DAY` matches it says its year."""
    return re.search(r"\d{4}", day) is not None


def resolve(day: str, *, not_after: date | None = None) -> date | None:
    """Make a date of a day as `DAY` matches it.

    Args:
        day: "December 2", "2 Dec. 2022", "2022-12-02".
        not_after: if the year is left out, the last such day up to this one (or the next) is meant.

    Returns:
        None if the year cannot be told, or there is no such day.
    """
    numeric = _ISO.fullmatch(day) or _DOTTED.fullmatch(day)
    if numeric:
        return _date(int(numeric["year"]), int(numeric["month"]), int(numeric["day"]))
    month, number = _month(day), int(re.findall(r"\b\d{1,2}(?!\d)", day)[0])
    if has_year(day):
        return _date(int(re.findall(r"\d{4}", day)[0]), month, number)
    return _last(month, number, not_after) if not_after else None


def _last(month: int, number: int, not_after: date) -> date | None:
    years = range(not_after.year + 1, not_after.year - LEAP_GAP - 1, -1)
    days = (_date(year, month, number) for year in years)
    return next((day for day in days if day and day - not_after <= AHEAD), None)


def _month(day: str) -> int:
    words: list[str] = re.findall(r"[a-z]{3,}", day.lower())
    return next(MONTHS.index(word[:3]) + 1 for word in words if word[:3] in MONTHS)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
