"""Check the first article: how much of what a careful reader takes from it was found.

Use this after every change to the reader; it is one article, so it is looked at statement by statement, not averaged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from evaluation.conditions import distinct, pair_conditions, same_actor
from evaluation.fields import Field, Pair, same_act, same_chain, same_days, same_party, same_role, same_speakers
from evaluation.pairing import Likeness, pair_best
from evaluation.statements import Condition, Stmt, gold_stmt, in_order
from evaluation.words import Offsets, WordSet, jaccard, touched, words_of

# Sources and contents alike from here on.
ALIKE = 0.5

# What a careful reader takes down about who speaks, through whom and when.
SPEAKER_FIELDS: Mapping[str, Field] = {
    "speaker": same_speakers,
    "role": same_role,
    "party": same_party,
    "chain": same_chain,
    "said_on": same_days,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What was found.

    Attributes:
        found: ids of the gold statements with the right source and content.
        missed: ids of the others.
        nested: per nested gold statement that lies in another's content, its id and whether the prediction for it has
            the right parent.
        wrong: per gold statement that was found, its id and which of `SPEAKER_FIELDS` are wrong.
        acts: ids of the gold statements that were found with the right act.
        conditions: per condition of the gold, where it stands and what is wrong: `span` where it was not found, else
            `kind` and `on`.
    """

    found: tuple[int, ...]
    missed: tuple[int, ...]
    nested: dict[int, bool]
    wrong: dict[int, tuple[str, ...]]
    acts: tuple[int, ...]
    conditions: dict[Offsets, tuple[str, ...]]

    @property
    def all_right(self) -> tuple[int, ...]:
        """Ids of the gold statements that were found with nothing wrong about who speaks and when."""
        return tuple(number for number, wrong in self.wrong.items() if not wrong)

    @property
    def conditions_right(self) -> tuple[Offsets, ...]:
        """Where the conditions stand that were found with nothing wrong about them."""
        return tuple(span for span, wrong in self.conditions.items() if not wrong)


def read_example(folder: Path) -> tuple[dict[str, Any], list[Stmt]]:
    """The example's folder: the article as a row with `id`, `text`, `published` and `outlet`, and its gold."""
    text = (folder / "article.txt").read_bytes().decode("utf-8")
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return {"id": "example", "text": text, **gold["article"]}, [gold_stmt(row) for row in gold["statements"]]


def check(text: str, gold: Sequence[Stmt], predicted: Sequence[Stmt], *, published: date | None = None) -> Check:
    """Compare a reading with the gold; predictions need `id`, and `parent` where nested."""
    words = words_of(text)
    pairs = _pair(words, gold, predicted)
    parents = {stmt.id: parent.id for stmt in gold if stmt.nested and (parent := _parent(words, stmt, gold))}
    judged = {stmt.id: Pair(words, stmt, pairs[stmt.id], published) for stmt in gold if stmt.id in pairs}
    return Check(
        found=tuple(sorted(pairs)),
        missed=tuple(sorted(stmt.id for stmt in gold if stmt.id not in pairs)),
        nested={child: _has_parent(pairs, child, parent) for child, parent in parents.items()},
        wrong={number: _wrong(pair) for number, pair in judged.items()},
        acts=tuple(sorted(number for number, pair in judged.items() if same_act(pair))),
        conditions=_conditions(words, gold, predicted),
    )


def _wrong(pair: Pair) -> tuple[str, ...]:
    """Names of the fields that are wrong."""
    return tuple(name for name, field in SPEAKER_FIELDS.items() if field(pair) is False)


def _conditions(
    words: Sequence[Offsets], gold: Sequence[Stmt], predicted: Sequence[Stmt]
) -> dict[Offsets, tuple[str, ...]]:
    """What is wrong about each condition of the gold."""
    wanted = distinct(words, gold)
    found = {one.span: _amiss(one, other) for one, other in pair_conditions(words, wanted, distinct(words, predicted))}
    return {one.span: found.get(one.span, ("span",)) for one in wanted}


def _amiss(gold: Condition, predicted: Condition) -> tuple[str, ...]:
    right = {"kind": gold.kind == predicted.kind, "on": same_actor(gold, predicted)}
    return tuple(name for name, same in right.items() if not same)


def _pair(words: Sequence[Offsets], gold: Sequence[Stmt], predicted: Sequence[Stmt]) -> dict[int, Stmt]:
    """The prediction for each gold statement that was found, by its id."""
    wanted, got = in_order(gold), in_order(predicted)
    pairs = pair_best(wanted, got, likeness=partial(_likeness, words))
    return {wanted[i].id: got[j] for i, j in pairs}


def _likeness(words: Sequence[Offsets], gold: Stmt, predicted: Stmt) -> Likeness | None:
    """How alike contents, then sources are; None when either is not alike enough."""
    content = jaccard(touched(words, gold.content), touched(words, predicted.content))
    source = _source_likeness(touched(words, gold.source), touched(words, predicted.source))
    return (content, source) if content >= ALIKE and source >= ALIKE else None


def _source_likeness(gold: WordSet, predicted: WordSet) -> float:
    """Jaccard of the words; 1 where both are absent."""
    return jaccard(gold, predicted) if gold or predicted else 1.0


def _parent(words: Sequence[Offsets], stmt: Stmt, gold: Sequence[Stmt]) -> Stmt | None:
    """The statement with the shortest content that holds all words of this one's, which the gold does not name."""
    content = touched(words, stmt.content)
    around = [other for other in gold if content < touched(words, other.content)]
    return min(around, key=partial(_length, words), default=None)


def _length(words: Sequence[Offsets], stmt: Stmt) -> int:
    return len(touched(words, stmt.content))


def _has_parent(pairs: dict[int, Stmt], child: int, parent: int) -> bool:
    """Whether the prediction for the child names the prediction for the parent as its own."""
    return child in pairs and parent in pairs and pairs[child].parent == pairs[parent].id
