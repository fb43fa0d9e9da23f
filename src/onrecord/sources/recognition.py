"""Tell what a file is: by its name where that tells, else by its first bytes.

Use this before a file is read. A name's ending proves nothing against bytes that no text begins with.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from onrecord.sources.decode import decode
from onrecord.sources.feeds import is_feed
from onrecord.sources.warc import is_archive

Kind: TypeAlias = Literal["text", "records", "table", "parquet", "page", "feed", "archive"]

ENDINGS: dict[str, Kind] = {
    ".jsonl": "records",
    ".ndjson": "records",
    ".csv": "table",
    ".tsv": "table",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".rss": "feed",
    ".atom": "feed",
    ".warc": "archive",
    ".warc.gz": "archive",
}
IN_FOLDERS = (*ENDINGS, ".txt", ".xml")

HEAD = 8192  # bytes by which markup is told

_PROLOGUE = r"\s*(?:(?:<\?[^>]{0,500}>|<!--.{0,500}?-->)\s*){0,8}"
_PAGE = re.compile(rf"(?>{_PROLOGUE})<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)


def kind_of(name: str, head: bytes) -> Kind | None:
    """What a file is; None if neither its name nor its first bytes say more than that it may be a text.

    Args:
        name: of the file.
        head: its first bytes, as many as there are or as tell.
    """
    if head.startswith(b"PAR1"):
        return "parquet"
    if is_archive(head):
        return "archive"
    named = next((kind for ending, kind in ENDINGS.items() if name.lower().endswith(ending)), None)
    return named or _markup_kind(head)


def _markup_kind(head: bytes) -> Kind | None:
    text = decode(head[:HEAD])
    if is_feed(text):
        return "feed"
    return "page" if _PAGE.match(text) else None
