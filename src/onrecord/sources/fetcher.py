"""Ask the web, safely and politely.

Use this for whatever lies behind an address: each host is checked before it is connected to, redirects included, and
asked for its robots.txt first. What the reply holds is the caller's to read.
"""

from __future__ import annotations

import ssl
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, metadata
from math import inf
from time import monotonic, sleep
from urllib.parse import urljoin

from onrecord import __version__
from onrecord.errors import FetchError
from onrecord.sources.addresses import Address, Resolve, checked, look_up, parse_url
from onrecord.sources.bodies import unpacked
from onrecord.sources.connections import Limits, request
from onrecord.sources.replies import Reply
from onrecord.sources.robots import AGENT, Rules, obey, rules_of

LIMITS = Limits()
ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.9, application/xml;q=0.8, text/xml;q=0.8"
REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Fetcher:
    """Fetches addresses, and knows which hosts it has asked and what they allow."""

    def __init__(
        self,
        *,
        limits: Limits = LIMITS,
        allow_private: bool = False,
        resolve: Resolve = look_up,
        context: ssl.SSLContext | None = None,
    ) -> None:
        """Nothing is asked yet.

        Args:
            limits: of each fetch.
            allow_private: whether hosts that are not public, and their ports, may be asked.
            resolve: looks up a host.
            context: for https; the system's certificates if None.
        """
        self._limits = limits
        self._allow_private = allow_private
        self._resolve = resolve
        self._context = context
        self._rules: dict[tuple[str, str, int], Rules] = {}
        self._asked: dict[str, float] = {}
        self._headers = {"User-Agent": user_agent(), "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"}

    def get(self, url: str) -> tuple[str, Reply]:
        """Fetch an address, as its host allows, following redirects.

        Returns:
            The address in the end, and the reply, unpacked; its status may be any but a redirect.

        Raises:
            FetchError: it must not be fetched, or cannot.
        """
        deadline = monotonic() + self._limits.seconds
        address = parse_url(url)
        rules = self._rules_for(address, deadline)
        obey(rules, address.url)
        deadline += self._pause(address, rules)
        return self._followed(address.url, deadline, robots=True)

    def _followed(self, url: str, deadline: float, *, robots: bool) -> tuple[str, Reply]:
        for _ in range(self._limits.redirects + 1):
            address = parse_url(url)
            if robots:
                obey(self._rules_for(address, deadline), address.url)
            reply = self._ask(address, deadline)
            if reply.status not in REDIRECTS or not reply.location:
                return address.url, reply
            url = _next(address.url, reply.location)
        raise FetchError(url, f"it was redirected more than {self._limits.redirects} times")

    def _ask(self, address: Address, deadline: float) -> Reply:
        place = checked(address, resolve=self._resolve, allow_private=self._allow_private)
        size = self._limits.size
        reply = request(place, headers=self._headers, size=size, deadline=deadline, context=self._context)
        try:
            return replace(reply, body=unpacked(reply.body, reply.encoding, limit=size), encoding="")
        except ValueError as error:
            raise FetchError(address.url, str(error)) from error

    def _rules_for(self, address: Address, deadline: float) -> Rules:
        """What a host allows, asked once."""
        key = (address.scheme, address.host, address.port)
        if key not in self._rules:
            self._rules[key] = rules_of(address, lambda url: self._followed(url, deadline, robots=False)[1])
        return self._rules[key]

    def _pause(self, address: Address, rules: Rules) -> float:
        """Wait until a host may be asked again; returns the seconds waited."""
        wanted = max(self._limits.pause, rules.pause)
        left = max(0.0, self._asked.get(address.host, -inf) + wanted - monotonic())
        sleep(left)
        self._asked[address.host] = monotonic()
        return left


def user_agent() -> str:
    """What we say that we are, with the project's page if it has one."""
    try:
        pages = metadata("onrecord").get_all("Project-URL") or ()
    except PackageNotFoundError:  # run from its sources
        pages = ()
    page = next((page.partition(",")[2].strip() for page in pages), "")
    return f"{AGENT}/{__version__} (+{page})" if page else f"{AGENT}/{__version__}"


def _next(url: str, location: str) -> str:
    """Where a redirect leads."""
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise FetchError(url, f"it is redirected to what is no address ({error})") from error
