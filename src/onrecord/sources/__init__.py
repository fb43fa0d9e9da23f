"""Bytes to articles: plain text and JSON Lines, from files, folders and standard input.

Use `articles` for whatever a user names on the command line, `from_text` for a text that is already in memory.
"""

from onrecord.sources.inputs import articles
from onrecord.sources.text import from_text

__all__ = ["articles", "from_text"]
