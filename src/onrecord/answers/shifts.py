"""Find pairs of statements by which a side seems to have moved.

Use `shifts` over the statements of an issue. It would rather miss a shift than show a wrong one: statements that a
careful reader may not find are left out, days must not overlap, and both must be about the same thing. Each later
statement is compared with the nearest earlier one only, so that a shift is told once, where it happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from onrecord.answers.backing import backing, is_of_somebody
from onrecord.answers.changes import FEWEST, change_between
from onrecord.answers.compared import (
    is_among_rivals,
    is_another_offer,
    is_as_before,
    is_of_another_body,
    says_nothing_of_it,
    share_names_alone,
    shows_two,
)
from onrecord.answers.denials import denials
from onrecord.answers.given_up import given_up
from onrecord.answers.holding import NO_REST, held, is_sure, likelihood, parties_of_names, stance_told
from onrecord.answers.results import By, Change, Held, Shift, Shifts, Stance
from onrecord.answers.sides import by_side, in_time, scope_of, sides_of
from onrecord.answers.stances import taking_sides
from onrecord.answers.subjects import NEARLY_ALIKE, NO_MATTERS, Alike, Subjects, cosine, stems_of
from onrecord.answers.talks import sides_by_name, talks
from onrecord.answers.targets import meant_by
from onrecord.knowledge import is_party, known_in
from onrecord.ledger import Parties, Rest
from onrecord.records import Act, Entry

PRAISE_AND_BLAME: frozenset[Stance] = frozenset({"supports", "accuses"})
WILLING: frozenset[Stance] = frozenset({"willing", "willing if", "unwilling"})
SCALES: Mapping[By, tuple[frozenset[Stance], ...]] = {"speaker": (WILLING, PRAISE_AND_BLAME), "party": (WILLING,)}
"""Stances on one scale exclude each other; a demand and a threat go together with any of them. In a party one praises
whom another blames, and nobody has moved: of 114 such pairs on real news that were read, one was a shift."""

NO_DOUBTFUL: Mapping[str | None, int] = {}

NEARLY_ALL = 0.8
"""Of the shorter subject, this much must be shared where a single word besides names of parties is common."""
BOTH_LIKELY = 0.35
"""The product of the confidences of two statements and their acts below which a pair is not shown."""
ENOUGH = 0.4
"""Of the weight of the shorter subject's words, so much must be shared; what shares no more than names is left out."""


def shifts(
    entries: Sequence[Entry],
    *,
    by: By = "speaker",
    rest: Rest = NO_REST,
    parties: Parties | None = None,
    doubtful: Mapping[str | None, int] = NO_DOUBTFUL,
) -> Shifts:
    """Pairs of statements of one side that may not go together.

    Args:
        entries: those of an issue, in any order.
        by: compare what the same speaker said, or anybody of the same party.
        rest: statements of the issue besides, which show no stance, deny nothing and are not denied.
        parties: for whom the names in chains speak; by default what is seen in the entries.
        doubtful: how many of `rest` are too doubtful to be compared, by what they do.
    """
    parties = parties_of_names(entries) if parties is None else parties
    stands = {entry.id: held(entry, parties) for entry in entries}
    dated = [one for one in stands.values() if one.entry.last_day]
    sure = [one.entry for one in dated if not one.doubts and not _is_of_some_day(one.entry, parties)]
    heard = [one.entry for one in dated if is_sure(one.entry)]
    turns = [*_moves(sure, stands, by, sides_by_name(parties)), *(backing(sure, stands) if by == "speaker" else ())]
    pairs = [*given_up(sure, stands, by), *_once(turns), *denials(heard, stands, by)]
    likely = filter(_are_both_likely, reversed(pairs))
    once = {(pair.side, pair.before.entry.id, pair.after.entry.id): pair for pair in likely}
    compared = [entry for entry in sure if _is_on_a_scale(stands[entry.id], by)]
    acts, known = moving(by), {entry.id for entry in sure}
    left_out = sum(entry.stmt.act in acts and entry.id not in known for entry in entries)
    left_out += sum(number for act, number in doubtful.items() if act in acts)
    return Shifts(
        by=by,
        pairs=tuple(sorted(once.values(), key=_in_order)),
        scope=scope_of(compared),
        left_out=left_out,
        others=len(entries) + sum(rest.values()) - len(compared) - left_out,
    )


def _is_of_some_day(entry: Entry, parties: Parties) -> bool:
    """Whether somebody who speaks for a side tells it without a day: "you know that she has said …"."""
    return entry.stmt.said_on is None and any(parties.get(name) for name in entry.stmt.chain[:-1])


def moving(by: By) -> frozenset[Act]:
    """The acts by which a statement can show one of the stances that are compared."""
    return taking_sides(frozenset().union(*SCALES[by]))


def _is_on_a_scale(one: Held, by: By) -> bool:
    return any(one.stance in scale for scale in SCALES[by])


def _once(moves: Iterable[Shift]) -> Iterator[Shift]:
    """Of moves of one side in one direction on one matter whose times overlap, the first: the others tell it again."""
    told: dict[tuple[str, object, object, str], date] = {}
    for move in sorted(moves, key=_in_order):
        stems = stems_of(" ".join(move.shared))
        directions = [(move.side, move.before.stance, move.after.stance, stem) for stem in stems]
        begun, ended = move.before.entry.last_day, move.after.entry.first_day
        if begun is None or ended is None or any(begun < told.get(one, date.min) for one in directions):
            continue
        told.update(dict.fromkeys(directions, ended))
        yield move


