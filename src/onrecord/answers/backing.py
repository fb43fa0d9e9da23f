"""Find whom somebody backs whom they have blamed, or refused to back.

Use `backing` beside the other shifts of an issue. To back a person is more than praise for a deed: what is supported is
the person, or the candidacy, and nothing else. So whatever the person was blamed for before, the two may not go
together. A turn the other way is not told here: praise of somebody need not be backing, and who backs somebody may well
blame a deed of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from onrecord.answers.compared import shows_two
from onrecord.answers.holding import likelihood, stance_told
from onrecord.answers.plain_words import is_plain
from onrecord.answers.results import Held, Shift
from onrecord.answers.sides import by_side, in_time, is_before
from onrecord.answers.subjects import stems_of
from onrecord.answers.targets import meant_by
from onrecord.knowledge import is_party
from onrecord.records import Entry

Attitude: TypeAlias = Literal["backs", "blames a deed", "blames", "will not back"]
"""What stands against backing, the clearest last."""
AGAINST: tuple[Attitude, ...] = ("blames a deed", "blames", "will not back")

_OFFICE = re.compile(
    r"\b(?:candida(?:cy|te)|campaign|bid|nomin(?:ation|ee)|re-?election|presidency|presidential|endorsement|backing|"
    r"senator|governor|former|secretary|state|house|speaker|presumptive|republican|democratic|party)\b",
    re.IGNORECASE,
)
# "not ready to support Mr. Lee", "to endorse Lee"; not "to support Lee's plan".
_TO_BACK = re.compile(
    r"\b(?:endors(?:e|es|ing)|support(?:ing)?|back(?:ing)?|vot(?:e|ing) for)\s+"
    r"(?:(?:our|my|the|fellow|former)\s+(?:[\w-]+\s+){0,3}(?:of\s+the\s+\w+,\s+)?)?"
    r"(?:(?:Mr|Mrs|Ms|Sen|Gov|Rep|President|House|Speaker|Senator|Secretary)\.?\s+)*"
    r"(?:[A-Z][\w-]+\s+)*(?P<surname>(?!House|Senate|Party)[A-Z][\w-]+)\b(?!['’]s?\s+(?!candidacy|campaign|bid|nomination|re-?election))"
)
_VERBS = ("ndors", "upport", "back", "vot")  # one of them is in all that `_TO_BACK` finds
_WHOEVER = re.compile(r"\bnominee\b|\bwhoever\b", re.IGNORECASE)  # a pledge to the party, and to nobody
BEGINNING = 80
"""Characters before the verb, at most; later on somebody else's backing is told."""
NAMED = 80
"""Characters of a verb and of the name behind it, at most."""
LONGEST = 5
"""Words of somebody's name and titles, at most; a headline may have capitals alone."""
MOST = 120
"""Characters that these have, at most; what is longer is not looked at."""
_WORD = re.compile(r"\b[^\W\d_]+(?:['’]\w+)?")


def backing(entries: Sequence[Entry], stands: Mapping[str, Held]) -> Iterator[Shift]:
    """Of each speaker and each person whom they back, each turn to backing.

    Args:
        entries: all with a day.
        stands: their stances, by id.
    """
    told = {entry.id: told for entry in entries if (told := attitude_of(stands[entry.id]))}
    judging = sorted((entry for entry in entries if entry.id in told and _is_somebody(entry)), key=in_time)
    for side, those in by_side(judging, "speaker").items():
        turns: dict[str, list[_Turn]] = {}
        for entry in those:
            attitude, meant = told[entry.id]
            if meant not in side:
                _remember(turns.setdefault(meant, [_Turn()]), attitude, entry)
        for meant, every in turns.items():
            for turn in every:
                before, after = turn.from_what(), turn.to_what()
                if before and after:
                    yield _shift(side, meant, stands[before.id], stands[after.id])


def _remember(turns: list[_Turn], attitude: Attitude, entry: Entry) -> None:
    """Put what somebody said of a person where it belongs; blame of a deed of one who is backed belongs nowhere."""
    last = turns[-1]
    if attitude == "backs":
        last.backed.append(entry)
    elif not last.backed:
        last.against.append((attitude, entry))
    elif attitude != "blames a deed":
        turns.append(_Turn(against=[(attitude, entry)]))


@dataclass(slots=True)
class _Turn:
    """What somebody said against backing a person, and then for it."""

    against: list[tuple[Attitude, Entry]] = field(default_factory=list)
    backed: list[Entry] = field(default_factory=list)

    def from_what(self) -> Entry | None:
        """The clearest statement against it that was earlier for sure."""
        earlier = (told for told in self.against if self.backed and is_before(told[1], self.backed[0]))
        found = max(earlier, key=_weight, default=None)
        return found[1] if found else None

    def to_what(self) -> Entry | None:
        """The surest statement for it; of equals the first."""
        return max(self.backed, key=likelihood, default=None)


def attitude_of(one: Held) -> tuple[Attitude, str] | None:
    """Whether a statement backs somebody, blames them or refuses to back them, and their surname."""
    attitude, named = _told(one)
    return (attitude, named) if named and not is_party(named) and not shows_two(one) else None


def _told(one: Held) -> tuple[Attitude, str | None]:
    text = one.entry.stmt.text
    may = any(verb in text for verb in _VERBS)  # it is faster
    verb = _TO_BACK.search(text, 0, BEGINNING + NAMED) if may else None
    backed = verb["surname"] if verb and verb.start() <= BEGINNING and not _WHOEVER.search(text) else None
    match one.stance:
        case "willing":
            return "backs", backed
        case "unwilling":
            return "will not back", backed
        case "supports":
            return "backs", meant_by(one.entry) if is_of_somebody(one.entry) else backed
        case "accuses":
            return "blames" if is_of_somebody(one.entry) else "blames a deed", meant_by(one.entry)
    return "backs", None


def is_of_somebody(entry: Entry) -> bool:
    """Whether praise or blame is of somebody, and not of a deed or view of theirs."""
    if len(entry.stmt.text) > MOST:  # most end here: keep it cheap
        return False
    words = _WORD.findall(_OFFICE.sub("", entry.stmt.text))
    small = [word for word in words if word[:1].islower() and not is_plain(word)]
    return len(words) <= LONGEST and not small and bool(stems_of(entry.stmt.text))


def _is_somebody(entry: Entry) -> bool:
    """Whether it is a person, or a body, who speaks: of a crowd, others speak each time."""
    return all(one.kind in ("person", "organisation") for one in entry.stmt.speakers)


def _weight(told: tuple[Attitude, Entry]) -> tuple[int, tuple[object, ...]]:
    return AGAINST.index(told[0]), in_time(told[1])


def _shift(side: str, meant: str, before: Held, after: Held) -> Shift:
    return Shift(
        side=side,
        change="stance",
        before=before,
        after=after,
        shared=(meant,),
        likeness=1.0,
        why=f"possible change from {before.stance} to {after.stance}: {stance_told(before)}, {stance_told(after)}; "
        f"both are about {meant}",
    )
