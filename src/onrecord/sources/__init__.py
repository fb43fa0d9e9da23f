"""Bytes to articles: files of every kind that news come in, folders, standard input, and the web.

Use `articles` for whatever a user names on the command line, `from_text` for a text that is already in memory,
`language_of` to tell what it is written in. `fetch` and `feed` are the only ones that touch the network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.sources.inputs import articles
from onrecord.sources.languages import language_of
from onrecord.sources.text import from_text

if TYPE_CHECKING:
    from onrecord.sources.connections import Limits
    from onrecord.sources.fetcher import Fetcher
    from onrecord.sources.fetching import feed, fetch

__all__ = ["Fetcher", "Limits", "articles", "feed", "fetch", "from_text", "language_of"]


def __getattr__(name: str) -> Any:
    """What fetches, loaded when it is first asked for: most commands never touch the network."""
    if name in ("Fetcher", "Limits", "feed", "fetch"):
        from onrecord.sources import connections, fetching  # noqa: PLC0415

        return getattr(connections if name == "Limits" else fetching, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
