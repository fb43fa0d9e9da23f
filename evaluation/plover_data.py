"""Read PLOVER's sentences: events with a source and a target, and the root that coders gave each.

Use `read_events` and `folds` to measure how well roots are told apart. A sentence holds other things besides: which of
them is meant is told by the marks around the source and the target alone. Columns that machines filled in are not read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.words import Offsets, folded_words, jaccard

FOLDS = 5
# PLOVER's own quad classes: what is said, in cooperation and in conflict; the other roots are deeds.
VERBAL = ("AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN")

# Sentences that share this much of their words are taken for one, so that none is learned and asked at once.
ALIKE = 0.5

_MARK = re.compile(r"<(?P<end>/?)(?P<role>[st])>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One sentence.

    Attributes:
        text: without marks.
        source: where it names who does it; None where it does not.
        target: where it names to whom it is done; None where it does not.
        root: as coded by people.
    """

    text: str
    source: Offsets | None
    target: Offsets | None
    root: str


def read_events(path: Path) -> list[Event]:
    """All sentences of a file of PLOVER's, in its order."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [read_event(row["marked_sentence"], row["gold_root"]) for row in rows]


def read_event(marked: str, root: str) -> Event:
    """One sentence from its form with marks, such as `<s>Norvia</s> rejected <t>Estmark</t>'s plan`."""
    places: dict[str, int] = {}
    text, reached = "", 0
    for mark in _MARK.finditer(marked):
        text += marked[reached : mark.start()]
        places[mark["role"] + mark["end"]] = len(text)
        reached = mark.end()
    text += marked[reached:]
    return Event(text=text, source=_span(places, "s"), target=_span(places, "t"), root=root)


def folds(events: Sequence[Event], *, shuffle: int = 0, count: int = FOLDS) -> NDArray[np.int64]:
    """The fold of each sentence: those alike stand in one, and each root is spread over all.

    Args:
        events: in any order.
        shuffle: another number gives other folds.
        count: of folds.
    """
    groups = _groups([frozenset(folded_words(event.text)) for event in events])
    order = np.random.default_rng(shuffle).permutation(len(groups))
    filled: list[dict[str, int]] = [{} for _ in range(count)]
    out = np.zeros(len(events), dtype=np.int64)
    for group in (groups[index] for index in order):
        roots = [events[member].root for member in group]
        fold = min(range(count), key=lambda one: (sum(filled[one].get(r, 0) for r in roots), sum(filled[one].values())))
        for member, root in zip(group, roots, strict=True):
            filled[fold][root] = filled[fold].get(root, 0) + 1
            out[member] = fold
    return out


def _groups(sentences: Sequence[frozenset[str]]) -> list[list[int]]:
    """Indices of sentences that are alike, in chains; each of the others alone."""
    group = list(range(len(sentences)))
    for i, sentence in enumerate(sentences):
        for j in _alike(sentence, sentences[:i]):
            group = [group[i] if one == group[j] else one for one in group] if group[i] != group[j] else group
    members: dict[int, list[int]] = {}
    for index, one in enumerate(group):
        members.setdefault(one, []).append(index)
    return list(members.values())


def _alike(sentence: frozenset[str], others: Iterable[frozenset[str]]) -> list[int]:
    return [index for index, other in enumerate(others) if jaccard(sentence, other) >= ALIKE]


def _span(places: dict[str, int], role: str) -> Offsets | None:
    return (places[role], places[f"{role}/"]) if {role, f"{role}/"} <= places.keys() else None
