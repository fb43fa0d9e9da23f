"""Articles and readings to fill ledgers with, made without weights."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from onrecord.errors import InputError
from onrecord.ledger import Ledger, Report, fill
from onrecord.records import Article, Reading
from tests.cli.fakes import FakeReader

WEIGHTS = "0123456789abcdef"
DAY = date(2031, 3, 14)
PORTS = "Tolo Brand said that the ports of Norvia stay open. Estmark says nothing more."
TRADE = "Mara Voss said that Norvia thinks the Estmark treaty is dead. Ann Lee said she had hoped otherwise."


def article(text: str = PORTS, **fields: Any) -> Article:
    """An article, by default of a day and an outlet."""
    return Article(
        **{"id": "ports", "text": text, "published": DAY, "outlet": "Norvia Daily", "language": "en"} | fields
    )


def read(found: Article) -> Reading:
    """Read by a regular expression: "NAME said that CONTENT."."""
    return FakeReader().read(found)


def filled(ledger: Ledger, *items: Article | InputError, **options: Any) -> Report:
    """Fill a ledger with these."""
    return fill(ledger, items, **{"read": read, "weights": WEIGHTS} | options)


def wire(*ends: str) -> Iterable[str]:
    """A long story with other last words each time: near copies."""
    story = " ".join(
        f"The harbour of Port {name} was calm on its {number}th day of talks, and {name} had little news to tell."
        for number, name in enumerate(("Haldane", "Sund", "Marant", "Okoro", "Brandt", "Castell"), start=4)
    )
    return [f"{story} Tolo Brand said that the ports of Norvia stay open. {end}" for end in ends]
