"""Read a phrase that names an office: which, of whom, and whether its holder is meant.

Use this on a source or a role ("the Ukrainian president", "Deputy Foreign Minister of Poland") before asking who held
the office. Each word must be accounted for: "company president", "the president's adviser" and "wife of the president"
name no office of state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias

from onrecord.knowledge.holders import Gap, Holder, holder, is_settled, settled
from onrecord.knowledge.parties import Known
from onrecord.knowledge.phrases import KNOWN, Title, Word, names_in, parts_of, title_in

Standing: TypeAlias = Literal["plain", "former", "deputy", "acting", "elect", "future"]

_BEFORE: dict[str, Standing] = {
    **dict.fromkeys(("former", "ex", "then", "late", "previous", "onetime", "ousted", "deposed", "past"), "former"),
    **dict.fromkeys(("deputy", "vice", "assistant", "under", "associate"), "deputy"),
    **dict.fromkeys(("acting", "interim", "caretaker", "transitional", "provisional"), "acting"),
    **dict.fromkeys(("incoming", "designated"), "elect"),
    **dict.fromkeys(("future", "next", "aspiring", "prospective", "potential"), "future"),
}
_BEHIND: dict[str, Standing] = {
    **dict.fromkeys(("elect", "designate"), "elect"),
    **dict.fromkeys(("candidate", "hopeful", "nominee", "contender", "aspirant"), "future"),
    **dict.fromkeys(("until", "from", "emeritus"), "former"),
}
_GRAVITY: tuple[Standing, ...] = (
    "former",
    "future",
    "elect",
    "deputy",
    "acting",
    "plain",
)  # the first of several counts


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEUTRAL = _set(
    """
    the this its their our his her my your s current incumbent present sitting serving outgoing new newly elected
    appointed reelected longtime wartime embattled federal first senior mr mrs ms madam country nation
    """
)
_STATE = _set("country state republic nation government kingdom federation")
_STOPS = _set("and who whom whose which himself herself in at during on after before since also too")
_NO_PERSON = _set(
    """
    office administration spokesman spokeswoman spokesperson adviser advisor aide palace team campaign family bank
    university association union chamber academy committee steel today airlines council parliament press service
    ministry federation
    """
)
_OF_A_BODY = frozenset({"head", "speaker", "chairman", "director"})  # nobody's office unless one says of what
_ONE_PERSONS = frozenset({"leader", "spokesperson", *_OF_A_BODY})  # of a political party, it is not its country's
_ABOUT_OFFICES = frozenset({"press secretary", "spokesperson"})  # of another office
_DEPUTIES = frozenset(
    {"vice president", "vice chancellor", "deputy prime minister", "deputy security council chairman"}
)
_PLACES = frozenset({"country", "state", "body", "nationality"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that a phrase names.

    Attributes:
        title: as written ("foreign secretary").
        key: its normal name ("foreign minister").
        country: the party or body that it belongs to, None where the phrase does not say.
        standing: whether its holder is meant ("plain"), or one who was, will be, or stands in or below.
    """

    title: str
    key: str
    country: str | None
    standing: Standing


@lru_cache(maxsize=8192)
def office_in(phrase: str) -> Office | None:
    """The office that a phrase names, None where it names none or one that is no office of state or of a body.

    Args:
        phrase: a source, a role or an apposition, without the name before it ("the British prime minister").
    """
    return next((office for words in parts_of(phrase) if (office := _office(phrase, words))), None)


def office_holder(office: Office, day: date, *, country: str | None = None) -> Holder | Gap:
    """Who is meant by an office on a day.

    Args:
        office: as a phrase names it.
        day: usually that of the article.
        country: the party that the article is about, for an office whose phrase does not say.

    Returns:
        The holder where the standing is "plain" or "acting", or where the office is a deputy's own ("vice president").
    """
    owner = office.country or country
    if office.standing not in {"plain", "acting"} and not (office.standing == "deputy" and office.key in _DEPUTIES):
        return Gap(why=f"not the holder but {office.standing}")
    return holder(office.key, owner, day) if owner else Gap(why="no country named")


