"""Show issues and what they choose.

Use these from the commands of `issue`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields

from rich.console import Group
from rich.text import Text

from onrecord.answers import days, scope_of
from onrecord.cli.answer_options import scope_line
from onrecord.cli.lists import cell, show, table, write_csv, write_json
from onrecord.cli.terminal import plain
from onrecord.exports import answer_to_dict
from onrecord.ledger import Filters, Issue, abbreviated
from onrecord.records import Entry

MOST_PARTIES = 8  # that a preview counts by name
MOST_SHOWN = 5  # statements of a preview

_COLUMNS = "id by_hand first_day last_day speaker party act text outlets"


def write_preview(entries: Sequence[Entry]) -> None:
    """Write how many statements would be chosen, of whom, and the latest of them."""
    parties = Counter(one.party or "no party" for entry in entries for one in entry.stmt.speakers)
    counts = ", ".join(f"{plain(name)} {number:,}" for name, number in parties.most_common(MOST_PARTIES))
    latest = sorted(entries, key=_latest, reverse=True)[:MOST_SHOWN]
    lines = [Text(scope_line(scope_of(entries)), style="bold"), Text(counts)]
    show(Group(*lines, *(Text(f"  {_line(entry)}") for entry in latest)))


def write_issues(found: Sequence[tuple[Issue, int]], *, as_json: bool) -> None:
    """Write a row for each issue, with the number of its statements."""
    if as_json:
        write_json({"issues": [{**_asked(issue), "statements": number} for issue, number in found]})
        return
    rows = table("Issue", "Statements", "Asks for", numbers=("Statements",), wide="Asks for")
    for issue, number in found:
        rows.add_row(cell(issue.name), cell(number), cell(_definition(issue)))
    show(rows if found else Text("no issue yet"))


def write_issue(
    issue: Issue, entries: Sequence[Entry], hand: Mapping[str, bool], *, limit: int, as_json: bool, as_csv: bool
) -> None:
    """Write what an issue asks for and its statements; CSV and JSON have all of them."""
    latest = sorted(entries, key=_latest, reverse=True)
    if as_json:
        statements = [answer_to_dict(entry) for entry in latest]
        write_json({**_asked(issue), "by_hand": dict(hand), "statements": statements})
    elif as_csv:
        write_csv(_COLUMNS.split(), (_row(entry, hand) for entry in latest))
    else:
        show(_page(issue, latest, hand, limit=limit))


def _page(issue: Issue, entries: Sequence[Entry], hand: Mapping[str, bool], *, limit: int) -> Group:
    rows = table("Id", "Said", "Speaker", "Act", "Content", wide="Content")
    for entry in entries[:limit]:
        stmt, mark = entry.stmt, "+" if hand.get(entry.id) else ""
        speaker = stmt.speaker.name if stmt.speaker else ""
        said = days(entry.first_day, entry.last_day)
        rows.add_row(*map(cell, (abbreviated(entry.id) + mark, said, speaker, stmt.act, stmt.text)))
    put_in, put_out = sum(hand.values()), len(hand) - sum(hand.values())
    by_hand = f"{put_in} put in by hand (+), {put_out} put out"
    return Group(
        Text(plain(issue.name), style="bold"),
        Text(plain(_definition(issue))),
        rows,
        Text(),
        Text(f"{min(limit, len(entries)):,} of {scope_line(scope_of(entries))}", style="bold"),
        Text(by_hand, style="dim"),
    )


def _definition(issue: Issue) -> str:
    parts = [*issue.queries, *(f"like “{one.text}”" for one in issue.examples)]
    asked = " or ".join(parts) or "everything"
    return "; ".join((asked, *(f"{name} {value}" for name, value in _filters(issue).items())))


def _asked(issue: Issue) -> dict[str, object]:
    return {
        "name": issue.name,
        "queries": list(issue.queries),
        "like": [one.text for one in issue.examples],
        "filters": {name: answer_to_dict(value) for name, value in _filters(issue).items()},
    }


def _filters(issue: Issue) -> dict[str, object]:
    """The filters that ask for something."""
    values = {field.name: getattr(issue.filters, field.name) for field in fields(Filters)}
    return {name: value for name, value in values.items() if value not in (None, False)}


def _latest(entry: Entry) -> tuple[str, str]:
    return (entry.last_day.isoformat() if entry.last_day else "", entry.id)


def _line(entry: Entry) -> str:
    speaker = entry.stmt.speaker.name if entry.stmt.speaker else "unnamed"
    return plain(f"{days(entry.first_day, entry.last_day)} {speaker}: {entry.stmt.text}")


def _row(entry: Entry, hand: Mapping[str, bool]) -> list[object]:
    stmt = entry.stmt
    return [
        entry.id,
        "in" if hand.get(entry.id) else "",
        entry.first_day,
        entry.last_day,
        "; ".join(one.name for one in stmt.speakers),
        "; ".join(dict.fromkeys(one.party for one in stmt.speakers if one.party)),
        stmt.act,
        stmt.text,
        "; ".join(entry.outlets),
    ]
