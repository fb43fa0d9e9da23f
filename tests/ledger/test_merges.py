"""Two speakers are made one, for what is there and for what comes, and separated again."""

from __future__ import annotations

import pytest

from onrecord.errors import UsageError
from onrecord.ledger import Correction, Ledger, correct, entries, merge, speakers, undo
from tests.ledger.builders import article, filled
from tests.ledger.stories import BRAND, LEE, SHUT, entry_of, key_of, texts, told, told_in


def test_a_merged_speaker_is_found_counted_and_gone(ledger: Ledger) -> None:
    told_in(ledger)
    assert merge(ledger, "Mara Voss", "Ann Lee") == ("mara-voss", LEE)
    assert len(texts(ledger, speaker="Mara Voss")) == 2
    assert "mara-voss" not in [one.id for one in speakers(ledger)]


def test_a_merge_holds_for_what_is_added_later(ledger: Ledger) -> None:
    told_in(ledger)
    merge(ledger, "Mara Voss", "Ann Lee")
    filled(ledger, article("Mara Voss said that fish is late.", id="d"), read=told)
    assert "fish is late" in texts(ledger, speaker="Ann Lee")


def test_merges_follow_one_another(ledger: Ledger) -> None:
    told_in(ledger)
    merge(ledger, "Mara Voss", "Ann Lee")
    merge(ledger, "Ann Lee", "Tolo Brand")
    assert len(texts(ledger, speaker="Mara Voss")) == 4


def test_undo_separates_who_was_merged(ledger: Ledger) -> None:
    told_in(ledger)
    before = list(entries(ledger))
    merge(ledger, "Mara Voss", "Ann Lee")
    between = list(entries(ledger))
    merge(ledger, "Ann Lee", "Tolo Brand")
    undo(ledger)
    assert list(entries(ledger)) == between
    undo(ledger)
    assert list(entries(ledger)) == before


def test_a_corrected_speaker_is_merged_and_separated_too(ledger: Ledger) -> None:
    told_in(ledger)
    key = correct(ledger, key_of(ledger, SHUT), Correction(speaker="Ann Lee"))
    merge(ledger, "Ann Lee", "Mara Voss")
    assert entry_of(ledger, key).stmt.speakers[0].id == "mara-voss"
    undo(ledger)
    assert entry_of(ledger, key).stmt.speakers[0].id == LEE


def test_undo_after_a_merge_follows_it(ledger: Ledger) -> None:
    told_in(ledger)
    key = correct(ledger, key_of(ledger, SHUT), Correction(speaker="Ann Lee"))
    merge(ledger, "Tolo Brand", "Mara Voss")
    undo(ledger)
    undo(ledger)
    assert entry_of(ledger, key).stmt.speakers[0].id == BRAND


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("Nobody Known", "Ann Lee", "no speaker 'Nobody Known' in the ledger"),
        ("Ann Lee", "'; DROP TABLE speakers; --", "no speaker"),
        ("ann-lee", "Ms Ann Lee", "are one speaker already: ann-lee"),
    ],
    ids=["unknown", "SQL", "the same"],
)
def test_a_merge_that_makes_no_sense_is_refused(ledger: Ledger, one: str, other: str, message: str) -> None:
    told_in(ledger)
    with pytest.raises(UsageError, match=message):
        merge(ledger, one, other)
