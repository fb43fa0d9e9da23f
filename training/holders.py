"""Clean the Factbook's rows of office holders.

Use this through `training.knowledge`. A row is kept when its office is one that we know and what remains is a name;
rows of deputies, of several persons and of remarks are left out, as an office without its holder is better than one
with a wrong one. Spellings of one person in one office become one spell.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise

from rapidfuzz import fuzz

from onrecord.knowledge.names import normal_words
from onrecord.knowledge.tables import Row, table
from onrecord.knowledge.titles import without_titles

SOURCE = "CIA World Factbook"
CLOSE = 92  # days between the election and the oath that the snapshots give as one person's beginning
ALIKE = 60  # similarity of spellings with the same first day: "Golovchenko" and "Halowchenka" have 64
NEARLY = 85  # similarity of spellings with another first day

_ACTING = r"(?P<acting>acting|interim|caretaker|transitional|transition)\s+"
_OFFICES = (
    (r"vice president", "vice president"),
    (r"president of the government(?: of spain| or prime minister)?", "prime minister"),
    (r"president(?: of the (?:republic|swiss confederation|islamic republic of [A-Z]\w+))?", "president"),
    (r"crown prince and prime minister", "prime minister"),
    (r"prime minister", "prime minister"),
    (r"premier", "prime minister"),
    (r"taoiseach", "prime minister"),
    (r"(?:chairman|chairperson) of the council of ministers", "prime minister"),
    (r"head of government", "prime minister"),
    (r"chancellor", "chancellor"),
    (r"supreme leader", "supreme leader"),
    (r"king|queen|emperor|sultan|amir|grand duke|prince", "monarch"),
    (r"pope", "pope"),
    (r"governor[ -]general", "governor general"),
    (r"governor", "governor"),
    (r"chief minister", "chief minister"),
    (r"chief executive", "chief executive"),
)
_PATTERNS = tuple((re.compile(f"(?:{_ACTING})?(?P<title>{words})\\s+", re.IGNORECASE), key) for words, key in _OFFICES)
_SECOND_OFFICE = re.compile(
    r"and (?:vice president|prime minister|prime|foreign minister|minister of interior)\s+", re.I
)
_BEHIND = re.compile(
    r",? (?:also spelled|aka|serving as caretaker).*|,? (?:dr|gen|lt\. gen|maj\. gen)\.?$|,? jr\.?$", re.I
)
_CARETAKER = re.compile(r"serving as caretaker", re.IGNORECASE)
_PATRONYMIC = re.compile(r"[A-Z]\w+(?:ovich|evich|ovna|evna)$")
_NAME = re.compile(r"(?:[^\W\d_][\w'’.`\"-]*)(?: (?:[^\W\d_]|\"|')[\w'’.`\"-]*)*")
_SMALL = frozenset(
    re.findall(
        r"\w+", "al bin bint ibn de da do dos del della di du el la le van von der den ter vel y e i og ould of the"
    )
)
_NO_NAME = re.compile(
    r"\b(?:President|Minister|Secretary|Council|Commission|Government|Prime|Governor|Administrator|Chairman|Commander"
    r"|Republic|Commonwealth|Commissioner|Vacant|Council|Territorial|Confederation|Organization|National)\b"
)
_NUMERAL = re.compile(r"[IVX]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """One person in one office, as one row has it."""

    country: str
    office: str
    name: str
    since: date
    until: date | None
    first_seen: date
    last_seen: date
    kind: str
    acting: bool

    @property
    def known_to(self) -> date:
        """The last day that is confirmed."""
        return self.until or self.last_seen


def clean_holders(raw: Sequence[Row], parties: Mapping[str, str], parts: Iterable[str]) -> list[Row]:
    """One row a spell of one person in one office.

    Args:
        raw: rows of the Factbook.
        parties: the name in news of each of its countries.
        parts: parties that belong to a state, whose chief of state is that state's.
    """
    spells = [spell for row in raw if row["country"] in parties and (spell := _spell(row, parties[row["country"]]))]
    spells = _not_copied(spells, frozenset(parts))
    by_office = groupby(sorted(spells, key=_place), key=_office)
    clean = [spell for _, group in by_office for spell in _clipped(_doubted(_merged(list(group))))]
    return [_row(spell) for spell in sorted(clean, key=_place)]


def _spell(row: Row, country: str) -> Spell | None:
    words = f"{row['office']} {row['name']}".replace("\u00a0", " ").strip()
    read = next(((match, key) for pattern, key in _PATTERNS if (match := pattern.match(words))), None)
    if read is None or not row["since"]:
        return None
    match, office = read
    rest = words[match.end() :]
    name = _name(rest, country)
    if not name:
        return None
    return Spell(
        country=country,
        office=office,
        name=_styled(name, office, match["title"]),
        since=_day(row["since"], last=True),
        until=_day(row["until"], last=False) if row["until"] else None,
        first_seen=_day(row["first_seen"], last=True),
        last_seen=_day(row["last_seen"], last=False),
        kind=row["kind"] if office != "governor general" and "vice" not in office else "",
        acting=bool(match["acting"] or _CARETAKER.search(rest)),
    )


def _name(words: str, country: str) -> str:
    """The person in the rest of a row; empty when it holds more, or something else."""
    words = _BEHIND.sub("", _BEHIND.sub("", _SECOND_OFFICE.sub("", words))).strip()
    known = {(row["country"], row["name"]): row["known_as"] for row in table("known_as")}
    words = " ".join(_cased(word, first=not place) for place, word in enumerate(without_titles(words).split()))
    if not words[:1].isupper() or not _NAME.fullmatch(words) or _NO_NAME.search(words) or not _is_person(words.split()):
        return ""
    parts = words.split()
    short = [part for place, part in enumerate(parts) if not (0 < place < len(parts) - 1 and _PATRONYMIC.match(part))]
    return known.get((country, " ".join(short)), " ".join(short))


def _is_person(words: Sequence[str]) -> bool:
    return len(words) <= 7 and all(word.lower() in _SMALL or not word[0].islower() or "-" in word for word in words)


def _cased(word: str, *, first: bool) -> str:
    """A surname in capitals as one writes it; "XI" is one where it comes first, and a number behind a name."""
    if not word.isupper() or not word.isalpha() or len(word) == 1 or (_NUMERAL.fullmatch(word) and not first):
        return word
    return word.capitalize()


def _styled(name: str, office: str, title: str) -> str:
    """Monarchs and popes go by their title in news."""
    title = title.title()
    if office not in {"monarch", "pope"} or title not in {"King", "Queen", "Pope", "Emperor"}:
        return name
    return f"{title} {name.partition(' of ')[0]}"


def _day(text: str, *, last: bool) -> date:
    """A day; of a month or a year its last day or its first, so that nothing is claimed too early or too long."""
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    if not last:
        return date(year, month or 1, day or 1)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _not_copied(spells: Sequence[Spell], parts: frozenset[str]) -> list[Spell]:
    """Without chiefs of state of dependencies, monarchs of realms, and vice presidents where there are several."""
    realms = {spell.country for spell in spells if spell.office == "governor general"}
    crowds = set(_crowds(spells))
    return [
        spell
        for spell in spells
        if not (spell.country in parts and _is_states(spell))
        and not (spell.office == "monarch" and spell.country in realms)
        and (spell.office, spell.country) not in crowds
    ]


def _is_states(spell: Spell) -> bool:
    return spell.kind.startswith("chief of state") or spell.office in {"governor general", "vice president"}


def _crowds(spells: Iterable[Spell]) -> Iterator[tuple[str, str]]:
    """Countries with two vice presidents at a time: the snapshots name some of them only."""
    vices = sorted((spell for spell in spells if spell.office == "vice president"), key=_place)
    for country, group in groupby(vices, key=_country):
        merged = _merged(list(group))
        if any(after.since < before.known_to for before, after in pairwise(merged)):
            yield ("vice president", country)


def _country(spell: Spell) -> str:
    return spell.country


def _office(spell: Spell) -> tuple[str, str]:
    return (spell.country, spell.office)


def _place(spell: Spell) -> tuple[str, str, date, date, str]:
    return (spell.country, spell.office, spell.since, spell.last_seen, spell.name)


def _merged(spells: Sequence[Spell]) -> list[Spell]:
    """Rows of one person that meet as one spell."""
    merged: list[Spell] = []
    for spell in spells:
        place = next((place for place, known in enumerate(merged) if _is_same(known, spell)), None)
        if place is None:
            merged.append(spell)
        else:
            merged[place] = _union(merged[place], spell)
    return merged


def _is_same(one: Spell, two: Spell) -> bool:
    close = abs((two.since - one.since).days) <= CLOSE
    if not close and two.since > one.known_to:
        return False
    if set(normal_words(one.name)) == set(normal_words(two.name)):
        return True
    alike = fuzz.token_sort_ratio(" ".join(normal_words(one.name)), " ".join(normal_words(two.name)))
    words = set(normal_words(one.name)), set(normal_words(two.name))
    within = words[0] <= words[1] or words[1] <= words[0]
    return within or alike >= (ALIKE if one.since == two.since else NEARLY)


def _union(one: Spell, two: Spell) -> Spell:
    close = abs((two.since - one.since).days) <= CLOSE
    latest = max(one, two, key=_seen)
    return replace(
        latest,
        since=max(one.since, two.since) if close else min(one.since, two.since),
        first_seen=min(one.first_seen, two.first_seen),
        last_seen=max(one.last_seen, two.last_seen),
        acting=one.acting and two.acting,
        kind=latest.kind if one.kind == two.kind else _both(one.kind, two.kind),
    )


def _both(one: str, two: str) -> str:
    kinds = " & ".join(dict.fromkeys((*one.split(" & "), *two.split(" & "))))
    return kinds if kinds != "head of government & chief of state" else "chief of state & head of government"


def _seen(spell: Spell) -> date:
    return spell.last_seen


def _doubted(spells: Sequence[Spell]) -> list[Spell]:
    """Spells in order; of two persons with one first day, the later one's is a slip, and its first snapshot counts."""
    first = {spell.since: spell for spell in sorted(spells, key=_seen, reverse=True)}
    doubted = [
        spell if first[spell.since] is spell else replace(spell, since=max(spell.since, spell.first_seen))
        for spell in spells
    ]
    return sorted(doubted, key=_place)


def _clipped(spells: Sequence[Spell]) -> Iterator[Spell]:
    """Spells that end when the next person's begins; snapshots lag behind."""
    for place, spell in enumerate(spells):
        after = next((later for later in spells[place + 1 :] if later.since > spell.since), None)
        lags = spell.until is None and after is not None and after.since < spell.last_seen
        yield replace(spell, last_seen=after.since) if after and lags else spell


def _row(spell: Spell) -> Row:
    return {
        "country": spell.country,
        "office": spell.office,
        "name": spell.name,
        "since": spell.since.isoformat(),
        "until": spell.until.isoformat() if spell.until else "",
        "known_to": spell.known_to.isoformat(),
        "kind": spell.kind,
        "acting": "yes" if spell.acting else "",
        "source": SOURCE,
    }
