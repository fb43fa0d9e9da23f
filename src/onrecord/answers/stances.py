"""Tell the stance that a statement shows: one table, from what it does, whether it is negated, and on what it hangs.

Use `stance_of` for a statement, `awaits` for whether its speaker waits for a condition of it. The table is
`stances.csv`, each line with its reason; what it does not list, as all other negated cues ("did not promise"), shows no
stance. Two things are read off the words besides: a refusal to speak ("declined to say") is a silence and no stance,
and of concessions only those that give something up ("no longer insists") are stances, the others admit facts.
"Hedged" never changes a stance: it is told beside it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, cast, get_args

from onrecord.answers.results import Stance
from onrecord.records import Act, Condition, Polarity, Statement

EVERY: frozenset[Stance] = frozenset(get_args(Stance))
_TABLE = Path(__file__).with_name("stances.csv")

Hangs: TypeAlias = Literal["none", "if", "gate"]
"""On nothing, on a supposition, or behind a gate that somebody must open (only, unless, until, after, subject to)."""

_SILENCE = re.compile(
    r"(?:that )?(?:(?:he|she|it|they|we|i)(?:[’']\w+| \w+) [“\"]?)?(?:not (?:going )?)?(?:to )?"
    r"(?:say|comment|answer|name|confirm|elaborate|speculate|discuss|g[oe]t? into)\b|any comment\b|whether\b"
)
_GIVES_UP = re.compile(
    r"\b(?:no longer|(?:dropp|abandon|withdr[ae]w(?!al)|stopp|waiv)\w*|(?:given?|gave|giving) up|"
    r"(?:gives?|gave|given) way)\b",
    re.IGNORECASE,
)

# "does not intend to give up": a negation before it in the same clause.
_NOT = re.compile(r"(?:\b(?:not|never|cannot)|n[’']t)\b[^.;,]{0,30}\Z", re.IGNORECASE)

_Key: TypeAlias = tuple[Act, Polarity, Hangs]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line of the table.

    Attributes:
        stance: None where such a statement takes no side.
        waits: whether its speaker waits for what the condition names.
        why: the reason, in words for the reader of an answer.
    """

    stance: Stance | None
    waits: bool
    why: str


def stance_of(stmt: Statement) -> Stance | None:
    """The stance that a statement shows, if any."""
    rule = rule_of(stmt)
    return rule.stance if rule else None


def rule_of(stmt: Statement) -> Rule | None:
    """The line of the table that a statement falls under; None where there is none."""
    if stmt.act is None:
        return None
    if is_silence(stmt):
        return _SILENT
    if stmt.act == "concede" and gives_up(stmt):
        return _YIELDING
    return rules().get((stmt.act, stmt.polarity, _hangs(stmt)))


def is_silence(stmt: Statement) -> bool:
    """Whether a statement only refuses to speak."""
    return stmt.act == "refuse" and bool(_SILENCE.match(stmt.text.lstrip('“" ').lower()))


def gives_up(stmt: Statement) -> bool:
    """Whether the words say that something is no longer asked for."""
    if stmt.polarity == "negative":
        return False
    return any(not _NOT.search(stmt.text, 0, found.start()) for found in _GIVES_UP.finditer(stmt.text))


def awaits(stmt: Statement, condition: Condition) -> bool:
    """Whether the speaker of a statement waits for one of its conditions to be fulfilled."""
    if stmt.act is None:
        return False
    rule = rules().get((stmt.act, stmt.polarity, _hang(stmt, condition)))
    return rule is not None and rule.waits


@cache
def rules() -> Mapping[_Key, Rule]:
    """The table: act, polarity and kind of condition to a stance."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return {_key(row): _rule(row) for row in csv.DictReader(lines)}


@cache
def taking_sides(stances: frozenset[Stance] = EVERY) -> frozenset[Act]:
    """The acts by which a statement can show one of some stances."""
    shown = {act for (act, _, _), rule in rules().items() if rule.stance in stances}
    return frozenset(shown | ({"concede"} if _YIELDING.stance in stances else set()))


_SILENT = Rule(stance=None, waits=False, why="refuses to speak, which takes no side")
_YIELDING = Rule(stance="willing", waits=False, why="gives up what was asked for")


def _hangs(stmt: Statement) -> Hangs:
    """A gate wins over a supposition: it names what would have to come."""
    kinds = {_hang(stmt, condition) for condition in stmt.conditions}
    return "gate" if "gate" in kinds else "if" if kinds else "none"


def _hang(stmt: Statement, condition: Condition) -> Hangs:
    """What a condition is to a statement; who refuses an exchange ("no land for peace") says no to that gate too."""
    refused = stmt.act == "refuse" and stmt.polarity == "positive" and condition.kind == "subject_to"
    return "if" if condition.kind == "if" or refused else "gate"


def _key(row: Mapping[str, str]) -> _Key:
    return cast("_Key", (row["act"], row["polarity"], row["conditions"]))


def _rule(row: Mapping[str, str]) -> Rule:
    return Rule(stance=cast("Stance | None", row["stance"] or None), waits=row["waits"] == "yes", why=row["why"])
