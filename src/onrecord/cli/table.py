"""Show a reading as a table that a person likes to read.

Use `reading_table` with a rich console. Nothing is cut: long words and contents wrap. Rows stand in the order of the
text, and what is said within a statement stands under it, indented. `speaker_cell` draws the cells of who speaks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TypeAlias, get_args

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.speaker_cell import SpeakerCells
from onrecord.cli.terminal import plain
from onrecord.records import Article, Form, Reading, SaidOn, Spans, Statement

UNSURE = 0.5  # a confidence below it is marked: a careful reader would rather not find the same
LEGEND = "? less likely than not that a careful reader finds the same"
CUE_WIDTH = 13  # columns at most; "on 2031-03-28" is not broken on a narrow screen
MOST_INDENT = 4  # levels; deeper ones would leave no room for words

Outer: TypeAlias = tuple[Statement, ...]
Children: TypeAlias = Mapping[int | None, Sequence[Statement]]


def reading_table(reading: Reading) -> RenderableType:
    """The article's line, a row for each statement, and counts."""
    parts: list[RenderableType] = [_heading(reading.article)]
    if reading.statements:
        parts += [_rows(reading), Text()]
    parts += [Text(_who_and_how_much(reading), style="bold"), Text(_kinds(reading.statements))]
    if any(stmt.confidence < UNSURE for stmt in reading.statements):
        parts.append(Text(LEGEND, style="dim"))
    return Group(*parts)


def _heading(article: Article) -> Text:
    day = article.published.isoformat() if article.published else "undated"
    facts = [article.outlet, article.place, day, article.id if article.title else None]
    text = Text(plain(article.title or article.id), style="bold", overflow="fold")
    return text.append("\n" + " · ".join(plain(fact) for fact in facts if fact), style="not bold dim")


def _rows(reading: Reading) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_edge=False, pad_edge=False)
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("Speaker", ratio=26, overflow="fold")
    table.add_column("Form", no_wrap=True)
    acts = any(stmt.act for stmt in reading.statements)
    if acts:
        table.add_column("Act", no_wrap=True)
    table.add_column("Cue", max_width=CUE_WIDTH, overflow="fold")
    table.add_column("Content", ratio=46, overflow="fold")
    speakers = SpeakerCells()
    for stmt, outer in in_tree(reading.statements):
        number, who, form, *rest = _cells(reading.article.text, stmt, min(len(outer), MOST_INDENT), speakers)
        table.add_row(number, who, form, *([_act(stmt)] if acts else []), *rest)
    return table


def _cells(text: str, stmt: Statement, depth: int, speakers: SpeakerCells) -> tuple[RenderableType, ...]:
    return (
        _number(stmt),
        Padding(speakers.cell(stmt, nested=depth > 0), (0, 0, 0, 2 * max(0, depth - 1))),
        _form(stmt),
        _cue(text, stmt),
        Padding(_content(stmt), (0, 0, 0, 2 * depth)),
    )


def _number(stmt: Statement) -> Text:
    return Text(f"{stmt.id}?", style="yellow") if stmt.confidence < UNSURE else Text(f"{stmt.id} ")


def _form(stmt: Statement) -> Text:
    text = Text(stmt.form)
    return text if stmt.medium == "said" else text.append(f"\n({stmt.medium})", style="dim")


def _act(stmt: Statement) -> Text:
    """What the speaker does, and under it what holds it back: "if …", "(hedged)", "(negated)"."""
    text = Text(stmt.act or "")
    for kind in dict.fromkeys(one.kind.replace("_", " ") for one in stmt.conditions):
        text.append(f"\n{kind} …")
    text.append("\n(hedged)" if stmt.certainty == "hedged" else "", style="dim")
    return text.append("\n(negated)" if stmt.polarity == "negative" else "", style="yellow")


def _content(stmt: Statement) -> Text:
    """What is attributed, and under it whom each condition waits for, where that is known."""
    text = Text(plain(stmt.text), overflow="fold")
    for one in stmt.conditions:
        on = one.on and (one.on.name or one.on.party)
        text.append(f"\n{one.kind.replace('_', ' ')} …: on {plain(on)}" if on else "", style="dim")
    return text


def _cue(text: str, stmt: Statement) -> Text:
    """The words that attribute, and under them the day."""
    cue = Text(_words(text, stmt.cue), style="italic", overflow="fold")
    if stmt.said_on is None:
        return cue
    return cue.append("\n" * bool(stmt.cue) + _when(stmt.said_on), style="not italic dim")


def _when(said_on: SaidOn) -> str:
    """The day or days, and the words that tell them: "2022-11-28 to 2022-12-04 “that week” (carried)"."""
    first, last = said_on.first, said_on.last
    if first is None:
        told = f"before {last + timedelta(days=1)}"
    else:
        told = f"on {first}" if first == last else f"{first} to {last}"
    carried = " (carried)" if said_on.how == "carried" else ""
    return f"{told} “{plain(said_on.text)}”{carried}"


def _words(text: str, spans: Spans) -> str:
    return " … ".join(plain(span.of(text)) for span in spans)


def _who_and_how_much(reading: Reading) -> str:
    stmts = reading.statements
    everybody = [one for stmt in stmts for one in stmt.speakers]
    parts = [
        _number_of(len(stmts), "statement", "statements"),
        _number_of(len({one.id for one in everybody}), "speaker", "speakers"),
        _number_of(len({one.party for one in everybody if one.party}), "party", "parties"),
        f"{reading.attributed_share:.0%} of the text attributed",
    ]
    return " · ".join(parts)


def _kinds(stmts: Sequence[Statement]) -> str:
    forms = Counter(stmt.form for stmt in stmts)
    parts = [
        *(f"{forms[form]} {form}" for form in get_args(Form)),
        f"{sum(stmt.parent is not None for stmt in stmts)} nested",
        f"{sum(stmt.medium == 'thought' for stmt in stmts)} thought",
    ]
    return " · ".join(parts)


def _number_of(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def in_tree(stmts: Sequence[Statement]) -> Iterator[tuple[Statement, Outer]]:
    """Each statement after the one it lies in, with those around it, the outermost first."""
    known = {stmt.id for stmt in stmts}
    children: dict[int | None, list[Statement]] = defaultdict(list)
    for stmt in stmts:
        children[stmt.parent if stmt.parent in known else None].append(stmt)
    return _below(None, (), children)


def _below(parent: int | None, outer: Outer, children: Children) -> Iterator[tuple[Statement, Outer]]:
    for stmt in children.get(parent, ()):
        yield stmt, outer
        yield from _below(stmt.id, (*outer, stmt), children)
