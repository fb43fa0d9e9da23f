"""The answers on the invented stories against what a careful reader took from them before the code was written.

The careful reader's own statements are taken as read, so that this measures the answers alone. `also` of the gold lists
what may stand in an answer besides; what the rules cannot see is listed here, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from onrecord.answers import Positions, Shifts, Standoff, positions, shifts, standoff, variants
from onrecord.records import Entry
from tests.answers.stories import answers, name_of, stories, told

GOLD = answers()

# Promises by their words, refusals by their sense: "They will stay as long as our sailors need them."
SENSE_ONLY = {"not-one-boat#4", "okoro-changes-course#7"}
# It calls an offer "a climbdown" and would then vote for it: an accusation and a promise exclude each other only here.
BLAME_THEN_VOTE = ("okoro-changes-course#14", "any-table#17")
# Denials of what others told about a plan, not of words of one's own side.
OF_REPORTS = {"any-table#6", "estmark-ports#7"}


def names(entries: Iterable[Entry]) -> set[str]:
    """Statements by their names in the gold; of a copy, the first one's."""
    return {name_of(entry) for entry in entries}


def first_told(numbers: Iterable[str]) -> set[str]:
    """Names of the gold, those of copies as the first one's."""
    return {name_of(told(number)) for number in numbers}


def on_the_issue() -> list[Entry]:
    """Every statement that the careful reader counts to the issue."""
    off = first_told(GOLD["off_issue"])
    return [entry for entry in stories() if name_of(entry) not in off]


@pytest.fixture(scope="module")
def matrix() -> Positions:
    return positions(on_the_issue())


@pytest.fixture(scope="module")
def graph() -> Standoff:
    return standoff(on_the_issue())


@pytest.fixture(scope="module")
def moved() -> Shifts:
    return shifts(on_the_issue())


def cell_names(matrix: Positions, party: str, stance: str) -> set[str]:
    """What stands in a cell."""
    cells = [cell for row in matrix.rows if row.side == party for cell in row.cells if cell.stance == stance]
    return names(one.entry for cell in cells for one in cell.held)


@pytest.mark.parametrize("cell", GOLD["positions"], ids=lambda cell: f"{cell['party']} {cell['stance']}")
def test_a_cell_holds_what_a_careful_reader_puts_there(matrix: Positions, cell: dict[str, Any]) -> None:
    found = cell_names(matrix, cell["party"], cell["stance"])
    assert first_told(cell["statements"]) - found - SENSE_ONLY == set()
    assert found - first_told((*cell["statements"], *cell["also"])) - SENSE_ONLY == set()


def test_no_cell_is_there_that_a_careful_reader_leaves_empty(matrix: Positions) -> None:
    gold = {(cell["party"], cell["stance"]) for cell in GOLD["positions"]}
    assert {(row.side, cell.stance) for row in matrix.rows for cell in row.cells} <= gold


def test_the_shifts_of_speakers_are_those_of_a_careful_reader(moved: Shifts) -> None:
    found = {(pair.side, pair.change) for pair in moved.pairs if pair.change != "denial"}
    gold = {(pair["who"], pair["kind"]) for pair in GOLD["shifts"] if pair["by"] == "speaker"}
    assert gold <= found <= gold | {(pair["who"], pair["kind"]) for pair in GOLD["shifts_also"]}


@pytest.mark.parametrize(
    "gold", [pair for pair in GOLD["shifts"] if pair["by"] == "speaker"], ids=lambda one: one["who"]
)
def test_a_shift_shows_the_two_statements_that_make_it(moved: Shifts, gold: dict[str, Any]) -> None:
    pair = next(one for one in moved.pairs if one.side == gold["who"] and one.change == gold["kind"])
    meant = first_told((gold["before"], gold["after"], *gold["also"]))
    assert names((pair.before.entry, pair.after.entry)) <= meant


def test_the_shifts_of_parties_are_among_those_of_a_careful_reader() -> None:
    found = shifts(on_the_issue(), by="party").pairs
    meant = {
        name
        for pair in (*GOLD["shifts"], *GOLD["shifts_also"])
        for name in first_told((pair["before"], pair["after"], *pair["also"]))
    }
    assert {
        name for pair in found if pair.change != "denial" for name in names((pair.before.entry, pair.after.entry))
    } <= meant


def test_a_shift_by_blame_and_vote_is_not_found() -> None:
    found = shifts(on_the_issue(), by="party").pairs
    assert BLAME_THEN_VOTE not in {(name_of(pair.before.entry), name_of(pair.after.entry)) for pair in found}


@pytest.mark.parametrize("gold", GOLD["not_shifts"], ids=lambda gold: " ".join(gold["pair"]))
@pytest.mark.parametrize("by", ["speaker", "party"])
def test_what_is_no_shift_is_not_shown_as_one(by: Any, gold: dict[str, Any]) -> None:
    found = [names((pair.before.entry, pair.after.entry)) for pair in shifts(on_the_issue(), by=by).pairs]
    assert first_told(gold["pair"]) not in found


@pytest.mark.parametrize(
    "gold", [one for one in GOLD["denials"] if one["denial"] not in OF_REPORTS], ids=lambda gold: gold["denial"]
)
def test_a_denial_is_linked_to_what_was_said(moved: Shifts, gold: dict[str, Any]) -> None:
    found = {(name_of(pair.after.entry), name_of(pair.before.entry)) for pair in moved.pairs if pair.change == "denial"}
    assert (gold["denial"], gold["of"]) in found


@pytest.mark.parametrize("gold", GOLD["standoff"]["edges"], ids=lambda gold: f"{gold['waits']} {gold['on']}")
def test_a_side_waits_by_the_conditions_that_a_careful_reader_finds(graph: Standoff, gold: dict[str, Any]) -> None:
    edge = next(one for one in graph.edges if (one.waiter, one.awaited) == (gold["waits"], gold["on"]))
    found = names(wait.held.entry for wait in edge.waits)
    assert first_told(gold["statements"]) <= found <= first_told((*gold["statements"], *gold["also"]))


@pytest.mark.parametrize("gold", GOLD["standoff"]["edges"], ids=lambda gold: f"{gold['waits']} {gold['on']}")
def test_a_rejected_condition_is_marked(graph: Standoff, gold: dict[str, Any]) -> None:
    edge = next(one for one in graph.edges if (one.waiter, one.awaited) == (gold["waits"], gold["on"]))
    assert edge.rejected is bool(gold["rejected_by"])


def test_nobody_else_waits_for_anybody(graph: Standoff) -> None:
    gold = {(edge["waits"], edge["on"]) for edge in GOLD["standoff"]["edges"]}
    assert {(edge.waiter, edge.awaited) for edge in graph.edges} == gold


def test_the_circle_is_the_one_that_a_careful_reader_sees(graph: Standoff) -> None:
    assert [set(circle.sides) for circle in graph.circles] == [set(circle) for circle in GOLD["standoff"]["circles"]]


def test_the_weakest_edge_is_the_one_that_a_careful_reader_names(graph: Standoff) -> None:
    weakest, gold = graph.circles[0].weakest, GOLD["standoff"]["weakest"]
    assert (weakest.waiter, weakest.awaited) == (gold["waits"], gold["on"])


def test_a_quotation_told_three_ways_and_translated_is_told_apart() -> None:
    gold = GOLD["variants"][0]
    found = {name_of(one.entry): one.kind for one in variants(stories(), told(gold["whole"])).variants}
    assert {name: found.get(name) for name in (one["statement"] for one in gold["told"])} == {
        one["statement"]: one["how"] for one in gold["told"]
    }
