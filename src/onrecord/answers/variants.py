"""Find the same quotation across articles and outlets, and tell what became of its words.

Use `variants` over statements at hand. Only what stands between quotation marks is compared word by word; an indirect
statement can tell the same in the same words, or in others. Short quotations come again by themselves ("we are ready to
talk"), so these count only for the same speaker within a few days and in another outlet: an office that publishes what
its president says has him thank somebody every day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from onrecord.answers.quoted import Quotation, quotation, told
from onrecord.answers.sides import days, scope_of
from onrecord.answers.subjects import Subjects, cosine, stems_of
from onrecord.answers.versions import Piece, Variant, Variants
from onrecord.answers.wording import compared, counted, kind_of, longest_run, negations, shared_words
from onrecord.records import Entry, Statement

SHARED = 0.6
"""Of the shorter quotation's words, this much must stand in both in the same order; below, two sentences of one speech
that begin alike would pass."""
FEWEST = 4
"""Words that must stand in both, one behind the other: scattered ones are mostly "the" and "of"."""
LONG = 8
"""Words in a row from which on a quotation is not said twice by chance, whoever said it and whenever."""
ALTERED = 0.9
"""In one outlet, this much of the shorter one must stand in both where words differ: greetings follow a pattern."""
SAYS_SOMETHING = 3
"""Words that mean something, below which a statement ("this") is like any other."""
NEAR = timedelta(days=7)
"""How far apart short quotations may be, and those in other words: news goes on about a quotation for a week."""
SAME_MEANING = 0.68
"""Cosine from which on other words of the same speaker say the same. In the stories of examples/, as they are read,
pairs that do have 0.68 and more, others 0.41 and less."""
BUILT_ALIKE = 3
"""Words that quotations of one build must share, beside the name of the side for which both wait; a name counts
twice."""
ONE_OCCASION = timedelta(days=31)
"""A day that is known no better than this is no sign that two statements were made on one occasion."""
SAME_WORDS = 0.6
"""Where there are no vectors: this much of the shorter one's subject must be shared instead."""


def variants(entries: Sequence[Entry], entry: Entry) -> Variants:
    """Other versions of a quotation.

    Args:
        entries: where to look, in any order; those of the same article are passed over.
        entry: the quotation.
    """
    others = [other for other in entries if _article(other) != _article(entry)]
    asked = quotation(entry.stmt)
    found = list(_by_words(entry, asked, others))
    known = {variant.entry.id for variant in found}
    found += _by_meaning(entry, [other for other in others if other.id not in known])
    ordered = tuple(sorted(found, key=_most_alike))
    return Variants(entry=entry, variants=ordered, scope=scope_of([entry, *(one.entry for one in ordered)]))


def _by_words(entry: Entry, asked: Quotation, others: Sequence[Entry]) -> Iterator[Variant]:
    if len(asked.words) < FEWEST:
        return
    words = set(asked.words)
    for other in others:
        theirs = quotation(other.stmt)
        if 2 * len(words.intersection(theirs.words)) < FEWEST:  # a word may come twice
            continue
        common = shared_words(asked.words, theirs.words)
        shorter = min(len(asked.words), len(theirs.words))
        if common >= FEWEST and common >= SHARED * shorter:
            found = _variant(asked, theirs, other, round(common / shorter, 2))
            if longest_run(found.pieces) >= FEWEST and _is_no_chance(entry, found):
                yield found


def _is_no_chance(entry: Entry, found: Variant) -> bool:
    elsewhere = _other_outlet(entry, found.entry)
    if elsewhere and _same_speaker(entry, found.entry) and _apart(entry, found.entry) <= NEAR:
        return True
    return longest_run(found.pieces) >= LONG and (elsewhere or found.kind != "altered" or found.likeness >= ALTERED)


def _variant(asked: Quotation, theirs: Quotation, other: Entry, likeness: float) -> Variant:
    pieces = compared(asked.words, theirs.words)
    kind = kind_of(pieces)
    return Variant(entry=other, kind=kind, pieces=pieces, likeness=likeness, why=_why(kind, pieces, theirs))


def _why(kind: str, pieces: Sequence[Piece], theirs: Quotation) -> str:
    if kind == "same":
        return "word for word the same"
    parts = [f"{kind}: {counted(pieces, 'same')} words the same"]
    parts += [f"{number} {what}" for mark, what in _WHAT if (number := counted(pieces, mark))]
    if kind == "cut" and not theirs.is_marked:
        parts.append("without a sign that something is left out")
    if negations(pieces):
        parts.append("a negation is among the words that differ")
    return ", ".join(parts)


_WHAT = (("gone", "left out or replaced"), ("new", "added or put in their place"))


