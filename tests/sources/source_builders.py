"""Small pages, feeds and archives, made for the tests."""

from __future__ import annotations

import gzip

PARAGRAPHS = (
    "The envoy of Norvia said on Friday that the talks in the harbour would go on for as long as anybody came.",
    "“We are ready to sit down again,” Ann Lee told reporters, “and we will not be the first to get up.”",
    "A spokesman for Estmark said that his government had nothing to add to what it had said the week before.",
)


def page(*paragraphs: str, head: str = "", title: str = "Talks go on") -> str:
    """A web page with a menu, an article and a footer."""
    body = "".join(f"<p>{words}</p>" for words in paragraphs or PARAGRAPHS)
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>{body}</article><footer>All rights are kept</footer></body></html>"
    )


HEAD = (
    '<meta property="og:site_name" content="The Harbor"><meta property="og:title" content="Talks go on">'
    '<meta property="article:published_time" content="2022-12-02T10:00:00Z">'
    '<link rel="canonical" href="https://harbor.example/talks">'
)


def record(
    url: str,
    body: str | bytes,
    *,
    kind: str = "response",
    status: str = "200 OK",
    headers: str = "Content-Type: text/html",
) -> bytes:
    """One record of a web archive that holds an HTTP response."""
    raw = body if isinstance(body, bytes) else body.encode()
    block = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + raw
    lines = (
        "WARC/1.0",
        f"WARC-Type: {kind}",
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>",
        "WARC-Date: 2022-12-02T10:00:00Z",
        f"WARC-Target-URI: {url}",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block)}",
    )
    return "\r\n".join([*lines, "", ""]).encode() + block + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """An archive as it is usually kept: each record compressed by itself."""
    return b"".join(gzip.compress(one) for one in records)


def rss(*items: str, title: str = "The Harbor") -> str:
    """A feed with these items."""
    inner = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{title}</title><link>https://harbor.example/</link>{inner}</channel></rss>"
    )
