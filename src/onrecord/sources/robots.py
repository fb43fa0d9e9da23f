"""Keep to what a host's robots.txt says.

Use this before a page is asked for. By RFC 9309: a host without the file allows everything; one whose file cannot be
read now allows nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.robotparser import RobotFileParser

from onrecord.errors import FetchError
from onrecord.sources.addresses import Address
from onrecord.sources.decode import decode
from onrecord.sources.replies import OK, Reply

AGENT = "onrecord"
SIZE = 500_000  # bytes; as much as has to be read of a longer one
LONGEST_PAUSE = 30.0  # seconds; who asks for more is asked for less
CLIENT_ERRORS = range(400, 500)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a host asks of us.

    Attributes:
        parser: knows which addresses may be fetched; None if all may.
        fault: why none may, if so.
        pause: seconds that it wants between two requests.
    """

    parser: RobotFileParser | None = None
    fault: str | None = None
    pause: float = 0.0


def rules_of(address: Address, ask: Callable[[str], Reply]) -> Rules:
    """Read the rules of the host of an address.

    Args:
        address: of a page on it.
        ask: fetches an address, safely and with redirects.
    """
    try:
        reply = ask(robots_url(address))
    except FetchError as error:
        return Rules(fault=error.reason)
    if reply.status in CLIENT_ERRORS:
        return Rules()
    if reply.status != OK:
        return Rules(fault=f"status {reply.status}")
    return _parsed(reply.body)


def robots_url(address: Address) -> str:
    """Where a host keeps its rules."""
    host = f"[{address.host}]" if ":" in address.host else address.host
    return f"{address.scheme}://{host}:{address.port}/robots.txt"


def obey(rules: Rules, url: str) -> None:
    """Raise a FetchError if the rules do not allow an address."""
    if rules.fault:
        raise FetchError(url, f"the host's robots.txt cannot be read ({rules.fault}), so nothing may be fetched now")
    if rules.parser and not rules.parser.can_fetch(AGENT, url):
        raise FetchError(url, "the host's robots.txt does not allow it")


def _parsed(body: bytes) -> Rules:
    parser = RobotFileParser()
    parser.parse(decode(body[:SIZE]).splitlines())
    delay = parser.crawl_delay(AGENT)
    return Rules(parser=parser, pause=min(float(delay or 0), LONGEST_PAUSE))
