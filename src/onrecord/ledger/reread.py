"""Read again what other weights or another version read.

Use `reread` after an upgrade. Each article's statements are replaced in one transaction; the user's corrections stay
with those that are found again, and the others are listed and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import or_, select

from onrecord import __version__
from onrecord.ahead import ahead
from onrecord.errors import InputError
from onrecord.ledger.batches import Batches, Read, read_one
from onrecord.ledger.entries import article_with
from onrecord.ledger.identity import text_hash
from onrecord.ledger.report import Report, Tally
from onrecord.ledger.runs import Run
from onrecord.ledger.schema import articles, runs
from onrecord.ledger.store import Ledger
from onrecord.records import Article


def reread(
    ledger: Ledger,
    read: Read,
    *,
    weights: str,
    settings: dict[str, Any] | None = None,
    tell: Callable[[InputError], None] | None = None,
    watch: Callable[[Report], None] | None = None,
    workers: int = 1,
) -> Report:
    """Read articles again that were not read by these weights and this version.

    Args:
        ledger: open.
        read: reads one article.
        weights: the fingerprint of the model that it reads with.
        settings: of the reading, kept with the run.
        tell: called with each error of an article, whose statements stay as they are.
        watch: called with the counts as they grow.
        workers: articles that are read at once; `read` is called in as many threads.

    Returns:
        The counts, with the corrections that could not be placed.

    Raises:
        LedgerError: when the database fails; what was stored before is whole.
    """
    tally = Tally(tell=tell, watch=watch)
    batches = Batches(Run(ledger, weights=weights, settings=settings or {}), tally)
    waiting = (_article(ledger, number) for number in outdated(ledger, weights=weights))
    with closing(ahead(lambda one: read_one(one, read), waiting, workers=workers)) as readings:
        for article, reading in readings:
            batches.put(reading(), text_hash(article.text), replacing=True)
    batches.close()
    return tally.report()


def _article(ledger: Ledger, number: int) -> Article:
    with ledger.reading() as connection:
        return article_with(connection, number)


def outdated(ledger: Ledger, *, weights: str) -> Sequence[int]:
    """Ids of the articles that other weights or another version read."""
    other = or_(runs.c.weights != weights, runs.c.version != __version__)
    query = select(articles.c.id).join(runs, runs.c.id == articles.c.run).where(other).order_by(articles.c.id)
    with ledger.reading() as connection:
        return connection.scalars(query).all()