def _office(phrase: str, words: Sequence[Word]) -> Office | None:
    found = title_in(words)
    if found is None:
        return None
    before, behind = words[: found.start], words[found.end :]
    standings = [_standing_before(before), _standing_behind(behind, found)]
    if None in standings:
        return None
    names = [*names_in(before), *found.within, *_owner(behind)]
    if not _is_sound(found.key, names):
        return None
    deputy: tuple[Standing, ...] = ("deputy",) if found.key in _DEPUTIES else ()
    key, country = _belongs(found, names)
    return Office(
        title=phrase[words[found.start].start : words[found.end - 1].end],
        key=key,
        country=country,
        standing=next(standing for standing in _GRAVITY if standing in (*standings, *deputy)),
    )


def _standing_before(words: Sequence[Word]) -> Standing | None:
    """What the words before a title say of it; None if one of them makes it something else."""
    said = [_BEFORE[word.folded] for word in words if word.folded in _BEFORE]
    others = (word for word in words if word.folded not in _BEFORE and word.folded != KNOWN)
    if not all(word.folded in _NEUTRAL or word.folded.rstrip("thndrs").isdigit() for word in others):
        return None
    return next((standing for standing in _GRAVITY if standing in said), "plain")


def _standing_behind(words: Sequence[Word], found: Title) -> Standing | None:
    """What the words behind a title say of it; None if they make it something else."""
    if not words:
        return "plain"
    word = words[0]
    if standing := _BEHIND.get(word.folded):
        return standing
    if word.folded == "of":
        return _standing_of(words[1:], found)
    if word.folded == KNOWN:
        return None
    goes_on = word.folded in _STOPS or word.text[0].isupper() or word.text[0].isdigit()
    return "plain" if goes_on and word.folded not in _NO_PERSON else None


def _standing_of(words: Sequence[Word], found: Title) -> Standing | None:
    """The same for "of" and what follows: a party, the state, or an office that the title serves."""
    words = words[1:] if words and words[0].folded == "the" else words
    if not words:
        return None
    if found.key in _ABOUT_OFFICES and title_in(words):
        return "plain"
    head, rest = words[0], words[1:]
    if head.folded not in _STATE and not (head.known and (head.known.kind in _PLACES or _is_of(found.key, head.known))):
        return None
    if rest and (rest[0].folded in _NO_PERSON or rest[0].known):
        return None
    return _standing_behind(rest, found) if rest and rest[0].folded != "of" else "plain"


def _owner(behind: Sequence[Word]) -> list[Known]:
    """The name after "of"; those further on belong to something else."""
    if not behind or behind[0].folded != "of":
        return []
    return names_in(behind[:3])[:1]


def _is_of(key: str, name: Known) -> bool:
    return is_settled(key, name.name)


def _is_sound(key: str, names: Sequence[Known]) -> bool:
    """Whether the office can belong to what is named: a parliament has no prime minister, a party no head of state."""
    owners = [name for name in names if name.kind != "political party"]
    if key in _ONE_PERSONS and len(owners) < len(names):
        return False
    if key in _OF_A_BODY and not any(_is_of(key, name) for name in owners):
        return False
    if any(name.kind in {"metonym", "capital"} and not _may_own(key, name) for name in owners):
        return False
    return len({name.party for name in owners}) <= 1


def _may_own(key: str, name: Known) -> bool:
    return _is_of(key, name) or key in _ABOUT_OFFICES or key == "national security adviser"


def _belongs(found: Title, names: Sequence[Known]) -> tuple[str, str | None]:
    """The office and its party: "head" of the European Commission is an office of the European Union."""
    owners = [name for name in names if name.kind != "political party"]
    for name in owners:
        if name.name != name.party and _is_of(found.key, name):
            return settled(found.key, name.name)
    if any(name.kind == "body" for name in owners):
        return settled(found.key, owners[0].party)
    return found.key, next((name.party for name in owners), found.country or None)
