"""Tell which addresses of the web may be fetched.

Use this before every connection, redirects included: a page that names an address must not lead into the network that
we stand in. A host is looked up here, each of its addresses is checked, and the connection is made to an address that
was checked, so that a second look-up cannot put another in its place.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from dataclasses import dataclass, replace
from ipaddress import IPv4Address, ip_address, ip_network
from typing import TypeAlias
from urllib.parse import SplitResult, quote, urlsplit

from onrecord.errors import FetchError

Resolve: TypeAlias = Callable[[str, int], list[str]]
"""Looks up a host: name and port to numeric addresses; raises OSError where there is none."""

PORTS = {"http": 80, "https": 443}
RESERVED_PORTS = 1024  # below it, others than the web's are services that are no business of ours
# Public by their number, and not by what answers there.
NOT_PUBLIC = tuple(
    ip_network(block)
    for block in (
        "168.63.129.16/32",  # metadata of one cloud; the others' are link-local or private
        "192.0.0.0/24",  # protocol assignments, metadata of another cloud among them
        "192.88.99.0/24",  # relays of 6to4
        "224.0.0.0/3",  # multicast, and what is reserved
        "2001::/23",  # protocol assignments, Teredo among them, which wraps IPv4
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which wraps IPv4
        "3fff::/20",  # documentation
    )
)
GLOBAL_UNICAST = ip_network("2000::/3")  # the rest of IPv6 maps, translates (NAT64) or is local

PRIVATE = "pass --allow-private if it is yours"

_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]{0,252}[a-z0-9_.])?|[0-9a-f:.]*:[0-9a-f:.]*", re.IGNORECASE)
_SAFE = "/%:=&?~#+!$,;'@()*[]"
_NOT_PRINTED = re.compile(r"[\x00-\x20\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A place on the web that may be connected to.

    Attributes:
        url: without the part after `#`.
        scheme: `http` or `https`.
        host: its name, in ASCII; for the Host header and the certificate.
        port: number.
        target: path and query, as the request line has them.
        ips: numeric addresses, all of them checked; empty before the host is looked up.
    """

    url: str
    scheme: str
    host: str
    port: int
    target: str
    ips: tuple[str, ...] = ()


def parse_url(url: str) -> Address:
    """Take an address apart; nothing is looked up.

    Raises:
        FetchError: no address of a page, or one that hides where it leads.
    """
    if _NOT_PRINTED.search(url):
        raise FetchError(url, "the address has white space or control characters in it")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError(url, f"no address ({error})") from error
    if parts.scheme not in PORTS:
        raise FetchError(url, f"only http and https are fetched, not {parts.scheme or 'an address without either'}")
    if "@" in parts.netloc:
        raise FetchError(url, "an address with a user name or password in it is not fetched")
    return Address(
        url=url.partition("#")[0],
        scheme=parts.scheme,
        host=_ascii_host(parts, url),
        port=PORTS[parts.scheme] if port is None else port,
        target=quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_SAFE),
    )


def is_public(ip: str) -> bool:
    """Whether a numeric address belongs to the public internet."""
    try:
        address = ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if any(address.version == block.version and address in block for block in NOT_PUBLIC):
        return False
    return address.is_global and (isinstance(address, IPv4Address) or address in GLOBAL_UNICAST)


def look_up(host: str, port: int) -> list[str]:
    """The numeric addresses of a host, as the system resolves it.

    Raises:
        OSError: there are none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def checked(address: Address, *, resolve: Resolve = look_up, allow_private: bool = False) -> Address:
    """Look a host up and check each of its addresses.

    Args:
        address: where the host stands.
        resolve: looks it up.
        allow_private: whether addresses and ports that are not public are taken too.

    Raises:
        FetchError: the host is not known, or one of its addresses is not public; one is enough, as it may be the one
            that is connected to.
    """
    if not allow_private and address.port < RESERVED_PORTS and address.port not in PORTS.values():
        raise FetchError(address.url, f"port {address.port} is not one of the web's; {PRIVATE}")
    try:
        ips = resolve(address.host, address.port)
    except (OSError, UnicodeError) as error:
        raise FetchError(address.url, f"the host {address.host} is not known ({error})") from error
    for ip in ips:
        if not allow_private and not is_public(ip):
            raise FetchError(address.url, f"{address.host} is at {ip}, which is no public address; {PRIVATE}")
    if not ips:
        raise FetchError(address.url, f"the host {address.host} has no address")
    return replace(address, ips=tuple(ips))


def _ascii_host(parts: SplitResult, url: str) -> str:
    host = parts.hostname or ""
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise FetchError(url, f"{host!r} is no name of a host") from error
    if not _HOST.fullmatch(host):
        raise FetchError(url, f"{host!r} is no name of a host" if host else "the address names no host")
    return host
