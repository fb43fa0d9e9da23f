"""Tell which names of an article are one: a surname and the full name, an abbreviation and what it stands for.

Use `name_groups` before pronouns and descriptions are resolved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.reading.agreement import differ, gender_of
from onrecord.reading.mentions import Mention
from onrecord.reading.names import Words, agree, initials, misspelt, name_words

# A body goes by one of these alone: "the Ministry".
_GENERIC_WORDS = """
ministry institute court committee commission council department agency government university centre center campaign
league guild chamber alliance federation assembly foundation association union bank board bureau embassy parliament
senate congress house party company kremlin
"""
GENERIC = frozenset(_GENERIC_WORDS.split())


def name_groups(found: Sequence[Mention], text: str) -> dict[int, int]:
    """For the index of every named mention, the index of the first that it goes with.

    A surname alone goes with the full name that was met last before it, else with the next one behind it.
    """
    every = {index: name_words(one.span.of(text)) for index, one in enumerate(found) if one.form == "named"}
    words = {index: parts for index, parts in every.items() if parts}
    groups: dict[int, int] = {}
    leaders: list[int] = []
    sharing: dict[str, list[int]] = {}  # leaders by each of their words: names that share none are not one
    for index in sorted(words, key=lambda one: (len(words[one]) == 1, one)):
        near = sorted({leader for word in words[index] for leader in sharing.get(word, ())})
        fits = [leader for leader in near if _agree(found, words, leader, index)]
        fits = fits or [leader for leader in leaders if _misspelt(found, words, leader, index)]
        fits = [leader for leader in fits if not _differ(found, leader, index, text)]
        groups[index] = (_nearest(groups, fits, index) if len(words[index]) == 1 else fits[0]) if fits else index
        if not fits:
            leaders.append(index)
            for word in words[index]:
                sharing.setdefault(word, []).append(index)
    return groups | _by_initials(found, text, leaders, groups)


def _agree(found: Sequence[Mention], words: Mapping[int, Words], one: int, other: int) -> bool:
    """Whether two names can be one; only a person goes by a part of the name."""
    if words[one] == words[other]:
        return True
    short, long = sorted((words[one], words[other]), key=len)
    if len(short) == 1 and short[0] in GENERIC:
        return short[0] in long
    people = found[one].type == "person" and found[other].type == "person"
    several = min(len(words[one]), len(words[other])) > 1
    return (people or (several and found[one].type == found[other].type)) and agree(words[one], words[other])


def _misspelt(found: Sequence[Mention], words: Mapping[int, Words], leader: int, index: int) -> bool:
    """Whether a surname alone is a person's in another spelling."""
    people = found[leader].type == "person" and found[index].type == "person"
    return people and len(words[index]) == 1 and misspelt(words[leader][-1], words[index][0])


def _differ(found: Sequence[Mention], one: int, other: int, text: str) -> bool:
    """Whether titles or given names tell a woman from a man: "Ms Lee" is not Tom Lee."""
    return differ(gender_of(found[one], text), gender_of(found[other], text))


def _nearest(groups: Mapping[int, int], leaders: Sequence[int], index: int) -> int:
    """Of several full names the one that was met last before a surname, else the first behind it."""
    last = {
        leader: max((one for one in groups if groups[one] == leader and one < index), default=-1) for leader in leaders
    }
    return max(leaders, key=last.__getitem__) if max(last.values()) >= 0 else min(leaders)


def _by_initials(
    found: Sequence[Mention], text: str, leaders: Sequence[int], groups: Mapping[int, int]
) -> dict[int, int]:
    """Abbreviations of names of three words and more: "International Energy Agency (IEA)"."""
    long = {initials(found[leader].span.of(text)): leader for leader in reversed(leaders)}
    short = {leader: long.get(found[leader].span.of(text).replace(".", "")) for leader in leaders}
    merged = {leader: target for leader, target in short.items() if target is not None and target != leader}
    return {index: merged[group] for index, group in groups.items() if group in merged}
