"""Show on standard error how far a long work is.

Use it around the reading of each article. It shows nothing for a single article or when nobody watches.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich import progress as bars
from rich.console import Console

from onrecord.cli.terminal import plain


class Progress:
    """One line that counts articles; how many there will be is not known, for they come from a stream.

    Args:
        watched: whether standard error is a terminal.
        console: of the line, standard error by default.
    """

    def __init__(self, *, watched: bool, console: Console | None = None) -> None:
        console = console or Console(stderr=True)
        self._watched = watched and not console.is_dumb_terminal
        # Rich would otherwise turn what is written to standard output into output of this console.
        self._line = bars.Progress(
            *_columns(), console=console, transient=True, redirect_stdout=False, redirect_stderr=False
        )
        self._task = self._line.add_task("", total=None)

    @contextmanager
    def reading(self, number: int, name: str) -> Iterator[None]:
        """Show the line while an article is read; it is gone before the statements are written to the same screen.

        Args:
            number: of the article; whether there is more than one is known with the second, so 1 shows nothing.
            name: of the article.
        """
        if not self._watched or number == 1:
            yield
            return
        self._line.update(self._task, completed=number - 1, description=plain(name))
        with self._line:
            yield


def _columns() -> tuple[bars.ProgressColumn, ...]:
    return (
        bars.SpinnerColumn("line"),
        bars.TimeElapsedColumn(),
        bars.TextColumn("{task.completed:,} done; now {task.description}", markup=False),
    )
