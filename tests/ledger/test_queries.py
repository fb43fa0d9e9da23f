"""What a user types becomes a query that cannot break, and finds its places in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.ledger.queries import MOST_PHRASES, fts5, parse, places, tsquery


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        pytest.param("security guarantees", (("secur",), ("guarante",)), id="words"),
        pytest.param('"security guarantees" talks', (("secur", "guarante"), ("talk",)), id="a phrase and a word"),
        pytest.param("“security guarantees”", (("secur", "guarante"),), id="curly marks"),
        pytest.param('talks "and no end', (("talk",), ("and", "no", "end")), id="a mark that is not closed"),
        pytest.param("cease-fire", (("ceas", "fire"),), id="joined words are a phrase"),
        pytest.param("talk talks", (("talk",),), id="the same twice"),
        pytest.param("talks AND (ports OR*", (("talk",), ("and",), ("port",), ("or",)), id="operators are words"),
    ],
)
def test_a_query_is_taken_apart(text: str, phrases: tuple[tuple[str, ...], ...]) -> None:
    assert parse(text).phrases == phrases


@pytest.mark.parametrize("text", ["", "  ", '""', "!?", "\x00", "AND"])
def test_a_raw_or_plain_query_without_a_word_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="nothing to search for"):
        parse(text, raw=True)


def test_a_query_that_is_too_long_is_refused() -> None:
    with pytest.raises(UsageError, match="too long"):
        parse(" ".join(f"word{number}" for number in range(MOST_PHRASES + 1)))


def test_plain_queries_are_written_for_both_databases() -> None:
    query = parse('"security guarantees" talks')
    assert fts5(query) == '"secur guarante" AND "talk"'
    assert tsquery(query) == "(secur <-> guarante) & (talk)"


def test_a_raw_query_keeps_its_operators() -> None:
    assert fts5(parse("talks NOT (ports OR NEAR(guarantees peace, 5))", raw=True)) == (
        "talk NOT (port OR NEAR(guarante peac, 5))"
    )
    assert tsquery(parse("talks & !ports | guarantee:*", raw=True)) == "talk & !port | guarante:*"


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("talks", "Talks, talking; no ports.", ["Talks", "talking"]),
        ('"security guarantees"', "A security guarantee, no guarantees of security.", ["security guarantee"]),
        ('"no talks" talks', "No talks.", ["No talks"]),
        ("elysee", "At the Élysée.", ["Élysée"]),
    ],
    ids=["forms of a word", "a phrase", "what overlaps is one", "accents"],
)
def test_places_are_offsets_in_the_text(query: str, text: str, marked: list[str]) -> None:
    assert [span.of(text) for span in places(parse(query), text)] == marked


@given(st.text(), st.text())
def test_places_lie_in_the_text_in_order(query: str, text: str) -> None:
    try:
        found = places(parse(query), text + query)
    except UsageError:
        return
    assert all(span.start < span.end <= len(text + query) for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
