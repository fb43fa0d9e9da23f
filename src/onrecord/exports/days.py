"""Which entries have the day that a format cannot do without.

Use these where a format dates everything: an entry without a day is left out there, and the user is told how many.
"""

from __future__ import annotations

from onrecord.records import Entry


def has_day(entry: Entry) -> bool:
    """Whether it is known when it was said, or else published."""
    return entry.first_day is not None


def is_published(entry: Entry) -> bool:
    """Whether it is known when it was published."""
    return entry.published is not None
