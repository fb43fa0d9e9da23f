"""Ask one server for one thing, within a time and a size.

Use this for an address whose numbers were checked: the connection is made to these numbers, while the Host header, the
name sent in TLS and the name in the certificate stay the host's. Redirects, rules of robots and kinds of contents are
the caller's.
"""

from __future__ import annotations

import io
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from time import monotonic
from typing import TYPE_CHECKING, cast

from onrecord.errors import FetchError
from onrecord.sources.addresses import PORTS, Address
from onrecord.sources.replies import Reply, reply_of

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 1 << 16  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one fetch may take.

    Attributes:
        size: bytes of the body, before and after it is unpacked.
        seconds: from the first connection to the last byte, redirects included; the system's look-up of a host apart.
        redirects: how many are followed.
        pause: seconds between two requests to the same host; its robots.txt may ask for more.
    """

    size: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 5
    pause: float = 1.0


def request(
    address: Address, *, headers: Mapping[str, str], size: int, deadline: float, context: ssl.SSLContext | None = None
) -> Reply:
    """Send a GET request and read the reply.

    Args:
        address: with the numbers to connect to, tried in their order.
        headers: of the request; Host is added.
        size: bytes that the body may have.
        deadline: time of the monotonic clock by which the last byte must be there.
        context: for https; the system's certificates if None.

    Raises:
        FetchError: no connection, no reply, not in time, or too large.
    """
    try:
        with _connected(address, deadline, context) as sock:
            return _asked(sock, address, headers, size=size, deadline=deadline)
    except TimeoutError as error:
        raise FetchError(address.url, "the server took too long") from error
    except ssl.SSLError as error:
        raise FetchError(address.url, f"its certificate or encryption cannot be trusted ({_line(error)})") from error
    except (OSError, HTTPException, ValueError) as error:
        raise FetchError(address.url, f"no proper reply ({_line(error)})") from error


def _connected(address: Address, deadline: float, context: ssl.SSLContext | None) -> socket.socket:
    """A connection to the first of the numbers that answers, encrypted if the address says so."""
    failure: OSError = OSError("no address to connect to")
    for ip in address.ips:
        try:
            sock = socket.create_connection((ip, address.port), timeout=_left(deadline))
        except OSError as error:
            failure = error
        else:
            return _encrypted(sock, address, context) if address.scheme == "https" else sock
    raise failure


def _encrypted(sock: socket.socket, address: Address, context: ssl.SSLContext | None) -> socket.socket:
    try:
        return (context or ssl.create_default_context()).wrap_socket(sock, server_hostname=address.host)
    except BaseException:
        sock.close()
        raise


def _asked(sock: socket.socket, address: Address, headers: Mapping[str, str], *, size: int, deadline: float) -> Reply:
    sock.settimeout(_left(deadline))
    sock.sendall(_head(address, headers))
    response = HTTPResponse(cast("socket.socket", _Readable(sock, deadline)), method="GET")
    try:
        response.begin()
        return reply_of(response.status, response.headers, _body(response, address.url, size))
    finally:
        response.close()


def _head(address: Address, headers: Mapping[str, str]) -> bytes:
    host = f"[{address.host}]" if ":" in address.host else address.host
    if address.port != PORTS[address.scheme]:
        host = f"{host}:{address.port}"
    lines = [f"GET {address.target} HTTP/1.1", f"Host: {host}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("ascii")


def _body(response: HTTPResponse, url: str, size: int) -> bytes:
    body = bytearray()
    while chunk := response.read(CHUNK):
        body += chunk
        if len(body) > size:
            raise FetchError(url, f"it is larger than {size:,} bytes")
    if response.length:
        raise FetchError(url, f"it was cut short, {response.length:,} bytes before its end")
    return bytes(body)


def _left(deadline: float) -> float:
    """Seconds left.

    Raises:
        TimeoutError: none are.
    """
    left = deadline - monotonic()
    if left <= 0:
        raise TimeoutError("no time left")
    return left


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


class _Readable:
    """What a response reads from: a socket that may only be read until a deadline."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._clocked = _Clocked(sock, deadline)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self._clocked)


class _Clocked(io.RawIOBase):
    """The bytes of a socket; each wait is as long as the time left, so that a server cannot drip past the deadline."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock = sock
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        self._sock.settimeout(_left(self._deadline))
        return self._sock.recv_into(buffer)
