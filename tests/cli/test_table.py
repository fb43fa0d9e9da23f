"""The table of a reading shows everything, and what to make of it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from onrecord.cli.table import in_tree, reading_table
from onrecord.records import (
    Actor,
    Article,
    Condition,
    ConditionKind,
    Form,
    Medium,
    Reading,
    SaidOn,
    Span,
    Spans,
    Speaker,
    SpeakerKind,
    Statement,
)
from tests.conftest import Golden

TEXT = (
    "ESTMARK, April 1 – Foreign Minister Mara Voss of Norvia told reporters that President Tolo Brand, the chairman of "
    "the Harbour Council, “sees no reason” to reopen the ports.\n\n“We are waiting,” she added, “and nothing else.” "
    "Estmark believes that the treaty is dead; it was, according to a diplomat, never alive. “Let them come!”\n"
)


def spans(*words: str) -> Spans:
    """Where the words stand in the text."""
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


def speaker(
    name: str, *, kind: SpeakerKind = "person", role: str | None = None, party: str | None = None, how: str = "named"
) -> Speaker:
    """A speaker; where they are mentioned is not shown."""
    return Speaker(
        id=name.lower().replace(" ", "-"), name=name, kind=kind, role=role, party=party, how=how, mentions=()
    )


def stmt(
    number: int,
    content: Sequence[str],
    *,
    cue: str = "",
    source: str = "",
    parent: int | None = None,
    form: Form = "indirect",
    medium: Medium = "said",
    confidence: float = 0.9,
    by: Sequence[Speaker] = (),
    through: Sequence[str] = (),
    said_on: SaidOn | None = None,
) -> Statement:
    """A statement of words of the text."""
    return Statement(
        id=number,
        parent=parent,
        cue=spans(cue) if cue else (),
        source=spans(source) if source else (),
        content=spans(*content),
        text=" … ".join(content),
        source_text=source,
        form=form,
        medium=medium,
        confidence=confidence,
        speakers=tuple(by),
        chain=(*through, *(one.name for one in by[:1])),
        said_on=said_on,
    )


OUTER = "President Tolo Brand, the chairman of the Harbour Council, “sees no reason” to reopen the ports"
VOSS = speaker("Mara Voss", role="Foreign Minister", party="Norvia")
BRAND = speaker("Tolo Brand", role="chairman of the Harbour Council", party="Estmark")
FRIDAY = SaidOn(first=date(2031, 3, 28), last=date(2031, 3, 28), text="on Friday", how="expression")
WEEK = SaidOn(first=date(2031, 3, 31), last=date(2031, 4, 6), text="this week", how="carried")
STATEMENTS = (
    stmt(
        1, [OUTER], cue="told", source="Foreign Minister Mara Voss of Norvia", form="mixed", by=[VOSS], said_on=FRIDAY
    ),
    stmt(
        2,
        ["no reason” to reopen the ports"],
        cue="sees",
        source="President Tolo Brand, the chairman of the Harbour Council",
        parent=1,
        form="mixed",
        medium="thought",
        by=[BRAND],
        through=["Mara Voss"],
    ),
    stmt(
        3,
        ["“We are waiting,”", "“and nothing else.”"],
        cue="added",
        source="she",
        form="direct",
        by=[replace(VOSS, how='same as "Mara Voss"')],
        said_on=WEEK,
    ),
    stmt(
        4,
        ["the treaty is dead"],
        cue="believes",
        source="Estmark",
        medium="thought",
        by=[speaker("Estmark", kind="organisation", party="Estmark")],
    ),
    stmt(
        5,
        ["it was", "never alive"],
        cue="according to",
        source="a diplomat",
        confidence=0.41,
        by=[speaker("diplomat", kind="unnamed", how="not named")],
        through=["Meridian Wire"],
    ),
    stmt(6, ["“Let them come!”"], form="direct"),
)
ARTICLE = Article(id="ports.txt", text=TEXT, outlet="Norvia Today", place="Estmark", published=date(2031, 4, 1))
READING = Reading(article=ARTICLE, statements=STATEMENTS, attributed_share=0.736)


def hung(*kinds: ConditionKind, on: Actor | None = None) -> tuple[Condition, ...]:
    """Conditions of some kinds; where they stand is not shown."""
    return tuple(Condition(text="x", span=Span(0, 1), kind=kind, on=on) for kind in kinds)


ACTED = (
    replace(STATEMENTS[0], act="claim"),
    replace(STATEMENTS[1], act="refuse", certainty="hedged"),
    replace(STATEMENTS[2], act="threaten", conditions=hung("unless", on=Actor(name="Tolo Brand", party="Estmark"))),
    replace(STATEMENTS[3], act="claim", polarity="negative"),
    replace(STATEMENTS[4], act="accuse", conditions=hung("subject_to", "if", on=Actor(party="Norvia"))),
    replace(STATEMENTS[5], act="demand"),
)


def shown(reading: Reading = READING, *, width: int = 100) -> str:
    """The table as plain text."""
    console = Console(file=io.StringIO(), width=width)
    with console.capture() as capture:
        console.print(reading_table(reading))
    return "".join(line.rstrip() + "\n" for line in capture.get().splitlines())


def test_the_table_looks_as_it_was_reviewed(golden: Golden) -> None:
    golden("table.txt", shown())


@pytest.mark.parametrize("width", [80, 120])
def test_the_table_with_acts_looks_as_it_was_reviewed(golden: Golden, width: int) -> None:
    golden(f"table-acts-{width}.txt", shown(replace(READING, statements=ACTED), width=width))


def test_without_acts_there_is_no_column_for_them() -> None:
    assert " Act " not in shown()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"conditions": hung("if")}, "if …"),
        ({"conditions": hung("subject_to")}, "subject to …"),
        ({"conditions": hung("if", on=Actor(party="Estmark"))}, "if …: on Estmark"),
        ({"conditions": hung("until", on=Actor(name="Ann Lee", party="Norvia"))}, "until …: on Ann Lee"),
        ({"certainty": "hedged"}, "(hedged)"),
        ({"polarity": "negative"}, "(negated)"),
    ],
    ids=["condition", "two words", "on a party", "on a person", "hedged", "negated"],
)
def test_what_holds_an_act_back_stands_with_it(change: dict[str, object], words: str) -> None:
    one = replace(STATEMENTS[5], act="offer", **change)  # type: ignore[arg-type]
    assert words in shown(replace(READING, statements=(one,)))


def test_a_kind_of_condition_stands_once() -> None:
    one = replace(STATEMENTS[5], act="offer", conditions=hung("if", "if"))
    assert shown(replace(READING, statements=(one,))).count("if …") == 1


def test_the_heading_says_who_published_where_and_when() -> None:
    titled = replace(READING, article=replace(ARTICLE, title="Ports stay shut"))
    assert shown(titled).startswith("Ports stay shut\nNorvia Today · Estmark · 2031-04-01 · ports.txt\n")


def test_an_article_without_a_day_is_called_undated() -> None:
    assert "undated" in shown(replace(READING, article=Article(id="a", text=TEXT)))


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_nothing_is_cut(width: int) -> None:
    long = "Ω" * 150
    who = speaker(long, role=f"{long}a", party=f"{long}b", how=f"{long}c")
    one = replace(
        STATEMENTS[0],
        text=long,
        source_text=f"{long}d",
        speakers=(who,),
        chain=(long, long),
        said_on=replace(WEEK, text=long),
    )
    assert shown(replace(READING, statements=(one,)), width=width).count("Ω") == 8 * 150


@pytest.mark.parametrize(
    ("said_on", "words"),
    [
        (FRIDAY, "on 2031-03-28 “on Friday”"),
        (WEEK, "2031-03-31 to 2031-04-06 “this week” (carried)"),
        (replace(WEEK, last=WEEK.first, text="\tMonday\n"), "on 2031-03-31 “Monday” (carried)"),
        (replace(WEEK, first=None, text="once", how="before"), "before 2031-04-07 “once”"),
    ],
    ids=["a day", "a week", "a day carried on", "some time ago"],
)
def test_the_day_stands_with_its_words(said_on: SaidOn, words: str) -> None:
    one = replace(STATEMENTS[5], said_on=said_on)
    there = iter(shown(replace(READING, statements=(one,)), width=400).split())
    assert all(word in there for word in words.split())  # in this order, on as many lines as it takes


def test_a_day_is_not_broken_on_a_narrow_screen() -> None:
    assert "2031-03-28" in shown(width=80)
    assert "2031-03-28" in shown(replace(READING, statements=ACTED), width=80)


@pytest.mark.parametrize(("medium", "marked"), [("said", False), ("written", True), ("thought", True)])
def test_what_was_not_said_is_marked(medium: Medium, *, marked: bool) -> None:
    one = replace(STATEMENTS[5], medium=medium)
    assert (f"({medium})" in shown(replace(READING, statements=(one,)))) == marked


def test_a_role_is_not_repeated_in_the_next_row() -> None:
    assert shown(replace(READING, statements=(STATEMENTS[2], STATEMENTS[2]))).count("Foreign Minister") == 1


def test_speakers_and_parties_are_counted_once_each() -> None:
    assert "6 statements · 4 speakers · 2 parties · 74% of the text attributed" in shown()


def test_one_of_each_is_counted_in_the_singular() -> None:
    assert "1 statement · 1 speaker · 1 party ·" in shown(replace(READING, statements=STATEMENTS[:1]))


def test_statements_stand_under_those_they_lie_in() -> None:
    late_parent = [replace(STATEMENTS[1], id=1, parent=2), replace(STATEMENTS[0], id=2), replace(STATEMENTS[2], id=3)]
    order = [(one.id, [around.id for around in outer]) for one, outer in in_tree(late_parent)]
    assert order == [(2, []), (1, [2]), (3, [])]


def test_a_statement_whose_parent_was_left_out_stands_by_itself() -> None:
    assert [one.id for one, _ in in_tree(STATEMENTS[1:3])] == [2, 3]


def test_a_doubtful_statement_is_marked_and_the_mark_explained() -> None:
    assert "5?" in shown()
    assert "? less likely than not" in shown()


def test_the_mark_is_not_explained_where_there_is_none() -> None:
    assert "less likely" not in shown(replace(READING, statements=STATEMENTS[:4]))


def test_an_article_without_statements_has_counts_only() -> None:
    empty = shown(replace(READING, statements=(), attributed_share=0.0))
    assert empty.splitlines()[2:] == [
        "0 statements · 0 speakers · 0 parties · 0% of the text attributed",
        "0 direct · 0 indirect · 0 mixed · 0 nested · 0 thought",
    ]


@pytest.mark.parametrize("field", ["name", "role", "party", "how"])
def test_no_words_about_a_speaker_can_write_to_the_screen(field: str) -> None:
    who = replace(speaker("x", how="y"), **{field: "a \x1b[2Jb [bold]c[/bold]"})  # type: ignore[arg-type]
    reading = replace(READING, statements=(replace(STATEMENTS[0], speakers=(who,)),))
    assert "a \ufffd[2Jb [bold]c[/bold]" in shown(reading, width=300)


def test_no_words_of_an_article_can_write_to_the_screen() -> None:
    reading = replace(READING, statements=(replace(STATEMENTS[0], text="a \x1b[2Jb [bold]c[/bold] :dove:"),))
    assert "a \ufffd[2Jb [bold]c[/bold] :dove:" in shown(reading)
