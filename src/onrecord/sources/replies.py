"""HTTP responses, from the web or from an archive.

Use this between bytes that came by HTTP and the readers of pages and feeds.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from onrecord.sources.bodies import unchunked

if TYPE_CHECKING:
    from email.message import Message

PAGES = frozenset({"text/html", "application/xhtml+xml"})
FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"})
PLAIN = "text/plain"
OK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One response.

    Attributes:
        status: its number.
        media: media type, in lower case; empty if the server did not say.
        charset: encoding of the text, if the server said.
        encoding: how the body is compressed; empty if it is not.
        location: where it sends to, if it does.
        body: still compressed.
    """

    status: int
    media: str
    charset: str | None = None
    encoding: str = ""
    location: str | None = None
    body: bytes


def reply_of(status: int, headers: Message, body: bytes) -> Reply:
    """Put a response together from its headers and its body."""
    told = "Content-Type" in headers
    return Reply(
        status=status,
        media=headers.get_content_type() if told else "",
        charset=headers.get_content_charset() if told else None,
        encoding=headers.get("Content-Encoding", ""),
        location=headers.get("Location"),
        body=body,
    )


def parse_reply(block: bytes) -> Reply:
    """Take a stored response apart.

    Raises:
        ValueError: it is none.
    """
    from http.client import HTTPException, parse_headers  # noqa: PLC0415  # half of what this room takes to load

    stream = BytesIO(block)
    line = stream.readline(1000).split()
    if len(line) < 2 or not line[0].startswith(b"HTTP/") or not line[1].isdigit() or len(line[1]) != 3:
        raise ValueError("it is no HTTP response")
    try:
        headers = parse_headers(stream)
    except HTTPException as error:
        raise ValueError(f"its HTTP headers are broken ({error})") from error
    body = stream.read()
    if headers.get("Transfer-Encoding", "").strip().lower() == "chunked":
        body = unchunked(body)
    return reply_of(int(line[1]), headers, body)
