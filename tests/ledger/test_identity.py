"""Keys of texts, appearances and statements."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import pytest

from onrecord.ledger.identity import appearance_digest, keys_of, text_hash
from onrecord.records import Span
from tests.ledger.builders import DAY, article, read

STMT = read(article("Ann Lee said that it rains.")).statements[0]


def test_the_hash_of_a_text_is_that_of_its_utf_8() -> None:
    assert text_hash("Élan") == hashlib.sha256("Élan".encode()).hexdigest()


def test_half_a_character_has_a_hash_too() -> None:
    assert len(text_hash("\ud800")) == 64


def test_a_key_is_of_the_text_and_the_content() -> None:
    pieces = replace(STMT, content=(Span(3, 9), Span(12, 20)))
    assert list(keys_of("0123456789abcdef" * 4, [STMT, pieces])) == ["0123456789abcdef.18-26", "0123456789abcdef.3-20"]


def test_contents_with_the_same_ends_are_numbered() -> None:
    assert list(keys_of("f" * 64, [STMT, STMT, STMT])) == [f"{'f' * 16}.18-26{end}" for end in ("", ".2", ".3")]


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({"title": "Rain"}, True),
        ({"language": "en"}, True),
        ({"id": "b"}, False),
        ({"outlet": None}, False),
        ({"published": DAY.replace(year=2030)}, False),
        ({"url": "https://norvia.example"}, False),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
)
def test_an_appearance_is_known_by_where_and_when(fields: dict[str, Any], *, same: bool) -> None:
    assert (appearance_digest(article()) == appearance_digest(article(**fields))) is same
