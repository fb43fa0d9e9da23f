"""A statement as the metrics see it, made of gold and of predictions alike.

Use this to hand both to `onrecord_gold` and `example`. It is wider than what a reader must know: a field left at its
default is simply not there.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from evaluation.words import Offsets
from onrecord.records import Condition as ReadCondition
from onrecord.records import Spans, Statement

Pieces: TypeAlias = tuple[Offsets, ...]
Days: TypeAlias = tuple[date, date]

# Between the names, and the parties, of those who speak together; our gold writes them so.
AND = " and "


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Words on which a content hangs.

    Attributes:
        span: where they stand.
        kind: `if`, `unless`, `only`, `until`, `after` or `subject_to`.
        on: who must act, empty where nobody is meant; in gold a name or a party, as the annotator thought fit.
        party: the side of whoever must act; only a reading tells it apart.
    """

    span: Offsets
    kind: str = ""
    on: str = ""
    party: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stmt:
    """One statement; offsets half-open into the article's text.

    Attributes:
        cue, source, content: in pieces; cue and source empty where the text has none.
        nested: whether somebody other than the article relays it.
        id, parent: the statement's number, and that of the statement in whose content it lies.
        speakers: their names; in gold one name that may hold several people.
        speaker_kind: `person`, `organisation`, `group` or `unnamed`; of several who speak together `group`.
        role, party: empty where there is none; of several speakers the first one's role and all their parties.
        act, polarity, certainty: as in `records.Statement`; empty where the gold does not say.
        said_on: first and last day, both included; None where the text does not say.
        conditions: on which the content hangs, in any order.
        addressee: the party to whom it is directed; empty where there is none.
    """

    content: Pieces
    cue: Pieces = ()
    source: Pieces = ()
    form: str = ""
    nested: bool = False
    id: int = 0
    parent: int | None = None
    speakers: tuple[str, ...] = ()
    speaker_kind: str = ""
    role: str = ""
    party: str = ""
    chain: tuple[str, ...] = ()
    act: str = ""
    polarity: str = ""
    certainty: str = ""
    said_on: Days | None = None
    conditions: tuple[Condition, ...] = ()
    addressee: str = ""

    @property
    def speaker(self) -> str:
        """The names of all speakers as one."""
        return AND.join(self.speakers)


def in_order(stmts: Sequence[Stmt]) -> list[Stmt]:
    """The same statements, in an order that depends on nothing but themselves."""
    return sorted(stmts, key=repr)


def gold_stmt(row: Mapping[str, Any]) -> Stmt:
    """A statement of our gold (`onrecord`, `example`) or of our labels; nested where its chain is longer than one."""
    speaker = row["speaker"]
    return Stmt(
        content=_pieces(row["content"]),
        cue=_pieces(row["cue"]),
        source=_pieces(row["source"]),
        form=row["form"],
        nested=len(row["chain"]) > 1,
        id=row.get("id", 0),
        speakers=(speaker["name"],) if speaker["name"] else (),
        speaker_kind=speaker["kind"],
        role=speaker["role"],
        party=speaker["party"],
        chain=tuple(row["chain"]),
        act=row["act"],
        polarity=row.get("polarity", ""),
        certainty=row.get("certainty", ""),
        said_on=days(row["said_on"]),
        conditions=tuple(_condition(condition) for condition in row["conditions"]),
        addressee=row.get("addressee", ""),
    )


def predicted_stmt(stmt: Statement) -> Stmt:
    """A statement as read; nested where somebody relays it, whether or not it lies in another's content."""
    speaker = stmt.speaker
    return Stmt(
        content=pieces(stmt.content),
        cue=pieces(stmt.cue),
        source=pieces(stmt.source),
        form=stmt.form,
        nested=len(stmt.chain) > 1 or stmt.parent is not None,
        id=stmt.id,
        parent=stmt.parent,
        speakers=tuple(each.name for each in stmt.speakers),
        speaker_kind=_kind([each.kind for each in stmt.speakers]),
        role=(speaker.role if speaker else None) or "",
        party=AND.join(_once(each.party for each in stmt.speakers if each.party)),
        chain=stmt.chain,
        act=stmt.act or "",
        polarity=stmt.polarity,
        certainty=stmt.certainty,
        said_on=(stmt.said_on.first, stmt.said_on.last) if stmt.said_on and stmt.said_on.first else None,
        conditions=tuple(map(_read_condition, stmt.conditions)),
        addressee=stmt.addressee or "",
    )


def pieces(spans: Spans) -> Pieces:
    """Spans as pairs of offsets."""
    return tuple((span.start, span.end) for span in spans)


def days(iso: str) -> Days | None:
    """First and last day of an ISO day, month ("2020-02") or year; None of an empty text."""
    if not iso:
        return None
    year, month, day = (*map(int, iso.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def _kind(kinds: Sequence[str]) -> str:
    """The kind of speakers taken together, as our gold has it: several are a group, unless none is named."""
    if len(kinds) > 1:
        return "unnamed" if set(kinds) == {"unnamed"} else "group"
    return kinds[0] if kinds else ""


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Each name where it first stands."""
    return tuple(dict.fromkeys(names))


def _pieces(spans: Sequence[Sequence[int]]) -> Pieces:
    return tuple((start, end) for start, end in spans)


def _condition(row: Mapping[str, Any]) -> Condition:
    start, end = row["span"]
    return Condition(span=(start, end), kind=row["kind"], on=row["on"])


def _read_condition(condition: ReadCondition) -> Condition:
    span, on = condition.span, condition.on
    return Condition(
        span=(span.start, span.end),
        kind=condition.kind,
        on=(on.name if on else None) or "",
        party=(on.party if on else None) or "",
    )
