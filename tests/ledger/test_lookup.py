"""A statement is found by its id, or by as much of it as tells it from all others."""

from __future__ import annotations

import pytest

from onrecord.errors import UsageError
from onrecord.ledger import Ledger, abbreviated, in_context
from onrecord.ledger.lookup import statement_key
from tests.ledger.builders import article, filled
from tests.ledger.stories import key_of, told_in


def found(ledger: Ledger, words: str) -> str:
    """The id that words mean."""
    with ledger.reading() as connection:
        return statement_key(connection, words)


@pytest.mark.parametrize("length", [3, 8, 15, 18, 100], ids=lambda length: f"{length} characters")
def test_the_beginning_of_an_id_is_enough(ledger: Ledger, length: int) -> None:
    filled(ledger, article("Ann Lee said that ports are open."))
    key = key_of(ledger, "ports")
    assert found(ledger, key[:length].upper()) == key


def test_an_abbreviation_is_understood(ledger: Ledger) -> None:
    told_in(ledger)
    keys = [key_of(ledger, phrase) for phrase in ("grain go on", "ports stay shut", "it would wait")]
    assert [found(ledger, abbreviated(key)) for key in keys] == keys


def test_a_whole_first_offset_wins_over_its_beginning(ledger: Ledger) -> None:
    filled(ledger, article("Ann Lee said that ports are open" + " today" * 22 + ". Ann Lee said that grain is late."))
    near, far = key_of(ledger, "ports"), key_of(ledger, "grain")
    assert (near[17:20], far[17:20]) == ("18-", "184")
    assert found(ledger, f"{near[:4]}.18") == near
    assert found(ledger, f"{near[:4]}.184") == far


def test_several_are_listed(ledger: Ledger) -> None:
    told_in(ledger)
    key, other = key_of(ledger, "grain go on"), key_of(ledger, "ports stay shut")
    with pytest.raises(UsageError, match=f"may be several statements, .+: {min(key, other)}, {max(key, other)}"):
        found(ledger, key[:16])


@pytest.mark.parametrize("words", ["ffffffffffffffff", "0.99999"], ids=["a hash", "an offset"])
def test_none_is_said(ledger: Ledger, words: str) -> None:
    told_in(ledger)
    with pytest.raises(UsageError, match=f"no statement {words}; `onrecord search` shows their ids"):
        found(ledger, words)


@pytest.mark.parametrize("words", ["", "ports", "'; DROP TABLE statements; --", "*", "3f%", "\x00", "3f.1-2-3"])
def test_what_is_no_id_is_refused(ledger: Ledger, words: str) -> None:
    with pytest.raises(UsageError, match="is no statement"):
        found(ledger, words)


def test_a_statement_is_shown_in_its_passage(ledger: Ledger) -> None:
    text = "Fog lay on the harbour of Sund. Ann Lee said that ports are open. It was late in the day."
    filled(ledger, article(text))
    shown = in_context(ledger, key_of(ledger, "ports"), around=14)
    assert shown.passage.of(text) == "of Sund. Ann Lee said that ports are open. It was late"


def test_a_short_article_is_shown_whole(ledger: Ledger) -> None:
    text = "Ann Lee said that ports are open."
    filled(ledger, article(text))
    assert in_context(ledger, key_of(ledger, "ports")).passage.of(text) == text
