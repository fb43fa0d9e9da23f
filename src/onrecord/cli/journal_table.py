"""Show what users changed in a ledger.

Use `write_journal` from the command.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group
from rich.text import Text

from onrecord.cli.lists import cell, number_of, show, table, write_json
from onrecord.cli.statement_page import change_did
from onrecord.exports import answer_to_dict
from onrecord.ledger import Change, abbreviated


def write_journal(found: Sequence[Change], lost: Sequence[str], *, as_json: bool) -> None:
    """Write a row for each change.

    Args:
        found: the changes.
        lost: statements that were corrected and not found again since.
        as_json: write JSON, not a table.
    """
    if as_json:
        write_json({"changes": answer_to_dict(found), "unplaced": list(lost)})
        return
    rows = table("#", "When", "Who", "What", "Change", numbers=("#",), wide="Change")
    for change in found:
        style = "dim strike" if change.undone else ""
        did = change_did(change) + (" (undone)" if change.undone else "")
        rows.add_row(*map(cell, (change.id, change.at, change.who, _what(change), did)), style=style)
    notes = [Text(_lost(lost), style="yellow")] if lost else []
    show(Group(rows if found else Text("nobody changed anything"), *notes))


def _what(change: Change) -> str:
    key = change.what.get("key")
    return f"{change.action} {abbreviated(key)}" if key else change.action


def _lost(lost: Sequence[str]) -> str:
    corrected = number_of(len(lost), "corrected statement was", "corrected statements were")
    return f"{corrected} not found when their article was read again: {', '.join(lost)}"
