"""Time expressions are found, and resolve against the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.time_grammar import RULES
from onrecord.reading.time_values import READERS
from onrecord.reading.times import time_expressions

FRIDAY = date(2022, 12, 2)

DAYS = [
    ("yesterday", "2022-12-01"),
    ("Yesterday evening", "2022-12-01"),
    ("earlier today", "2022-12-02"),
    ("tonight", "2022-12-02"),
    ("tomorrow", "2022-12-03"),
    ("this morning", "2022-12-02"),
    ("last night", "2022-12-01"),
    ("the day before yesterday", "2022-11-30"),
    ("The day before", "2022-12-01"),
    ("the previous day", "2022-12-01"),
    ("a day earlier", "2022-12-01"),
    ("the same day", "2022-12-02"),
    ("earlier in the day", "2022-12-02"),
    ("Friday", "2022-12-02"),
    ("Thursday", "2022-12-01"),
    ("Saturday", "2022-11-26"),
    ("last Friday", "2022-11-25"),
    ("last Wednesday", "2022-11-30"),
    ("next Friday", "2022-12-09"),
    ("this coming Monday", "2022-12-05"),
    ("Wednesday night", "2022-11-30"),
    ("early Monday", "2022-11-28"),
    ("Tuesday last week", "2022-11-22"),
    ("3 March 2022", "2022-03-03"),
    ("the 3rd of March", "2022-03-03"),
    ("March 3", "2022-03-03"),
    ("March 3, 2021", "2021-03-03"),
    ("Sept. 14", "2022-09-14"),
    ("Monday, November 28", "2022-11-28"),
    ("24 February", "2022-02-24"),
    ("December 30", "2021-12-30"),
    ("December 5", "2022-12-05"),
    ("29 February", "2020-02-29"),
    ("29 February 2024", "2024-02-29"),
    ("2022-03-03", "2022-03-03"),
    ("03.04.2022", "2022-04-03"),
    ("03.14.2022", "2022-03-14"),
    ("12/6/2022", "2022-06-12"),
    ("two days ago", "2022-11-30"),
    ("two days earlier", "2022-11-30"),
]

PERIODS = [
    ("last week", "2022-11-21", "2022-11-27", "2022-W47"),
    ("this week", "2022-11-28", "2022-12-04", "2022-W48"),
    ("earlier this week", "2022-11-28", "2022-12-02", "2022-W48"),
    ("Earlier in the week", "2022-11-28", "2022-12-02", "2022-W48"),
    ("the weekend", "2022-11-26", "2022-11-27", "2022-W47-WE"),
    ("last month", "2022-11-01", "2022-11-30", "2022-11"),
    ("earlier this month", "2022-12-01", "2022-12-02", "2022-12"),
    ("last year", "2021-01-01", "2021-12-31", "2021"),
    ("January 2022", "2022-01-01", "2022-01-31", "2022-01"),
    ("February 2024", "2024-02-01", "2024-02-29", "2024-02"),
    ("March last year", "2021-03-01", "2021-03-31", "2021-03"),
    ("mid-April", "2022-04-01", "2022-04-30", "2022-04"),
    ("the end of March", "2022-03-01", "2022-03-31", "2022-03"),
    ("last January", "2022-01-01", "2022-01-31", "2022-01"),
    ("last December", "2021-12-01", "2021-12-31", "2021-12"),
    ("the last week of March", "2022-03-25", "2022-03-31", "2022-W12"),
    ("three weeks ago", "2022-11-07", "2022-11-13", "2022-W45"),
    ("twelve months ago", "2021-12-01", "2021-12-31", "2021-12"),
    ("five years ago", "2017-01-01", "2017-12-31", "2017"),
    ("2014", "2014-01-01", "2014-12-31", "2014"),
    ("2014-15", "2014-01-01", "2015-12-31", "2014/2015"),
    ("spring 2022", "2022-03-01", "2022-05-31", "2022-SP"),
    ("last summer", "2022-06-01", "2022-08-31", "2022-SU"),
    ("winter 2021", "2021-12-01", "2022-02-28", "2021-WI"),
    ("the first half of 2022", "2022-01-01", "2022-06-30", "2022-H1"),
    ("the third quarter", "2022-07-01", "2022-09-30", "2022-Q3"),
    ("Q1 2023", "2023-01-01", "2023-03-31", "2023-Q1"),
    ("the 1990s", "1990-01-01", "1999-12-31", "199"),
    ("3-5 March 2022", "2022-03-03", "2022-03-05", "2022-03-03/2022-03-05"),
    ("the last three days", "2022-11-29", "2022-12-02", "P3D"),
    ("the past week", "2022-11-25", "2022-12-02", "P1W"),
]

UNPLACED = [
    ("two years", "duration", "P2Y"),
    ("a five-year plan", "duration", "P5Y"),
    ("more than a decade", "duration", "P10Y"),
    ("thirty minutes", "duration", "PT30M"),
    ("recent days", "duration", "PXD"),
    ("several months", "duration", "PXM"),
    ("every Monday", "set", "P1W"),
    ("every two weeks", "set", "P1W"),
    ("monthly", "set", "P1M"),
    ("16:00 UTC", "time", "2022-12-02T16:00Z"),
    ("5 p.m.", "time", "2022-12-02T17:00"),
    ("noon", "time", "2022-12-02T12:00"),
    ("currently", "reference", "PRESENT_REF"),
    ("recently", "reference", "PAST_REF"),
]


def ids(cases):
    return [case[0] for case in cases]


@pytest.mark.parametrize(("words", "day"), DAYS, ids=ids(DAYS))
def test_a_day_is_found_and_resolved(words, day):
    (found,) = time_expressions(f"It rained {words}.", published=FRIDAY)
    assert found.text == words
    assert (str(found.first), str(found.last), found.grain) == (day, day, "day")


@pytest.mark.parametrize(("words", "first", "last", "value"), PERIODS, ids=ids(PERIODS))
def test_a_period_is_as_wide_as_its_words(words, first, last, value):
    (found,) = time_expressions(f"It rained in {words}.", published=FRIDAY)
    assert found.text == words
    assert (str(found.first), str(found.last), found.value) == (first, last, value)


@pytest.mark.parametrize(("words", "grain", "value"), UNPLACED, ids=ids(UNPLACED))
def test_what_is_no_place_in_time_has_no_days(words, grain, value):
    (found,) = time_expressions(f"It rained {words}.", published=FRIDAY)
    assert (found.first, found.grain, found.value) == (None, grain, value)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. May spoke.",
        "They may march on.",
        "March on the capital, he urged.",
        "May she rest.",
        "June Adeyemi spoke.",
        "The Sunday Times wrote it.",
        "Black Friday sales fell.",
        "The august house sat.",
        "Some 2000 people came.",
        "It cost $2015 in all.",
        "It rose to 2,022 points.",
        "It weighs 1990.5 grams.",
        "The 12-year-old sang.",
        "She is 45 years old.",
        "The sun rose and the will was read now.",
        "Room 30.02.2022 is closed on floor 45.13.2022",
    ],
)
def test_what_only_looks_like_a_time_gives_no_day(text):
    assert [one for one in time_expressions(text, published=FRIDAY) if one.first] == []


def test_a_second_term_lasts_no_second():
    assert time_expressions("A second term was planned.", published=FRIDAY) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("They will meet on Monday.", "2022-12-05", id="will"),
        pytest.param("The talks are scheduled for Friday.", "2022-12-02", id="scheduled for the day of publication"),
        pytest.param("On Monday, the envoys will meet.", "2022-12-05", id="will, after the day"),
        pytest.param("The vote is planned for Monday.", "2022-12-05", id="planned"),
        pytest.param("Prices fell by a tenth on Monday.", "2022-11-28", id="by, of an amount"),
        pytest.param("It must be done by Monday.", "2022-12-05", id="by, of a day"),
        pytest.param("He told them on Monday.", "2022-11-28", id="told"),
        pytest.param("He said on Monday that they would go.", "2022-11-28", id="told, then would"),
        pytest.param("They are to meet on 20 January.", "2023-01-20", id="a date to come"),
        pytest.param("They met on 20 January.", "2022-01-20", id="a date gone by"),
    ],
)
def test_words_around_tell_whether_a_day_is_to_come(text, day):
    (found,) = time_expressions(text, published=FRIDAY)
    assert str(found.first) == day


def test_the_day_before_hangs_on_the_day_told_in_the_same_paragraph():
    text = "On Tuesday she came; the day before, he had left.\nThe day before, they met."
    days = [str(one.first) for one in time_expressions(text, published=FRIDAY)]
    assert days == ["2022-11-29", "2022-11-28", "2022-12-01"]


def test_without_a_day_of_publication_only_full_dates_have_days():
    found = time_expressions("On 3 March 2022, in 2014, on Friday and last week.", published=None)
    assert [str(one.first) for one in found] == ["2022-03-03", "2014-01-01", "None", "None"]


def test_nothing_before_the_start_is_read():
    assert [one.text for one in time_expressions("On Friday. On Monday.", published=FRIDAY, start=10)] == ["Monday"]


def test_a_slashed_day_that_may_be_two_is_left_open():
    (found,) = time_expressions("On 2/3/2021.", published=FRIDAY)
    assert (found.first, found.value) == (None, "")


def test_each_rule_has_a_reader():
    assert RULES.keys() == READERS.keys()


WORDS = """
Monday next last week the of May March 29 February 2023 31 99.99.9999 9999 2100s 0001-01-01 year years ago later day
century decade , . 1600 12:99 '22 a few Q4 quarter half first before
"""
PIECES = st.sampled_from([*WORDS.split(), "\n"])


@given(st.text() | st.lists(PIECES).map(" ".join), st.none() | st.dates())
def test_expressions_slice_to_their_text_and_end_after_they_begin(text, published):
    end = 0
    for found in time_expressions(text, published=published):
        assert found.span.of(text) == found.text
        assert found.span.start >= end
        end = found.span.end
        assert (found.first is None) == (found.last is None)
        assert found.first is None or found.first <= found.last


@given(st.lists(PIECES).map(" ".join), st.dates())
def test_the_same_text_gives_the_same_expressions(text, published):
    assert time_expressions(text, published=published) == time_expressions(text, published=published)
