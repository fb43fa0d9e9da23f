"""Tell what looks like a change of stance and is none, for the words alone show it.

Look here for what `shifts` leaves out after it has found two statements that differ. Each rule was written after pairs
had been read that were found on real news and did not hold.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.answers.results import Change, Held
from onrecord.answers.subjects import Alike
from onrecord.knowledge import known_in

NEARLY_THE_SAME = 0.9
"""Of the shorter offer, this much must be shared for its condition to have come or gone: else it is another offer."""

_TWO = re.compile(
    r"\bbut\s+(?:still\s+)?(?:will|would|may|might|could|can|is|are|was|were|backs|supports|endorses)\b", re.IGNORECASE
)
_AS_BEFORE = re.compile(r"\b(?:remain(?:s|ed)?|still|always|again|as before|reiterat\w+|continu\w+)\b", re.IGNORECASE)
# "No troops aside from advisers", "no rockets that can reach Estria": of others nothing is said.
_NOT_ALL = re.compile(
    r"\b(?:aside from|apart from|except|other than|besides)\b|\b(?:that|which) (?:can|could|might)\b", re.IGNORECASE
)

# What these say is said for the state.
_GOVERNS = re.compile(r"\b(?:government|cabinet|presiden\w+|kremlin|white house|foreign|delegation)\b", re.IGNORECASE)
_FREELY = re.compile(
    r"\bany (?:time|format|place|platform|terms)\b|\banywhere\b|\bwhenever\b|\bno longer\b|\bunconditional|"
    r"\b(?:without|no) (?:any )?(?:pre-?)?conditions?\b",
    re.IGNORECASE,
)


def shows_two(one: Held) -> bool:
    """Whether there is a second stance, behind a "but" or beside what is refused: "the remarks, but will meet him"."""
    text = one.entry.stmt.text
    return _TWO.search(text) is not None or (one.stance == "unwilling" and _NOT_ALL.search(text) is not None)


def is_as_before(change: Change, after: Held) -> bool:
    """Whether whoever drops a condition, or sets one, says that all is as it was: "remains open to talks"."""
    return change.startswith("condition") and _AS_BEFORE.search(after.entry.stmt.text) is not None


def says_nothing_of_it(change: Change, after: Held) -> bool:
    """Whether a condition of talks is only not told again, and not dropped in words: "at any time", "in any format"."""
    return change == "condition went" and _FREELY.search(after.entry.stmt.text) is None


def is_among_rivals(side: str, before: Held, after: Held) -> bool:
    """Whether two members of a political party speak, each for themselves: "Holm refuses", "Brandt promises"."""
    return not _speaks_again(before, after) and "political party" in _kinds(side)


@cache
def _kinds(side: str) -> frozenset[str]:
    """What kinds of party a name is known to be of."""
    return frozenset(known.kind for known in known_in(side) if known.words == side)


def _speaks_again(before: Held, after: Held) -> bool:
    """Whether one of those who speak in one speaks in the other too."""
    ours, theirs = before.entry.stmt.speakers, after.entry.stmt.speakers
    return any(one.name == other.name for one in ours for other in theirs)


def is_of_another_body(before: Held, after: Held) -> bool:
    """Whether a body of a state speaks in one, and somebody else in the other: an agency answers for its own work."""
    if _speaks_again(before, after):
        return False
    ours, theirs = (one.entry.stmt.speakers for one in (before, after))
    return any(
        one.kind == "organisation" and one.name != one.party and not _GOVERNS.search(one.name)
        for one in (*ours, *theirs)
    )


def is_another_offer(change: Change, alike: Alike, before: Held, after: Held) -> bool:
    """Whether a condition came, went or changed that is up to nobody, or between offers of which little is common."""
    conditions = [condition for one in (before, after) for condition in one.entry.stmt.conditions]
    up_to_nobody = not any(condition.on for condition in conditions)  # "if necessary", "as equals"
    return change.startswith("condition") and (up_to_nobody or alike.likeness < NEARLY_THE_SAME)


def share_names_alone(alike: Alike, before: Held, after: Held) -> bool:
    """Whether no word that is common is more than a name, as in "Holm on taxes" and "Holm for coming".

    Praise and blame of somebody as a whole are told by `backing`.
    """
    texts = [one.entry.stmt.text for one in (before, after)]
    return not any(_is_word(shared, text) for shared in alike.shared for text in texts)


def _is_word(word: str, text: str) -> bool:
    """Whether it stands in small letters, as a name never does."""
    return re.search(rf"\b{re.escape(word)}\b", text) is not None
