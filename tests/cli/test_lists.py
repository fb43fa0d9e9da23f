"""Tables keep room for what matters in them."""

from __future__ import annotations

from datetime import date

import pytest
from rich.console import Console

from onrecord.cli.lists import LEAST_WIDE, days, table

WORDS = "that the harbour stays open"


@pytest.mark.parametrize("width", [80, 100])
def test_a_long_name_leaves_room_for_the_content(width: int) -> None:
    assert len(WORDS) < LEAST_WIDE
    rows = table("Id", "Speaker", "Content", wide="Content")
    rows.add_row(
        "3f9ac01b.120", "two diplomats familiar with the contacts between the delegations and the mediators", WORDS
    )
    console = Console(width=width)
    with console.capture() as capture:
        console.print(rows)
    assert WORDS in capture.get()


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2031, 3, 14), date(2031, 3, 14), "2031-03-14"),
        (date(2031, 3, 10), date(2031, 3, 16), "2031-03-10 to 2031-03-16"),
        (None, date(2031, 3, 13), "before 2031-03-14"),
        (None, None, ""),
    ],
    ids=["a day", "a week", "some time ago", "unknown"],
)
def test_days_are_told_no_finer_than_they_are_known(first: date | None, last: date | None, words: str) -> None:
    assert days(first, last) == words
