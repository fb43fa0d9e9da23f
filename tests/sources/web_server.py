"""A web server of our own, for the tests: it says what it is told to say, and remembers what it was asked."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Site:
    """What a server says for each path.

    Attributes:
        replies: bytes for each path, whole with their status line; 404 for the others.
        asked: (Host header, path) of each request, in order.
        headers: of the last request.
        port: where it listens.
    """

    replies: dict[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    port: int = 0

    def paths(self) -> list[str]:
        """The paths that were asked for."""
        return [path for _, path in self.asked]


def reply(body: str | bytes = b"", *, status: str = "200 OK", kind: str = "text/html", **headers: str) -> bytes:
    """A whole reply."""
    raw = body if isinstance(body, bytes) else body.encode()
    given = {"Content-Type": kind, "Content-Length": str(len(raw)), **headers}
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in given.items() if value)]
    return "\r\n".join([*lines, "", ""]).encode() + raw


def moved(location: str, status: str = "302 Found") -> bytes:
    """A redirect."""
    return reply(status=status, Location=location)


@contextmanager
def serving(site: Site, *, context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve a site on a port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.headers["Host"], self.path))
            site.headers = dict(self.headers)
            self.wfile.write(site.replies.get(self.path, reply("<p>no", status="404 Not Found")))
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
