"""Who waits for whom: edges, circles, and what became of conditions."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.answers import Standoff, standoff
from onrecord.records import Entry
from tests.answers.builders import condition, day, entry

BOATS = condition("until the patrol boats have left", "Estria", kind="until")
INSPECTORS = condition("after the inspectors have arrived", "League", kind="after")
SHIP = condition("only if the ship may pass", "Vardonia", kind="only")


def marant(on: int = 3, **fields: Any) -> Entry:
    """Vardonia waits for Estria."""
    return entry("Ilse Marant", "Vardonia", "refuse", "talks", on=day(on), conditions=[BOATS], **fields)


def okoro(on: int = 5, **fields: Any) -> Entry:
    """Estria waits for the League."""
    return entry(
        "Anselm Okoro", "Estria", "offer", "the boats come home", on=day(on), conditions=[INSPECTORS], **fields
    )


def valko(on: int = 7, **fields: Any) -> Entry:
    """The League waits for Vardonia."""
    return entry("Piet Valko", "League", "offer", "inspectors", on=day(on), conditions=[SHIP], **fields)


def pairs(found: Standoff) -> list[tuple[str, str]]:
    """Who waits for whom."""
    return [(edge.waiter, edge.awaited) for edge in found.edges]


def test_a_condition_is_an_edge_to_who_must_act() -> None:
    found = standoff([marant()])
    assert pairs(found) == [("Vardonia", "Estria")]
    assert found.edges[0].waits[0].why == (
        "Vardonia waits for Estria: “until the patrol boats have left” (until), 2031-03-03"
    )


def test_an_edge_has_its_conditions_the_latest_first() -> None:
    first, second = marant(3), marant(9)
    assert [wait.held.entry for wait in standoff([first, second]).edges[0].waits] == [second, first]


LEFT_OUT = [
    (condition("if it rains"), "on_nobody"),
    (condition("if inspectors come", name="inspectors"), "on_nobody"),
    (condition("if parliament agrees", name="Parliament of Vardonia"), "on_itself"),
    (condition("if we are ready", "Vardonia"), "on_itself"),
]


@pytest.mark.parametrize(("hangs", "counted"), LEFT_OUT, ids=lambda one: getattr(one, "text", one))
def test_conditions_that_lead_to_no_other_side_are_counted_and_left_out(hangs: Any, counted: str) -> None:
    found = standoff([entry("Ilse Marant", "Vardonia", "offer", "talks", conditions=[hangs])])
    assert found.edges == ()
    assert getattr(found, counted) == 1


def test_a_speaker_without_a_name_or_party_waits_for_nobody() -> None:
    found = standoff([entry("officials", None, "offer", "talks", conditions=[BOATS], speakers=())])
    assert (found.edges, found.without_side) == ((), 1)


def test_a_condition_on_two_governments_is_two_edges() -> None:
    both = condition("after both have named delegations", name="governments of Vardonia and Estria", kind="after")
    lind = entry("Halvard Lind", "Norvia", "offer", "a house", conditions=[both])
    found = standoff([lind, marant(), okoro()])
    assert {("Norvia", "Vardonia"), ("Norvia", "Estria")} <= set(pairs(found))


def test_a_name_whose_party_is_known_elsewhere_stands_for_it() -> None:
    hangs = condition("if Okoro agrees", name="Anselm Okoro")
    found = standoff([entry("Ilse Marant", "Vardonia", "offer", "talks", conditions=[hangs]), okoro()])
    assert ("Vardonia", "Estria") in pairs(found)


def test_a_name_of_no_known_party_stands_for_itself() -> None:
    hangs = condition("if the Pope agrees", name="Pope Linus")
    assert pairs(standoff([entry("Ilse Marant", "Vardonia", "offer", "talks", conditions=[hangs])])) == [
        ("Vardonia", "Pope Linus")
    ]


REJECTIONS = [
    ("that the patrol boats would not leave", {}),
    ("the conditions of Vardonia unacceptable", {}),
    ("the demand", {"addressee": "Vardonia"}),
    ("Marant’s terms", {}),
    ("what the Vardonians call conditions", {}),
]


@pytest.mark.parametrize(("text", "fields"), REJECTIONS, ids=[case[0] for case in REJECTIONS])
def test_a_rejected_condition_is_marked(text: str, fields: dict[str, str]) -> None:
    reply = entry("Dario Penn", "Estria", "refuse", text, on=day(5), **fields)
    edge = next(one for one in standoff([marant(), reply]).edges if one.waiter == "Vardonia")
    assert (edge.rejected, edge.waits[0].rejected) == (True, reply)


def test_a_rejection_later_in_the_same_article_need_not_name_anybody() -> None:
    reply = entry("Dario Penn", "Estria", "refuse", "the demand", on=day(3), article=7)
    asked = marant(article=7)
    assert not standoff([asked, reply]).edges[0].rejected  # it stands before the demand
    again = entry("Dario Penn", "Estria", "refuse", "the demand", on=day(3), article=7)
    assert standoff([asked, again]).edges[0].rejected


NO_REJECTION = [
    ("another's", entry("Piet Valko", "League", "refuse", "that the patrol boats would not leave", on=day(5))),
    ("earlier", entry("Dario Penn", "Estria", "refuse", "that the patrol boats would not leave", on=day(1))),
    ("much later", entry("Dario Penn", "Estria", "refuse", "that the patrol boats would leave", on=day(9, month=7))),
    ("nobody's conditions", entry("Dario Penn", "Estria", "refuse", "any preconditions", on=day(5))),
    ("to speak", entry("Dario Penn", "Estria", "refuse", "to say whether the patrol boats would leave", on=day(5))),
    ("not made", entry("Dario Penn", "Estria", "refuse", "that the boats leave", on=day(5), polarity="negative")),
]


@pytest.mark.parametrize("reply", [case[1] for case in NO_REJECTION], ids=[case[0] for case in NO_REJECTION])
def test_these_reject_nothing(reply: Entry) -> None:
    assert not standoff([marant(), reply]).edges[0].rejected


def test_a_condition_that_its_own_side_drops_is_marked() -> None:
    hangs = entry("Ilse Marant", "Vardonia", "offer", "talks on Sund", on=day(3), conditions=[BOATS])
    without = entry("Ilse Marant", "Vardonia", "offer", "talks on Sund", on=day(9))
    edge = standoff([hangs, without]).edges[0]
    assert (edge.dropped, edge.waits[0].dropped) == (True, without)


def test_three_that_wait_for_each_other_are_a_circle() -> None:
    (circle,) = standoff([marant(), okoro(), valko()]).circles
    assert circle.sides == ("Estria", "League", "Vardonia")


def test_a_circle_is_told_with_days_and_sources() -> None:
    (circle,) = standoff([marant(), okoro(), valko()]).circles
    assert circle.sentences[0] == (
        "Estria waits for League: “after the inspectors have arrived” (Anselm Okoro, 2031-03-05, Meridian Wire)."
    )


def test_a_chain_is_no_circle() -> None:
    assert standoff([marant(), okoro()]).circles == ()


def test_a_dropped_condition_holds_no_circle_together() -> None:
    without = entry("Anselm Okoro", "Estria", "offer", "the boats come home", on=day(20))
    assert standoff([marant(), okoro(), valko(), without]).circles == ()


def test_two_circles_are_told_apart_the_larger_first() -> None:
    pair = [
        entry("A Sol", "Sund", "offer", "fish", conditions=[condition("if Lom pays", "Lom")]),
        entry("B Lom", "Lom", "offer", "money", conditions=[condition("if Sund fishes", "Sund")]),
    ]
    assert [len(circle.sides) for circle in standoff([*pair, marant(), okoro(), valko()]).circles] == [3, 2]


WIDE = ("Courier", "Tribune")
WEAKEST = [
    ("in one outlet", [marant(outlets=WIDE), okoro(3, outlets=WIDE), valko(3)], "in Meridian Wire only"),
    ("oldest", [marant(1, outlets=WIDE), okoro(outlets=WIDE), valko(outlets=WIDE)], "the oldest (2031-03-01)"),
    (
        "hedged",
        [marant(3, outlets=WIDE), okoro(3, outlets=WIDE, certainty="hedged"), valko(3, outlets=WIDE)],
        "hedged by its speaker",
    ),
    (
        "doubtful",
        [marant(3, outlets=WIDE), okoro(3, outlets=WIDE), valko(3, outlets=WIDE, confidence=0.3)],
        "doubtful (confidence 0.27)",
    ),
]


@pytest.mark.parametrize(("entries", "why"), [case[1:] for case in WEAKEST], ids=[case[0] for case in WEAKEST])
def test_the_weakest_edge_says_why(entries: list[Entry], why: str) -> None:
    assert standoff(entries).circles[0].why == why


def test_nothing_gives_nothing() -> None:
    found = standoff([])
    assert (found.edges, found.circles, found.scope.statements) == ((), (), 0)
