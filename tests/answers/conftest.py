"""A ledger with the stories of `examples/`, read as a careful reader reads them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.ledger import Issue, Ledger, add_issue, open_ledger
from tests.answers.stories import answers, fill_with_stories

ISSUE = "harbour talks"


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger with the stories and an issue."""
    path = tmp_path_factory.mktemp("stories") / "talks.db"
    with open_ledger(path, create=True) as opened:
        fill_with_stories(opened)
        queries = tuple(answers()["issue"]["query"].split(" OR "))
        add_issue(opened, Issue(name=ISSUE, queries=queries))
    return path


@pytest.fixture
def talks_ledger(talks: Path) -> Iterator[Ledger]:
    """That ledger, open."""
    with open_ledger(talks) as opened:
        yield opened
