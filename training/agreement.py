"""Count the labels, and compare the two readings of what was read twice: `python -m training.agreement`.

Use this after the labels grew. It needs no texts: conditions pair by their characters as contents do, and whom they
hang on is compared word by word. `training.readers` sets the tool beside the two readers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from evaluation.fields import party_words
from evaluation.tally import Tally, tally_pairs
from training.datasets import LABELS, read_lines

Row = dict[str, Any]

FIELDS: dict[str, Callable[[Row], Any]] = {
    "form": lambda s: s["form"],
    "medium": lambda s: s["medium"],
    "act": lambda s: s["act"],
    "polarity": lambda s: s["polarity"],
    "certainty": lambda s: s["certainty"],
    "party": lambda s: s["speaker"]["party"],
    "nested or not": lambda s: len(s["chain"]) > 1,
    "any addressee": lambda s: bool(s["addressee"]),
    "any condition": lambda s: bool(s["conditions"]),
}


def main() -> None:
    """Print the counts and the agreement."""
    articles = [article for path in sorted(LABELS.glob("*.jsonl")) for article in read_lines(path)]
    first = {article["id"]: article["statements"] for article in articles if article["reader"] == "first"}
    second = {article["id"]: article["statements"] for article in articles if article["reader"] == "second"}
    stmts = [stmt for group in first.values() for stmt in group]
    print(f"{len(first)} articles, {len(stmts)} statements, {sum(len(s['chain']) > 1 for s in stmts)} nested")
    for field in ("medium", "act", "polarity", "certainty"):
        print(f"  {field}: {dict(Counter(stmt[field] for stmt in stmts).most_common())}")
    conditions, addressees = sum(len(s["conditions"]) for s in stmts), sum(bool(s["addressee"]) for s in stmts)
    print(f"  conditions: {conditions}, addressees: {addressees}")
    show_agreement([(first[name], second[name]) for name in second if name in first])


def show_agreement(both: list[tuple[list[Row], list[Row]]]) -> None:
    """F1 of pairs, and agreement on the fields of paired statements."""
    one = other = paired = articles = 0
    same: Counter[str] = Counter()
    for first, second in both:
        articles += 1
        one, other = one + len(first), other + len(second)
        for a, b in pairs(first, second):
            paired += 1
            same.update(field for field, value in FIELDS.items() if value(a) == value(b))
    print(f"read twice: {articles} articles, {one} and {other} statements, paired F1 {2 * paired / (one + other):.1%}")
    for field in FIELDS:
        print(f"  {field}: {same[field] / paired:.1%} of pairs")
    show_addressees(both)
    show_conditions(both)


def show_addressees(twice: Iterable[tuple[list[Row], list[Row]]]) -> None:
    """Agreement on who is addressed, on the pairs for which either reader says somebody."""
    named = [
        (party_words(a["addressee"]), party_words(b["addressee"]))
        for first, second in twice
        for a, b in pairs(first, second)
        if a["addressee"] or b["addressee"]
    ]
    print(f"  addressee: {share(one == other for one, other in named)} of {len(named)} pairs with one")


def show_conditions(twice: Iterable[tuple[list[Row], list[Row]]]) -> None:
    """F1 of conditions, and agreement on kind and on who must act among those that both have."""
    found, spans = [], Tally()
    for first, second in twice:
        one, other = conditions(first), conditions(second)
        alike = pairs(one, other)
        found += alike
        spans += tally_pairs(len(alike), gold=len(one), predicted=len(other))
    print(f"  conditions: {spans.gold:.0f} and {spans.predicted:.0f}, paired F1 {spans.f1:.1%}")
    print(f"    kind: {share(a['kind'] == b['kind'] for a, b in found)}")
    print(f"    on: {share(party_words(a['on']) == party_words(b['on']) for a, b in found)}")


def conditions(stmts: list[Row]) -> list[Row]:
    """The conditions of an article's statements, the same words once, in a form that pairs as statements do."""
    held = {tuple(one["span"]): one for stmt in stmts for one in stmt["conditions"]}
    return [{**held[span], "content": [span], "cue": []} for span in sorted(held)]


def share(right: Iterable[bool]) -> str:
    """A share in per cent; a dash of nothing."""
    judged = list(right)
    return f"{sum(judged) / len(judged):.1%}" if judged else "–"


def pairs(first: list[Row], second: list[Row]) -> list[tuple[Row, Row]]:
    """Statements paired one to one by the Jaccard of their contents, at least one half; the cue breaks ties."""
    scored = [
        (likeness, _chars(a, "cue") == _chars(b, "cue"), i, j)
        for i, a in enumerate(first)
        for j, b in enumerate(second)
        if (likeness := _jaccard(_chars(a, "content"), _chars(b, "content"))) >= 0.5
    ]
    out, left, right = [], set(range(len(first))), set(range(len(second)))
    for _, _, i, j in sorted(scored, reverse=True):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            out.append((first[i], second[j]))
    return out


def _chars(stmt: Row, role: str) -> set[int]:
    return {char for start, end in stmt[role] for char in range(start, end)}


def _jaccard(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


if __name__ == "__main__":
    main()
