"""Spans are kept as JSON, and come back as they were."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.spans import spans_of, written
from onrecord.records import Span, Spans

spans = st.lists(st.builds(Span, st.integers(0, 10**9), st.integers(0, 10**9)), max_size=5).map(tuple)


@given(spans)
def test_what_is_written_is_read(some: Spans) -> None:
    assert spans_of(written(some)) == some


@given(spans)
def test_it_is_json(some: Spans) -> None:
    assert json.loads(written(some)) == [[span.start, span.end] for span in some]


@pytest.mark.parametrize("text", ["[[0,9],[20,60]]", "[[0, 9], [20, 60]]", "[[0, 9],\n [20, 60]]"])
def test_white_space_is_no_matter(text: str) -> None:
    assert spans_of(text) == (Span(0, 9), Span(20, 60))
