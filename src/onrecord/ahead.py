"""Work on several items at once, and take what comes of them in their order.

Use `ahead` where many articles are read: the model reads one while another's speakers are looked up.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import get_ident
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def ahead(
    act: Callable[[Item], Result], items: Iterable[Item], *, workers: int
) -> Generator[tuple[Item, Callable[[], Result]], None, None]:
    """Each item with a call that waits for what `act` makes of it.

    Args:
        act: is called in other threads, for several items at once.
        items: twice as many as there are workers, and one more, are taken before the first is given: the workers have
            something to do while what came of it is stored.
        workers: threads; with one, nothing is done ahead, and `act` is called when its result is asked for.

    Yields:
        Items in their order; the call raises what `act` raised. Close the generator where that stops the work: items
        that no thread has begun are dropped, and nobody waits for the others.
    """
    if workers < 2:  # one alone is no company
        for item in items:
            yield item, _later(act, item)
        return
    pool = ThreadPoolExecutor(workers, thread_name_prefix="ahead")
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    try:
        for item in items:
            waiting.append((item, pool.submit(_counted, act, item)))
            if len(waiting) > 2 * workers:
                first, future = waiting.popleft()
                yield first, future.result
        for first, future in waiting:
            yield first, future.result
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


_at_work: set[int] = set()


def at_work() -> bool:
    """Whether some thread is still busy with what nobody waits for."""
    return bool(_at_work)


def is_among_many() -> bool:
    """Whether this thread works on one of several items, so that the other processors have items of their own."""
    return get_ident() in _at_work


def _counted(act: Callable[[Item], Result], item: Item) -> Result:
    me = get_ident()
    _at_work.add(me)
    try:
        return act(item)
    finally:
        _at_work.discard(me)


def _later(act: Callable[[Item], Result], item: Item) -> Callable[[], Result]:
    return lambda: act(item)
