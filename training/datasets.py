"""Read the training data sets into one form.

Use `load_all` to get the texts that the reader is trained on. Third parties' texts stay in the data folder; what the
team labelled by reading lies in `training/labels/` as offsets, and is joined to its text here by id and hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Spans = list[tuple[int, int]]

LABELS = Path(__file__).parent / "labels"
MEDIA = ("said", "written", "thought")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One attribution as labelled; offsets into the example's text."""

    cue: Spans
    source: Spans
    content: Spans
    medium: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One text to learn from.

    Attributes:
        name: unique among all examples.
        kind: `polnear`, `onrecord`, `labels` or `content` (the content of a statement, read as a text of its own).
        complete: whether every attribution of the text is labelled. The onrecord gold leaves thoughts out, so what
            a wide reader finds there beyond the gold teaches nothing about roles.
        outer: attributions that do not lie in another's content.
    """

    name: str
    kind: str
    text: str
    complete: bool
    outer: list[Gold] = field(default_factory=list)


def load_all(folder: Path, *, ours: bool = True) -> list[Example]:
    """All that may be trained on: PolNeAR train, onrecord train, our labels, and the contents of the last two.

    Args:
        folder: of the data sets.
        ours: whether our labels are among it.
    """
    onrecord = {article["id"]: article for article in read_lines(folder / "onrecord/train.jsonl")}
    labels = read_labels(folder) if ours else {}
    held = {article["id"] for article in read_lines(folder / "onrecord/dev.jsonl")}  # five stand in PolNeAR train too
    polnear = [article for article in read_lines(folder / "polnear/train.jsonl") if article["name"] not in held]
    examples = [_polnear(article, onrecord, labels) for article in polnear]
    known = {example.name for example in examples}
    for name, article in onrecord.items():
        golds = [_gold(s, "said") for s in article["statements"]]
        if name not in known:
            examples.append(
                Example(name=name, kind="onrecord", text=article["text"], complete=False, outer=outermost(golds))
            )
        examples.extend(contents(name, article["text"], golds, complete=False))
    for name, (text, golds) in labels.items():
        if name not in known:
            examples.append(Example(name=name, kind="labels", text=text, complete=True, outer=outermost(golds)))
        examples.extend(contents(name, text, golds, complete=True))
    return [*examples, *read_contents(folder)] if ours else examples


Labels = dict[str, tuple[str, list[Gold]]]


def _polnear(article: dict[str, Any], onrecord: dict[str, Any], labels: Labels) -> Example:
    """One PolNeAR article; its attributions take their medium from our labels of the same article.

    Where only the onrecord gold holds the article, what that leaves out is taken to be thought.
    """
    name = article["name"]
    golds = [_gold(attribution, None) for attribution in article["attributions"]]
    if name in labels:
        golds = [_with_medium(gold, _medium_of(gold, labels[name][1])) for gold in golds]
    elif name in onrecord:
        said = [_gold(statement, "said") for statement in onrecord[name]["statements"]]
        golds = [_with_medium(gold, _medium_of(gold, said)) for gold in golds]
    return Example(name=name, kind="polnear", text=article["text"], complete=True, outer=golds)


def _medium_of(gold: Gold, others: list[Gold]) -> str | None:
    """The medium of the same attribution in a full annotation; what that leaves out was not uttered."""
    alike = [other for other in others if _same(gold, other)]
    cued = [other for other in alike if _chars(gold.cue) & _chars(other.cue)]
    return (cued or alike)[0].medium if alike else "thought"


def _with_medium(gold: Gold, medium: str | None) -> Gold:
    return Gold(cue=gold.cue, source=gold.source, content=gold.content, medium=medium)


def _same(one: Gold, other: Gold) -> bool:
    """Whether two attributions share a good part of their content."""
    a, b = _chars(one.content), _chars(other.content)
    return len(a & b) >= 0.5 * min(len(a), len(b))


def _chars(spans: Spans) -> set[int]:
    return {char for start, end in spans for char in range(start, end)}


def _gold(attribution: dict[str, Any], medium: str | None) -> Gold:
    cue, source, content = ([(s, e) for s, e in attribution[role]] for role in ("cue", "source", "content"))
    return Gold(cue=cue, source=source, content=content, medium=attribution.get("medium", medium))


def outermost(golds: list[Gold]) -> list[Gold]:
    """The attributions whose content does not lie inside another's."""
    return [gold for gold in golds if not any(inside(gold, other) for other in golds if other is not gold)]


def inside(inner: Gold, outer: Gold) -> bool:
    """Whether the inner attribution, its cue included, lies in the outer one's content."""
    spans = inner.content + inner.cue
    held = all(any(a <= s and e <= b for a, b in outer.content) for s, e in spans)
    return held and _size(inner.content) < _size(outer.content)


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def contents(name: str, text: str, golds: list[Gold], *, complete: bool) -> Iterator[Example]:
    """Each content span as a text of its own, with what lies in it one level down."""
    for number, gold in enumerate(golds):
        held = outermost([other for other in golds if other is not gold and inside(other, gold)])
        for start, end in gold.content:
            part = [_shift(other, start, end) for other in held if start <= other.content[0][0] < end]
            if end - start >= 20:
                yield Example(
                    name=f"{name}#{number}@{start}", kind="content", text=text[start:end], complete=complete, outer=part
                )


def _shift(gold: Gold, by: int, end: int) -> Gold:
    """The part of a gold that lies between two offsets, counted from the first."""
    cue, source, content = (
        [(s - by, e - by) for s, e in spans if by <= s and e <= end] for spans in (gold.cue, gold.source, gold.content)
    )
    return Gold(cue=cue, source=source, content=content, medium=gold.medium)


def read_labels(folder: Path) -> Labels:
    """What the team labelled by reading whole articles: article id -> its text and attributions.

    Raises:
        ValueError: when a text is not the one that was labelled.
    """
    texts = {article["id"]: article["text"] for article in read_lines(folder / "news/war_2022_2024.jsonl")}
    texts |= {article["url"]: article["text"] for article in read_lines(folder / "news/releases_2021_2022.jsonl")}
    texts |= {article["name"]: article["text"] for article in read_lines(folder / "polnear/train.jsonl")}
    rows = [row for path in sorted(LABELS.glob("*.jsonl")) for row in read_lines(path) if row["reader"] == "first"]
    return {row["id"]: (_checked(texts, row), [_gold(stmt, None) for stmt in row["statements"]]) for row in rows}


def read_contents(folder: Path) -> Iterator[Example]:
    """What the team found by reading single contents of PolNeAR train, each as a text of its own.

    Raises:
        ValueError: when a text is not the one that was labelled.
    """
    texts = {article["name"]: article["text"] for article in read_lines(folder / "polnear/train.jsonl")}
    for row in read_lines(LABELS / "contents/polnear.jsonl"):
        text = _checked(texts, row)
        for content in row["contents"]:
            start, end = content["span"]
            held = outermost([_gold(stmt, None) for stmt in content["statements"]])
            name = f"contents/{row['id']}@{start}"
            outer = [_shift(gold, start, end) for gold in held]
            yield Example(name=name, kind="content", text=text[start:end], complete=True, outer=outer)


def _checked(texts: dict[str, str], row: dict[str, Any]) -> str:
    """The text of a labelled article, if it is the one that was labelled."""
    text = texts[row["id"]]
    if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
        raise ValueError(f"the text of {row['id']} is not the one that was labelled")
    return text


def read_lines(path: Path) -> list[dict[str, Any]]:
    """All objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
