"""Know news agencies, newspapers, broadcasters, websites and magazines by their names.

Use this to tell a news organisation from other organisations: an agency that relays goes first in a chain, an outlet
that somebody spoke to ("told CNN") is not in it. The table (`outlets.csv`) is kept by hand. A name that is a common
word is there only in a form that is none ("Time magazine"), and one that begins with "The" is known by it alone ("The
Hill" is a website, and Hill a person) unless its shorter form is in the table too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, TypeAlias, cast

from onrecord.knowledge.tables import Row, several, table

OutletKind: TypeAlias = Literal["agency", "newspaper", "broadcaster", "website", "magazine"]

_QUOTES = " \t\n\"'“”„‟‘’‚«»‹›"
_WHAT = (
    r"(?:(?:news|press|information|wire) )?(?:agency|service|wire)|newswire|(?:news)?paper|newsmagazine|magazine"
    r"|tabloid|daily|weekly|broadcaster|(?:(?:TV|television|radio|news|Telegram) )?(?:channel|station|network)"
    r"|television|radio|(?:news )?(?:website|site|portal|outlet)|publication"
)
_BEHIND = re.compile(rf"\s+(?:{_WHAT})$", re.IGNORECASE)
_BEFORE = re.compile(rf".*\b(?:{_WHAT})\s+(?=\S)", re.IGNORECASE | re.DOTALL)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$")
_DOMAIN = re.compile(r"\.(?:com|org|net)$", re.IGNORECASE)

_LONGEST_ABBREVIATION = 5  # letters: "ap" and "pap" are words, so case counts; "REUTERS" is Reuters
_PEOPLE_TOO = frozenset({"Bloomberg", "Forbes", "Fox", "Breitbart"})
_NAME_BEFORE = re.compile(r"(?:\b[A-Z][\w.'’-]*|\b(?:Mr|Mrs|Ms|Dr)\.?)\s$")
_GOES_ON = r"(?!\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z])"  # "The Independent Commission"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A news organisation.

    Attributes:
        name: as English news writes it.
        aliases: its other names and spellings.
        kind: what it is.
        country: where it sits; None where it has several homes.
    """

    name: str
    aliases: tuple[str, ...]
    kind: OutletKind
    country: str | None


def outlet(words: str) -> Outlet | None:
    """The news organisation that words name, and nothing else than name.

    Args:
        words: a name or alias; "the", quotation marks, "news agency" and the like may stand around it ("the Russian
            state news agency TASS").
    """
    return _looked_up(words)


@lru_cache(maxsize=8192)  # an article asks for the same names again and again
def _looked_up(words: str) -> Outlet | None:
    known = _by_key()
    return next((known[key] for form in _forms(words) if (key := _key(form)) in known), None)


def outlets_in(text: str) -> list[tuple[int, int, Outlet]]:
    """The news organisations that a text names, in its order.

    Args:
        text: any length; case counts, as it is running text.

    Returns:
        Start and end of each name in the text, half-open, and the outlet; of names that overlap the longer one.
    """
    by_form = _by_form()
    found = ((match, by_form[_as_listed(match[0])]) for match in _pattern().finditer(text))
    return [(match.start(), match.end(), each) for match, each in found if not _is_person(match, text)]


def _forms(words: str) -> Iterator[str]:
    """What may be the name in a phrase: all of it, then less and less of what stands around it."""
    whole = " ".join(words.split()).strip(_QUOTES)
    bare = _POSSESSIVE.sub("", whole)
    for around in dict.fromkeys((whole, bare, _BEHIND.sub("", bare), _BEFORE.sub("", bare))):
        form = around.strip(_QUOTES)
        yield from (form, _DOMAIN.sub("", form), _ARTICLE.sub("", form, count=1).strip(_QUOTES))


def _key(form: str) -> str:
    plain = form.replace("’", "'")
    return plain if plain.isupper() and len(plain) <= _LONGEST_ABBREVIATION else plain.casefold()


def _is_person(match: re.Match[str], text: str) -> bool:
    """Whether a surname follows a name or a title here: Michael Bloomberg is no agency."""
    return match[0] in _PEOPLE_TOO and bool(_NAME_BEFORE.search(text[max(0, match.start() - 30) : match.start()]))


def _as_listed(form: str) -> str:
    """A form as the table has it: "The" with a capital, a plain apostrophe."""
    plain = form.replace("’", "'")
    return "The" + plain[3:] if plain.startswith("the ") else plain


@cache
def _by_form() -> dict[str, Outlet]:
    outlets = (_outlet(row) for row in table("outlets"))
    return {_as_listed(form): each for each in outlets for form in (each.name, *each.aliases)}


@cache
def _by_key() -> dict[str, Outlet]:
    return {_key(form): each for form, each in _by_form().items()}


@cache
def _pattern() -> re.Pattern[str]:
    """All forms, the longer first; parted by their first letter, so that most places in a text fail at once."""
    parted: dict[str, list[str]] = {}
    for form in sorted(_by_form(), key=len, reverse=True):
        for first in ("T", "t") if form.startswith("The ") else form[0]:
            parted.setdefault(re.escape(first), []).append(_rest_in_text(form))
    names = "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in parted.items())
    return re.compile(rf"(?<![\w@#-])(?:{names})(?![\w@])")


def _rest_in_text(form: str) -> str:
    rest = re.escape(form[1:]).replace("'", "['’]")
    return rest + _GOES_ON if form.startswith("The ") and form.count(" ") == 1 else rest


def _outlet(row: Row) -> Outlet:
    return Outlet(
        name=row["name"],
        aliases=tuple(several(row["aliases"])),
        kind=cast("OutletKind", row["kind"]),
        country=row["country"] or None,
    )
