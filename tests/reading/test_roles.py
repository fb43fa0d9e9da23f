"""The role that an article gives somebody."""

from __future__ import annotations

import pytest

from onrecord.reading.roles import described, is_role, roles_at
from onrecord.records import Span

NAME = "Voss"

BESIDE = {
    "a title": ("Then President Voss spoke.", ["President"]),
    "a title with a country": ("Then Norvian Foreign Minister Voss spoke.", ["Norvian Foreign Minister"]),
    "a title before an editor's insertion": ("Then President (Mara. – Ed.) Voss spoke.", ["President"]),
    "a title of more than one step": (
        "Press Secretary of the head of state Voss spoke.",
        ["Press Secretary of the head of state"],
    ),
    "a role in small letters": ("A White House spokesman Voss spoke.", ["White House spokesman"]),
    "set off by commas": ("Voss, coordinator of communications at the Harbour Council, spoke.",
                          ["coordinator of communications at the Harbour Council"]),
    "set off with an article": ("Voss, the foreign minister, spoke.", ["foreign minister"]),
    "set off by who is": ("Voss, who is the foreign minister, spoke.", ["foreign minister"]),
    "set off before the name": ("The justice secretary, Voss, spoke.", ["justice secretary"]),
    "on both sides": ("Senator Voss, chairwoman of the committee, spoke.", ["Senator", "chairwoman of the committee"]),
    "of whoever serves another": ("Voss, spokesman for President Ann Lee, spoke.", ["spokesman for President Ann Lee"]),
    "of whom another serves": ("A spokeswoman for President Voss spoke.", ["President"]),
    "behind a clause": ("The speech in which Norvia's president, Voss, spoke.", ["Norvia's president"]),
    "a clause that a role stands in": ("The offer that the president made on Monday, Voss spoke.", []),
    "a verb behind a role": ("Tory ministers openly backing Voss spoke.", []),
    "none": ("Then Voss spoke.", []),
    "a clause is none": ("Voss, speaking on Monday, left.", []),
    "a country alone is none": ("Voss, from Norvia, left.", []),
    "a title behind a verb of speech": ("It is late, said President Voss.", ["President"]),
    "the title of whoever follows is none": ("Thanking Voss, President Tolo Brand said so.", []),
    "a title on another line is none": ("The president\nVoss spoke.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BESIDE.values(), ids=BESIDE)
def test_the_roles_beside_a_name(text: str, expected: list[str]) -> None:
    start = text.index(NAME)
    assert [role.of(text) for role in roles_at(text, Span(start, start + len(NAME)))] == expected


@pytest.mark.parametrize(
    "noun",
    [
        "president",
        "Ministers",
        "spokeswoman",
        "economist",
        "head",
        "Sen.",
        "minister's",
        "ecologist",
        "editor",
        "secretary-general",
    ],
)
def test_a_noun_that_says_what_somebody_is(noun: str) -> None:
    assert is_role(noun)


@pytest.mark.parametrize("noun", ["ministry", "list", "exist", "council", "remarks", "person", "Norvia"])
def test_a_noun_that_does_not(noun: str) -> None:
    assert not is_role(noun)


DESCRIBED = {
    "without its article": ("the White House spokesman", "White House spokesman"),
    "without whose it is": ("her former adviser", "former adviser"),
    "with what it is of": ("the head of the council", "head of the council"),
    "no role at all": ("the ministry", None),
    "no word at all": ("the", None),
}


@pytest.mark.parametrize(("phrase", "expected"), DESCRIBED.values(), ids=DESCRIBED)
def test_a_description_that_stands_for_somebody(phrase: str, expected: str | None) -> None:
    role = described(phrase, Span(0, len(phrase)))
    assert (role.of(phrase) if role else None) == expected
