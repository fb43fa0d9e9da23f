"""Count the labels, and compare the two readings of what was read twice: `python -m training.agreement`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

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
    twice = [(first[name], second[name]) for name in second if name in first]
    show_agreement(twice)


def show_agreement(twice: Iterable[tuple[list[Row], list[Row]]]) -> None:
    """F1 of pairs, and agreement on the fields of paired statements."""
    one = other = paired = articles = 0
    same: Counter[str] = Counter()
    for first, second in twice:
        articles += 1
        one, other = one + len(first), other + len(second)
        for a, b in pairs(first, second):
            paired += 1
            same.update(field for field, value in FIELDS.items() if value(a) == value(b))
    print(f"read twice: {articles} articles, {one} and {other} statements, paired F1 {2 * paired / (one + other):.1%}")
    for field in FIELDS:
        print(f"  {field}: {same[field] / paired:.1%} of pairs")


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
