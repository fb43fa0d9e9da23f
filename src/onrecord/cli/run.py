"""Read articles in their order, and go on when one of them cannot be read.

Use `read_all` from a command. An article that fails, even by a mistake of ours, costs itself only; a machine that
fails (no memory, a full disk) stops everything.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from typing import TypeAlias

from onrecord.ahead import ahead
from onrecord.cli.output import write_json, write_table
from onrecord.cli.progress import Progress
from onrecord.cli.terminal import is_terminal, say
from onrecord.errors import InputError, OnrecordError
from onrecord.records import Article, Reading

Read: TypeAlias = Callable[[Article], Reading]


def read_all(items: Iterable[Article | InputError], *, read: Read, as_json: bool, workers: int = 1) -> int:
    """Read all inputs in their order and write each as soon as it is read.

    Args:
        items: articles, and errors of those that could not be had.
        read: reads one article.
        as_json: write JSON, not tables.
        workers: articles that are read at once; with more than one, some are read ahead of what is written.

    Returns:
        How many could not be read; the user was told which.
    """
    total = failed = 0
    write = write_json if as_json else write_table
    progress = Progress(watched=is_terminal(sys.stderr))
    with closing(ahead(partial(read_one, read=read), items, workers=workers)) as outcomes:
        for total, (item, outcome_of) in enumerate(outcomes, start=1):
            with progress.reading(total, _name(item)):
                outcome = outcome_of()
            failed += _tell(outcome, write)
    if failed:
        say(f"{failed:,} of {total:,} could not be read")
    return failed


def read_one(item: Article | InputError, *, read: Read) -> Reading | InputError:
    """Read one article; what goes wrong with it comes back as its error.

    Raises:
        OSError, MemoryError: the machine failed, and the next article would not fare better.
        ModelError: likewise of the weights.
    """
    if isinstance(item, InputError):
        return item
    try:
        return read(item)
    except InputError as error:
        return error
    except (OSError, MemoryError, OnrecordError):
        raise
    except Exception as error:  # noqa: BLE001  # a mistake of ours must not cost the other articles
        return InputError(item.id, f"{type(error).__name__}: {error}")


def _tell(outcome: Reading | InputError, write: Callable[[Reading], None]) -> bool:
    """Write a reading, or say why there is none; whether it failed."""
    if isinstance(outcome, InputError):
        say(str(outcome))
        return True
    write(outcome)
    return False


def _name(item: Article | InputError) -> str:
    return item.where if isinstance(item, InputError) else item.id
