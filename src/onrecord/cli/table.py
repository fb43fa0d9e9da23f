"""Show a reading as a table that a person likes to read.

Use `reading_table` with a rich console. Nothing is cut: long words and contents wrap. Rows stand in the order of the
text, and what is said within a statement stands under it, indented, after the sources through whom it comes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, get_args

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal import plain
from onrecord.records import Article, Form, Reading, Spans, Statement

UNSURE = 0.5  # a confidence below it is marked: a careful reader would rather not find the same
LEGEND = "? less likely than not that a careful reader finds the same"
MOST_INDENT = 4  # levels; deeper ones would leave no room for words

Chain: TypeAlias = tuple[Statement, ...]
Children: TypeAlias = Mapping[int | None, Sequence[Statement]]


def reading_table(reading: Reading) -> RenderableType:
    """The article's line, a row for each statement, and counts."""
    parts: list[RenderableType] = [_heading(reading.article)]
    if reading.statements:
        parts += [_rows(reading), Text()]
    parts.append(Text(_counts(reading), style="bold"))
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
    table.add_column("Source", ratio=24, overflow="fold")
    table.add_column("Form", no_wrap=True)
    table.add_column("Cue", ratio=14, overflow="fold", style="italic")
    table.add_column("Content", ratio=50, overflow="fold")
    for stmt, chain in in_tree(reading.statements):
        table.add_row(*_cells(reading.article.text, stmt, chain))
    return table


def _cells(text: str, stmt: Statement, chain: Chain) -> tuple[RenderableType, ...]:
    indent = (0, 0, 0, 2 * min(len(chain), MOST_INDENT))
    return (
        _number(stmt),
        Padding(_source(stmt, chain), (0, 0, 0, max(0, indent[3] - 2))),
        _form(stmt),
        Text(_words(text, stmt.cue)),
        Padding(Text(plain(stmt.text), overflow="fold"), indent),
    )


def _number(stmt: Statement) -> Text:
    return Text(f"{stmt.id}?", style="yellow") if stmt.confidence < UNSURE else Text(f"{stmt.id} ")


def _source(stmt: Statement, chain: Chain) -> Text:
    """Who speaks, after whom it comes through: "↳ Kirby > Biden"."""
    through = "".join(f"{_speaker(outer)} > " for outer in chain)
    text = Text("↳ " + through if chain else "", style="dim", overflow="fold")
    return text.append(_speaker(stmt), style="not dim bold" if stmt.source else "")


def _speaker(stmt: Statement) -> str:
    return plain(stmt.source_text) or "(unnamed)"


def _form(stmt: Statement) -> Text:
    text = Text(stmt.form)
    return text.append("\n(thought)", style="dim") if stmt.medium == "thought" else text


def _words(text: str, spans: Spans) -> str:
    return " … ".join(plain(span.of(text)) for span in spans)


def _counts(reading: Reading) -> str:
    stmts = reading.statements
    forms = Counter(stmt.form for stmt in stmts)
    parts = [
        f"{len(stmts)} statement{'' if len(stmts) == 1 else 's'}",
        *(f"{forms[form]} {form}" for form in get_args(Form)),
        f"{sum(stmt.parent is not None for stmt in stmts)} nested",
        f"{sum(stmt.medium == 'thought' for stmt in stmts)} thought",
        f"{reading.attributed_share:.0%} of the text attributed",
    ]
    return " · ".join(parts)


def in_tree(stmts: Sequence[Statement]) -> Iterator[tuple[Statement, Chain]]:
    """Each statement after the one it lies in, with those around it, the outermost first."""
    known = {stmt.id for stmt in stmts}
    children: dict[int | None, list[Statement]] = defaultdict(list)
    for stmt in stmts:
        children[stmt.parent if stmt.parent in known else None].append(stmt)
    return _below(None, (), children)


def _below(parent: int | None, chain: Chain, children: Children) -> Iterator[tuple[Statement, Chain]]:
    for stmt in children.get(parent, ()):
        yield stmt, chain
        yield from _below(stmt.id, (*chain, stmt), children)
