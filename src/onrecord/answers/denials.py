"""Link a denial of having said something to what was said.

Use `denials` beside the shifts of an issue. A denial is known by its words: "that he had ever promised", "having
agreed", "I never said". It is linked to the earlier statement of the same speaker, or of one whom it names, that is
most like it, whoever told that: what another side tells is what is denied most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.answers.plain_words import is_plain
from onrecord.answers.results import By, Held, Shift
from onrecord.answers.sides import by_side, days_of, in_time, is_before, sides_of
from onrecord.answers.subjects import overlap, stems_of
from onrecord.ledger import BEGINNING
from onrecord.records import Entry

_SPEAKING = (
    r"(?:said|saying|promis\w+|agree[ds]?|agreeing|offer\w*|threaten\w*|announc\w+|demand\w*|propos\w+|pledg\w+|"
    r"assur\w+|committ\w+|claim\w*|suggest\w*|advocat\w+|endors\w+|told|telling|call\w* for|accept\w*)"
)
_OWN = re.compile(
    rf"\b(?:having|ever|had|has|have|he|she|it|they|we|I)\b(?:\s+\w+){{0,2}}?\s+{_SPEAKING}\b", re.IGNORECASE
)
# Of what was, not of what will be: who "would not agree" denies nothing.
_NEVER = re.compile(
    r"(?:(?<!would )(?<!will )(?<!can )(?<!could )(?<!must )(?<!shall )(?<!should )\bnever|"
    rf"\b(?:did|has|have|had)(?:\s+not|n[’']t))(?:\s+\w+)?\s+(?:say|promise|agree|{_SPEAKING})\b(?! never)",
    re.IGNORECASE,
)
_COMMITTING = re.compile(r"\b(?:promis|pledg|offer|agree|commit|assur)", re.IGNORECASE)  # not what one has refused
_NOT = re.compile(r"n(?:ever|ot|[’']t)", re.IGNORECASE)  # one of them is in all that `_NEVER` finds, and it is fast
_NAME = re.compile(r"\b[A-Z]\w+")
_SELF = re.compile(r"\b(?:I|we)\b", re.IGNORECASE)
SHARED = 0.5
"""Of the words of what was said, or of the denial if it has fewer, this much must be common."""
SHARED_OF_SAID = 0.2
"""Of the words of what was said, this much in any case: it keeps two common words from meeting a whole paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    said: Entry
    shared: tuple[str, ...]
    likeness: float


def denials(entries: Sequence[Entry], stands: Mapping[str, Held], by: By) -> Iterator[Shift]:
    """Each denial of having said something, with what was said.

    Args:
        entries: all with a day.
        stands: their stances, by id.
        by: whether the pair is told under the speaker's name or the party's.
    """
    denying = [entry for entry in entries if denies_having_said(entry)]
    if not denying:
        return
    said = by_side([entry for entry in entries if _says(entry)], "party")
    for denial in denying:
        for party in sides_of(denial, "party"):
            found = _closest(denial, said.get(party, ()))
            if found:
                yield _link(found, stands[denial.id], stands, _side(found.said, party, by))


def _says(entry: Entry) -> bool:
    return entry.stmt.polarity == "positive" and not denies_having_said(entry)


def denies_having_said(entry: Entry) -> bool:
    """Whether a statement denies an earlier one of the same side."""
    stmt = entry.stmt
    if stmt.polarity == "negative":
        return False
    beginning = stmt.text[:BEGINNING]  # later on somebody else's speaking is told
    if stmt.act == "deny" and _OWN.search(beginning):
        return True
    never = _never(beginning)
    return never is not None and _is_of_themselves(entry, beginning[: never.start()])


def may_deny(beginning: str) -> bool:
    """Whether a statement that begins so may deny an earlier one, whatever it does and whoever speaks."""
    return _never(beginning) is not None


def _never(beginning: str) -> re.Match[str] | None:
    return _NEVER.search(beginning) if _NOT.search(beginning) else None


def _is_of_themselves(entry: Entry, words: str) -> bool:
    """Whether the words before "never said" mean the speaker or the speaker's side."""
    names = [name for one in entry.stmt.speakers for name in (one.name.split()[-1], one.party) if name]
    return bool(_SELF.search(words)) or any(name in words for name in names)


def _closest(denial: Entry, said: Sequence[Entry]) -> _Found | None:
    denied, committed = stems_of(denial.stmt.text), _COMMITTING.search(denial.stmt.text) is not None
    earlier = (
        entry
        for entry in said
        if is_before(entry, denial) and _is_meant(entry, denial) and not (committed and entry.stmt.act == "refuse")
    )
    found = (_compared(entry, denied) for entry in earlier)
    return max((one for one in found if one), key=_most_alike, default=None)


def _compared(entry: Entry, denied: Mapping[str, str]) -> _Found | None:
    """How much of what was said stands in the denial; a single word is enough where nothing else was said."""
    words = stems_of(entry.stmt.text)
    shared = tuple(word for stem, word in words.items() if stem in denied)
    likeness = overlap(words, denied)
    if likeness < SHARED or (len(shared) < 2 and likeness < 1.0) or len(shared) < SHARED_OF_SAID * len(words):
        return None
    return _Found(said=entry, shared=shared, likeness=round(likeness, 2))


def _most_alike(found: _Found) -> tuple[float, int, tuple[object, ...]]:
    return found.likeness, len(found.shared), in_time(found.said)


def _is_meant(entry: Entry, denial: Entry) -> bool:
    """Whether who said it is who denies it, or is named in the denial; a surname is enough within one party.

    Where the denial says who is to have spoken ("that Ann Lee had promised"), nobody else is meant.
    """
    denying = {one.name.split()[-1] for one in denial.stmt.speakers}
    said = {one.name.split()[-1] for one in entry.stmt.speakers}
    own = _OWN.search(denial.stmt.text, 0, BEGINNING)
    names = _NAME.findall(denial.stmt.text, 0, own.start()) if own else []
    spoke = {name for name in names if not is_plain(name.lower())}
    if spoke:
        sides = {word for side in sides_of(entry, "party") for word in side.split()}
        return bool((said | sides) & spoke)
    return bool(said & denying) or any(name in denial.stmt.text for name in said)


def _side(entry: Entry, party: str, by: By) -> str:
    """Who is said to have said it."""
    return party if by == "party" else next(iter(sides_of(entry, "speaker")), party)


def _link(found: _Found, denial: Held, stands: Mapping[str, Held], side: str) -> Shift:
    return Shift(
        side=side,
        change="denial",
        before=stands[found.said.id],
        after=denial,
        shared=found.shared,
        likeness=found.likeness,
        why=f"possible denial of what was said {days_of(found.said)}: denied {days_of(denial.entry)}; both speak of "
        f"{', '.join(found.shared)}",
    )
