"""Tables keep room for what matters in them."""

from __future__ import annotations

import pytest
from rich.console import Console

from onrecord.cli.lists import LEAST_WIDE, table

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
