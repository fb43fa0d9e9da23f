"""Set the tool beside two people who read the same articles: `python -m training.readers`.

Use this for what only our labels tell: polarity, certainty and addressee. Each column compares two readings of the
articles that were read twice; the first is what two people agree on, and no fair measure asks for more. The first
reader's labels are trained on unless an article is held out: the second reader's never are, but its texts are, so that
the tool's columns flatter it on every article that is named as trained on.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from evaluation.conditions import ConditionScores, score_conditions
from evaluation.corpora import article, data_folder, predicted
from evaluation.fields import LABEL_FIELDS, Pair
from evaluation.onrecord_gold import pair_stmts, share_of
from evaluation.statements import Stmt, gold_stmt
from evaluation.tally import Share, Tally, tally_pairs
from evaluation.words import words_of
from onrecord.reading import Reader
from training.datasets import LABELS, checked, labelled_articles, load_all, read_lines

READERS = ("first", "second", "tool")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTwice:
    """An article with what each of `READERS` found in it."""

    name: str
    text: str
    stmts: dict[str, Sequence[Stmt]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far two readers agree: pairs of statements, fields of the pairs, and conditions."""

    paired: Tally
    fields: dict[str, Share]
    conditions: ConditionScores


def main() -> None:
    """Parse the command line, read, and print a column for each two readers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, help="a folder of weights; those that ship by default")
    options = parser.parse_args()
    folder = data_folder()
    articles = read_twice(Reader(options.model), folder)
    both = list(combinations(READERS, 2))
    print(table([" / ".join(two) for two in both], [agreement(articles, *two) for two in both]))
    seen = trained_on([one.name for one in articles], folder)
    print(f"\n{len(seen)} of {len(articles)} articles are trained on: {', '.join(seen) or 'none'}")


def read_twice(reader: Reader, folder: Path) -> list[ReadTwice]:
    """The articles that two people labelled, with their labels and the tool's reading."""
    labels = {(row["id"], row["reader"]): row for path in sorted(LABELS.glob("*.jsonl")) for row in read_lines(path)}
    articles = labelled_articles(folder)
    texts = {name: row["text"] for name, row in articles.items()}
    out = []
    for name, who in sorted(labels):
        if who == "second" and (name, "first") in labels:
            text = checked(texts, labels[name, who])
            stmts = {each: label_stmts(labels[name, each]["statements"]) for each in ("first", "second")}
            tool = predicted(reader.read(article({**articles[name], "id": name})))
            out.append(ReadTwice(name=name, text=text, stmts={**stmts, "tool": tool}))
    return out


def label_stmts(rows: Iterable[dict[str, Any]]) -> list[Stmt]:
    """Labelled statements as the metrics see them; roles, which labels hold as spans, are left out."""
    return [gold_stmt({**row, "speaker": {**row["speaker"], "role": ""}}) for row in rows]


def agreement(articles: Sequence[ReadTwice], one: str, other: str) -> Agreement:
    """How far two of `READERS` agree; the first of them is taken for gold."""
    pairs: list[Pair] = []
    sizes: Counter[str] = Counter()
    conditions = ConditionScores()
    for each in articles:
        gold, found = each.stmts[one], each.stmts[other]
        pairs += pair_stmts(each.text, gold, found)
        sizes.update(gold=len(gold), predicted=len(found))
        conditions += score_conditions(words_of(each.text), gold, found)
    return Agreement(
        paired=tally_pairs(len(pairs), gold=sizes["gold"], predicted=sizes["predicted"]),
        fields={name: share_of(pairs, field) for name, field in LABEL_FIELDS.items()},
        conditions=conditions,
    )


def trained_on(names: Sequence[str], folder: Path) -> list[str]:
    """Those of some articles that the weights may have been trained on."""
    learned = {example.name for example in load_all(folder)}
    return [name for name in names if name in learned]


def table(heads: Sequence[str], columns: Sequence[Agreement]) -> str:
    """The figures as lines of text, a column for each two readers."""
    rows = {"statements, paired F1": [f"{each.paired.f1:.1%}" for each in columns]}
    rows |= {name: [_share(each.fields[name]) for each in columns] for name in LABEL_FIELDS}
    rows["conditions, F1"] = [f"{each.conditions.spans.f1:.1%}" for each in columns]
    rows["conditions, kind"] = [_share(each.conditions.kind) for each in columns]
    rows["conditions, on"] = [_share(each.conditions.on) for each in columns]
    lines = [_line("", heads), *(_line(name, cells) for name, cells in rows.items())]
    return "\n".join(lines)


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:24}" + "".join(f"{cell:>20}" for cell in cells)


def _share(share: Share) -> str:
    return f"{share.rate:.1%} of {share.of}" if share.of else "–"


if __name__ == "__main__":
    main()
