"""What is drawn for reading by hand shows the words that it is about."""

from __future__ import annotations

import random
from itertools import islice

from evaluation.by_hand import cells, moves, versions
from onrecord.ledger import Ledger, entries


def test_cells_show_their_statements_in_their_text(talks_ledger: Ledger) -> None:
    drawn = list(cells(talks_ledger, list(entries(talks_ledger)), ("Estria",)))
    assert drawn
    assert all(item.startswith("Estria 2031-") and "[[" in item for item in drawn)


def test_shifts_show_both_statements(talks_ledger: Ledger) -> None:
    drawn = list(moves(talks_ledger, list(entries(talks_ledger)), ()))
    assert drawn
    assert all(item.count("[[") == 2 for item in drawn)


def test_the_same_seed_draws_the_same_versions(talks_ledger: Ledger) -> None:
    first, second = (list(islice(versions(talks_ledger, random.Random(3)), 2)) for _ in range(2))
    assert first == second
    assert all(item.count("[[") == 2 for item in first)
