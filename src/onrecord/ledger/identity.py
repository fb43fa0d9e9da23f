"""What makes two texts, two appearances or two statements the same.

Use these wherever something is looked up before it is stored. A text is the same when each of its characters is; a
statement is known by its text and its content's place in it, so that it is found again when the text is read anew.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from onrecord.records import Article, Statement

PREFIX = 16  # hex digits of a text's hash in a statement's key; 64 bits tell apart more texts than there are


def text_hash(text: str) -> str:
    """SHA-256 of a text, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def keys_of(digest: str, statements: Iterable[Statement]) -> Iterator[str]:
    """The key of each statement of a text.

    Args:
        digest: the text's hash.
        statements: in their order.

    Yields:
        `3f9ac01b2d4e5f60.120-245`; where several have a content that begins and ends there, the second has `.2` behind.
    """
    met: Counter[str] = Counter()
    for stmt in statements:
        key = f"{digest[:PREFIX]}.{stmt.content[0].start}-{stmt.content[-1].end}"
        met[key] += 1
        yield key if met[key] == 1 else f"{key}.{met[key]}"


def appearance_digest(article: Article) -> str:
    """A hash of where and when an article appeared; its title may be corrected, and is left out."""
    published = article.published.isoformat() if article.published else None
    place = json.dumps([article.id, article.outlet, published, article.url])
    return hashlib.sha256(place.encode()).hexdigest()[:32]
