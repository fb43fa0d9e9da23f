"""The table of a reading shows everything, and what to make of it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from onrecord.cli.table import in_tree, reading_table
from onrecord.records import Article, Form, Medium, Reading, Span, Spans, Statement
from tests.conftest import Golden

TEXT = (
    "ESTMARK, April 1 – Foreign Minister Mara Voss of Norvia told reporters that President Tolo Brand, the chairman of "
    "the Harbour Council, “sees no reason” to reopen the ports.\n\n“We are waiting,” she added, “and nothing else.” "
    "Estmark believes that the treaty is dead; it was, according to a diplomat, never alive. “Let them come!”\n"
)


def spans(*words: str) -> Spans:
    """Where the words stand in the text."""
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


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
    )


OUTER = "President Tolo Brand, the chairman of the Harbour Council, “sees no reason” to reopen the ports"
STATEMENTS = (
    stmt(1, [OUTER], cue="told", source="Foreign Minister Mara Voss of Norvia", form="mixed"),
    stmt(
        2,
        ["no reason” to reopen the ports"],
        cue="sees",
        source="President Tolo Brand, the chairman of the Harbour Council",
        parent=1,
        form="mixed",
        medium="thought",
    ),
    stmt(3, ["“We are waiting,”", "“and nothing else.”"], cue="added", source="she", form="direct"),
    stmt(4, ["the treaty is dead"], cue="believes", source="Estmark", medium="thought"),
    stmt(5, ["it was", "never alive"], cue="according to", source="a diplomat", confidence=0.41),
    stmt(6, ["“Let them come!”"], form="direct"),
)
ARTICLE = Article(id="ports.txt", text=TEXT, outlet="Norvia Today", place="Estmark", published=date(2031, 4, 1))
READING = Reading(article=ARTICLE, statements=STATEMENTS, attributed_share=0.736)


def shown(reading: Reading = READING, *, width: int = 100) -> str:
    """The table as plain text."""
    console = Console(file=io.StringIO(), width=width)
    with console.capture() as capture:
        console.print(reading_table(reading))
    return "".join(line.rstrip() + "\n" for line in capture.get().splitlines())


def test_the_table_looks_as_it_was_reviewed(golden: Golden) -> None:
    golden("table.txt", shown())


def test_the_heading_says_who_published_where_and_when() -> None:
    titled = replace(READING, article=replace(ARTICLE, title="Ports stay shut"))
    assert shown(titled).startswith("Ports stay shut\nNorvia Today · Estmark · 2031-04-01 · ports.txt\n")


def test_an_article_without_a_day_is_called_undated() -> None:
    assert "undated" in shown(replace(READING, article=Article(id="a", text=TEXT)))


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_nothing_is_cut(width: int) -> None:
    long = "Ω" * 150
    reading = replace(READING, statements=(replace(STATEMENTS[0], text=long, source_text=long),))
    assert shown(reading, width=width).count("Ω") == 300


def test_statements_stand_under_those_they_lie_in() -> None:
    late_parent = [replace(STATEMENTS[1], id=1, parent=2), replace(STATEMENTS[0], id=2), replace(STATEMENTS[2], id=3)]
    order = [(one.id, [outer.id for outer in chain]) for one, chain in in_tree(late_parent)]
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
        "0 statements · 0 direct · 0 indirect · 0 mixed · 0 nested · 0 thought · 0% of the text attributed"
    ]


def test_no_words_of_an_article_can_write_to_the_screen() -> None:
    reading = replace(READING, statements=(replace(STATEMENTS[0], text="a \x1b[2Jb [bold]c[/bold] :dove:"),))
    assert "a \ufffd[2Jb [bold]c[/bold] :dove:" in shown(reading)
