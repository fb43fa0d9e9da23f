"""Corrections: written into the statement, kept beside what was read, and taken back in the order they came."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import delete, insert, select

from onrecord.errors import UsageError
from onrecord.ledger import (
    Correction,
    Filters,
    Ledger,
    correct,
    journal,
    search,
    speakers,
    undo,
    unplaced,
)
from onrecord.ledger.corrections import apply_corrections
from onrecord.ledger.schema import articles, corrections, statement_speakers, statements
from onrecord.records import SaidOn
from tests.ledger.builders import article
from tests.ledger.stories import BRAND, LEE, SHUT, entry_of, key_of, stories, texts, told, told_in


@pytest.mark.parametrize(
    ("correction", "value", "field"),
    [
        pytest.param({"act": "deny"}, "deny", "act", id="act"),
        pytest.param({"polarity": "negative"}, "negative", "polarity", id="polarity"),
        pytest.param({"certainty": "hedged"}, "hedged", "certainty", id="certainty"),
        pytest.param(
            {"said_on": (date(2031, 3, 1), date(2031, 3, 2))},
            SaidOn(first=date(2031, 3, 1), last=date(2031, 3, 2), text="", how="expression"),
            "said_on",
            id="day",
        ),
    ],
)
def test_a_field_is_corrected(ledger: Ledger, correction: dict[str, Any], value: object, field: str) -> None:
    told_in(ledger)
    key = correct(ledger, key_of(ledger, SHUT), Correction(**correction))
    entry = entry_of(ledger, key)
    assert (getattr(entry.stmt, field), entry.corrected) == (value, (field,))


@pytest.mark.parametrize(
    ("correction", "field", "value"),
    [
        ({"role": "harbour master"}, "role", "harbour master"),
        ({"party": "Britain"}, "party", "United Kingdom"),
        ({"party": ""}, "party", None),
        ({"speaker": "Ann Lee"}, "party", "Norvia"),
        ({"speaker": "Ann Lee", "party": "NATO"}, "party", "NATO"),
        ({"speaker": "Ann Lee"}, "how", "corrected"),
    ],
    ids=[
        "role",
        "party by another name",
        "no party",
        "the speaker's own party",
        "speaker and party",
        "how it is known",
    ],
)
def test_what_is_known_of_the_speaker_is_corrected(
    ledger: Ledger, correction: dict[str, str], field: str, value: str | None
) -> None:
    told_in(ledger)
    key = correct(ledger, key_of(ledger, SHUT), Correction(**correction))  # type: ignore[arg-type]
    assert [getattr(one, field) for one in entry_of(ledger, key).stmt.speakers] == [value]


def test_a_corrected_speaker_is_found_counted_and_in_the_chain(ledger: Ledger) -> None:
    told_in(ledger)
    key = correct(ledger, key_of(ledger, SHUT), Correction(speaker="Ann Lee"))
    assert "the ports stay shut" in texts(ledger, speaker="Ann Lee")
    assert {one.id: one.statements for one in speakers(ledger)}[LEE] == 2
    assert entry_of(ledger, key).stmt.chain == ("Ann Lee",)


def test_a_speaker_may_be_new(ledger: Ledger) -> None:
    told_in(ledger)
    correct(ledger, key_of(ledger, SHUT), Correction(speaker="Ida  Okoro"))
    (hit,) = search(ledger, Filters(speaker="Ida Okoro")).hits
    assert [(one.id, one.name, one.kind, one.party) for one in hit.entry.stmt.speakers] == [
        ("ida-okoro", "Ida Okoro", "person", None)
    ]


def test_a_new_speaker_that_the_tables_know_is_an_organisation(ledger: Ledger) -> None:
    told_in(ledger)
    key = correct(ledger, key_of(ledger, SHUT), Correction(speaker="NATO"))
    assert [(one.kind, one.party) for one in entry_of(ledger, key).stmt.speakers] == [("organisation", "NATO")]


def test_a_surname_that_several_bear_is_refused(ledger: Ledger) -> None:
    told_in(ledger, article("Eva Brand said that fish is late.", id="d"))
    with pytest.raises(UsageError, match="'Brand' may be several speakers, name one of them: eva-brand, tolo-brand"):
        correct(ledger, key_of(ledger, SHUT), Correction(speaker="Brand"))


def test_a_corrected_day_is_searched_by(ledger: Ledger) -> None:
    told_in(ledger)
    correct(ledger, key_of(ledger, SHUT), Correction(said_on=(date(2030, 1, 1), date(2030, 1, 1))))
    assert texts(ledger, last=date(2030, 12, 31)) == ["the ports stay shut"]


def test_what_is_removed_is_found_and_counted_no_more(ledger: Ledger) -> None:
    told_in(ledger)
    correct(ledger, key_of(ledger, SHUT), Correction(removed=True))
    assert texts(ledger, text="shut") == []
    assert [one.statements for one in speakers(ledger) if one.id == BRAND] == [1]


def test_what_was_removed_can_be_taken_in_again(ledger: Ledger) -> None:
    told_in(ledger)
    key = correct(ledger, key_of(ledger, SHUT), Correction(removed=True))
    correct(ledger, key, Correction(removed=False))
    assert texts(ledger, text="shut") == ["the ports stay shut"]


def test_what_was_read_is_kept(ledger: Ledger) -> None:
    told_in(ledger)
    key = correct(ledger, key_of(ledger, SHUT), Correction(act="deny"))
    correct(ledger, key, Correction(act="claim"))
    with ledger.reading() as connection:
        was = connection.scalars(select(corrections.c.was).where(corrections.c.key == key)).all()
    assert was == [{"columns": {"act": "threaten", "act_confidence": 0.75}}]


def test_nothing_said_is_refused(ledger: Ledger) -> None:
    told_in(ledger)
    with pytest.raises(UsageError, match="nothing to correct in"):
        correct(ledger, key_of(ledger, SHUT), Correction())


def test_undo_takes_back_one_change_after_the_other(ledger: Ledger) -> None:
    told_in(ledger)
    key = key_of(ledger, SHUT)
    states = [entry_of(ledger, key)]
    for change in (
        Correction(act="deny", party="Norvia"),
        Correction(speaker="Ann Lee", role="minister"),
        Correction(act="claim", said_on=(date(2031, 1, 1), date(2031, 1, 1))),
        Correction(removed=True),
    ):
        correct(ledger, key, change)
        states.append(entry_of(ledger, key))
    for state in reversed(states[:-1]):
        undo(ledger)
        assert entry_of(ledger, key) == state
    with pytest.raises(UsageError, match="nothing to undo"):
        undo(ledger)


def test_undo_of_a_new_correction_after_an_undo(ledger: Ledger) -> None:
    told_in(ledger)
    key = key_of(ledger, SHUT)
    before = entry_of(ledger, key)
    correct(ledger, key, Correction(act="deny"))
    undo(ledger)
    correct(ledger, key, Correction(act="offer"))
    undo(ledger)
    assert entry_of(ledger, key) == before


def test_the_journal_says_who_what_before_and_after(ledger: Ledger) -> None:
    told_in(ledger)
    key = correct(ledger, key_of(ledger, SHUT), Correction(act="deny", speaker="Ann Lee"), who="ada")
    (change,) = journal(ledger)
    assert (change.who, change.action, change.what, change.undone) == ("ada", "correct", {"key": key}, False)
    assert change.before == {"speaker": ["Tolo Brand"], "act": "threaten"}
    assert change.after == {"speaker": ["Ann Lee"], "act": "deny"}
    assert change.at.tzinfo is not None


def test_an_undone_change_stays_in_the_journal(ledger: Ledger) -> None:
    told_in(ledger)
    correct(ledger, key_of(ledger, SHUT), Correction(act="deny"))
    undo(ledger)
    assert [change.undone for change in journal(ledger)] == [True]


def read_again(ledger: Ledger, text: str, *, only: int | None = None) -> tuple[str, ...]:
    """Put an article's statements back as they were read, as reading it again does, some perhaps not."""
    with ledger.writing() as connection:
        number = connection.scalars(select(articles.c.id).where(articles.c.text == text)).one()
        kept = connection.execute(select(statements).where(statements.c.article == number)).all()
        connection.execute(delete(statements).where(statements.c.article == number))
        reading = told(next(one for one in stories() if one.text == text))
        for row, stmt in zip(kept, reading.statements, strict=True):
            if only is None or stmt.id == only:
                fresh = dict(row._mapping) | {"id": row.id + 100, "act": stmt.act, "chain": list(stmt.chain)}
                connection.execute(insert(statements).values(fresh))
                for place, one in enumerate(stmt.speakers):
                    fields = {"speaker": one.id, "speaker_read": one.id, "name": one.name, "kind": one.kind}
                    more = {"how": one.how, "mentions": "[]", "statement": row.id + 100, "place": place}
                    connection.execute(insert(statement_speakers).values(fields | more | {"party": one.party}))
        return apply_corrections(connection, number)


