"""The list of formats, and what an export says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.exports import FORMATS, Exported, export
from tests.exports.builders import TEXT, offer, story

LEFT_OUT = {"dna": 1, "dna-csv": 1, "plover": 1, "graphml": 3, "graphml-parties": 3}


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_counts_what_it_holds_and_what_it_leaves_out(name: str, tmp_path: Path) -> None:
    left_out = LEFT_OUT.get(name, 0)
    seen = export(name, iter(story()), tmp_path / "talks", text_of=lambda _: TEXT)
    assert seen == Exported(written=len(story()) - left_out, left_out=left_out)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_gives_a_file(name: str, tmp_path: Path) -> None:
    assert export(name, [], tmp_path / "talks", text_of=lambda _: TEXT) == Exported(written=0, left_out=0)
    assert (tmp_path / "talks").is_file()


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_what_may_leave_out_says_why(form) -> None:
    assert bool(form.lacks) == (form.name in LEFT_OUT)


def test_a_format_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no format 'xml'; choose one of csv, jsonl, parquet"):
        export("xml", [offer()], tmp_path / "talks")


def test_what_holds_texts_needs_them(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="dna holds the articles' texts"):
        export("dna", [offer()], tmp_path / "talks")
    assert list(tmp_path.iterdir()) == []


def test_an_issue_is_for_those_that_take_one(tmp_path: Path) -> None:
    export("csv", [offer()], tmp_path / "talks.csv", issue="the strait")
    export("dna-csv", [offer()], tmp_path / "talks-dna.csv", issue="the strait")
    assert '"the strait"' in (tmp_path / "talks-dna.csv").read_text(encoding="utf-8")
