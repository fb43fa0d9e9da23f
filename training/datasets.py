"""Read the training data sets into one form.

Use `load_all` to get the texts that the reader is trained on. Third parties' texts stay in the data folder; what the
team labelled by reading lies in `training/labels/` as offsets, and is joined to its text here by id and hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from evaluation.gum import documents
from training.links import Link, gum_links, spoken_links

Spans = list[tuple[int, int]]

LABELS = Path(__file__).parent / "labels"
MEDIA = ("said", "written", "thought")
ACTS = ("claim", "deny", "support", "accuse", "demand", "offer", "promise", "refuse", "concede", "threaten")
POLARITIES = ("positive", "negative")
CERTAINTIES = ("certain", "hedged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One attribution as labelled; offsets into the example's text, None for what the labels do not say."""

    cue: Spans
    source: Spans
    content: Spans
    medium: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One text to learn from.

    Attributes:
        name: unique among all examples.
        kind: `polnear`, `onrecord`, `labels`, `gum` or `content` (the content of a statement, read as a text of its
            own).
        complete: whether every attribution of the text is labelled. The onrecord gold leaves thoughts out, so what
            a wide reader finds there beyond the gold teaches nothing about roles.
        outer: attributions that do not lie in another's content.
        links: mentions, and who is the same; in order.
        mentioned: whether all mentions of the text are among them.
    """

    name: str
    kind: str
    text: str
    complete: bool
    outer: list[Gold] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    mentioned: bool = False


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
        text, golds = article["text"], _golds(article["statements"], "said")
        if name not in known:
            links = spoken_links(text, article["statements"])
            examples.append(
                Example(name=name, kind="onrecord", text=text, complete=False, outer=outermost(golds), links=links)
            )
        examples.extend(contents(name, text, golds, complete=False))
    for name, labelled in labels.items():
        if name not in known:
            golds, links = outermost(labelled.golds), labelled.links
            examples.append(
                Example(name=name, kind="labels", text=labelled.text, complete=True, outer=golds, links=links)
            )
        examples.extend(contents(name, labelled.text, labelled.golds, complete=True))
    examples.extend(_gum(folder))
    return [*examples, *read_contents(folder)] if ours else examples


def _gum(folder: Path) -> Iterator[Example]:
    """GUM train: mentions and links; nothing is known about its attributions."""
    for document in documents(folder / "gum/train"):
        links = gum_links(document)
        yield Example(name=document.name, kind="gum", text=document.text, complete=False, links=links, mentioned=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """An article that the team read whole."""

    text: str
    golds: list[Gold]
    links: list[Link]


Labels = dict[str, Labelled]


def _polnear(article: dict[str, Any], onrecord: dict[str, Any], labels: Labels) -> Example:
    """One PolNeAR article; its attributions take what PolNeAR does not tell from our labels of the same article.

    Where only the onrecord gold holds the article, what that leaves out is taken to be thought.
    """
    name, text = article["name"], article["text"]
    golds, links = [_gold(attribution, None) for attribution in article["attributions"]], []
    if name in labels:
        golds = [_completed(gold, labels[name].golds) for gold in golds]
        links = labels[name].links
    elif name in onrecord:
        said = _golds(onrecord[name]["statements"], "said")
        golds = [_completed(gold, said) for gold in golds]
        links = spoken_links(text, onrecord[name]["statements"])
    return Example(name=name, kind="polnear", text=text, complete=True, outer=golds, links=links)


def _completed(gold: Gold, others: list[Gold]) -> Gold:
    """A gold with what a full annotation tells of the same attribution; what that leaves out was not uttered."""
    alike = [other for other in others if _same(gold, other)]
    cued = [other for other in alike if _chars(gold.cue) & _chars(other.cue)]
    if not alike:
        return replace(gold, medium="thought")
    one = (cued or alike)[0]
    return replace(gold, medium=one.medium)


def _same(one: Gold, other: Gold) -> bool:
    """Whether two attributions share a good part of their content."""
    a, b = _chars(one.content), _chars(other.content)
    return len(a & b) >= 0.5 * min(len(a), len(b))


def _chars(spans: Spans) -> set[int]:
    return {char for start, end in spans for char in range(start, end)}


def _golds(stmts: list[dict[str, Any]], medium: str | None) -> list[Gold]:
    return [_gold(stmt, medium) for stmt in stmts]


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
    return replace(gold, cue=cue, source=source, content=content)


def read_labels(folder: Path) -> Labels:
    """What the team labelled by reading whole articles, by the article's id.

    Raises:
        ValueError: when a text is not the one that was labelled.
    """
    texts = {name: article["text"] for name, article in labelled_articles(folder).items()}
    rows = [row for path in sorted(LABELS.glob("*.jsonl")) for row in read_lines(path) if row["reader"] == "first"]
    return {row["id"]: _labelled(checked(texts, row), row["statements"]) for row in rows}


def labelled_articles(folder: Path) -> dict[str, dict[str, Any]]:
    """The articles that labels may be about, as their data set has them, by the id that labels name."""
    articles = {article["id"]: article for article in read_lines(folder / "news/war_2022_2024.jsonl")}
    articles |= {article["url"]: article for article in read_lines(folder / "news/releases_2021_2022.jsonl")}
    return articles | {article["name"]: article for article in read_lines(folder / "polnear/train.jsonl")}


def _labelled(text: str, stmts: list[dict[str, Any]]) -> Labelled:
    return Labelled(text=text, golds=_golds(stmts, None), links=spoken_links(text, stmts))


def read_contents(folder: Path) -> Iterator[Example]:
    """What the team found by reading single contents of PolNeAR train, each as a text of its own.

    Raises:
        ValueError: when a text is not the one that was labelled.
    """
    texts = {article["name"]: article["text"] for article in read_lines(folder / "polnear/train.jsonl")}
    for row in read_lines(LABELS / "contents/polnear.jsonl"):
        text = checked(texts, row)
        for content in row["contents"]:
            start, end = content["span"]
            held = outermost([_gold(stmt, None) for stmt in content["statements"]])
            name = f"contents/{row['id']}@{start}"
            outer = [_shift(gold, start, end) for gold in held]
            yield Example(name=name, kind="content", text=text[start:end], complete=True, outer=outer)


def checked(texts: dict[str, str], row: dict[str, Any]) -> str:
    """The text of a labelled article, if it is the one that was labelled."""
    text = texts[row["id"]]
    if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
        raise ValueError(f"the text of {row['id']} is not the one that was labelled")
    return text


def read_lines(path: Path) -> list[dict[str, Any]]:
    """All objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
