"""Fill a ledger with articles, and go on where an earlier fill was stopped.

Use `fill` for articles from anywhere. What is there already is passed over before it is read; what is read is stored a
batch at a time, each in one transaction, so that a fill can be stopped at any moment and others can write between.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from typing import Any, TypeAlias

from onrecord.ahead import ahead
from onrecord.errors import InputError
from onrecord.ledger.batches import Batches, Read, read_one
from onrecord.ledger.identity import appearance_digest, text_hash
from onrecord.ledger.known import Known, known
from onrecord.ledger.report import Report, Tally
from onrecord.ledger.runs import Run
from onrecord.ledger.store import Ledger
from onrecord.ledger.storing import is_earlier
from onrecord.records import Article, Reading

ENGLISH = "en"
MOST_ASKED = 64  # articles that are looked up together
MOST_HELD = 16 * 2**20  # characters and bytes of them; longer articles are looked up by fewer
MOST_WAITED = 1.0  # seconds for more of them: what is fetched page by page is stored as it comes

Items: TypeAlias = Iterable[Article | InputError]


def fill(
    ledger: Ledger,
    items: Items,
    read: Read,
    *,
    weights: str | Callable[[], str],
    settings: dict[str, Any] | None = None,
    any_language: bool = False,
    tell: Callable[[InputError], None] | None = None,
    watch: Callable[[Report], None] | None = None,
    workers: int = 1,
) -> Report:
    """Read articles and store what they say.

    Args:
        ledger: open.
        items: articles, and errors of those that could not be had, which are passed on.
        read: reads one article.
        weights: the fingerprint of the model that it reads with, or who knows it and is asked once something was read.
        settings: of the reading, kept with the run.
        any_language: read also what is not in English.
        tell: called with each error of an article.
        watch: called with the counts as they grow.
        workers: articles that are read at once; `read` is called in as many threads.

    Returns:
        The counts.

    Raises:
        LedgerError: when the database fails; what was stored before is whole.
        OSError, MemoryError: the machine fails.
    """
    tally = Tally(tell=tell, watch=watch)
    batches = Batches(Run(ledger, weights=weights, settings=settings or {}), tally)
    for chunk in _chunks(items):
        there = known(ledger, (item for item in chunk if isinstance(item, Article)))
        judge = partial(_judged, there=there, read=read, any_language=any_language)
        with closing(ahead(judge, chunk, workers=workers)) as outcomes:
            for item, judged in outcomes:
                _take(ledger, item, there, batches, tally, outcome=judged)
        tally.show()
    batches.close()
    return tally.report()


def _judged(
    item: Article | InputError, *, there: dict[str, Known], read: Read, any_language: bool
) -> Reading | InputError | str | None:
    """What an article says, if that is not known, or why it cannot be read; the name of a foreign language."""
    if isinstance(item, InputError):
        return None
    found = there.get(text_hash(item.text))
    if found is None and not any_language and (language := _foreign(item)):
        return language
    if found is None or is_earlier(item.published, found.published):
        return read_one(item, read)
    return None


def _take(
    ledger: Ledger,
    article: Article | InputError,
    there: dict[str, Known],
    batches: Batches,
    tally: Tally,
    *,
    outcome: Callable[[], Reading | InputError | str | None],
) -> None:
    """Put what is to be stored of an article in the batch."""
    if isinstance(article, InputError):
        tally.fail(article)
        return
    digest = text_hash(article.text)
    if batches.holds(digest):
        batches.store()
        there = known(ledger, [article])
    found = there.get(digest)
    if found is None or is_earlier(article.published, found.published):
        judged = outcome()
        if isinstance(judged, str):
            tally.skip(judged)
        elif judged is not None:
            batches.put(judged, digest)
    elif appearance_digest(article) not in found.appearances:
        batches.again(article, digest)
    else:
        tally.known()


def _foreign(article: Article) -> str | None:
    """The language of an article that is not in English."""
    language = article.language or _guessed(article.text[article.body :])
    return None if language in {None, ENGLISH} else language


def _guessed(text: str) -> str | None:
    from onrecord.sources import language_of  # noqa: PLC0415  # searching a ledger need not wait for its readers

    return language_of(text)


def _chunks(items: Items) -> Iterator[list[Article | InputError]]:
    chunk: list[Article | InputError] = []
    held, began = 0, time.monotonic()
    for item in items:
        chunk.append(item)
        held += _size(item)
        if len(chunk) >= MOST_ASKED or held >= MOST_HELD or time.monotonic() - began >= MOST_WAITED:
            yield chunk
            chunk, held, began = [], 0, time.monotonic()
    if chunk:
        yield chunk


def _size(item: Article | InputError) -> int:
    return 0 if isinstance(item, InputError) else len(item.text) + len(item.raw or b"")
