"""Who was counted in a survey."""

from __future__ import annotations

import pytest

from onrecord.reading.surveys import is_share

SHARES = [
    "45%",
    "Just over half (54%) of current Labour voters",
    "only about a quarter",
    "26 per cent of Norvians",
    "Twenty-six percent of Norvians",
    "a strong majority of voters",
    "two-thirds of those asked",
    "Nearly one in five farmers",
]
OTHERS = [
    "Ann Lee",
    "the 45 delegates",
    "voters",
    "three ministers",
    "58%-33%",
    "the majority leader",
    "the third president",
    "his half-brother",
    "",
]


@pytest.mark.parametrize("words", SHARES)
def test_so_many_of_those_who_were_asked_are_a_share(words: str) -> None:
    assert is_share(words)


@pytest.mark.parametrize("words", OTHERS)
def test_nobody_else_is_a_share(words: str) -> None:
    assert not is_share(words)
