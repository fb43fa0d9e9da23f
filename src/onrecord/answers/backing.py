"""Find whom somebody backs and has blamed or refused to back, or blames and has backed.

Use `backing` beside the other shifts of an issue. To back a person is more than praise for a deed: what is supported is
the person, or the candidacy, and nothing else. So whatever the person was blamed for before, the two may not go
together. Who backs somebody may well blame a deed of theirs: only blame of the person as a whole, or a refusal to back
them, is a turn back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from onrecord.answers.compared import shows_two
from onrecord.answers.plain_words import is_plain
from onrecord.answers.results import Held, Shift
from onrecord.answers.sides import by_side, days, in_time
from onrecord.answers.subjects import stems_of
from onrecord.answers.targets import meant_by
from onrecord.knowledge import is_party
from onrecord.records import Entry

Attitude: TypeAlias = Literal["backs", "blames a deed", "blames", "will not back"]
"""Of those against somebody, the later stand the more clearly against backing."""
AGAINST: tuple[Attitude, ...] = ("blames a deed", "blames", "will not back")

_OFFICE = re.compile(
    r"\b(?:candida(?:cy|te)|campaign|bid|nomin(?:ation|ee)|re-?election|presidency|presidential|endorsement|backing|"
    r"senator|governor|former|secretary|state|house|speaker|presumptive|republican|democratic|party)\b",
    re.IGNORECASE,
)
# "not ready to support Mr. Lee", "to endorse Lee"; not "to support Lee's plan".
_TO_BACK = re.compile(
    r"\b(?:endors(?:e|es|ing)|support(?:ing)?|back(?:ing)?|vot(?:e|ing) for)\s+"
    r"(?:(?:Mr|Mrs|Ms|Sen|Gov|Rep|President|House|Speaker|Senator|Secretary)\.?\s+)*"
    r"(?:[A-Z][\w-]+\s+)*(?P<surname>[A-Z][\w-]+)\b(?!['’]s?\s+(?!candidacy|campaign|bid|nomination|re-?election))"
)
BEGINNING = 60
"""Characters before the verb, at most; later on somebody else's backing is told."""
LONGEST = 5
"""Words of somebody's name and titles, at most; a headline may have capitals alone."""
_WORD = re.compile(r"\b[^\W\d_]+(?:['’]\w+)?")


@dataclass(slots=True)
class _Thread:
    """What one speaker has said of one person: the last backing, and since then what stands against one."""

    backed: Entry | None = None
    against: list[tuple[Attitude, Entry]] = field(default_factory=list)

    def turn(self, attitude: Attitude, entry: Entry) -> Entry | None:
        """What a statement turns from, if anything; the statement is remembered."""
        if attitude == "backs":
            earlier = [one for one in self.against if _is_before(one[1], entry)]
            self.backed, self.against = entry, []
            return max(earlier, key=_weight)[1] if earlier else None
        if attitude == "blames a deed" and self.backed:
            return None
        turned = self.backed if self.backed and _is_before(self.backed, entry) else None
        self.backed = None
        self.against.append((attitude, entry))
        return turned


def backing(entries: Sequence[Entry], stands: Mapping[str, Held]) -> Iterator[Shift]:
    """Of each speaker and each person whom they back, each turn to backing and from backing.

    Args:
        entries: all with a day.
        stands: their stances, by id.
    """
    told = {entry.id: told for entry in entries if (told := attitude_of(stands[entry.id]))}
    judging = sorted((entry for entry in entries if entry.id in told and _is_somebody(entry)), key=in_time)
    for side, those in by_side(judging, "speaker").items():
        threads: dict[str, _Thread] = {}
        for entry in those:
            attitude, meant = told[entry.id]
            turned = threads.setdefault(meant, _Thread()).turn(attitude, entry) if meant not in side else None
            if turned:
                yield _shift(side, meant, stands[turned.id], stands[entry.id])


def attitude_of(one: Held) -> tuple[Attitude, str] | None:
    """Whether a statement backs somebody, blames them or refuses to back them, and their surname."""
    if shows_two(one):
        return None
    if one.stance in ("willing", "unwilling"):
        told = _TO_BACK.search(one.entry.stmt.text)
        named = told["surname"] if told and told.start() <= BEGINNING else None
        attitude: Attitude = "backs" if one.stance == "willing" else "will not back"
    else:
        named = meant_by(one.entry) if one.stance in ("supports", "accuses") else None
        if named and one.stance == "supports" and not is_of_somebody(one.entry):
            return None
        attitude = "backs" if one.stance == "supports" else "blames a deed"
        if named and one.stance == "accuses" and is_of_somebody(one.entry):
            attitude = "blames"
    return (attitude, named) if named and not is_party(named) else None


def is_of_somebody(entry: Entry) -> bool:
    """Whether praise or blame is of somebody, and not of a deed or view of theirs."""
    words = _WORD.findall(_OFFICE.sub("", entry.stmt.text))
    small = [word for word in words if word[:1].islower() and not is_plain(word)]
    return len(words) <= LONGEST and not small and bool(stems_of(entry.stmt.text))


def _is_somebody(entry: Entry) -> bool:
    """Whether it is a person, or a body, who speaks: of a crowd, others speak each time."""
    return all(one.kind in ("person", "organisation") for one in entry.stmt.speakers)


def _weight(told: tuple[Attitude, Entry]) -> tuple[int, tuple[object, ...]]:
    return AGAINST.index(told[0]), in_time(told[1])


def _is_before(entry: Entry, after: Entry) -> bool:
    return entry.last_day is not None and after.first_day is not None and entry.last_day < after.first_day


def _shift(side: str, meant: str, before: Held, after: Held) -> Shift:
    return Shift(
        side=side,
        change="stance",
        before=before,
        after=after,
        shared=(meant,),
        likeness=1.0,
        why=f"possible change from {before.stance} to {after.stance}: {_when(before)}, {_when(after)}; both are about "
        f"{meant}",
    )


def _when(one: Held) -> str:
    return f"{one.stance} {days(one.entry.first_day, one.entry.last_day)} ({one.why})"
