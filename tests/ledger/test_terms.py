"""The terms of a text: folded, stemmed, and where they stand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.terms import MOST_TERMS, index_terms, term, terms


@pytest.mark.parametrize(
    ("text", "indexed"),
    [
        pytest.param("Guarantees guaranteed", "guarante guarante", id="endings"),
        pytest.param("the Élysée’s", "the elyse", id="accents and possessive"),
        pytest.param("O'Brien", "obrien", id="an apostrophe within"),
        pytest.param("cease-fire, U.S.", "ceas fire u s", id="marks part words"),
        pytest.param("not to be", "not to be", id="no stop words"),
        pytest.param("Київ 2031", "u43au438u456u432 2031", id="another alphabet"),
        pytest.param("\x00 ... —", "", id="no word"),
    ],
)
def test_a_text_is_indexed_by(text: str, indexed: str) -> None:
    assert index_terms(text) == indexed


def test_a_term_knows_where_it_stands() -> None:
    text = "“No talks,” she said."
    assert [text[one.start : one.end] for one in terms(text)] == ["No", "talks", "she", "said"]


def test_a_very_long_text_is_indexed_by_its_beginning() -> None:
    assert len(index_terms("talk " * (MOST_TERMS + 5)).split()) == MOST_TERMS


@given(st.text())
def test_a_term_is_plain_whatever_the_word(word: str) -> None:
    assert re.fullmatch("[a-z0-9]*", term(word))
