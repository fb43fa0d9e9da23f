"""Score time expressions against MEANTIME (Wikinews, TIMEX3).

Use `score_meantime` for the gates, `python -m evaluation.meantime` to see the figures and the kinds of error. The
markables of MEANTIME cover the headline and the first sentences of a document only (numbers 0 to 5), so what is found
further down is not judged; nor is the creation time, which resolves the rest. Values are the same when their strings
are, the zone of a time left out.
"""

from __future__ import annotations

import argparse
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from evaluation.corpora import data_folder
from evaluation.pairing import Likeness, pair_best
from evaluation.tally import Share, Tally, tally_pairs
from onrecord.reading.times import TimeExpression, time_expressions
from onrecord.records import Span

# The annotators stopped after the headline, the date line and four sentences more.
LAST_SENTENCE = 5

_NO_SPACE_BEFORE = frozenset([",", ".", ";", ":", ")", "%", "'s", "?", "!"])
_NO_SPACE_AFTER = frozenset(["(", "$", "#"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression of the gold: where, of which type, with which value."""

    span: Span
    text: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The annotated part of a document: its text, day of creation, gold, and the creation time's own span."""

    text: str
    created: date | None
    gold: tuple[Timex, ...]
    own: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the metric says.

    Attributes:
        exact: expressions with the same span.
        overlapping: expressions that share a character, one to one.
        value: of the overlapping, the share whose value is the gold's.
        errors: kind of error and gold type, with the number of times.
        shown: every error as a line: kind, type, gold and found.
    """

    exact: Tally = field(default_factory=Tally)
    overlapping: Tally = field(default_factory=Tally)
    value: Share = field(default_factory=Share)
    errors: Counter[str] = field(default_factory=Counter)
    shown: tuple[str, ...] = ()

    def __add__(self, other: Scores) -> Scores:
        """Sum, document by document."""
        return Scores(
            exact=self.exact + other.exact,
            overlapping=self.overlapping + other.overlapping,
            value=self.value + other.value,
            errors=self.errors + other.errors,
            shown=self.shown + other.shown,
        )


def score_meantime(folder: Path, *, half: int | None = None) -> Scores:
    """Score our time expressions on the documents of a folder.

    Args:
        folder: of the XML files.
        half: 0 or 1 for every other document, in the order of their names; all by default.
    """
    files = sorted(folder.glob("*.xml"))
    chosen = files if half is None else files[half::2]
    return sum((score_document(read_document(path)) for path in chosen), Scores())


def score_document(document: Document) -> Scores:
    """Score one document."""
    found = time_expressions(document.text, published=document.created)
    judged = [one for one in found if not document.own or not _meet(one.span, document.own)]
    pairs = pair_best(document.gold, judged, likeness=_likeness)
    exact = sum(document.gold[i].span == judged[j].span for i, j in pairs)
    right = sum(_same_value(document.gold[i].value, judged[j].value) for i, j in pairs)
    shown = tuple(_errors(document.gold, judged, pairs))
    counts = {"gold": len(document.gold), "predicted": len(judged)}
    return Scores(
        exact=tally_pairs(exact, **counts),
        overlapping=tally_pairs(len(pairs), **counts),
        value=Share(right=right, of=len(pairs)),
        errors=Counter(" ".join(line.split("\t")[:2]) for line in shown),
        shown=shown,
    )


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _likeness(gold: Timex, found: TimeExpression) -> Likeness | None:
    shared = min(gold.span.end, found.span.end) - max(gold.span.start, found.span.start)
    return (shared / max(len(gold.span), len(found.span)),) if shared > 0 else None


def _same_value(gold: str, found: str) -> bool:
    return gold.rstrip("Z") == found.rstrip("Z")


def _errors(gold: Sequence[Timex], found: Sequence[TimeExpression], pairs: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Lines of kind, type, gold and found."""
    paired = dict(pairs)
    for i, timex in enumerate(gold):
        if i not in paired:
            yield f"missed\t{timex.kind}\t{timex.text} {timex.value}\t"
            continue
        ours = found[paired[i]]
        if ours.span != timex.span:
            yield f"edges\t{timex.kind}\t{timex.text}\t{ours.text}"
        if not _same_value(timex.value, ours.value):
            yield f"value\t{timex.kind}\t{timex.text} {timex.value}\t{ours.text} {ours.value}"
    for j in sorted(set(range(len(found))) - set(paired.values())):
        yield f"extra\t{found[j].grain}\t\t{found[j].text} {found[j].value}"


def read_document(path: Path) -> Document:
    """The annotated part of a document, its tokens set as text, a sentence a line."""
    root = ET.parse(path).getroot()
    tokens = [token for token in root.iter("token") if int(token.get("sentence", "0")) <= LAST_SENTENCE]
    text, spans = _set_tokens(tokens)
    markables = [mark for mark in root.iter("TIMEX3") if _span_of(mark, spans)]
    own = _creation(markables, spans, text)
    gold = (_timex(mark, spans, text) for mark in markables if mark is not own)
    created = own.get("value", "") if own is not None else ""
    return Document(
        text=text,
        created=_day(created),
        gold=tuple(sorted(gold, key=_start_of)),
        own=_span_of(own, spans) if own is not None else None,
    )


def _set_tokens(tokens: Iterable[ET.Element]) -> tuple[str, dict[str, Span]]:
    text, spans, sentence, before = "", {}, "0", ""
    for token in tokens:
        word, number = token.text or "", token.get("sentence", "0")
        glued = not text or word in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER
        text += "\n" if number != sentence else "" if glued else " "
        spans[token.get("t_id", "")] = Span(len(text), len(text) + len(word))
        text, sentence, before = text + word, number, word
    return text, spans


def _span_of(mark: ET.Element, spans: dict[str, Span]) -> Span | None:
    ids = [anchor.get("t_id", "") for anchor in mark.iter("token_anchor")]
    own = [spans[token] for token in ids if token in spans]
    return Span(own[0].start, own[-1].end) if own else None


def _creation(markables: list[ET.Element], spans: dict[str, Span], text: str) -> ET.Element | None:
    """The creation time; where none is marked as such, the one that fills the line after the headline."""
    marked = [mark for mark in markables if mark.get("functionInDocument") == "CREATION_TIME"]
    lines = text.split("\n")
    filling = [mark for mark in markables if (span := _span_of(mark, spans)) and span.of(text) in lines[1:2]]
    return next(iter([*marked, *filling]), None)


def _timex(mark: ET.Element, spans: dict[str, Span], text: str) -> Timex:
    span = _span_of(mark, spans) or Span(0, 0)
    return Timex(span=span, text=span.of(text), kind=mark.get("type", ""), value=mark.get("value", ""))


def _start_of(timex: Timex) -> int:
    return timex.span.start


def _day(value: str) -> date | None:
    """A day as MEANTIME writes it; one document has it the other way round."""
    parts = value.partition("T")[0].split("-")
    try:
        return date.fromisoformat("-".join(parts if len(parts[0]) == 4 else reversed(parts)))
    except ValueError:
        return None


def main() -> None:
    """Show the figures, and the errors if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=data_folder() / "meantime")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only every other document")
    parser.add_argument("--errors", action="store_true", help="show every error")
    options = parser.parse_args()
    sys.stdout.write(report(score_meantime(options.folder, half=options.half), errors=options.errors))


def report(scores: Scores, *, errors: bool = False) -> str:
    """The figures as lines of text, out of 100."""
    lines = [
        f"{name:16}P {100 * tally.precision:5.1f}  R {100 * tally.recall:5.1f}  F1 {100 * tally.f1:5.1f}"
        for name, tally in (("span exact", scores.exact), ("span overlapping", scores.overlapping))
    ]
    lines.append(f"{'value':16}{100 * scores.value.rate:.1f} of {scores.value.of} pairs")
    lines += [f"{number:4} {kind}" for kind, number in scores.errors.most_common()]
    return "\n".join([*lines, *(scores.shown if errors else ())]) + "\n"


if __name__ == "__main__":
    main()
