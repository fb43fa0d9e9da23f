"""Show versions of a quotation with the words that differ, or as JSON.

Use `write_variants` from the command. Signs tell what colours tell: [-left out-] and {+added+}.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.answers import Piece, Variant, Variants, days
from onrecord.cli.answer_options import outlets_line, scope_line
from onrecord.cli.lists import show, write_json
from onrecord.cli.terminal import plain
from onrecord.ledger import abbreviated
from onrecord.records import Entry

_SIGNS = {"same": ("", "", ""), "gone": ("[-", "-]", "red"), "new": ("{+", "+}", "green")}
_LEGEND = "[-only in the one asked about-] {+only in the other+}"


def write_variants(variants: Variants, *, as_json: bool) -> None:
    """Write the versions, the most alike first."""
    if as_json:
        write_json(variants)
    else:
        show(Group(*_page(variants)))


def _page(variants: Variants) -> Iterator[RenderableType]:
    yield _heading(variants.entry)
    yield Padding(Text(plain(variants.entry.stmt.text)), (0, 0, 1, 2))
    for one in variants.variants:
        yield _heading(one.entry).append(f" {one.kind}", style="not dim bold")
        yield Padding(_words(one), (0, 0, 0, 2))
        yield Padding(Text(plain(one.why), style="dim"), (0, 0, 1, 2))
    if not variants.variants:
        yield Text("no other version found")
    yield Text(scope_line(variants.scope), style="bold")
    if any(one.pieces for one in variants.variants):
        yield Text(_LEGEND, style="dim")


def _heading(entry: Entry) -> Text:
    speaker = entry.stmt.speaker.name if entry.stmt.speaker else ""
    when = days(entry.first_day, entry.last_day)
    about = f"{abbreviated(entry.id)} {when} {plain(speaker)} ({outlets_line(entry.outlets)})"
    return Text(about, style="dim")


def _words(variant: Variant) -> Text:
    if not variant.pieces or variant.kind == "same":
        return Text(plain(variant.entry.stmt.text))
    return Text(" ").join(_piece(piece) for piece in variant.pieces)


def _piece(piece: Piece) -> Text:
    before, behind, style = _SIGNS[piece.mark]
    return Text(f"{before}{plain(piece.text)}{behind}", style=style)
