"""Whose somebody is."""

from __future__ import annotations

import pytest

from onrecord.reading.owners import meant_by, owners, servants
from tests.reading.people_builders import cast

OWNERS = {
    "a pronoun before the role": ("[Mara Voss|2n] left. [Her|2p] spokesman, [Tolo Brand|1n], stayed.", ["Her"]),
    "a name before the role": ("[Voss|2n]'s spokesman, [Tolo Brand|1n], stayed.", ["Voss"]),
    "a body before the role": ("The [Harbour Council|2no]’s chair, [Tolo Brand|1n], stayed.", ["Harbour Council"]),
    "a name behind the role": ("[Tolo Brand|1n], spokesman for President [Mara Voss|2n], stayed.", ["Mara Voss"]),
    "a noun within the role": ("The [president|2d]'s spokesman, [Tolo Brand|1n], stayed.", ["president"]),
    "the subject of the sentence before": (
        "The [Harbour Council|2no] met. [Its|3po] chair, [Tolo Brand|1n], stayed.",
        ["Harbour Council", "Its"],
    ),
    "a body that a secretary-general needs": (
        "The [Harbour Council|2no] met. The secretary-general, [Tolo Brand|1n], stayed.",
        ["Harbour Council"],
    ),
    "a description that leads on": (
        "A [spokesman|1d] for the [Harbour Council|2no] came. The spokesman, [Tolo Brand|1n], stayed.",
        ["Harbour Council"],
    ),
    "whose husband he is": ("[Mara Voss|2n] left. [Her|2p] husband, [Tolo Brand|1n], stayed.", []),
    "to whom he is sent": ("[Tolo Brand|1n], ambassador to the [Harbour Council|2no], stayed.", []),
    "nobody": ("The spokesman, [Tolo Brand|1n], stayed.", []),
}


@pytest.mark.parametrize(("words", "expected"), OWNERS.values(), ids=OWNERS)
def test_whose_somebody_is(words: str, expected: list[str]) -> None:
    read = cast(words)
    assert [read.words(index) for index in owners(read, 1)] == expected


MEANT = {
    "the president is whom the article calls so": ("President [Mara Voss|1n] left. The [president|2d] slept.", 1),
    "of two presidents neither": (
        "President [Mara Voss|1n] met President [Tolo Brand|2n]. The [president|3d] slept.",
        3,
    ),
    "the chamber is the one of that name": ("The [Dun Chamber|1no] met. The [chamber|2do] rose.", 1),
    "the organisation is the body named last": ("The [Dun League|1no] met. The [organisation|2do] rose.", 1),
    "no other noun is": ("The [Dun League|1no] met. The [crowd|2do] rose.", 2),
}


@pytest.mark.parametrize(("words", "expected"), MEANT.values(), ids=MEANT)
def test_whom_a_noun_means_that_owns(words: str, expected: int) -> None:
    read = cast(words)
    assert meant_by(read, len(read.found) - 1) == expected


def test_who_speaks_for_somebody() -> None:
    read = cast("[Mara Voss|2n] left. [Her|2p] spokesman, [Tolo Brand|1n], met the writer [Peter Kelp|3n].")
    assert list(servants(read, 2)) == [1]