def _moves(entries: Sequence[Entry], stands: Mapping[str, Held], by: By, sides: Mapping[str, str]) -> Iterator[Shift]:
    for scale in SCALES[by]:
        shown = (stands[entry.id] for entry in entries)
        told = (one for one in shown if one.stance in scale and not shows_two(one))
        there = sorted((one.entry for one in told if scale == WILLING or not is_of_somebody(one.entry)), key=in_time)
        matters = talks([stands[entry.id] for entry in there], sides) if scale == WILLING else NO_MATTERS
        subjects = Subjects(there, enough=ENOUGH, matters=matters)
        for side, theirs in by_side(there, by).items():
            yield from _along(side, theirs, stands, subjects)


def _along(side: str, entries: Sequence[Entry], stands: Mapping[str, Held], subjects: Subjects) -> Iterator[Shift]:
    from onrecord.answers.threads import nearest_earlier  # noqa: PLC0415  # other answers need no arrays

    def change(before: Held, after: Held) -> Change | None:
        return change_between(before, after, of_talks=subjects.has_matter(after.entry))

    def is_comparable(before: int, after: int) -> bool:
        pair = stands[entries[before].id], stands[entries[after].id]
        if change(*pair) is None:  # the same again; what goes together with it hides nothing
            return pair[0].stance == pair[1].stance
        return _is_comparable(side, *pair, subjects)

    if not _may_differ([stands[entry.id] for entry in entries]):
        return
    for pair in nearest_earlier(entries, subjects, is_comparable):
        before, after = stands[entries[pair.before].id], stands[entries[pair.after].id]
        what, alike = change(before, after), subjects.alike(before.entry, after.entry)
        if what is None or alike is None or is_as_before(what, after):
            continue
        of_talks = subjects.has_matter(after.entry)
        if not (says_nothing_of_it(what, after) if of_talks else is_another_offer(what, alike, before, after)):
            yield _shift(side, what, before, after, alike)


def _may_differ(theirs: Sequence[Held]) -> bool:
    """Whether two of one side differ in stance, or may in conditions; most sides say one thing, and end here."""
    return len({one.stance for one in theirs}) > 1 or sum(bool(one.entry.stmt.conditions) for one in theirs) > 1


def _is_comparable(side: str, before: Held, after: Held, subjects: Subjects) -> bool:
    """Whether they may be about the same thing, of which they have words enough in common."""
    if is_among_rivals(side, before, after) or is_of_another_body(before, after):
        return False
    alike = subjects.alike(before.entry, after.entry)
    if alike is None or subjects.has_matter(after.entry):
        return alike is not None
    if not _is_towards_the_same(before, after):
        return False
    return not (_shares_names_only(alike, before, after) or share_names_alone(alike, before, after))


_ONESELF = re.compile(r"\b(?:I|my|mine|myself|(?:his|her) own|himself|herself)\b")


def _is_towards_the_same(before: Held, after: Held) -> bool:
    """Praise of one and blame of another is no shift; else, where nobody is named, they may be the same.

    What two people say of themselves is never the same.
    """
    ours, theirs = sides_of(before.entry, "speaker"), sides_of(after.entry, "speaker")
    if set(ours).isdisjoint(theirs) and any(_ONESELF.search(one.entry.stmt.text) for one in (before, after)):
        return False
    if before.stance in PRAISE_AND_BLAME:
        meant = meant_by(before.entry)
        return meant is not None and meant == meant_by(after.entry)
    sides = {one.entry.stmt.addressee for one in (before, after)}
    return len(sides) == 1 or not all(side and is_party(side) for side in sides)  # persons are misread too often


def _shares_names_only(alike: Alike, before: Held, after: Held) -> bool:
    """Whether parties and one verb are all that both have: "to send … to Norvia" may be anything.

    One word is enough where nearly all of the shorter subject is common, or the vectors are near.
    """
    entry = before.entry
    known = [one.words for one in known_in(entry.stmt.text)]
    names = {word.lower() for name in (*known, *sides_of(entry, "party")) for word in name.split()}
    others = sum(word not in names for word in alike.shared)
    close = cosine(entry.stmt.vector, after.entry.stmt.vector) >= NEARLY_ALIKE
    return others == 0 or (others < FEWEST and alike.likeness < NEARLY_ALL and not close)


def _shift(side: str, change: Change, before: Held, after: Held, alike: Alike) -> Shift:
    return Shift(
        side=side,
        change=change,
        before=before,
        after=after,
        shared=alike.shared,
        likeness=alike.likeness,
        why=f"possible {_named(change, before, after)}: {stance_told(before)}, {stance_told(after)}; both speak of "
        f"{', '.join(alike.shared)}",
    )


def _named(change: Change, before: Held, after: Held) -> str:
    if change == "stance":
        return f"change from {before.stance} to {after.stance}"
    return f"change, a {change}"


def _are_both_likely(pair: Shift) -> bool:
    return likelihood(pair.before.entry) * likelihood(pair.after.entry) >= BOTH_LIKELY


def _in_order(shift: Shift) -> tuple[object, ...]:
    return (in_time(shift.after.entry), in_time(shift.before.entry), shift.side)
