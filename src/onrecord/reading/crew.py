"""Run the windows of one text side by side.

Use a `Crew` for calls that wait in the runtime, not in Python. Each call runs on one thread, which for windows as small
as ours is faster than several threads to a call, and gives the same numbers on any machine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from onrecord.ahead import is_among_many

Item = TypeVar("Item")
Result = TypeVar("Result")


class Crew:
    """Threads that wait for work.

    Args:
        threads: of them; one means that whoever asks does the work.
    """

    def __init__(self, threads: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="crew") if threads > 1 else None

    def each(self, act: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
        """What comes of each item, in order; `act` must not ask a crew itself, for all might wait for each other.

        Where several articles are read at once, each is read by one thread: to hand a statement's millisecond of work
        over, and the interpreter's lock with it, would take longer than it saves.
        """
        if self._pool is None or len(items) < 2 or is_among_many():
            return [act(item) for item in items]
        return list(self._pool.map(act, items))
