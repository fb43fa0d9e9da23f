"""A statement was said when the words at its cue say, or when the speaker's words before were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dates import said_on
from onrecord.reading.times import time_expressions
from onrecord.records import SaidOn, Span, Spans

FRIDAY = date(2022, 12, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stmt:
    cue: Spans
    source: Spans
    content: Spans


def spans(text: str, *parts: str) -> Spans:
    starts = [text.index(part) for part in parts if part]
    return tuple(Span(start, start + len(part)) for start, part in zip(starts, filter(None, parts), strict=True))


def dates(text: str, *stmts: tuple[str, str, str], who: list[str | None] | None = None) -> list[SaidOn | None]:
    """Days of statements, each given as the words of its source, its cue and its content; the first of each counts."""
    made = [Stmt(source=spans(text, s), cue=spans(text, c), content=spans(text, x)) for s, c, x in stmts]
    return said_on(made, text, time_expressions(text, published=FRIDAY), published=FRIDAY, who=who)


def days(text: str, *stmts: tuple[str, str, str], who: list[str | None] | None = None) -> list[str | None]:
    return [str(said.first) if said else None for said in dates(text, *stmts, who=who)]


SINGLE = [
    pytest.param(
        "Oro said on Tuesday that all is well.", ("Oro", "said", "that all is well"), "2022-11-29", id="after"
    ),
    pytest.param("On Tuesday Oro said all is well.", ("Oro", "said", "all is well"), "2022-11-29", id="before"),
    pytest.param("The day before, Oro said all is well.", ("Oro", "said", "all is well"), "2022-12-01", id="relative"),
    pytest.param("“All is well,” Oro told us yesterday.", ("Oro", "told", "All is well,"), "2022-12-01", id="quoted"),
    pytest.param("Oro said all is well on Tuesday.", ("Oro", "said", "all is well"), "2022-11-29", id="after content"),
    pytest.param("Oro said the vote is on Monday.", ("Oro", "said", "the vote is on Monday"), None, id="in content"),
    pytest.param("It rained on Monday. Oro said so.", ("Oro", "said", "so"), None, id="another sentence"),
    pytest.param(
        "Oro said so to Kelp, who left on Monday.", ("Oro", "said", "so"), None, id="another event, in a clause after"
    ),
    pytest.param(
        "Oro, who met Kelp on Monday, said so.", ("Oro", "said", "so"), None, id="another event, in a clause before"
    ),
    pytest.param("Since Monday Oro said so.", ("Oro", "said", "so"), None, id="since"),
    pytest.param("Oro rejected the 2014 treaty as it is.", ("Oro", "rejected", "as it is"), None, id="which treaty"),
    pytest.param("Oro said so, and left for two days.", ("Oro", "said", "so"), None, id="a duration"),
    pytest.param("Oro spoke next Tuesday to say so.", ("Oro", "say", "so"), None, id="after publication"),
    pytest.param("Oro said so at 5 p.m. yesterday.", ("Oro", "said", "so"), "2022-12-01", id="an hour of a day"),
    pytest.param("Oro denied so, as Kelp claimed last week.", ("Oro", "denied", "so"), None, id="what another claimed"),
    pytest.param("Oro said so.", ("Oro", "said", "so"), None, id="nothing"),
]


@pytest.mark.parametrize(("text", "stmt", "day"), SINGLE)
def test_the_time_at_the_cue_decides(text, stmt, day):
    assert days(text, stmt) == [day]


def test_the_nearest_of_two_times_decides():
    text = "On Monday it rained, and Oro said on Tuesday it would end."
    assert days(text, ("Oro", "said", "it would end")) == ["2022-11-29"]


def test_a_week_stays_a_week():
    (said,) = dates("Oro said last week it would end.", ("Oro", "said", "it would end"))
    assert said == SaidOn(first=date(2022, 11, 21), last=date(2022, 11, 27), text="last week", how="expression")


def test_a_day_is_carried_to_the_same_speakers_next_words():
    text = "On Monday Oro said one, but allowed two.\n\nThree, the minister added."
    stmts = ("Oro", "said", "one"), ("Oro", "allowed", "two"), ("the minister", "added", "Three")
    said = dates(text, *stmts, who=["oro", "oro", "oro"])
    assert [(str(one.first), one.how) for one in said if one] == [
        ("2022-11-28", "expression"),
        ("2022-11-28", "expression"),
        ("2022-11-28", "carried"),
    ]


def test_what_had_been_said_before_is_another_occasion():
    text = "Oro said on Tuesday it was late. On Monday he had told us it was early. “It is,” Oro added."
    found = days(
        text,
        ("Oro", "said", "it was late"),
        ("he", "had told", "it was early"),
        ("Oro", "added", "It is"),
        who=["o"] * 3,
    )
    assert found == ["2022-11-29", "2022-11-28", "2022-11-29"]


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        pytest.param("Oro, who once praised the plan, left.", "praised", "once", id="before the cue"),
        pytest.param("Oro had previously endorsed the plan.", "had previously endorsed", "previously", id="within it"),
        pytest.param("Oro initially welcomed the plan.", "welcomed", "initially", id="at first"),
        pytest.param("Oro once again praised the plan.", "praised", None, id="once again"),
        pytest.param("Oro once more praised the plan.", "once more praised", None, id="once more"),
        pytest.param("Oro once reluctantly praised the plan.", "praised", None, id="another word between"),
        pytest.param("Oro praised the plan once.", "praised", None, id="after it"),
    ],
)
def test_what_was_once_said_was_said_before_publication(text, cue, told):
    (said,) = dates(text, ("Oro", cue, "the plan"))
    expected = SaidOn(first=None, last=date(2022, 12, 1), text=told, how="before") if told else None
    assert said == expected


def test_a_day_is_nearer_than_once():
    (said,) = dates("Oro once praised the plan on Tuesday.", ("Oro", "praised", "the plan"))
    assert said is not None
    assert said.first == date(2022, 11, 29)


def test_what_was_once_said_tells_nothing_of_the_next_words():
    text = "Oro once praised the plan. Oro said it is dead."
    assert dates(text, ("Oro", "praised", "the plan"), ("Oro", "said", "it is dead"))[1] is None


def test_a_day_is_not_carried_to_another_speaker():
    text = "On Monday Oro said one. Kelp says two."
    assert days(text, ("Oro", "said", "one"), ("Kelp", "says", "two"), who=["oro", "kelp"]) == ["2022-11-28", None]


def test_a_day_gives_way_to_the_next():
    text = "On Monday Oro said one. On Tuesday he denied two. He wrote three."
    stmts = ("Oro", "said", "one"), ("he", "denied", "two"), ("He", "wrote", "three")
    assert days(text, *stmts, who=["oro"] * 3) == ["2022-11-28", "2022-11-29", "2022-11-29"]


@pytest.mark.parametrize(("gap", "carried"), [pytest.param(" ", True, id="same"), pytest.param("\n", False, id="next")])
def test_a_month_is_carried_within_its_paragraph_only(gap, carried):
    text = f"In May Oro said one.{gap}He wrote two."
    said = dates(text, ("Oro", "said", "one"), ("He", "wrote", "two"), who=["oro", "oro"])
    assert (said[1] is not None) == carried


def test_without_speakers_the_words_of_the_source_are_compared():
    text = "On Monday Oro said one. Oro wrote two. Kelp denied three."
    stmts = ("Oro", "said", "one"), ("Oro", "wrote", "two"), ("Kelp", "denied", "three")
    assert days(text, *stmts) == ["2022-11-28", "2022-11-28", None]


def test_a_statement_within_another_has_a_day_of_its_own():
    text = "On Thursday Oro said: “Kelp told them on Tuesday that it is over.”"
    outer = ("Oro", "said", "Kelp told them on Tuesday that it is over.")
    assert days(text, outer, ("Kelp", "told", "that it is over")) == ["2022-12-01", "2022-11-29"]


def test_a_statement_within_another_does_not_take_the_outer_day():
    text = "On Thursday Oro said: “Kelp told them that it is over.”"
    outer = ("Oro", "said", "Kelp told them that it is over.")
    assert days(text, outer, ("Kelp", "told", "that it is over")) == ["2022-12-01", None]


def test_without_a_day_of_publication_full_dates_still_tell():
    text = "On 3 March 2022 Oro said so."
    stmt = Stmt(source=spans(text, "Oro"), cue=spans(text, "said"), content=spans(text, "so"))
    (said,) = said_on([stmt], text, time_expressions(text, published=None), published=None)
    assert said is not None
    assert said.first == date(2022, 3, 3)


TEXT = "On Monday Oro said one, who in May 2014 wrote. Yesterday, he added two (last week).\nKelp, on 3 March: three."
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
    lambda at: Span(at[0], min(sum(at), len(TEXT)))
)
SOME = st.lists(SPANS, max_size=2).map(lambda found: tuple(sorted(found)))
STMTS = st.builds(Stmt, cue=SOME, source=SOME, content=st.lists(SPANS, min_size=1, max_size=2).map(tuple))


@given(st.lists(STMTS, max_size=6))
def test_whatever_the_spans_each_statement_gets_a_time_that_the_text_tells(stmts):
    times = time_expressions(TEXT, published=FRIDAY)
    said = said_on(stmts, TEXT, times, published=FRIDAY)
    assert len(said) == len(stmts)
    assert {(one.first, one.last, one.text) for one in said if one} <= {(t.first, t.last, t.text) for t in times}
