"""Show one statement on a page: its passage, and line by line what is known of it.

Use `write_statement` from the command.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.lists import days, facts, show, write_json
from onrecord.cli.marked import marked
from onrecord.cli.terminal import plain
from onrecord.exports import answer_to_dict, entry_to_dict
from onrecord.ledger import Change, InContext
from onrecord.records import Actor, Appearance, Condition, Speaker, Statement

REMOVED = "taken out: it is no statement, and is neither found nor counted"


def write_statement(found: InContext, *, as_json: bool) -> None:
    """Write a statement and what it stands in."""
    if as_json:
        write_json(_dict(found))
    else:
        show(_page(found))


def _dict(found: InContext) -> dict[str, object]:
    """The entry as exports have it, and the passage with its offsets in the article."""
    return {
        **entry_to_dict(found.entry),
        "removed": found.removed,
        "passage": {
            "start": found.passage.start,
            "end": found.passage.end,
            "text": found.passage.of(found.article.text),
        },
        "corrections": answer_to_dict(found.changes),
    }


def _page(found: InContext) -> RenderableType:
    entry, stmt = found.entry, found.entry.stmt
    passage = marked(found.article.text, stmt.content, style="bold reverse", part=found.passage)
    parts: list[RenderableType] = [Text(entry.id, style="bold"), Padding(passage, (1, 0, 1, 2)), facts(_facts(found))]
    return Group(*parts, *([Text(REMOVED, style="bold yellow")] if found.removed else []))


def _facts(found: InContext) -> Iterator[tuple[str, str]]:
    entry, stmt = found.entry, found.entry.stmt
    yield "content", stmt.text
    for one in stmt.speakers:
        yield "speaker", _speaker(one)
    if not stmt.speakers:
        yield "speaker", "nobody is named"
    if len(stmt.chain) > 1:
        yield "through", " > ".join(stmt.chain)
    yield "act", _act(stmt)
    for condition in stmt.conditions:
        yield "condition", _condition(condition)
    if stmt.addressee:
        yield "to", stmt.addressee
    yield "said", _said(found)
    yield "form", f"{stmt.form}, {stmt.medium}, confidence {stmt.confidence:.0%}"
    for appearance in entry.appearances:
        yield "appeared", _appearance(appearance)
    for change in found.changes:
        yield "corrected", change_line(change)


def change_line(change: Change) -> str:
    """What a change did, who did it and when: "act: claim → deny (ann, 2031-03-14)"."""
    by = ", ".join(part for part in (change.who, f"{change.at:%Y-%m-%d}") if part)
    return f"{change_did(change)} ({by})"


def change_did(change: Change) -> str:
    """What a change did: "act: claim → deny", "anne-leigh is ann-lee"."""
    if change.action == "merge":
        return f"{change.what['speaker']} is {change.what['into']}"
    return "; ".join(f"{name}: {_told(change.before.get(name))} → {_told(now)}" for name, now in change.after.items())


def _told(value: object) -> str:
    """A value of a change: the parts of a list, once each."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(map(_told, value))) or "nobody"
    return "none" if value is None else "yes" if value is True else "no" if value is False else str(value)


def _speaker(one: Speaker) -> str:
    parts = [one.kind, one.role, f"for {one.party}" if one.party else None]
    return f"{one.name} ({', '.join(part for part in parts if part)}); {one.how}; id {one.id}"


def _act(stmt: Statement) -> str:
    negative = " (the cue is negated: it was not stated)" if stmt.polarity == "negative" else ""
    likely = f", {stmt.act_confidence:.0%}" if stmt.act else ""
    return f"{stmt.act or 'not asked for'}{likely}, {stmt.certainty}{negative}"


def _condition(condition: Condition) -> str:
    on = f"; on {_actor(condition.on)}" if condition.on else ""
    return f"{condition.kind}: “{plain(condition.text)}”{on}"


def _actor(actor: Actor) -> str:
    return " of ".join(part for part in (actor.name, actor.party) if part)


def _said(found: InContext) -> str:
    entry, told = found.entry, found.entry.stmt.said_on
    when = days(entry.first_day, entry.last_day) or "on a day that nobody told"
    if told is None:
        return f"{when} (day of publication)" if entry.first_day else when
    return f"{when}, “{told.text}” ({told.how})" if told.text else f"{when} (corrected)"


def _appearance(appearance: Appearance) -> str:
    day = appearance.published.isoformat() if appearance.published else "undated"
    near = None if appearance.same else "near copy"
    parts = (day, appearance.outlet, appearance.title, appearance.article, appearance.url, near)
    return " · ".join(part for part in parts if part)
