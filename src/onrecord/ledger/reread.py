"""Read again what other weights or another version read.

Use `reread` after an upgrade. Each article's statements are replaced in one transaction; the user's corrections stay
with those that are found again, and the others are listed and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import or_, select

from onrecord import __version__
from onrecord.errors import InputError
from onrecord.ledger.batches import Batches, Read
from onrecord.ledger.entries import article_with
from onrecord.ledger.identity import text_hash
from onrecord.ledger.report import Report, Tally
from onrecord.ledger.runs import Run
from onrecord.ledger.schema import articles, runs
from onrecord.ledger.store import Ledger


def reread(
    ledger: Ledger,
    read: Read,
    *,
    weights: str,
    settings: dict[str, Any] | None = None,
    tell: Callable[[InputError], None] | None = None,
    watch: Callable[[Report], None] | None = None,
) -> Report:
    """Read articles again that were not read by these weights and this version.

    Args:
        ledger: open.
        read: reads one article.
        weights: the fingerprint of the model that it reads with.
        settings: of the reading, kept with the run.
        tell: called with each error of an article, whose statements stay as they are.
        watch: called with the counts as they grow.

    Returns:
        The counts, with the corrections that could not be placed.

    Raises:
        LedgerError: when the database fails; what was stored before is whole.
    """
    tally = Tally(tell=tell, watch=watch)
    batches = Batches(Run(ledger, weights=weights, settings=settings or {}), read, tally)
    for number in outdated(ledger, weights=weights):
        with ledger.reading() as connection:
            article = article_with(connection, number)
        batches.read(article, text_hash(article.text), replacing=True)
    batches.close()
    return tally.report()


def outdated(ledger: Ledger, *, weights: str) -> Sequence[int]:
    """Ids of the articles that other weights or another version read."""
    other = or_(runs.c.weights != weights, runs.c.version != __version__)
    query = select(articles.c.id).join(runs, runs.c.id == articles.c.run).where(other).order_by(articles.c.id)
    with ledger.reading() as connection:
        return connection.scalars(query).all()