def test_corrections_are_written_again_after_reading_again(ledger: Ledger) -> None:
    told_in(ledger)
    key = correct(ledger, key_of(ledger, SHUT), Correction(act="deny", speaker="Ann Lee"))
    corrected = entry_of(ledger, key)
    assert read_again(ledger, stories()[2].text) == ()
    assert entry_of(ledger, key) == corrected


def test_a_correction_that_has_no_statement_any_more_is_told_and_kept(ledger: Ledger) -> None:
    told_in(ledger)
    key = correct(ledger, key_of(ledger, SHUT), Correction(act="deny"))
    assert read_again(ledger, stories()[2].text, only=1) == (key,)
    assert unplaced(ledger) == (key,)


def test_a_correction_without_a_statement_can_be_undone(ledger: Ledger) -> None:
    told_in(ledger)
    correct(ledger, key_of(ledger, SHUT), Correction(act="deny"))
    read_again(ledger, stories()[2].text, only=1)
    undo(ledger)
    assert unplaced(ledger) == ()


@pytest.mark.parametrize("name", ["Robert'); DROP TABLE speakers;--", "Eve\x00Roe\ud800", "Ωμέγα"])
def test_no_name_breaks_a_correction(ledger: Ledger, name: str) -> None:
    told_in(ledger)
    key = correct(ledger, key_of(ledger, SHUT), Correction(speaker=name, role=name, party=name), who=name)
    speaker = entry_of(ledger, key).stmt.speakers[0]
    assert (speaker.name, speaker.role, speaker.party) == (name, name, name)
    assert journal(ledger)[0].after["speaker"] == [name]
