"""Finding by vectors: exact, with filters, and however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import delete, func, select

from onrecord.ledger import Correction, Filters, Ledger, correct, like
from onrecord.ledger.schema import statements, vector_blocks
from onrecord.records import Article, Reading
from tests.ledger.builders import article, filled, wire
from tests.ledger.stories import key_of, told

NORTH, EAST, NORTH_EAST, SOUTH = bytes([127, 0]), bytes([0, 127]), bytes([90, 90]), bytes([129, 0])
VECTORS = {"north": NORTH, "east": EAST, "between": NORTH_EAST, "south": SOUTH, "ports": EAST}


def pointing(found: Article) -> Reading:
    """Read, with a vector by the first word that has one."""
    reading = told(found)
    stmts = [
        replace(stmt, vector=next((VECTORS[word] for word in stmt.text.split() if word in VECTORS), b""))
        for stmt in reading.statements
    ]
    return replace(reading, statements=tuple(stmts))


def winds(ledger: Ledger, *words: str) -> None:
    """An article for each word."""
    filled(ledger, *(article(f"Ann Lee said that {word} it is.", id=word) for word in words), read=pointing)


def found(ledger: Ledger, vector: bytes, **options: object) -> Sequence[str]:
    """First words of what is alike, the most alike first."""
    return [hit.entry.stmt.text.split()[0] for hit in like(ledger, vector, **options)]  # type: ignore[arg-type]


@pytest.fixture(params=[2, 8_192], ids=["blocks of two", "one block"])
def block(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many vectors make a block."""
    monkeypatch.setattr("onrecord.ledger.blocks.BLOCK", request.param)
    return int(request.param)


def test_the_most_alike_comes_first(ledger: Ledger, block: int) -> None:
    winds(ledger, "south", "east", "north", "between")
    assert found(ledger, NORTH) == ["north", "between", "east", "south"]


def test_the_score_is_the_cosine(ledger: Ledger) -> None:
    winds(ledger, "south", "east", "north", "between")
    assert [round(hit.score, 3) for hit in like(ledger, NORTH)] == [1, 0.707, 0, -1]


def test_only_so_many_are_wanted(ledger: Ledger, block: int) -> None:
    winds(ledger, "south", "east", "north", "between")
    assert found(ledger, SOUTH, limit=1) == ["south"]


def test_filters_choose_first(ledger: Ledger, block: int) -> None:
    winds(ledger, "south", "east", "north")
    assert found(ledger, NORTH, filters=Filters(text="south")) == ["south"]


def test_what_is_removed_is_passed_over(ledger: Ledger, block: int) -> None:
    winds(ledger, "south", "north")
    correct(ledger, key_of(ledger, "north"), Correction(removed=True))
    assert found(ledger, NORTH, limit=1) == ["south"]


def test_copies_are_passed_over(ledger: Ledger, block: int) -> None:
    one, two, three = wire("It was calm.", "It was calm and grey.", "It was calm and late.")
    filled(ledger, article(one), article(two, id="b"), article(three, id="c"), read=pointing)
    assert len(like(ledger, EAST)) == 1


def test_statements_that_are_gone_are_passed_over(ledger: Ledger, block: int) -> None:
    winds(ledger, "south", "east", "north")
    like(ledger, NORTH)
    with ledger.writing() as connection:
        connection.execute(delete(statements).where(statements.c.text.startswith("north")))
    assert found(ledger, NORTH) == ["east", "south"]


def test_what_came_later_is_found(ledger: Ledger, block: int) -> None:
    winds(ledger, "south", "east", "between")
    like(ledger, NORTH)
    winds(ledger, "north")
    assert found(ledger, NORTH, limit=1) == ["north"]


def test_vectors_of_other_weights_are_passed_over(ledger: Ledger, block: int) -> None:
    winds(ledger, "south", "east", "north")
    assert found(ledger, bytes([1, 2, 3])) == []


def test_an_empty_ledger_has_nothing_alike(ledger: Ledger) -> None:
    assert like(ledger, NORTH) == []


def test_a_vector_without_direction_is_like_nothing_in_particular(ledger: Ledger) -> None:
    winds(ledger, "south", "north")
    assert [hit.score for hit in like(ledger, bytes(2))] == [0, 0]


def test_whole_blocks_are_kept(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ledger.blocks.BLOCK", 2)
    winds(ledger, "south", "east", "north")
    like(ledger, NORTH)
    with ledger.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(vector_blocks)) == 1
