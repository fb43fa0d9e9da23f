"""Tell on whose side a statement counts, and when.

Use `sides_of` to group statements by party or speaker, `scope_of` for what an answer rests on, `in_time` to order them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from onrecord.answers.results import By, Scope
from onrecord.records import Entry, Speaker

Sides: TypeAlias = tuple[str, ...]


def sides_of(entry: Entry, by: By) -> Sides:
    """The parties or the names of those who speak, each once; empty where they are not known."""
    names = (_side(speaker, by) for speaker in entry.stmt.speakers)
    return tuple(dict.fromkeys(name for name in names if name))


def side_of(speaker: Speaker) -> str | None:
    """The party of a speaker; of one who speaks for none, the name, unless nobody is named."""
    return speaker.party or (None if speaker.kind == "unnamed" else speaker.name)


def by_side(entries: Iterable[Entry], by: By) -> Mapping[str, Sequence[Entry]]:
    """Statements under each side; one who speaks for two counts under both."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for side in sides_of(entry, by):
            groups[side].append(entry)
    return groups


def scope_of(entries: Sequence[Entry]) -> Scope:
    """How many statements, from when to when, from which outlets."""
    return Scope(
        statements=len(entries),
        first=min((day for entry in entries if (day := entry.first_day)), default=None),
        last=max((day for entry in entries if (day := entry.last_day)), default=None),
        outlets=tuple(sorted({one.outlet for entry in entries for one in entry.appearances if one.outlet})),
    )


def in_time(entry: Entry) -> tuple[date, date, date, str, int]:
    """The key that orders statements: first day, last day, publication, and their place in the article.

    What was said some time ago comes first, what has no day last.
    """
    said, published = entry.stmt.said_on, entry.published
    first, last = (said.first, said.last) if said else (published, published)
    article, unknown = entry.id.partition(".")[0], date.min if last else date.max
    return (first or unknown, last or date.max, published or date.max, article, entry.stmt.content[0].start)


def latest_first(entry: Entry) -> tuple[int, int, str]:
    """The key that puts the latest statement first, and those without a day last."""
    first, last = entry.first_day or date.min, entry.last_day or date.min
    return (-last.toordinal(), -first.toordinal(), entry.id)


def is_before(entry: Entry, after: Entry) -> bool:
    """Whether a statement was over before another one's first day; never where a day is not known."""
    last, first = entry.last_day, after.first_day
    return last is not None and first is not None and last < first


def days_of(entry: Entry) -> str:
    """The days of a statement, in words."""
    return days(entry.first_day, entry.last_day)


def days(first: date | None, last: date | None) -> str:
    """Days in words: "2031-03-14", "2031-03-10 to 2031-03-16", "before 2031-03-14", "on an unknown day"."""
    if last is None:
        return "on an unknown day"
    if first is None:
        return f"before {last + timedelta(days=1)}"
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def _side(speaker: Speaker, by: By) -> str | None:
    return speaker.party if by == "party" else speaker.name if speaker.kind != "unnamed" else None
