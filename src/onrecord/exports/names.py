"""Names for things of the record where a format asks for an IRI.

Use these in linked data: the same statement, text, speaker and article have the same name in every export. They are
names and no addresses: nothing is fetched from them.
"""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import quote, urlsplit

from onrecord.records import Appearance, Entry

NAMESPACE = "urn:x-onrecord:"
VOCABULARY = f"{NAMESPACE}vocabulary:"
_KEPT = "%/:=&?~#+!$,;'@()*[]"  # what stands unescaped in an address, its own escapes too


def statement_name(entry: Entry) -> str:
    """Of a statement, by its text and where in it the content stands."""
    return f"{NAMESPACE}statement:{quote(entry.id, safe='')}"


def text_key(entry: Entry) -> str:
    """What the ids of all statements of a text begin with."""
    return entry.id.partition(".")[0]


def text_name(entry: Entry) -> str:
    """Of the text that the statement was read in; offsets count in it."""
    return f"{NAMESPACE}text:{quote(text_key(entry), safe='')}"


def speaker_name(speaker: str) -> str:
    """Of a speaker, by the id that is the same across articles."""
    return f"{NAMESPACE}speaker:{quote(speaker, safe='')}"


def outlet_name(outlet: str) -> str:
    """Of an outlet."""
    return f"{NAMESPACE}outlet:{quote(outlet, safe='')}"


def article_name(appearance: Appearance) -> str:
    """Of an article as it was published; its id alone may be a file's name that another article had before."""
    told = (appearance.article, appearance.outlet, appearance.published, appearance.title, appearance.url)
    digest = sha256(repr([str(one or "") for one in told]).encode("utf-8", "replace")).hexdigest()
    return f"{NAMESPACE}article:{digest[:16]}"


def address(appearance: Appearance) -> str | None:
    """The web address of an article, escaped so that it is a valid IRI; None for anything else."""
    if appearance.url is None or not appearance.url.startswith(("http://", "https://")):
        return None
    try:
        urlsplit(appearance.url)
    except ValueError:
        return None
    return quote(appearance.url, safe=_KEPT, errors="replace")
