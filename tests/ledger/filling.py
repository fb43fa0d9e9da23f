"""A fill in a process of its own, to be killed: `python -m tests.ledger.filling PLACE`.

It says "filling" on standard output when it begins and "done" at the end. Batches are small, so that there are many.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import timedelta

from onrecord.ledger import batches, fill, open_ledger
from onrecord.records import Article
from tests.ledger.builders import DAY, PORTS, TRADE, WEIGHTS, article, read, wire

STORIES = 120


def main() -> None:
    """Fill the ledger that is named."""
    batches.MOST = 7  # type: ignore[misc]
    with open_ledger(sys.argv[1], create=True) as ledger:
        tell("filling")
        fill(ledger, news(), read, weights=WEIGHTS)
    tell("done")


def tell(word: str) -> None:
    """Write a line, now."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def news() -> Iterator[Article]:
    """Articles, some twice and of an earlier day, some near copies; the same at each run."""
    chance = random.Random(0)
    for number in range(STORIES):
        base = chance.choice((PORTS, TRADE, *wire("One.", "Two.")))
        text = base if base not in (PORTS, TRADE) else f"{base} So it was on day {chance.randrange(STORIES)}."
        day = DAY + timedelta(days=chance.randrange(9))
        yield article(text, id=f"story {number}", outlet=f"Outlet {chance.randrange(3)}", published=day)


if __name__ == "__main__":
    main()
