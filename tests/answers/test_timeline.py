"""What somebody said, in time."""

from __future__ import annotations

import pytest

from onrecord.answers import timeline
from tests.answers.builders import day, entry, said, undated

EARLY = entry("Ann Lee", "Estmark", "offer", "talks", on=day(3))
LATE = entry("Ann Lee", "Estmark", "refuse", "talks", on=day(9))
WEEK = entry("Bo Holm", "Estmark", "claim", "it rains", said_on=said(day(3), day(9)), on=day(12))
OTHER = entry("Livia Castellane", "Estria", "claim", "it snows", on=day(4))


def test_moments_stand_in_time_by_first_and_last_day() -> None:
    assert [one.held.entry for one in timeline([LATE, WEEK, EARLY], "Estmark").moments] == [EARLY, WEEK, LATE]


def test_a_week_stays_a_week() -> None:
    moment = timeline([WEEK], "Bo Holm").moments[0]
    assert (moment.first, moment.last, moment.dated) == (day(3), day(9), "said")


def test_a_day_of_publication_is_told_as_such() -> None:
    assert timeline([EARLY], "Ann Lee").moments[0].dated == "published"


def test_what_has_no_day_stands_at_the_end() -> None:
    moments = timeline([undated(EARLY), LATE], "Ann Lee").moments
    assert [one.dated for one in moments] == ["published", "unknown"]


@pytest.mark.parametrize("who", ["Ann Lee", "ann-lee", "President Ann Lee"])
def test_a_speaker_is_found_by_name_spelling_and_id(who: str) -> None:
    assert len(timeline([EARLY, WEEK, OTHER], who).moments) == 1


@pytest.mark.parametrize("who", ["Ukraine", "ukraine", "Kyiv"])
def test_a_party_is_found_by_the_names_that_the_tables_know(who: str) -> None:
    assert len(timeline([entry("Ann Lee", "Ukraine", "claim", "it rains"), OTHER], who).moments) == 1


def test_the_scope_counts_theirs_only() -> None:
    scope = timeline([EARLY, LATE, OTHER], "Ann Lee").scope
    assert (scope.statements, scope.first, scope.last) == (2, day(3), day(9))


def test_nobody_has_an_empty_timeline() -> None:
    found = timeline([EARLY], "Nobody Here")
    assert (found.moments, found.scope.first) == ((), None)
