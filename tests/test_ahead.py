"""`onrecord.ahead`: working ahead changes neither the order nor what goes wrong."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from onrecord.ahead import ahead, at_work

PATIENCE = 30


def half(number: int) -> float:
    """Fails on 3."""
    if number == 3:
        raise ValueError(number)
    return number / 2


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    assert [(item, result()) for item, result in ahead(str, range(20), workers=workers)] == [
        (number, str(number)) for number in range(20)
    ]


@pytest.mark.parametrize("workers", [1, 3])
def test_what_goes_wrong_with_one_is_raised_for_that_one(workers: int) -> None:
    seen: list[float | None] = []
    for item, result in ahead(half, range(6), workers=workers):
        if item == 3:
            with pytest.raises(ValueError, match="3"):
                result()
            seen.append(None)
        else:
            seen.append(result())
    assert seen == [0, 0.5, 1, None, 2, 2.5]


def test_one_worker_does_nothing_that_is_not_asked_for() -> None:
    done: list[int] = []
    for item, result in ahead(done.append, range(4), workers=1):
        if item % 2:
            result()
    assert done == [1, 3]


def test_two_workers_work_at_once() -> None:
    both = threading.Barrier(2, timeout=PATIENCE)
    results = [result() for _, result in ahead(lambda _: both.wait(), range(2), workers=2)]
    assert sorted(results) == [0, 1]


def test_no_more_is_taken_than_one_beyond_twice_the_workers() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(50):
            taken.append(number)
            yield number

    for item, result in ahead(str, items(), workers=3):
        result()
        assert len(taken) <= item + 7


def test_whoever_closes_it_drops_what_was_not_begun() -> None:
    begun, go = threading.Semaphore(0), threading.Event()
    done: list[int] = []

    def act(item: int) -> None:
        begun.release()
        go.wait(PATIENCE)
        done.append(item)

    working = ahead(act, range(10), workers=2)
    next(working)
    begun.acquire()
    begun.acquire()
    working.close()
    assert at_work()
    go.set()
    for thread in threading.enumerate():
        if thread.name.startswith("ahead"):
            thread.join(PATIENCE)
    assert (sorted(done), at_work()) == ([0, 1], False)
