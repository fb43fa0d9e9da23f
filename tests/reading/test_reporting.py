"""What can report speech or thought at all."""

from __future__ import annotations

import pytest

from onrecord.reading.reporting import may_report


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said that it rains",
        "the Norvian promise to open the harbour",
        "BEA CALLS FOR RAIN",
        "he wants the ferry back",
        "according to the harbour master",
    ],
)
def test_a_word_of_speech_or_thought_may_report(text: str) -> None:
    assert may_report(text)


@pytest.mark.parametrize("text", ["", "It will rain in Norvia on Friday", "the essay on unassailable harbours"])
def test_without_such_a_word_nothing_is_reported(text: str) -> None:
    assert not may_report(text)
