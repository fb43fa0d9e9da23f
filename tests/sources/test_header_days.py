from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.days import is_part_of_day, read_day, resolve


@pytest.mark.parametrize(
    "text",
    [
        "2022-12-02",
        "2022-12-02T10:00:00Z",
        "2022-12-02T10:00",
        "2022-12-02 10:00:00.123+02:00",
        "02.12.2022",
        "December 2, 2022",
        "Dec. 2 2022",
        "2 dec 2022",
        "2nd December 2022",
        "Fri, 02 Dec 2022 10:00:00 GMT",
        " Friday, December 2, 2022 ",
    ],
)
def test_a_day_is_read_in_the_forms_that_records_have(text):
    assert read_day(text) == date(2022, 12, 2)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2022", "2022-13-01", "2022-02-30", "December 2", "2022-12-02x", "12/2/2022"]
)
def test_what_is_no_full_day_is_none(text):
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("text", "part"), [("2022", True), ("2022-12", True), ("2022-13", False), ("2022-12-02", False)]
)
def test_a_month_is_part_of_a_day(text, part):
    assert is_part_of_day(text) is part


@given(
    st.dates(min_value=date(1000, 1, 1)),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%B %d, %Y", "%d %b %Y", "%A, %d %B %Y"]),
)
def test_a_day_goes_round(day, form):
    assert read_day(day.strftime(form)) == day


@given(st.dates(min_value=date(1900, 1, 1)), st.sampled_from(["%B %d", "%d %b."]))
def test_a_day_without_year_is_found_from_any_later_day_of_the_year(day, form):
    assert resolve(day.strftime(form), not_after=day) == day
