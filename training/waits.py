"""On whom conditions hang, by the tool and by our labels: `python -m training.waits`.

Use this when you change how `on` is found: dev has two dozen conditions that are found, these labels and onrecord train
some 450. The rules were written on them, and the conditions were trained on, so the share flatters; look at the errors
(`--errors`), and at whether a change helps more often than it harms.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.conditions import distinct, pair_conditions, same_actor
from evaluation.corpora import ONRECORD_TRAIN, article, data_folder, predicted, rows
from evaluation.statements import Condition, gold_stmt
from evaluation.tally import Share
from evaluation.words import words_of
from onrecord.reading import Reader
from training.datasets import LABELS, checked, labelled_articles, read_lines

UNREAD = {"speaker": {"name": "", "kind": "", "party": ""}, "form": "", "chain": [], "said_on": None, "act": ""}
"""What labels of single statements do not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging:
    """A condition that both found."""

    article: str
    words: str
    gold: Condition
    read: Condition


def main() -> None:
    """Parse the command line, read, and print the share that is right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, help="a folder of weights; those that ship by default")
    parser.add_argument("--errors", action="store_true", help="print each that is wrong")
    options = parser.parse_args()
    found = list(hanging(Reader(options.model), data_folder()))
    wrong = [one for one in found if not same_actor(one.gold, one.read)]
    for one in wrong if options.errors else ():
        print(f"{one.article}: {one.words!r} on {one.gold.on!r}, read {one.read.on!r} {one.read.party!r}")
    share = Share(right=len(found) - len(wrong), of=len(found))
    print(f"on whom conditions hang: {share.right} of {share.of} as labelled, {100 * share.rate:.1f} %")


def hanging(reader: Reader, folder: Path) -> Iterator[Hanging]:
    """The conditions that the tool finds, of those that are labelled with whoever must act, each once."""
    for name, row, stmts in _labelled(folder):
        words, read = words_of(row["text"]), predicted(reader.read(article({**row, "id": name})))
        gold = distinct(words, [gold_stmt({**UNREAD, **stmt}) for stmt in stmts])
        for one, other in pair_conditions(words, gold, distinct(words, read)):
            yield Hanging(article=name, words=row["text"][slice(*one.span)], gold=one, read=other)


def _labelled(folder: Path) -> Iterator[tuple[str, dict[str, Any], list[dict[str, Any]]]]:
    """Articles with their statements that have conditions."""
    articles = labelled_articles(folder)
    texts = {name: row["text"] for name, row in articles.items()}
    once: dict[str, list[dict[str, Any]]] = {}
    for path in sorted([*LABELS.glob("*.jsonl"), *(LABELS / "acts").glob("*.jsonl")]):
        for row in read_lines(path):
            checked(texts, row)
            once.setdefault(row["id"], []).extend(map(_stmt, filter(_hangs, row["statements"])))
    for name, stmts in once.items():
        if stmts:
            yield name, articles[name], stmts
    for row in rows(folder / ONRECORD_TRAIN):
        if any(map(_hangs, row["statements"])):
            yield row["id"], row, [_stmt(stmt) for stmt in row["statements"] if _hangs(stmt)]


def _hangs(stmt: dict[str, Any]) -> bool:
    """Whether a statement has conditions that were labelled with whoever must act."""
    conditions = stmt.get("conditions") or []
    return bool(conditions) and all("on" in one for one in conditions)


def _stmt(stmt: dict[str, Any]) -> dict[str, Any]:
    speaker = {**UNREAD["speaker"], **stmt.get("speaker", {}), "role": ""}  # type: ignore[dict-item]
    return {"cue": [], "source": [], **stmt, "speaker": speaker}


if __name__ == "__main__":
    main()
