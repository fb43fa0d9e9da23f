"""Who signs a quotation that stands alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.reading.signatures import signature
from onrecord.records import Span
from tests.reading.people_builders import marked, statements

SIGNED = {
    "a name": ("“<t1 It rains.>”\n– Ann Lee\nIt did.", "Ann Lee"),
    "a role and a name": ("“<t1 It rains.>”\n  — Minister of Ports, Ann Lee", "Minister of Ports, Ann Lee"),
    "a line of dialogue": ("“<t1 It rains.>”\n– Does it? I see none.", None),
    "another quotation": ("“<t1 It rains.>”\n– “Does it”", None),
    "a plain line": ("“<t1 It rains.>”\nAnn Lee left.", None),
    "the same line": ("“<t1 It rains.>” – Ann Lee", None),
}


@pytest.mark.parametrize(("words", "expected"), SIGNED.values(), ids=SIGNED)
def test_a_line_behind_a_dash_signs(words: str, expected: str | None) -> None:
    read = marked(words)
    (stmt,) = statements(read)
    found = signature(read.text, replace(stmt, form="direct"))
    assert (found.of(read.text) if found else None) == expected


def test_what_has_a_source_is_not_signed() -> None:
    read = marked("“<t1 It rains.>”\n– Ann Lee")
    (stmt,) = statements(read)
    assert signature(read.text, replace(stmt, form="direct", source=(Span(0, 1),))) is None
