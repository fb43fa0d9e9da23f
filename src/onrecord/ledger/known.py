"""What of some articles is in the ledger already, asked once for many.

Use this before reading, which costs a thousand times as much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from onrecord.ledger.identity import appearance_digest, text_hash
from onrecord.ledger.schema import appearances, articles
from onrecord.ledger.store import Ledger
from onrecord.records import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A text that is there.

    Attributes:
        published: day of the appearance that it was read as.
        appearances: digests of where it appeared, of those that were asked for.
    """

    published: date | None
    appearances: frozenset[str]


def known(ledger: Ledger, asked: Iterable[Article]) -> dict[str, Known]:
    """Those of the articles whose text is there, by its hash."""
    by_hash = defaultdict(list)
    for article in asked:
        by_hash[text_hash(article.text)].append(appearance_digest(article))
    digests = [digest for several in by_hash.values() for digest in several]
    met = defaultdict(set)
    with ledger.reading() as connection:
        columns = (articles.c.id, articles.c.hash, articles.c.published)
        rows = connection.execute(select(*columns).where(articles.c.hash.in_(list(by_hash)))).all()
        there = appearances.c.article.in_([row.id for row in rows]), appearances.c.digest.in_(digests)
        for row in connection.execute(select(appearances.c.article, appearances.c.digest).where(*there)):
            met[row.article].add(row.digest)
    return {row.hash: Known(published=row.published, appearances=frozenset(met[row.id])) for row in rows}
