"""Read the periods that expressions name: weeks, months, quarters, seasons, years, durations and sets.

Use these through `onrecord.reading.time_values`. A period is as wide as its words: "last week" is seven days, "earlier
this month" ends on the day of publication.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date
from re import Match

from onrecord.reading.time_days import Context, Grain, Value, on, shifted
from onrecord.reading.time_words import MONTHS, ORDINALS, SEASONS, UNITS, number

_STEPS = {"last": -1, "the previous": -1, "next": 1, "the following": 1, "the coming": 1}

_GRAINS: dict[str, Grain] = {
    "week": "week",
    "weekend": "day",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "decade",
}


def months(year: int, month: int, count: int, grain: Grain, value: str) -> Value:
    """So many months from the first of one; without days past the calendar's ends."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    end_year, end_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    if not 1 <= year <= end_year <= MAXYEAR:
        return Value(grain=grain)
    last = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return Value(first=date(year, month, 1), last=last, grain=grain, value=value)


def a_month(year: int, month: int) -> Value:
    """One month; 0 is the December before."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return months(year, month, 1, "month", f"{year:04}-{month:02}")


def a_year(year: int, span: int = 1) -> Value:
    """One year, or several from it on."""
    grain: Grain = "decade" if span == 10 else "year"
    return months(year, 1, 12 * span, grain, f"{year:04}" if span == 1 else f"{year:04}"[: 3 if span == 10 else 2])


def a_week(day: date | None) -> Value:
    """The week of a day, Monday to Sunday."""
    first = shifted(day, -day.weekday()) if day else None
    last = shifted(first, 6)
    if not first or not last:
        return Value(grain="week")
    return Value(
        first=first, last=last, grain="week", value=f"{first.isocalendar()[0]:04}-W{first.isocalendar()[1]:02}"
    )


def a_weekend(day: date | None) -> Value:
    """Saturday and Sunday of a day's week."""
    week = a_week(day)
    return Value(first=shifted(week.first, 5), last=week.last, grain="day", value=week.value and f"{week.value}-WE")


def month_year(found: Match[str], context: Context) -> Value:
    """January 2022, March last year."""
    year = _year_of(found, context)
    return a_month(year, MONTHS[found["month"][:3].lower()]) if year else Value(grain="month")


def _year_of(found: Match[str], context: Context) -> int | None:
    """The year as named, or counted from publication; this year's where nothing is said."""
    if found["y"]:
        return int(found["y"])
    if context.published is None:
        return None
    return context.published.year + _STEPS.get((found["rel"] or "").lower(), 0)


def bare_month(found: Match[str], context: Context) -> Value:
    """The last such month up to publication; the next one where the words around look ahead."""
    if context.published is None:
        return Value(grain="month")
    month, year = MONTHS[found["month"][:3].lower()], context.published.year
    rel = (found.groupdict().get("rel") or "").lower()
    if rel == "next" or (context.ahead and rel != "last"):
        return a_month(year + (month < context.published.month), month)
    before = month > context.published.month or (rel == "last" and month == context.published.month)
    return a_month(year - (before and rel != "this"), month)


def half(found: Match[str], context: Context) -> Value:
    """The first half of 2022."""
    year, nth = _year_of(found, context), ORDINALS[found["nth"]]
    return months(year, 6 * nth - 5, 6, "half", f"{year:04}-H{nth}") if year else Value(grain="half")


def quarter(found: Match[str], context: Context) -> Value:
    """The third quarter, Q1 2022; without a year the last one that has ended or begun by publication."""
    year, nth = _year_of(found, context), int(found["q"] or ORDINALS[found["nth"]])
    if not year:
        return Value(grain="quarter")
    open_year = not found["y"] and not found["rel"] and context.published is not None and not context.ahead
    if open_year and context.published and 3 * nth - 2 > context.published.month:
        year -= 1
    return months(year, 3 * nth - 2, 3, "quarter", f"{year:04}-Q{nth}")


def season(found: Match[str], context: Context) -> Value:
    """Spring 2022, last summer, in the autumn."""
    code, month = SEASONS[found["s"] or found["s_of"] or found["s_in"]]
    year, rel = _year_of(found, context), (found["rel"] or "").lower()
    if not year:
        return Value(grain="season")
    if rel and context.published:
        begun = month <= context.published.month
        year = context.published.year + {-1: 0 if month + 2 < context.published.month else -1, 1: int(begun)}.get(
            _STEPS.get(rel, 0), 0
        )
    return months(year, month, 3, "season", f"{year:04}-{code}")


def period(found: Match[str], context: Context) -> Value:
    """Last week, this month, next year, earlier this year."""
    unit, rel = found["unit"], found["rel"].lower()
    if context.published is None:
        return Value(grain=_GRAINS[unit])
    whole = step(context.published, unit, _STEPS.get(rel, 0))
    return _until_published(whole, context) if found[0].lower().startswith("earlier") else whole


def within(found: Match[str], context: Context) -> Value:
    """Earlier in the week."""
    whole = step(context.published, found["unit"], 0) if context.published else Value(grain=_GRAINS[found["unit"]])
    return _until_published(whole, context) if found[0].lower().startswith("earl") else whole


def same_then(found: Match[str], _: Context) -> Value:
    """The same month a year ago: whichever was spoken of, which is not decided here."""
    grains: dict[str, Grain] = {"day": "day", "week": "week", "month": "month", "quarter": "quarter"}
    return Value(grain=grains.get(found["unit"], "year"))


