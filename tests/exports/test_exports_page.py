"""docs/exports.md: its examples are what the program writes, and it leaves out no format and no column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.exports import FORMATS, entry_schema
from onrecord.exports.as_csv import COLUMNS
from onrecord.exports.as_dna_events import VARIABLES
from tests.exports.harbour import EXAMPLES, TEXT, accusation, promise

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"
EXAMPLE = re.compile(r"(<!-- example: (?P<name>\S+) -->\n```\w+\n)(?P<shown>.*?)(\n?```)", re.DOTALL)


def page() -> str:
    """The page."""
    return PAGE.read_text(encoding="utf-8")


def test_the_page_has_every_example() -> None:
    assert [match["name"] for match in EXAMPLE.finditer(page())] == list(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_what_the_program_writes(name: str, request: pytest.FixtureRequest) -> None:
    written = EXAMPLES[name]()
    if request.config.getoption("--write-golden"):
        renewed = EXAMPLE.sub(lambda old: f"{old[1]}{written}\n```" if old["name"] == name else old[0], page())
        PAGE.write_text(renewed, encoding="utf-8")
    assert next(match["shown"] for match in EXAMPLE.finditer(page()) if match["name"] == name) == written


@pytest.mark.parametrize(
    "names",
    [FORMATS, COLUMNS, VARIABLES, entry_schema()["properties"]],
    ids=["formats", "csv", "dna", "json"],
)
def test_the_page_names_all(names: dict[str, object] | tuple[str, ...]) -> None:
    assert [name for name in names if f"`{name}`" not in page()] == []


@pytest.mark.parametrize("entry", [promise(), accusation()], ids=["promise", "accusation"])
def test_the_examples_stand_in_the_story(entry) -> None:
    assert [span.of(TEXT) for span in entry.stmt.content] == [entry.stmt.text]
