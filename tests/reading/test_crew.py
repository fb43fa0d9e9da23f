"""`onrecord.reading.crew`: many hands, one order."""

from __future__ import annotations

import threading

import pytest

from onrecord.ahead import ahead
from onrecord.reading.crew import Crew


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_results_are_in_order(threads: int) -> None:
    assert Crew(threads).each(str, range(30)) == [str(number) for number in range(30)]


def test_the_hands_work_side_by_side() -> None:
    both = threading.Barrier(2, timeout=30)
    assert sorted(Crew(2).each(lambda _: both.wait(), range(2))) == [0, 1]


def test_one_item_is_done_by_whoever_asks() -> None:
    assert Crew(4).each(lambda _: threading.get_ident(), [0]) == [threading.get_ident()]


def test_who_reads_one_of_many_articles_does_it_all() -> None:
    crew = Crew(4)

    def hands(_: object) -> set[int]:
        return set(crew.each(lambda _: threading.get_ident(), range(8)))

    assert [len(result()) for _, result in ahead(hands, range(3), workers=2)] == [1, 1, 1]
