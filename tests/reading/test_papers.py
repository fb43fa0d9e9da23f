"""Whose words a paper carries."""

from __future__ import annotations

import pytest

from tests.reading.people_builders import read

PAPERS = {
    "that of whoever was quoted from one": (
        "<s1 A report by the [Harbour Council|1no]> <c1 said> <t1 so>. <s2 The report> <c2 added> <t2 more>.",
        "Harbour Council",
    ),
    "over others who spoke between": (
        "<s1 A report by the [Harbour Council|1no]> <c1 said> <t1 so>. <s2 [Mara Voss|2n]> <c2 said> <t2 no>. "
        "<s3 The report> <c3 added> <t3 more>.",
        "Harbour Council",
    ),
    "by another noun right behind": (
        "<s1 A study by the [Harbour Council|1no]> <c1 said> <t1 so>. <s2 The report> <c2 added> <t2 more>.",
        "Harbour Council",
    ),
    "a statement of whoever spoke last": (
        "<s1 [Mara Voss|1n]> <c1 said> <t1 so>. <s2 The statement> <c2 added> <t2 more>.",
        "Mara Voss",
    ),
    "no report of whoever spoke last": (
        "<s1 [Mara Voss|1n]> <c1 said> <t1 so>. <s2 The report> <c2 added> <t2 more>.",
        "report",
    ),
    "no other report": (
        "<s1 A report by the [Harbour Council|1no]> <c1 said> <t1 so>. <s2 A report> <c2 added> <t2 more>.",
        "report",
    ),
}


@pytest.mark.parametrize(("words", "expected"), PAPERS.values(), ids=PAPERS)
def test_whose_a_paper_is(words: str, expected: str) -> None:
    speaker = read(words)[-1].speaker
    assert speaker is not None
    assert speaker.name == expected
