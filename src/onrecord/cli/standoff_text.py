"""Tell who waits for whom, or write it as a drawing, a graph or JSON.

Use `write_standoff` from the command.
"""

from __future__ import annotations

from collections.abc import Iterator

import click
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.answers import Circle, Edge, Standoff, Wait, days, dot, drawing, graphml
from onrecord.cli.answer_options import outlets_line, scope_line
from onrecord.cli.lists import number_of, show, write_json
from onrecord.cli.terminal import plain
from onrecord.ledger import abbreviated

_FORMS = {"svg": drawing, "graphml": graphml, "dot": dot}


def write_standoff(standoff: Standoff, *, form: str, as_json: bool) -> None:
    """Write it in a form; JSON wins."""
    if as_json:
        write_json(standoff)
    elif form in _FORMS:
        click.echo(_FORMS[form](standoff).encode("utf-8", "replace"), nl=False)
    else:
        show(Group(*_page(standoff)))


def _page(standoff: Standoff) -> Iterator[RenderableType]:
    for circle in standoff.circles:
        yield from _circle(circle)
    for edge in standoff.edges:
        yield from _edge(edge)
    if not standoff.edges:
        yield Text("nobody waits for anybody")
    yield Text(scope_line(standoff.scope), style="bold")
    for number, what in (
        (standoff.on_nobody, "of which the text does not say who must act"),
        (standoff.on_itself, "on which a side waits for itself"),
        (standoff.without_side, "of speakers whose side is not known"),
    ):
        if number:
            yield Text(f"{number_of(number, 'condition', 'conditions')} {what}, left out", style="dim")


def _circle(circle: Circle) -> Iterator[RenderableType]:
    around = " → ".join((*circle.sides, circle.sides[0]))
    yield Text(f"A circle: {plain(around)}", style="bold")
    for sentence in circle.sentences:
        yield Padding(Text(plain(sentence)), (0, 0, 0, 2))
    weakest = f"Weakest: {circle.weakest.waiter} → {circle.weakest.awaited}, {circle.why}"
    yield Padding(Text(plain(weakest)), (0, 0, 1, 2))


def _edge(edge: Edge) -> Iterator[RenderableType]:
    state = ", dropped" if edge.dropped else ", rejected" if edge.rejected else ""
    yield Text(f"{plain(edge.waiter)} → {plain(edge.awaited)}{state}", style="bold")
    for wait in edge.waits:
        yield Padding(_wait(wait), (0, 0, 0, 2))
    yield Text()


def _wait(wait: Wait) -> Text:
    entry = wait.held.entry
    speaker = entry.stmt.speaker.name if entry.stmt.speaker else ""
    about = f"{days(entry.first_day, entry.last_day)} {plain(speaker)} ({outlets_line(entry.outlets)}) "
    text = Text(about, style="dim").append(f"“{plain(wait.condition.text)}”", style="not dim")
    text.append(f" {abbreviated(entry.id)}", style="dim")
    for reply, what in ((wait.rejected, "rejected"), (wait.dropped, "dropped")):
        if reply:
            when = days(reply.first_day, reply.last_day)
            text.append(f"\n  {what} {when}: {plain(reply.stmt.text)} {abbreviated(reply.id)}", style="not dim")
    return text
