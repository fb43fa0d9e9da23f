"""Draw answers for reading by hand: `python -m evaluation.by_hand LEDGER cells|shifts|versions [--query Q]…`.

Use it to find out what the answers are worth on real news. Each item shows its statements with the text around them,
the content in [[ ]]; the reader writes down whether the answer holds. The same ledger and seed give the same items.
Without a query, shifts are those of all issues in `judgements/issues.csv`, and those of the whole ledger.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Callable, Iterator
from itertools import islice

from evaluation.judged import JUDGEMENTS
from onrecord.answers import positions, shifts, variants_of
from onrecord.ledger import Issue, Ledger, chosen, entries, in_context, open_ledger
from onrecord.records import Entry

SHOWN = 4  # statements of a cell
SIDES = ("Ukraine", "Russia")


def main() -> None:
    """Parse the command line and print the items."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger")
    parser.add_argument("what", choices=DRAWN)
    parser.add_argument("--query", action="append", help="of the issue; may come again")
    parser.add_argument("--side", action="append", help="party whose cells are drawn; may come again")
    parser.add_argument("--number", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with open_ledger(options.ledger) as ledger:
        if options.what == "versions":
            items = list(islice(versions(ledger, rng), options.number))
        elif options.what == "shifts" and not options.query:
            drawn = [list(entries(ledger)), *(chosen(ledger, one) for one in issues())]
            every = (pair for found in drawn for pair in moved(ledger, found))
            items = list({key[1]: item for key, item in reversed(list(every))}.values())  # each later statement once
        else:
            found = chosen(ledger, Issue(name="drawn", queries=tuple(options.query or ["negotiations"])))
            items = list(DRAWN[options.what](ledger, found, options.side or SIDES))
            items = rng.sample(items, min(options.number, len(items)))
    for number, item in enumerate(items):
        print(f"#{number} {item}")


def cells(ledger: Ledger, found: list[Entry], sides: tuple[str, ...]) -> Iterator[str]:
    """Where sides stand on an issue, month by month."""
    dated = [one for one in found if one.first_day and one.last_day]
    months = sorted({(one.first_day.year, one.first_day.month) for one in dated if one.first_day})
    for year, month in months:
        inside = [one for one in dated if _month(one) == (year, month)]
        for row in positions(inside).rows:
            for cell in row.cells if row.side in sides else ():
                shown = [shown_of(ledger, held.entry) for held in cell.held[:SHOWN]]
                yield "\n".join([f"{row.side} {year}-{month:02}: {cell.stance} {cell.doubt or ''}", *shown])


def issues() -> list[Issue]:
    """What users of the news in the data folder might ask about."""
    queries: dict[str, list[str]] = {}
    with (JUDGEMENTS / "issues.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            queries.setdefault(row["issue"], []).append(row["query"])
    return [Issue(name=name, queries=tuple(those)) for name, those in queries.items()]


def moves(ledger: Ledger, found: list[Entry], _: tuple[str, ...] = ()) -> Iterator[str]:
    """What changed on an issue, by speaker and by party."""
    yield from (item for _, item in moved(ledger, found))


def moved(ledger: Ledger, found: list[Entry]) -> Iterator[tuple[tuple[str, str], str]]:
    """The same with the ids of the two statements."""
    for pair in (*shifts(found, by="speaker").pairs, *shifts(found, by="party").pairs):
        both = [shown_of(ledger, held.entry) for held in (pair.before, pair.after)]
        key = (pair.before.entry.id, pair.after.entry.id)
        yield key, "\n".join([f"{pair.side}: {pair.why}", *both])


def versions(ledger: Ledger, rng: random.Random) -> Iterator[str]:
    """Quotations, each with its closest version elsewhere; a pair comes once."""
    keys = sorted(entry.id for entry in entries(ledger))
    drawn: set[frozenset[str]] = set()
    for key in rng.sample(keys, len(keys)):
        told = variants_of(ledger, key)
        for other in told.variants[:1]:
            pair = frozenset((key, other.entry.id))
            if pair in drawn:
                continue
            drawn.add(pair)
            both = [shown_of(ledger, one) for one in (told.entry, other.entry)]
            yield "\n".join([f"{other.kind}: {other.why}", *both])


def shown_of(ledger: Ledger, entry: Entry) -> str:
    """A statement with the text around it."""
    found, stmt = in_context(ledger, entry.id), entry.stmt
    text, (first, last) = found.article.text, (found.passage.start, found.passage.end)
    start, end = stmt.content[0].start, stmt.content[-1].end
    around = f"{text[first:start]}[[{text[start:end]}]]{text[end:last]}".replace("\n", " / ")
    who = f"{stmt.speaker.name} ({stmt.speaker.party})" if stmt.speaker else "nobody"
    hangs = "; ".join(one.text for one in stmt.conditions)
    return f"  {entry.id} {entry.first_day} {who}, {stmt.act} {stmt.polarity} {hangs}\n    {around}"


def _month(entry: Entry) -> tuple[int, int] | None:
    first, last = entry.first_day, entry.last_day
    same = first is not None and last is not None and (first.year, first.month) == (last.year, last.month)
    return (first.year, first.month) if same and first else None


DRAWN: dict[str, Callable[..., Iterator[str]]] = {"cells": cells, "shifts": moves, "versions": versions}


if __name__ == "__main__":
    main()