def _by_meaning(entry: Entry, others: Sequence[Entry]) -> Iterator[Variant]:
    """The same speaker's words of the same days, told elsewhere, that say the same in other words, or in the same."""
    if not _says_something(entry):
        return
    near = [other for other in others if _same_speaker(entry, other) and _same_days(entry, other)]
    near = [other for other in near if _says_something(other)]
    subjects = Subjects([entry, *near])
    words = told(entry.stmt)
    for other in near:
        if told(other.stmt) == words and _other_outlet(entry, other):
            yield Variant(entry=other, kind="same", pieces=(), likeness=1.0, why="word for word the same")
            continue
        if (alike := _told_alike(entry, other)) is not None:
            yield alike
            continue
        likeness, reason = _meaning(entry, other, subjects)
        if reason:
            yield Variant(
                entry=other,
                kind="paraphrase" if "indirect" in {entry.stmt.form, other.stmt.form} else "translation",
                pieces=(),
                likeness=round(likeness, 2),
                why=f"other words of the same speaker, {days(other.first_day, other.last_day)}: {reason}",
            )


def _told_alike(entry: Entry, other: Entry) -> Variant | None:
    """The version that tells nearly all of the shorter one's words, though neither has them between quotation marks."""
    ours, theirs = told(entry.stmt), told(other.stmt)
    shorter = min(len(ours), len(theirs))
    if shorter < LONG or not _other_outlet(entry, other):
        return None
    common = shared_words(ours, theirs)
    if common < ALTERED * shorter:
        return None
    asked, answer = (Quotation(words, is_marked=True) for words in (ours, theirs))
    found = _variant(asked, answer, other, round(common / shorter, 2))
    return found if longest_run(found.pieces) >= LONG else None


def _meaning(entry: Entry, other: Entry, subjects: Subjects) -> tuple[float, str | None]:
    ours, theirs = entry.stmt.vector, other.stmt.vector
    elsewhere = _other_outlet(entry, other)
    if ours and theirs and elsewhere:
        likeness = cosine(ours, theirs)
        if likeness >= SAME_MEANING:
            return likeness, f"alike in meaning ({likeness:.2f})"
    common = _words_shared(entry, other) if _built_alike(entry, other) else []
    names = [word for word in common if all(word.capitalize() in one.stmt.text for one in (entry, other))]
    if len(common) + len(names) >= BUILT_ALIKE:
        return 0.5, f"both {entry.stmt.act}, both hang on the same side, both speak of {', '.join(common)}"
    if not elsewhere or (ours and theirs):
        return 0.0, None
    alike = subjects.alike(entry, other)
    if alike is None or len(alike.shared) < 2 or alike.likeness < SAME_WORDS:
        return 0.0, None
    return alike.likeness, f"both speak of {', '.join(alike.shared)}"


def _built_alike(one: Entry, other: Entry) -> bool:
    """Whether both are direct quotations that do the same and wait for the same side."""
    ours, theirs = one.stmt, other.stmt
    if ours.act != theirs.act or {ours.form, theirs.form} != {"direct"}:
        return False
    return bool(_awaited(ours) & _awaited(theirs))


def _awaited(stmt: Statement) -> set[str]:
    return {party for one in stmt.conditions if one.on and (party := one.on.party)}


def _words_shared(one: Entry, other: Entry) -> list[str]:
    theirs = stems_of(other.stmt.text)
    sides = stems_of(" ".join(_awaited(one.stmt)))
    return [word for stem, word in stems_of(one.stmt.text).items() if stem in theirs and stem not in sides]


def _same_speaker(one: Entry, other: Entry) -> bool:
    """Whether somebody whom both name says both: two whom nobody names may be anybody."""
    ours, theirs = ({who.id for who in each.stmt.speakers if who.kind != "unnamed"} for each in (one, other))
    return bool(ours & theirs)


def _says_something(entry: Entry) -> bool:
    return len(stems_of(entry.stmt.text)) >= SAYS_SOMETHING


def _other_outlet(one: Entry, other: Entry) -> bool:
    """Whether somebody else carried it, as far as is known."""
    return not set(one.outlets) & set(other.outlets)


def _same_days(one: Entry, other: Entry) -> bool:
    """Whether they may have been said on one occasion: told or published within a day of each other."""
    return _apart(one, other) <= timedelta(days=1) and all(_is_dated(each) for each in (one, other))


def _is_dated(entry: Entry) -> bool:
    first, last = entry.first_day, entry.last_day
    return first is not None and last is not None and last - first < ONE_OCCASION


def _apart(one: Entry, other: Entry) -> timedelta:
    """Days between two statements, 0 where they may be of one day; for ever where one is not known."""
    if not (one.first_day and one.last_day and other.first_day and other.last_day):
        return timedelta.max
    return max(other.first_day - one.last_day, one.first_day - other.last_day, timedelta(0))


def _article(entry: Entry) -> str:
    return entry.id.partition(".")[0]


def _most_alike(variant: Variant) -> tuple[bool, float, str]:
    return (not variant.pieces, -variant.likeness, variant.entry.id)
