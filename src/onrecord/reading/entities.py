"""Tell which mentions of an article mean the same.

Use `entities` after `mentions`. Names are compared as they are written; pronouns and descriptions go to what the
antecedent head takes them for: each mention asks, every earlier one answers (word-level coreference, Dobrovolskii
2021).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.agreement import Gender, compatible, differ, gender_of, person_of
from onrecord.reading.encoder import Outputs
from onrecord.reading.introductions import introduced, set_off
from onrecord.reading.mentions import Mention
from onrecord.reading.name_groups import name_groups
from onrecord.reading.names import agree, name_words
from onrecord.reading.pieces import FloatArray, IntArray

# Earlier mentions to look back on: more cost time and are hardly ever meant.
REACH = 120
# Mentions whose scores are worked out together, and in one product: few enough that numpy's BLAS does not share it
# among threads, which would wait for each other where other threads read.
BLOCK, PRODUCT = 64, 4
# Earlier mentions of less probability are not looked at.
LEAST = 0.02
# Added to the score of the last source that fits, where "he", "she" or "it" is one too: who spoke goes on speaking.
# Of 4 to 16 on the pronouns of onrecord train and dev; from 8 on they differ by chance.
SPEAKS_ON = 10.0

# Added to the scores of names and descriptions against earlier pronouns, where "he" or "she" asks: one wrong "he" would
# lead all later ones astray. 0 and 1 are alike on GUM dev and onrecord train, 2 is worse; with 1 the first example is
# right.
NOUNS = 1.0

# Of "Lee's plans, including his proposal" the proposal is Lee's, whoever spoke last.
_LISTED = re.compile(
    r"['’]s?\b[^.!?\n]*\b(?:including|in particular|especially|such as|notably|among them)\b[^.!?\n]*\Z"
)
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Madame?)\.?\s\Z")
_LISTING = 300  # characters between the two, at most

# Whoever talks goes on talking: these go with their own kind where there is one.
_ABSENT = frozenset({"he", "she"})
_PRESENT = frozenset({"i", "we", "you"})


@dataclass(slots=True, kw_only=True, eq=False)
class _Grouping:
    """The groups as they grow, and the gender of each mention and of each group."""

    found: Sequence[Mention]
    text: str
    named: dict[int, int]
    told: list[Gender | None]
    nouns: NDArray[np.bool_]
    groups: list[int] = field(default_factory=list)
    genders: dict[int, Gender] = field(default_factory=dict)
    bodies: set[int] = field(default_factory=set)
    persons: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        surpluses: Counter[int] = Counter()
        for index, group in self.named.items():
            self._learn(index, group)
            surpluses[group] += 1 if self.found[index].type == "person" else -1
        self.bodies = {group for group, surplus in surpluses.items() if surplus < 0}
        self.persons = {group for group, surplus in surpluses.items() if surplus > 0}

    def _learn(self, index: int, group: int) -> None:
        gender = self.told[index]
        if gender is not None:
            self.genders.setdefault(group, gender)

    def add(self, index: int, group: int) -> None:
        """Put the next mention into a group."""
        self.groups.append(group)
        self._learn(index, group)

    def person(self, index: int) -> str | None:
        """Which person a pronoun is; None of what is none."""
        mention = self.found[index]
        return person_of(mention.span.of(self.text)) if mention.form == "pronoun" else None

    def fits(self, index: int, place: int) -> bool:
        """Whether a mention can mean the same as an earlier one and all that goes with it."""
        if differ(self.told[index], self.genders.get(self.groups[place])):
            return False
        person, group = self.person(index), self.groups[place]
        if (person in _ABSENT and group in self.bodies) or (person == "it" and group in self.persons):
            return False
        return compatible(self.found[index], self.found[place], self.text)


def entities(
    found: Sequence[Mention],
    outputs: Outputs,
    text: str,
    *,
    distances: Sequence[float],
    sources: Collection[int] = (),
    offices: Mapping[int, str] = MappingProxyType({}),
) -> list[int]:
    """For each mention the number of what it means; numbers count from 0 in the order of first mention.

    Args:
        found: in order.
        outputs: of the encoder, with what the mentions ask and answer.
        text: the article's.
        distances: of the model.
        sources: indices of mentions that are the source of a statement.
        offices: for descriptions that name an office and its country, by index, who held it.
    """
    bias = np.array(distances, dtype=np.float32)
    places = np.array([-1 if one.anchor is None else one.anchor for one in found], dtype=np.int64)
    nouns = np.array([one.form != "pronoun" for one in found], dtype=bool)
    told = [gender_of(mention, text) for mention in found]
    named = name_groups(found, text)
    named |= _by_office(found, named, offices, text)
    named |= {described: named[name] for described, name in set_off(found, text) if name in named}
    grouping = _Grouping(found=found, text=text, named=named, told=told, nouns=nouns)
    scores = _Scores(outputs, places, bias)
    for index in range(len(found)):
        group = grouping.named.get(index)
        if group is None and not _is_addressed(found[index], text):
            group = _antecedent(grouping, scores, index, sources)
        grouping.add(index, index if group is None else group)
    groups = grouping.groups
    for described, name in introduced(found, text):
        groups = [groups[described] if group == groups[name] else group for group in groups]
    order = {group: number for number, group in enumerate(dict.fromkeys(groups))}
    return [order[group] for group in groups]


def _is_addressed(mention: Mention, text: str) -> bool:
    """Whether somebody is spoken to by a title alone, "Mr President": nothing before it says who that is."""
    return (
        mention.form == "nominal"
        and _HONORIFIC.search(text, max(mention.span.start - 10, 0), mention.span.start) is not None
    )


def _by_office(
    found: Sequence[Mention], named: Mapping[int, int], offices: Mapping[int, str], text: str
) -> dict[int, int]:
    """For descriptions of an office, the group of its holder's name, where the article has it."""
    names = {group: name_words(found[group].span.of(text)) for group in set(named.values())}
    out: dict[int, int] = {}
    for index, holder in offices.items():
        fits = [group for group, words in names.items() if agree(name_words(holder), words)]
        if fits:
            out[index] = max(fits, key=lambda group: len(names[group]))
    return out


