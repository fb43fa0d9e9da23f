"""The options that say how articles are read, and the reader that they ask for.

Use `reader_options` on each command that reads articles, and in it `load_reader`, or `LateReader` where there may be
nothing to read.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord.cli.terminal import say

if TYPE_CHECKING:
    from onrecord.reading import Reader
    from onrecord.records import Article, Reading

MOST_THREADS = 4  # windows are small: beyond four, threads wait for each other more than they work

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def default_threads() -> int:
    """As many as there are processors, four at most."""
    return max(1, min(MOST_THREADS, os.cpu_count() or 1))


_OPTIONS = (
    click.option(
        "--threads",
        type=click.IntRange(min=1),
        metavar="N",
        default=default_threads,
        show_default=f"processors, at most {MOST_THREADS}",
        help="Threads to read with.",
    ),
    click.option(
        "--model", type=click.Path(path_type=Path), metavar="DIR", help="Read with the weights in this folder."
    ),
)


def reader_options(command: Decorated) -> Decorated:
    """Add `--threads` and `--model`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def load_reader(model: Path | None, *, threads: int) -> Reader:
    """Load the weights; a warning about them becomes a line like any other.

    Raises:
        ModelError: when they cannot be used.
    """
    from onrecord.reading import Reader  # noqa: PLC0415  # takes with it onnxruntime, tokenizers and numpy

    with warnings.catch_warnings(record=True) as caught:
        reader = Reader(model, threads=threads)
    for warning in caught:
        say(f"warning: {warning.message}")
    return reader


class LateReader:
    """A reader that is loaded with the first article: where nothing is new, nobody waits for the weights.

    Args:
        model: folder of the weights; those that ship by default.
        threads: to read with.
    """

    def __init__(self, model: Path | None, *, threads: int) -> None:
        self._once = Lock()
        self._cached = cache(partial(load_reader, model, threads=threads))

    def read(self, article: Article) -> Reading:
        """Read an article, with the vectors of what is said.

        Raises:
            ModelError: when the weights cannot be used.
        """
        return self._load().read(article, vectors=True)

    def weights(self) -> str:
        """The fingerprint of the weights."""
        return self._load().model.fingerprint

    def _load(self) -> Reader:
        with self._once:
            return self._cached()