def week_of(found: Match[str], context: Context) -> Value:
    """The last week of March: the seven days, not a week of the calendar."""
    month = (
        bare_month(found, context) if not found["y"] else a_month(int(found["y"]), MONTHS[found["month"][:3].lower()])
    )
    days = {"first": 0, "second": 7, "third": 14, "fourth": 21}
    first = shifted(month.first, days[found["nth"]]) if found["nth"] in days else shifted(month.last, -6)
    last = shifted(first, 6)
    if not first or not last:
        return Value(grain="week")
    return Value(first=first, last=last, grain="week", value=a_week(first).value)


def _until_published(whole: Value, context: Context) -> Value:
    if not whole.first or not context.published or not whole.first <= context.published:
        return whole
    last = min(whole.last or context.published, context.published)
    return Value(first=whole.first, last=last, grain=whole.grain, value=whole.value)


def step(day: date, unit: str, count: int) -> Value:
    """The day, week, month, year … that lies so many of them from a day's own."""
    if unit == "day":
        return on(shifted(day, count))
    if unit in {"week", "weekend"}:
        moved = shifted(day, 7 * count)
        return a_week(moved) if unit == "week" else a_weekend(moved)
    if unit == "month":
        return a_month(day.year, day.month + count)
    if unit == "quarter":
        first = (day.month - 1) // 3 + count
        return months(day.year, 3 * first + 1, 3, "quarter", f"{day.year + first // 4:04}-Q{first % 4 + 1}")
    span = UNITS[unit.removesuffix("y")][2]
    return a_year((day.year // span + count) * span, span)


def weekend(_: Match[str], context: Context) -> Value:
    """The last weekend that has begun by publication; the next one where the words around look ahead."""
    if context.published is None or context.published.weekday() >= 5 or context.ahead:
        return a_weekend(context.published)
    return a_weekend(shifted(context.published, -7))


def ago(found: Match[str], context: Context) -> Value:
    """Two days ago, three weeks ago: the day, week, month or year so far back."""
    return _counted(found, context.published, -1)


def later(found: Match[str], context: Context) -> Value:
    """Two days later, a year earlier: counted from the day that was told last."""
    return _counted(found, context.told, 1 if found["way"] == "later" else -1)


def _counted(found: Match[str], day: date | None, sign: int) -> Value:
    count, unit = number(found["n"]), found["unit"]
    if unit in {"second", "minute", "hour"}:
        return Value(grain="time", value="")
    if count is None or day is None:
        return Value(grain="day", value="PAST_REF" if sign < 0 else "FUTURE_REF")
    return step(day, unit, sign * count)


def last_n(found: Match[str], context: Context) -> Value:
    """In the last three days, the past week: a duration that ends or begins on the day of publication."""
    value = spell(found["n"], found["unit"], plural=found[0].endswith("s"))
    count, days = number(found["n"] or "a"), {"day": 1, "week": 7}.get(found["unit"])
    back = " last " in found[0] or " past " in found[0]
    if not back or not days or count is None or (found["n"] is None and found[0].endswith("s")):
        return value
    return Value(
        first=shifted(context.published, -days * count), last=context.published, grain="duration", value=value.value
    )


def duration(found: Match[str], _: Context) -> Value:
    """For two years, a five-year plan, decades."""
    groups = found.groupdict()
    unit, count = groups.get("unit") or groups["unit_"], groups.get("n") or groups.get("n_")
    return spell(count, unit, plural=True)


def spell(count: str | None, unit: str, *, plural: bool) -> Value:
    """A duration as TIMEX3 writes it: P2Y, PT30M, PXD for an unknown number."""
    time, letter, times = UNITS[unit]
    many = number(count) if count else None if plural else 1
    length = "X" if many is None else str(many * times)
    return Value(grain="duration", value=f"P{time}{length}{letter}")


def repeated(found: Match[str], _: Context) -> Value:
    """Every year, weekly, on Mondays."""
    unit = (
        found["per"]
        or found["unit"]
        or {"daily": "day", "annual": "year"}.get(found["ly"] or "", (found["ly"] or "")[:-2])
    )
    if unit not in UNITS:
        return Value(grain="set", value="P3M" if unit == "quarter" else "P1W")
    return Value(grain="set", value=spell(None, unit, plural=False).value)


def decade(found: Match[str], _: Context) -> Value:
    """The 1990s."""
    return a_year(int(found["y"]) * 10, 10)


def years(found: Match[str], _: Context) -> Value:
    """2014-15, 2014–2022."""
    first = int(found["y"])
    last = int(found["to"]) if len(found["to"]) == 4 else first // 100 * 100 + int(found["to"])
    if last < first:
        return Value(grain="year")
    whole = a_year(first, last - first + 1)
    return Value(first=whole.first, last=whole.last, grain="year", value=f"{first:04}/{last:04}")


def year(found: Match[str], _: Context) -> Value:
    """2022."""
    return a_year(int(found["y"]))


def short_year(found: Match[str], context: Context) -> Value:
    """'82, of the century that lies before publication."""
    if context.published is None:
        return Value(grain="year")
    century = context.published.year // 100 * 100
    later_than = int(found["y"]) > context.published.year % 100
    return a_year(century - 100 * later_than + int(found["y"]))
