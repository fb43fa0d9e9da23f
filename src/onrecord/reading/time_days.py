"""Read the days that expressions name: dates, weekdays, "yesterday", "the day before".

Use these through `onrecord.reading.time_values`. A day that cannot be told (no year and no day of publication, or no
such day) is a `Value` without days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from re import Match
from typing import Literal, TypeAlias

from onrecord.reading.time_words import MONTHS, PARTS, WEEKDAYS

Grain: TypeAlias = Literal[
    "day", "week", "month", "season", "quarter", "half", "year", "decade", "time", "duration", "set", "reference"
]

# A day without a year lies in the year of publication or the one before; ahead only as far as news announces things.
FORESEEN = timedelta(days=61)
# Without "will" and the like, an exact day may still be that of the next days' event.
SOON = timedelta(days=14)
LEAP_GAP = 8  # years between two 29 February at most (1896 to 1904)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What relative expressions hang on.

    Attributes:
        published: day of publication, if known.
        told: the day that was last named before, else the day of publication.
        ahead: whether the words around speak of what is to come.
    """

    published: date | None = None
    told: date | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What an expression means.

    Attributes:
        first: first day, if it can be told.
        last: last day, included.
        grain: how fine it is.
        value: as TIMEX3 writes it; empty if it cannot be told.
    """

    first: date | None = None
    last: date | None = None
    grain: Grain
    value: str = ""


def on(day: date | None, *, part: str | None = None, last: date | None = None) -> Value:
    """A day, or a part of it; or the days up to another."""
    if day is None or (last is not None and last < day):
        return Value(grain="day")
    end = f"/{last.isoformat()}" if last else PARTS[part] if part else ""
    return Value(first=day, last=last or day, grain="day", value=day.isoformat() + end)


def safe_day(year: int, month: int, day: int) -> date | None:
    """The day, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date | None, days: int) -> date | None:
    """The day so many days on; None past the calendar's ends."""
    try:
        return day + timedelta(days=days) if day else None
    except OverflowError:
        return None


def iso(found: Match[str], _: Context) -> Value:
    """2022-12-01."""
    return on(safe_day(int(found["y"]), int(found["m"]), int(found["d"])))


def dotted(found: Match[str], _: Context) -> Value:
    """03.12.2022, the day first unless there is no such month."""
    a, b, year = int(found["a"]), int(found["b"]), int(found["y"])
    return on(safe_day(year, b, a) or safe_day(year, a, b))


def slashed(found: Match[str], context: Context) -> Value:
    """12/3/2022: whether day or month stands first is told only by what is possible and not yet to come."""
    a, b, year = int(found["a"]), int(found["b"]), _whole_year(found["y"])
    days = {day for day in (safe_day(year, b, a), safe_day(year, a, b)) if day}
    past = {day for day in days if context.published and day <= context.published} or days
    return on(past.pop() if len(past) == 1 else None)


def _whole_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def day_of_month(found: Match[str], context: Context) -> Value:
    """3 March, March 3, 2022, 3-5 March 2022."""
    month, number = MONTHS[found["month"][:3].lower()], int(found["d"])
    day = safe_day(int(found["y"]), month, number) if found["y"] else _nearest(month, number, context)
    last = safe_day(day.year, month, int(found["to"])) if day and found["to"] else None
    return on(day, last=last)


def _nearest(month: int, number: int, context: Context) -> date | None:
    """The last such day up to publication, or one soon after."""
    if context.published is None:
        return None
    limit = context.published.toordinal() + (FORESEEN if context.ahead else SOON).days
    years = range(context.published.year + 1, context.published.year - LEAP_GAP - 1, -1)
    days = (safe_day(year, month, number) for year in years if 1 <= year <= 9999)
    return next((day for day in days if day and day.toordinal() <= limit), None)


def weekday(found: Match[str], context: Context) -> Value:
    """The last such day up to publication; the next one where the words around look ahead."""
    if context.published is None:
        return Value(grain="day")
    rel = (found["rel"] or "").lower().removeprefix("the ")
    back = (context.published.weekday() - WEEKDAYS[found["w"]]) % 7
    # Nobody calls today or yesterday "last Monday".
    days = {
        "last": -back if back > 1 else -back - 7,
        "previous": -(back or 7),
        "next": 7 - back,
        "this coming": 7 - back,
        "following": 7 - back,
    }
    ahead = (7 - back) % 7 if context.ahead else -back
    offset = days.get(rel, ahead)
    if found["week"]:
        weeks = {"last": -1, "this": 0, "next": 1}[found["week"]]
        offset = 7 * weeks + WEEKDAYS[found["w"]] - context.published.weekday()
    return on(shifted(context.published, offset), part=found["part"])


def near_day(found: Match[str], context: Context) -> Value:
    """Yesterday, today, tonight, tomorrow, with a part of the day or not."""
    word = found["day"].lower()
    offset = {"yesterday": -1, "last night": -1, "overnight": 0, "tomorrow": 1}.get(word, 0)
    part = "night" if word in {"tonight", "last night", "overnight"} else found["part"]
    return on(shifted(context.published, offset), part=part)


def this_part(found: Match[str], context: Context) -> Value:
    """This morning."""
    return on(context.published, part=found["part"])


def two_days(found: Match[str], context: Context) -> Value:
    """The day before yesterday, the day after tomorrow."""
    return on(shifted(context.published, -2 if found["way"].startswith("before") else 2))


def day_before(_: Match[str], context: Context) -> Value:
    """The day before the one that was told last."""
    return on(shifted(context.told, -1))


def day_after(_: Match[str], context: Context) -> Value:
    """The day after the one that was told last."""
    return on(shifted(context.told, 1))


def same_day(_: Match[str], context: Context) -> Value:
    """The day that was told last."""
    return on(context.told)
