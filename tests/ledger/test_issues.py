"""Issues: saved queries, and statements put in or out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.errors import UsageError
from onrecord.ledger import (
    Example,
    Filters,
    Issue,
    Ledger,
    add_issue,
    all_issues,
    by_hand,
    chosen,
    entries,
    issue_entries,
    issue_named,
    put_by_hand,
    remove_issue,
)
from onrecord.records import Article, Reading
from tests.ledger.builders import PORTS, TRADE, article, filled, read

TREATY = Issue(name="the treaty", queries=("treaty", '"stay open"'))
WHOLE = Issue(
    name="all’s “fair”; DROP TABLE issues",
    queries=("ports",),
    examples=(Example(text="the ports stay open", vector=bytes(range(256))),),
    filters=Filters(
        speaker="Ann Lee", first=date(2031, 3, 1), last=date(2031, 3, 31), polarity="positive", keys=("a.1-2",)
    ),
)


@pytest.fixture
def news(ledger: Ledger) -> Ledger:
    """A ledger with two articles."""
    filled(ledger, article(PORTS), article(TRADE, id="trade"))
    return ledger


def texts(ledger: Ledger, name: str = TREATY.name) -> list[str]:
    """The first words of an issue's statements."""
    return [one.stmt.text.split(" ")[0] + " " + one.stmt.speakers[0].name for one in issue_entries(ledger, name)]


def key_of(ledger: Ledger, text: str) -> str:
    """The id of the first statement with a word."""
    return next(iter(entries(ledger, Filters(text=text)))).id


def test_a_statement_that_meets_one_query_belongs_to_the_issue(news: Ledger) -> None:
    add_issue(news, TREATY)
    assert texts(news) == ["the Tolo Brand", "Norvia Mara Voss", "the Norvia"]


def test_filters_narrow_the_queries(news: Ledger) -> None:
    add_issue(news, replace(TREATY, filters=Filters(speaker="Mara Voss")))
    assert texts(news) == ["Norvia Mara Voss"]


def test_filters_alone_make_an_issue(news: Ledger) -> None:
    assert [
        one.stmt.speakers[0].name for one in chosen(news, Issue(name="Lee", filters=Filters(speaker="Ann Lee")))
    ] == ["Ann Lee"]


def test_nothing_asked_for_chooses_nothing(news: Ledger) -> None:
    assert chosen(news, Issue(name="nothing")) == []


def test_an_issue_grows_with_the_ledger(news: Ledger) -> None:
    add_issue(news, TREATY)
    filled(news, article("Ann Lee said that the treaty lives. It rained all day in the harbour.", id="more"))
    assert len(texts(news)) == 4


def test_what_is_put_in_stays_in(news: Ledger) -> None:
    add_issue(news, TREATY)
    key = key_of(news, "hoped")
    put_by_hand(news, TREATY.name, [key], included=True)
    assert "she Ann Lee" in texts(news)
    assert by_hand(news, TREATY.name) == {key: True}


def test_what_is_put_out_stays_out(news: Ledger) -> None:
    add_issue(news, TREATY)
    put_by_hand(news, TREATY.name, [key_of(news, "ports")], included=False)
    assert texts(news) == ["Norvia Mara Voss", "the Norvia"]


def test_the_last_word_counts(news: Ledger) -> None:
    add_issue(news, TREATY)
    for included in (False, True):
        put_by_hand(news, TREATY.name, [key_of(news, "ports")], included=included)
    assert "the Tolo Brand" in texts(news)


def test_an_example_brings_in_what_is_most_alike(ledger: Ledger) -> None:
    def read_with_vectors(found: Article) -> Reading:
        reading = read(found)
        near = tuple(replace(one, vector=bytes([100, 5 if "ports" in one.text else 0])) for one in reading.statements)
        return replace(reading, statements=near)

    filled(ledger, article(PORTS), article(TRADE, id="trade"), read=read_with_vectors)
    issue = Issue(
        name="alike", examples=(Example(text="ports", vector=bytes([100, 5])),), filters=Filters(speaker="Tolo Brand")
    )
    assert [one.stmt.speakers[0].name for one in chosen(ledger, issue)] == ["Tolo Brand"]


def test_an_issue_comes_back_as_it_was_saved(ledger: Ledger) -> None:
    add_issue(ledger, WHOLE)
    assert issue_named(ledger, WHOLE.name) == WHOLE


def test_issues_are_listed_by_name(ledger: Ledger) -> None:
    for name in ("ports", "boats"):
        add_issue(ledger, Issue(name=name, queries=(name,)))
    assert [one.name for one in all_issues(ledger)] == ["boats", "ports"]


def test_a_removed_issue_is_gone_and_its_statements_stay(news: Ledger) -> None:
    add_issue(news, TREATY)
    put_by_hand(news, TREATY.name, [key_of(news, "ports")], included=True)
    remove_issue(news, TREATY.name)
    assert (all_issues(news), len(list(entries(news)))) == ([], 5)


def test_a_name_is_taken_once(ledger: Ledger) -> None:
    add_issue(ledger, TREATY)
    with pytest.raises(UsageError, match="there is an issue 'the treaty' already"):
        add_issue(ledger, TREATY)


@pytest.mark.parametrize(
    ("issue", "message"),
    [(Issue(name=" ", queries=("a",)), "needs a name"), (Issue(name="x", queries=("…",)), "has no word")],
)
def test_what_cannot_be_saved_is_refused(ledger: Ledger, issue: Issue, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        add_issue(ledger, issue)


def test_an_unknown_issue_is_named(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match=r"no issue 'fish' in .*: there is none yet; `onrecord issue add` saves one"):
        issue_entries(ledger, "fish")
