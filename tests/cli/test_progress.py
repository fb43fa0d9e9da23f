"""Long work shows how far it is, where somebody watches."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from rich.console import Console

from onrecord.cli.progress import Progress
from tests.cli.conftest import Start


@pytest.fixture
def screen() -> Console:
    """A terminal of which we keep all that is written."""
    return Console(file=io.StringIO(), force_terminal=True, width=80, _environ={"TERM": "xterm"})


def written(screen: Console) -> str:
    """What went to the terminal."""
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


def test_the_line_counts_and_names_what_is_read(screen: Console) -> None:
    with Progress(watched=True, console=screen).reading(2, "b [bold].txt"):
        pass
    assert "1 done; now b [bold].txt" in written(screen)


def test_one_article_shows_no_progress(screen: Console) -> None:
    with Progress(watched=True, console=screen).reading(1, "a.txt"):
        pass
    assert written(screen) == ""


def test_nothing_is_shown_where_nobody_watches(screen: Console) -> None:
    with Progress(watched=False, console=screen).reading(2, "b.txt"):
        pass
    assert written(screen) == ""


def test_the_line_is_gone_when_the_article_is_read(screen: Console) -> None:
    progress = Progress(watched=True, console=screen)
    for number in (2, 3):
        with progress.reading(number, "b.txt"):
            pass
        assert written(screen).endswith("\x1b[1A\x1b[2K")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("files", "expected"), [(1, False), (2, True)], ids=["one article", "two articles"])
def test_progress_goes_to_a_terminal_and_the_output_stays_clean(
    start: Start, news: Path, files: int, expected: bool
) -> None:
    ours, theirs = os.openpty()
    paths = sorted(news.iterdir())[:files]
    process = start("read", "--json", *paths, stderr=theirs, env={"TERM": "xterm"})
    output, _ = process.communicate(timeout=60)
    os.set_blocking(ours, False)
    os.write(theirs, b".")
    seen = os.read(ours, 65536)
    os.close(theirs)
    os.close(ours)
    assert (b"1 done; now" in seen) is expected
    assert (output.count(b"\n"), b"\x1b" in output) == (files, False)