def _antecedent(grouping: _Grouping, scores: _Scores, index: int, sources: Collection[int]) -> int | None:
    """The group of the most probable antecedent; None where there is rather none."""
    pronoun = grouping.person(index)
    owner = _owner_of_list(grouping, index) if pronoun in _ABSENT else None
    if owner is not None:
        return grouping.groups[owner]
    speaks_on = pronoun in _ABSENT or (pronoun == "it" and index in sources)
    near, new = scores.near(index, _favour(grouping, index, sources) if speaks_on else None)
    together = pronoun in _PRESENT
    if not near or (not together and sum(probability for probability, _ in near) <= new):
        return None
    fits = [pair for pair in near if grouping.fits(index, pair[1])]
    alike = [pair for pair in fits if grouping.found[pair[1]].form == "pronoun"] if together else []
    if not alike and sum(probability for probability, _ in fits) <= new:
        return None
    return grouping.groups[max(alike or fits)[1]]


def _favour(grouping: _Grouping, index: int, sources: Collection[int]) -> FloatArray:
    """What is added to the scores of the mentions before "he", "she" or "it": to nouns, and to the last source."""
    favour = grouping.nouns[:index] * np.float32(NOUNS)
    if index in sources:
        earlier = sorted((place for place in sources if index - REACH <= place < index), reverse=True)
        last = next((place for place in earlier if grouping.fits(index, place)), None)
        if last is not None:
            favour[last] += SPEAKS_ON
    return favour


