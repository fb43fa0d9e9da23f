"""Show on standard error how far a fill is: articles, statements, rate, time left.

Use it around a fill, and hand it the counts as they grow. It shows nothing when nobody watches.
"""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich import progress as bars
from rich.console import Console
from rich.text import Text

from onrecord.cli.terminal import plain, say

if TYPE_CHECKING:
    from onrecord.errors import InputError
    from onrecord.ledger import Report


class Bar:
    """A bar that counts articles, and a line for each that failed.

    Args:
        watched: whether standard error is a terminal.
        expected: how many articles there will be; None where that is not known, and no time left can be told.
        console: of the bar, standard error by default.
    """

    def __init__(self, *, watched: bool, expected: int | None = None, console: Console | None = None) -> None:
        console = console or Console(stderr=True)
        self._watched = watched and not console.is_dumb_terminal
        self._expected = expected
        # Rich would otherwise turn what is written to standard output into output of this console.
        self._bar = bars.Progress(
            *_columns(), console=console, transient=True, redirect_stdout=False, redirect_stderr=False
        )
        self._task = self._bar.add_task("", total=expected, statements=0)

    def watch(self, report: Report) -> None:
        """Show the counts."""
        total = None if self._expected is None else max(self._expected, report.articles)
        self._bar.update(self._task, completed=report.articles, total=total, statements=report.statements)

    def tell(self, error: InputError) -> None:
        """Say what went wrong with an article, above the bar."""
        if self._watched:
            self._bar.console.print(Text(f"onrecord: {plain(str(error))}"), soft_wrap=True)
        else:
            say(str(error))

    def __enter__(self) -> Self:
        if self._watched:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._watched:
            self._bar.stop()


class _Rate(bars.ProgressColumn):
    """Articles a second, or a minute where they are few."""

    def render(self, task: bars.Task) -> Text:
        """The rate as the last of them went."""
        rate = task.finished_speed or task.speed or 0.0
        return Text(f"{rate:,.0f}/s" if rate >= 10 else f"{60 * rate:,.0f}/min")


def _columns() -> tuple[bars.ProgressColumn, ...]:
    return (
        bars.BarColumn(bar_width=24),
        bars.TextColumn("{task.completed:,.0f} articles, {task.fields[statements]:,} statements", markup=False),
        _Rate(),
        bars.TimeElapsedColumn(),
        bars.TextColumn("left"),
        bars.TimeRemainingColumn(),
    )
