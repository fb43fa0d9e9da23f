"""Tell what a time expression means: which days, how fine, and as TIMEX3 writes it.

Use `value_of` on what `onrecord.reading.time_grammar` finds. Each rule there has its reader in `READERS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from re import Match
from typing import TypeAlias

from onrecord.reading import time_days, time_periods
from onrecord.reading.time_days import Context, Value, shifted

Reader: TypeAlias = Callable[[Match[str], Context], Value]

_CLOCK = re.compile(r"(?P<h>\d{1,2})(?::?(?P<m>\d\d))?(?::\d\d)? ?(?P<half>[ap])?")


def clock(found: Match[str], context: Context) -> Value:
    """16:00 UTC, 5 p.m., noon: a day only where the words name it; the value is of the day of publication."""
    words = found[0].lower().removesuffix(f" {found['day']}")
    read = _CLOCK.match({"noon": "12:00", "midnight": "24:00"}.get(words, words))
    if not read or context.published is None:
        return Value(grain="time")
    hour, minute = int(read["h"]), read["m"] or "00"
    hour += 12 if read["half"] == "p" and hour < 12 else -12 if read["half"] == "a" and hour == 12 else 0
    zone = "Z" if words.endswith(("utc", "gmt")) else ""
    day = shifted(context.published, {"yesterday": -1, "tomorrow": 1}.get(found["day"], 0))
    value = f"{day.isoformat()}T{hour:02}:{minute}{zone}" if day else ""
    return Value(first=day, last=day, grain="time", value=value) if found["day"] else Value(grain="time", value=value)


def reference(found: Match[str], _: Context) -> Value:
    """Currently, recently, the past."""
    words = found[0].lower()
    past = "recent" in words or "past" in words
    return Value(grain="reference", value="PAST_REF" if past else "FUTURE_REF" if "future" in words else "PRESENT_REF")


READERS: Mapping[str, Reader] = {
    "iso": time_days.iso,
    "dotted": time_days.dotted,
    "slashed": time_days.slashed,
    "day_month": time_days.day_of_month,
    "month_day": time_days.day_of_month,
    "month_year": time_periods.month_year,
    "week_of": time_periods.week_of,
    "set": time_periods.repeated,
    "weekday": time_days.weekday,
    "near_day": time_days.near_day,
    "this_part": time_days.this_part,
    "two_days": time_days.two_days,
    "day_before": time_days.day_before,
    "day_after": time_days.day_after,
    "same_day": time_days.same_day,
    "half": time_periods.half,
    "quarter": time_periods.quarter,
    "season": time_periods.season,
    "same_then": time_periods.same_then,
    "period": time_periods.period,
    "within": time_periods.within,
    "weekend": time_periods.weekend,
    "ago": time_periods.ago,
    "later": time_periods.later,
    "last_n": time_periods.last_n,
    "recent": time_periods.duration,
    "hyphen": time_periods.duration,
    "duration": time_periods.duration,
    "long": time_periods.duration,
    "decade": time_periods.decade,
    "clock": clock,
    "bare_month": time_periods.bare_month,
    "years": time_periods.years,
    "year": time_periods.year,
    "short_year": time_periods.short_year,
    "past": reference,
    "present": reference,
}


def value_of(rule: str, found: Match[str], context: Context) -> Value:
    """What the words that a rule has taken mean."""
    return READERS[rule](found, context)