def _owner_of_list(grouping: _Grouping, index: int) -> int | None:
    """Whose things a pronoun goes on listing: "Lee's plans, including his proposal"."""
    start = grouping.found[index].span.start
    for place in range(index - 1, max(index - REACH, 0) - 1, -1):
        owner = grouping.found[place]
        if start - owner.span.end > _LISTING:
            return None
        listed = owner.form == "named" and _LISTED.match(grouping.text[owner.span.end : start])
        if listed and grouping.fits(index, place):
            return place
    return None


class _Scores:
    """What each mention thinks of those before it, worked out for `BLOCK` of them at once; to be asked in order.

    Args:
        outputs: of the encoder, with what the mentions ask and answer.
        places: the anchors of the mentions, -1 for one without.
        bias: by distance, in half octaves of pieces.
    """

    def __init__(self, outputs: Outputs, places: IntArray, bias: FloatArray) -> None:
        self._outputs, self._places = outputs, places
        steps = np.arange(1, math.ceil(2 ** ((len(bias) + 1) / 2)) + 1)
        self._bias = bias[np.minimum((2 * np.log2(steps)).astype(np.int64), len(bias) - 1)]
        self._begin = self._end = self._first = 0
        self._scores: FloatArray = np.zeros((0, 0), dtype=np.float32)
        self._none: FloatArray = np.zeros(0, dtype=np.float32)
        self._near: list[list[tuple[float, int]]] = []
        self._new: list[float] = []

    def near(self, index: int, favour: FloatArray | None) -> tuple[list[tuple[float, int]], float]:
        """The mentions before one that it may mean, each behind its probability, and the probability of none at all.

        Args:
            index: of the mention.
            favour: what is added to the scores of all mentions before it.
        """
        if not len(self._outputs.linked):  # no vector was kept
            return [], 1.0
        if index >= self._end:
            self._work_out(index)
        row = index - self._begin
        if favour is None or self._places[index] < 0 or not index:
            return self._near[row], self._new[row]
        scores = self._scores[row : row + 1].copy()
        scores[0, : index - self._first] += favour[self._first :]
        near, new = self._weighed(scores, self._none[row : row + 1])
        return near[0], new[0]

    def _work_out(self, begin: int) -> None:
        """The scores of a block of mentions, each against all that one of them may look back on."""
        self._begin, self._end, self._first = begin, begin + BLOCK, max(begin - REACH, 0)
        answering = self._places[self._first : self._end]
        asking = np.full(BLOCK, -1)
        asking[: len(answering) - (begin - self._first)] = self._places[begin : self._end]
        linked = self._outputs.linked
        steps = (linked[asking][:, None] - linked[answering]).clip(1, len(self._bias))
        asked = self._outputs.ask[asking, :-1].reshape(BLOCK // PRODUCT, PRODUCT, -1)
        scores = (asked @ self._outputs.answer[answering].T).reshape(BLOCK, -1) + self._bias[steps - 1]
        scores[:, answering < 0] = -math.inf
        scores[asking < 0] = -math.inf
        back = np.arange(len(asking))[:, None] + (begin - self._first) - np.arange(len(answering))
        scores[(back <= 0) | (back > REACH)] = -math.inf
        self._scores, self._none = scores, self._outputs.ask[asking, -1]
        self._near, self._new = self._weighed(scores, self._none)

    def _weighed(self, scores: FloatArray, none: FloatArray) -> tuple[list[list[tuple[float, int]]], list[float]]:
        """For each row of scores, the mentions of some probability, and that of none."""
        most = np.maximum(scores.max(axis=1), none)
        weights, new = np.exp(scores - most[:, None]), np.exp(none - most)
        total = weights.sum(axis=1) + new
        weights /= total[:, None]
        near: list[list[tuple[float, int]]] = [[] for _ in none]
        rows, columns = (weights >= LEAST).nonzero()
        for row, column, weight in zip(rows.tolist(), columns.tolist(), weights[rows, columns].tolist(), strict=True):
            near[row].append((weight, self._first + column))
        return near, (new / total).tolist()
