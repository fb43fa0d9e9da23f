"""Tell what differs between two statements of one side, if they do not go together.

Use `change_between` for two that are about the same. Not all stances that differ are a change: to refuse to let go goes
with a promise to hold on, and a refusal in one case with an offer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.answers.results import Change, Held, Stance
from onrecord.answers.subjects import overlap, stems_of
from onrecord.records import Condition

SAME_CONDITION = 0.25
"""Two conditions of whose words this share is common are taken for one, told in other words."""
FEWEST = 2
"""Words of a condition below which it says too little to be told from another; and of a subject besides names."""

_LETS_GO = re.compile(
    r"\b(?:giv(?:e|es|en|ing) up|compromis\w+|abandon\w*|surrender\w*|ced(?:e|es|ed|ing)|renounc\w+|"
    r"chang(?:e|es|ed|ing) (?:his|her|its|their|our|my|the) (?:position|mind|stance|view|course|policy)|"
    r"back(?:s|ed|ing)? down|weaken\w*|eas(?:e|es|ed|ing)|lift(?:s|ed|ing)?|ceas(?:e|es|ed|ing)|stop(?:s|ped|ping)?)\b",
    re.IGNORECASE,
)


_HINDERS = re.compile(
    r"\b(?:block(?:s|ed|ing)?|prevent(?:s|ed|ing)?|oppos(?:e|es|ed|ing)|veto(?:es|ed|ing)?|resist(?:s|ed|ing)?|"
    r"fight(?:s|ing)? against|scrap(?:s|ped|ping)?|repeal(?:s|ed|ing)?|without|never|not)\b|n[’']t\b",
    re.IGNORECASE,
)


def change_between(before: Held, after: Held, *, of_talks: bool = False) -> Change | None:
    """What differs between two statements on one scale, if anything.

    Args:
        before: the earlier one.
        after: the later one.
        of_talks: whether both are about talking, and not about what their words would hinder or let go; who would not
            talk in one case sets a condition.
    """
    ours, theirs = before.entry.stmt.conditions, after.entry.stmt.conditions
    if before.stance == after.stance:
        return "condition changed" if _differ(ours, theirs) else None
    if of_talks and _refuses_in_one_case(after):
        return _SET.get(before.stance)
    if _goes_together(before, after, of_talks=of_talks):
        return None
    match before.stance, after.stance:
        case "willing", "willing if":
            return "condition appeared"
        case "willing if", "willing":
            return "condition went"
    return "stance"


_SET: Mapping[Stance | None, Change] = {"willing": "condition appeared", "willing if": "condition changed"}
"""What a refusal in one case is after an offer to talk."""


def _goes_together(before: Held, after: Held, *, of_talks: bool) -> bool:
    """Whether two stances that differ are of one mind."""
    if not of_talks and (_holds_on(before) != _holds_on(after) or _hinders(before) != _hinders(after)):
        return True
    refused = "unwilling" in {before.stance, after.stance}
    return (not refused and _leaves_open(before, after)) or any(map(_refuses_in_one_case, (before, after)))


def _leaves_open(before: Held, after: Held) -> bool:
    """Whether one is only a refusal that was not made: that is no offer whose condition could come or go."""
    return "negative" in {before.entry.stmt.polarity, after.entry.stmt.polarity}


def _holds_on(one: Held) -> bool:
    """Whether what is refused is to let go: "will not give up the port" is of one mind with "will keep the port"."""
    return one.stance == "unwilling" and bool(_LETS_GO.search(one.entry.stmt.text))


def _refuses_in_one_case(one: Held) -> bool:
    """Whether a refusal is for one case alone: "no talks if they bomb" goes with an offer of talks."""
    return one.stance == "unwilling" and bool(one.entry.stmt.conditions)


def _hinders(one: Held) -> bool:
    """Whether what is promised is to keep from something: "will block the vote" goes with "refuses a vote"."""
    return one.stance == "willing" and bool(_HINDERS.search(one.entry.stmt.text))


def _differ(ours: Sequence[Condition], theirs: Sequence[Condition]) -> bool:
    """Whether no condition of one is among those of the other; where there are none there is nothing to tell."""
    return bool(ours and theirs) and not any(_is_same(one, other) for one in ours for other in theirs)


def _is_same(one: Condition, other: Condition) -> bool:
    """Whether they may be one condition; where both say who must act, that decides, unless no word is common."""
    ours, theirs = stems_of(one.text), stems_of(other.text)
    if one.on and other.on and (one.on.party, one.on.name) != (other.on.party, other.on.name):
        return one.on.party is not None and one.on.party == other.on.party and overlap(ours, theirs) > 0
    return min(len(ours), len(theirs)) < FEWEST or overlap(ours, theirs) >= SAME_CONDITION
