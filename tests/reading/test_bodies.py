"""What kind of body a noun or a name is of."""

from __future__ import annotations

import pytest

from onrecord.reading.bodies import BODY, may_be_called

CALLED = {
    "a council by its noun": ("Harbour Council", "council", True),
    "a council by another assembly's": ("Harbour Council", "committee", True),
    "a port, a union": ("Dun Port", "union", False),
    "a ministry, a newspaper": ("Ministry of Ports", "newspaper", False),
    "an outlet, a newspaper": ("New York Times", "newspaper", True),
    "an outlet, a ministry": ("New York Times", "ministry", False),
    "a country, a government": ("France", "government", True),
    "a country, a weekly": ("France", "weekly", False),
    "a political party, a party": ("Republicans", "party", True),
    "a political party, a ministry": ("Republicans", "ministry", False),
    "a name that tells nothing": ("Bellona", "union", True),
    "a noun that tells nothing": ("Harbour Council", "group", True),
}


@pytest.mark.parametrize(("name", "noun", "expected"), CALLED.values(), ids=CALLED)
def test_a_body_is_called_by_a_noun_of_its_kind(name: str, noun: str, expected: bool) -> None:
    assert may_be_called(name, noun) is expected


@pytest.mark.parametrize(
    ("noun", "expected"), [("ministry", True), ("Union", True), ("minister", False), ("ministrys", False)]
)
def test_a_noun_is_a_bodys(noun: str, expected: bool) -> None:
    assert bool(BODY.match(noun)) is expected
