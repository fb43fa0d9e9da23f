"""Answers that take their statements out of a ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.answers import (
    By,
    positions,
    positions_of,
    shifts,
    shifts_of,
    standoff,
    standoff_of,
    timeline,
    timeline_of,
    variants_of,
)
from onrecord.errors import UsageError
from onrecord.ledger import Filters, Issue, Ledger, add_issue, article_of, entries, issue_entries, open_ledger
from onrecord.records import Span
from tests.answers.builders import condition, day, fill_with, okoro
from tests.answers.conftest import ISSUE


def test_the_circle_of_the_stories_is_found_in_a_ledger(talks_ledger: Ledger) -> None:
    (circle,) = standoff_of(talks_ledger, ISSUE).circles
    assert circle.sides == ("Estria", "League of Coastal States", "Vardonia")


def test_the_shift_of_the_stories_is_found_in_a_ledger(talks_ledger: Ledger) -> None:
    assert ("Anselm Okoro", "stance") in {(pair.side, pair.change) for pair in shifts_of(talks_ledger, ISSUE).pairs}


def test_positions_are_of_the_issue_and_the_day(talks_ledger: Ledger) -> None:
    before = {row.side for row in positions_of(talks_ledger, ISSUE, on=day(14)).rows}
    assert "Estmark" not in before
    assert "Estmark" in {row.side for row in positions_of(talks_ledger, ISSUE).rows}


@pytest.mark.parametrize("on", [None, day(9), day(14)], ids=str)
@pytest.mark.parametrize("by", ["party", "speaker"])
def test_what_is_left_in_the_ledger_changes_no_position(talks_ledger: Ledger, on: date | None, by: By) -> None:
    whole = positions(issue_entries(talks_ledger, ISSUE), on=on, by=by)
    assert whole.without_stance or on == day(9)  # by then nothing else was said
    assert positions_of(talks_ledger, ISSUE, on=on, by=by) == whole


@pytest.mark.parametrize("by", ["party", "speaker"])
def test_what_is_left_in_the_ledger_changes_no_shift(talks_ledger: Ledger, by: By) -> None:
    whole = shifts(issue_entries(talks_ledger, ISSUE), by=by)
    assert whole.pairs
    assert shifts_of(talks_ledger, ISSUE, by=by) == whole


def test_what_is_denied_or_given_up_is_found_among_claims(tmp_path: Path) -> None:
    unless = condition("unless the observers are on board", kind="unless")
    told = [
        okoro("claim", "the observers were promised the ports of Estmark", 2),
        okoro("claim", "nobody sails", 3, conditions=[unless]),
        okoro("claim", "the ports are full of ships", 4),
        okoro("claim", "we never promised the observers the ports", 8),
        okoro("offer", "to sail at once, and no longer insists on observers on board", 9),
    ]
    with open_ledger(tmp_path / "talks.db", create=True) as ledger:
        fill_with(ledger, told)
        add_issue(ledger, Issue(name="sea", queries=("observers", "ports", "nobody")))
        found = shifts_of(ledger, "sea")
        assert found == shifts(issue_entries(ledger, "sea"))
    assert [(pair.change, pair.before.entry.stmt.text) for pair in found.pairs] == [
        ("denial", told[0].stmt.text),
        ("condition went", told[1].stmt.text),
    ]
    assert (found.scope.statements, found.others) == (1, 4)


def test_what_is_left_in_the_ledger_changes_no_standoff(talks_ledger: Ledger) -> None:
    assert standoff_of(talks_ledger, ISSUE) == standoff(issue_entries(talks_ledger, ISSUE))


@pytest.mark.parametrize("who", ["Estria", "Anselm Okoro", "Okoro", "Nobody"])
def test_what_is_left_in_the_ledger_changes_no_timeline(talks_ledger: Ledger, who: str) -> None:
    assert timeline_of(talks_ledger, who, issue=ISSUE) == timeline(issue_entries(talks_ledger, ISSUE), who)


def test_a_copied_story_counts_once_and_shows_both_outlets(talks_ledger: Ledger) -> None:
    moments = timeline_of(talks_ledger, "Raul Imber").moments
    assert [moment.held.entry.outlets for moment in moments if len(moment.held.entry.outlets) > 1] == [
        ("Meridian Wire", "Haldane Courier")
    ] * 2


def test_a_timeline_is_of_a_speaker_or_a_party(talks_ledger: Ledger) -> None:
    party = timeline_of(talks_ledger, "Estria").scope.statements
    assert party > timeline_of(talks_ledger, "Anselm Okoro").scope.statements > 0


def test_a_timeline_may_be_of_an_issue(talks_ledger: Ledger) -> None:
    on_issue = timeline_of(talks_ledger, "Estria", issue=ISSUE).scope.statements
    assert 0 < on_issue < timeline_of(talks_ledger, "Estria").scope.statements


def test_versions_of_a_quotation_are_found_in_a_ledger(talks_ledger: Ledger) -> None:
    whole = next(one for one in entries(talks_ledger, Filters(text='"go to Sund myself"')) if one.stmt.form == "direct")
    kinds = sorted(one.kind for one in variants_of(talks_ledger, whole.id).variants)
    assert {"altered", "cut", "translation"} <= set(kinds)


def test_a_statement_that_is_not_there_is_named(talks_ledger: Ledger) -> None:
    with pytest.raises(UsageError, match=r"no statement 0000000000000000\.1-2 in"):
        variants_of(talks_ledger, "0000000000000000.1-2")


def test_an_issue_that_is_not_there_is_named_with_those_that_are(talks_ledger: Ledger) -> None:
    with pytest.raises(UsageError, match=r"no issue 'fish' in .*: there are 'harbour talks'"):
        positions_of(talks_ledger, "fish")


def test_every_statement_of_an_answer_slices_to_its_words(talks_ledger: Ledger) -> None:
    for entry in issue_entries(talks_ledger, ISSUE):
        text = article_of(talks_ledger, entry.id).text
        assert " … ".join(Span(one.start, one.end).of(text) for one in entry.stmt.content) == entry.stmt.text
