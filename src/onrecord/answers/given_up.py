"""Find conditions that a side gives up in so many words.

Use `given_up` beside the other shifts of an issue: "no longer insisted on neutral ground" ends "only if it is held on
neutral ground", whatever else the two statements are about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.answers.results import By, Held, Shift
from onrecord.answers.sides import by_side, days_of, in_time, is_before
from onrecord.answers.stances import gives_up
from onrecord.answers.subjects import overlap, stems_of
from onrecord.records import Entry

SHARED = 0.6
"""Of the condition's words, this much must stand where it is given up."""


def given_up(entries: Sequence[Entry], stands: Mapping[str, Held], by: By) -> Iterator[Shift]:
    """Each statement that gives something up, with the latest earlier one that made it a condition.

    Args:
        entries: all with a day.
        stands: their stances, by id.
        by: whether the same speaker or anybody of the same party must have set it.
    """
    yielding = [entry for entry in entries if stands[entry.id].stance == "willing" and gives_up(entry.stmt)]
    conditional = by_side([entry for entry in entries if entry.stmt.conditions], by)
    for side, those in by_side(yielding, by).items():
        for after in those:
            before = _latest(after, conditional.get(side, ()))
            if before:
                yield _shift(side, stands[before.id], stands[after.id])


def _latest(after: Entry, conditional: Sequence[Entry]) -> Entry | None:
    words = stems_of(after.stmt.text)
    earlier = sorted((entry for entry in conditional if is_before(entry, after)), key=in_time, reverse=True)
    return next((entry for entry in earlier if _condition_words(entry, words)), None)


def _condition_words(entry: Entry, words: Mapping[str, str]) -> list[str]:
    """The words of its conditions that the other has, where these are enough."""
    conditions = [stems_of(one.text) for one in entry.stmt.conditions]
    met = [one for one in conditions if one and len(one.keys() & words.keys()) >= SHARED * len(one)]
    return [word for one in met for stem, word in one.items() if stem in words]


def _shift(side: str, before: Held, after: Held) -> Shift:
    words = stems_of(after.entry.stmt.text)
    shared = tuple(dict.fromkeys(_condition_words(before.entry, words)))
    return Shift(
        side=side,
        change="condition went",
        before=before,
        after=after,
        shared=shared,
        likeness=round(max(overlap(stems_of(one.text), words) for one in before.entry.stmt.conditions), 2),
        why=f"possible change, a condition that is given up in words: set {days_of(before.entry)}, given up "
        f"{days_of(after.entry)}; both speak of {', '.join(shared)}",
    )
