"""Whose words a lead quotes without saying whose."""

from __future__ import annotations

import pytest

from tests.reading.people_builders import DAY, read

LATER = 'Later <s2 [Mara Voss|1n]> <c2 said> <t2 "it is a cold lake and no more">.'
CASES = {
    "quoted again below": (f'Ministers <c1 are accused of> <t1 a "cold lake">. {LATER}', "Mara Voss"),
    "one word may be anybody's": (f'Ministers <c1 are accused of> <t1 a "lake">. {LATER}', "unnamed"),
    "not in quotation marks": (f"Ministers <c1 are accused of> <t1 a cold lake>. {LATER}", "unnamed"),
    "quoted of two": (
        f'Ministers <c1 are accused of> <t1 a "cold lake">. {LATER} <s3 [Tolo Brand|3n]> <c3 said> <t3 "a cold lake">.',
        "unnamed",
    ),
    "of another who is not named": (
        'Ministers <c1 are accused of> <t1 a "cold lake">. <s2 Critics> <c2 said> <t2 "a cold lake">.',
        "unnamed",
    ),
}


@pytest.mark.parametrize(("words", "expected"), CASES.values(), ids=CASES)
def test_a_quotation_that_comes_twice_is_one_speakers(words: str, expected: str) -> None:
    assert [speaker.name for speaker in read(words, day=DAY)[0].speakers] == [expected]


def test_an_echo_says_how_its_speaker_was_found() -> None:
    speaker = read(f'Ministers <c1 are accused of> <t1 a "cold lake">. {LATER}', day=DAY)[0].speakers[0]
    assert speaker.how == 'same as "Mara Voss"'
