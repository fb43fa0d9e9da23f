"""Searching finds the same in both databases, and nothing that a user types can break it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.ledger import Filters, Ledger, entries, search
from onrecord.records import Reading, SaidOn
from tests.ledger.builders import article, filled, wire
from tests.ledger.stories import key_of, stories, texts, told, told_in

FIRST = "security guarantees must come before any talks"
REFUSED = "Estmark guaranteed nothing for the security of ships"
GRAIN = "the talks about grain go on at the Élysée"
SHUT = "the ports stay shut"
WAIT = "it would wait"
HOSTILE = ["'; DROP TABLE statements; --", '"', "a\x00b", "\ud800x", "NEAR(", "%", "*", "x" * 5000, "(((", "rowid:1 OR"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        pytest.param({"text": "guarantee security"}, [REFUSED, FIRST], id="all words, in any form and order"),
        pytest.param({"text": '"security guarantee"'}, [FIRST], id="a phrase"),
        pytest.param({"text": "ELYSEE talks"}, [GRAIN], id="case and accents"),
        pytest.param({"text": "talk", "speaker": "Mara Voss"}, [GRAIN], id="a speaker by name"),
        pytest.param({"speaker": "tolo-brand"}, [REFUSED, SHUT], id="a speaker by id"),
        pytest.param({"speaker": "Mr. Tolo Bränd"}, [REFUSED, SHUT], id="a speaker by another spelling"),
        pytest.param({"speaker": "Voss"}, [GRAIN], id="a speaker by surname"),
        pytest.param({"speaker": "Vos"}, [], id="no part of a surname"),
        pytest.param({"party": "norvia"}, [WAIT, FIRST], id="a party in other letters"),
        pytest.param({"party": "Britain"}, [GRAIN], id="a party by another name"),
        pytest.param({"party": "Nowhere"}, [], id="a party that nobody speaks for"),
        pytest.param({"act": "refuse"}, [REFUSED, "nothing new"], id="an act"),
        pytest.param({"outlet": "harbour wire", "act": "threaten"}, [SHUT], id="an outlet"),
        pytest.param({"outlet": "Nobody's Wire"}, [], id="an outlet that is not there"),
        pytest.param({"first": date(2031, 3, 14)}, [GRAIN, SHUT], id="from a day"),
        pytest.param({"last": date(2031, 1, 5)}, [WAIT], id="to a day within a week"),
        pytest.param({"first": date(2031, 1, 11), "last": date(2031, 1, 11)}, [WAIT], id="the last day of a week"),
        pytest.param({"form": "direct"}, [], id="a form"),
        pytest.param({"polarity": "positive", "text": "ports"}, [SHUT], id="a polarity"),
        pytest.param({"keys": ()}, [], id="no keys"),
    ],
)
def test_filters_choose(ledger: Ledger, filters: dict[str, Any], found: list[str]) -> None:
    told_in(ledger)
    assert texts(ledger, **filters) == sorted(found)


@pytest.mark.parametrize(
    ("days", "found"),
    [
        pytest.param({"last": date(2020, 1, 1)}, [WAIT], id="it may have been at any time before"),
        pytest.param({"first": date(2031, 3, 8)}, [WAIT], id="or on the last day"),
        pytest.param({"first": date(2031, 3, 9)}, [], id="but not later"),
    ],
)
def test_what_was_said_some_time_ago_is_found_by_its_last_day(ledger: Ledger, days: Any, found: list[str]) -> None:
    once = SaidOn(first=None, last=date(2031, 3, 8), text="once", how="before")
    filled(ledger, stories()[0], read=lambda one: _all_said(told(one), once))
    assert [text for text in texts(ledger, **days) if text == WAIT] == found


def _all_said(reading: Reading, said_on: SaidOn) -> Reading:
    return replace(reading, statements=tuple(replace(one, said_on=said_on) for one in reading.statements))


def test_keys_choose_whatever_they_are(ledger: Ledger) -> None:
    told_in(ledger)
    key = key_of(ledger, "grain go on")
    assert texts(ledger, keys=(key, "\x00", "\ud800", "'")) == [GRAIN]


def test_entries_are_chosen_likewise(ledger: Ledger) -> None:
    told_in(ledger)
    assert [entry.stmt.text for entry in entries(ledger, Filters(text="talks", limit=1))] == [FIRST]


def test_the_best_comes_first(ledger: Ledger) -> None:
    filled(
        ledger,
        article("Ann Lee said that ships and ports and grain and fish may come in spring or in summer."),
        article("Ann Lee said that ports are ports."),
        article("Ann Lee said that grain is late."),
    )
    first, _ = search(ledger, Filters(text="ports")).hits
    assert first.entry.stmt.text == "ports are ports"


def test_without_words_the_latest_comes_first(ledger: Ledger) -> None:
    told_in(ledger)
    assert search(ledger, Filters(limit=1)).hits[0].entry.first_day == date(2031, 3, 14)


def test_all_are_counted_that_are_not_shown(ledger: Ledger) -> None:
    told_in(ledger)
    found = search(ledger, Filters(text="talks", limit=1))
    assert (len(found.hits), found.total) == (1, 2)


def test_hits_are_marked_in_the_text(ledger: Ledger) -> None:
    told_in(ledger)
    (hit,) = search(ledger, Filters(text='grain "talks about"')).hits
    assert [mark.of(hit.entry.stmt.text) for mark in hit.marks] == ["talks about", "grain"]


def test_what_near_copies_tell_again_is_found_once_with_all_outlets(ledger: Ledger) -> None:
    one, two = wire("It was calm.", "It was calm and grey.")
    filled(ledger, article(one, outlet="Harbour Wire"), article(two, id="b", outlet="Estmark Post"))
    (hit,) = search(ledger, Filters(text="ports")).hits
    assert hit.entry.outlets == ("Harbour Wire", "Estmark Post")


def test_it_is_found_by_the_outlet_of_a_copy(ledger: Ledger) -> None:
    one, two = wire("It was calm.", "It was calm and grey.")
    filled(ledger, article(one, outlet="Harbour Wire"), article(two, id="b", outlet="Estmark Post"))
    assert len(texts(ledger, outlet="estmark post")) == 1


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("field", ["text", "speaker", "party", "outlet"])
def test_no_words_break_a_search(ledger: Ledger, field: str, text: str) -> None:
    told_in(ledger)
    try:
        found = texts(ledger, **{field: text})
    except UsageError:
        found = []
    assert found == []


@given(text=st.text(), speaker=st.none() | st.text(), party=st.none() | st.text(), outlet=st.none() | st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_is_typed_is_answered_or_refused(
    ledger: Ledger, text: str, speaker: str | None, party: str | None, outlet: str | None
) -> None:
    with suppress(UsageError):
        assert search(ledger, Filters(text=text, speaker=speaker, party=party, outlet=outlet)).total == 0


def test_a_raw_query_is_the_databases_own(ledger: Ledger) -> None:
    told_in(ledger)
    query = "talks NOT grain" if ledger.is_sqlite else "talks & !grain"
    assert texts(ledger, text=query, raw=True) == [FIRST]


def test_a_raw_prefix_is_found(ledger: Ledger) -> None:
    told_in(ledger)
    assert texts(ledger, text="gra*" if ledger.is_sqlite else "gra:*", raw=True) == [GRAIN]


@pytest.mark.parametrize("query", ["talks & & ports", "(talks", "talks )", "talks ^ : ports"])
def test_a_broken_raw_query_is_refused_in_words(ledger: Ledger, query: str) -> None:
    with pytest.raises(UsageError, match=r"is broken: .+; leave out --raw"):
        search(ledger, Filters(text=query, raw=True))


@given(text=st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_is_typed_raw_is_answered_or_refused(ledger: Ledger, text: str) -> None:
    with suppress(UsageError):
        assert search(ledger, Filters(text=f"talks {text}", raw=True)).total == 0
