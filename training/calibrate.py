"""Fit what a confidence means, and write the model card: `python -m training.calibrate FOLDER`.

The raw confidences are fitted on every other article of the development sets, and the reliability table is measured
on the rest; no weight is trained here. Figures of the card come from the gates.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from evaluation.calibration import calibrated, calibration_error, fit, reliability
from evaluation.conditions import distinct, pair_conditions
from evaluation.corpora import ONRECORD, article, data_folder, gold_triple, predicted, read_polnear, rows, triple
from evaluation.gates import measure, table
from evaluation.onrecord_gold import pair_stmts
from evaluation.polnear import are_linked
from evaluation.statements import gold_stmt
from evaluation.words import words_of
from onrecord.reading import Reader
from training.export import IDENTITY

# With the knots of their curves: of nested statements and of conditions there are too few for more than a step.
KINDS = {"outermost": 12, "nested": 2, "act": 6, "condition": 2}

NAMES = {"outermost": "outermost statements", "nested": "nested statements", "act": "acts", "condition": "conditions"}


class Judged(NamedTuple):
    """One statement: its raw confidence, whether it is right, and whether it is for fitting or for measuring."""

    kind: str
    raw: float
    right: bool
    fitting: bool


def main() -> None:
    """Parse the command line, fit, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    set_curves(options.folder, dict.fromkeys(KINDS, IDENTITY))
    reader = Reader(options.folder)
    judged = [*outermost(reader), *nested(reader), *acts(reader), *conditions(reader)]
    curves = {
        kind: fit([(j.raw, j.right) for j in judged if j.kind == kind and j.fitting], knots=KINDS[kind])
        for kind in KINDS
    }
    set_curves(options.folder, {kind: [[round(a, 4), round(b, 4)] for a, b in knots] for kind, knots in curves.items()})
    held = {
        kind: [(calibrated(j.raw, curves[kind]), j.right) for j in judged if j.kind == kind and not j.fitting]
        for kind in KINDS
    }
    figures = table(measure(Reader(options.folder), data_folder()))
    card = (Path(__file__).parent / "card.md").read_text(encoding="utf-8")
    tables = "\n\n".join(reliability_table(kind, held[kind]) for kind in KINDS)
    text = card.replace("%%FIGURES%%", figures.rstrip()).replace("%%RELIABILITY%%", tables)
    (options.folder / "CARD.md").write_text(text, encoding="utf-8")


def set_curves(folder: Path, curves: dict[str, list[list[float]]]) -> None:
    """Write the curves into the manifest; the files it names stay as they are."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(manifest | {"confidence": curves}, indent=1) + "\n", encoding="utf-8")


def outermost(reader: Reader) -> Iterator[Judged]:
    """Statements of PolNeAR dev; right when linked to a gold attribution."""
    for number, (row, reading) in enumerate(read_polnear(reader, data_folder())):
        gold = [gold_triple(one) for one in row["attributions"]]
        right = are_linked(row["text"], gold, [triple(stmt) for stmt in reading.statements])
        for stmt, is_right in zip(reading.statements, right, strict=True):
            yield Judged("outermost", stmt.confidence, is_right, number % 2 == 0)


def nested(reader: Reader) -> Iterator[Judged]:
    """Nested utterances of onrecord dev; right when paired with a nested gold statement."""
    for number, row in enumerate(rows(data_folder() / ONRECORD)):
        reading = reader.read(article(row), utterances=True)
        pairs = pair_stmts(row["text"], [gold_stmt(one) for one in row["statements"]], predicted(reading))
        right = {pair.predicted.id for pair in pairs if pair.gold.nested}
        for stmt in reading.statements:
            if stmt.parent is not None:
                yield Judged("nested", stmt.confidence, stmt.id in right, number % 2 == 0)


def acts(reader: Reader) -> Iterator[Judged]:
    """Acts of the statements of onrecord dev that are paired with a gold statement."""
    for number, row in enumerate(rows(data_folder() / ONRECORD)):
        reading = reader.read(article(row), utterances=True)
        surest = {stmt.id: stmt.act_confidence for stmt in reading.statements}
        for pair in pair_stmts(row["text"], [gold_stmt(one) for one in row["statements"]], predicted(reading)):
            yield Judged("act", surest[pair.predicted.id], pair.gold.act == pair.predicted.act, number % 2 == 0)


def conditions(reader: Reader) -> Iterator[Judged]:
    """Conditions of onrecord dev; right when paired with a gold condition."""
    for number, row in enumerate(rows(data_folder() / ONRECORD)):
        reading = reader.read(article(row), utterances=True)
        words, gold = words_of(row["text"]), [gold_stmt(one) for one in row["statements"]]
        found = pair_conditions(words, distinct(words, gold), distinct(words, predicted(reading)))
        right = {one.span for _, one in found}
        for condition in (one for stmt in reading.statements for one in stmt.conditions):
            place = (condition.span.start, condition.span.end)
            yield Judged("condition", condition.confidence, place in right, number % 2 == 0)


def reliability_table(kind: str, judged: list[tuple[float, bool]]) -> str:
    """A table in Markdown."""
    lines = [
        f"{len(judged)} {NAMES[kind]}; expected calibration error {calibration_error(judged):.3f}:",
        "",
        "| confidence | number | mean confidence | share right |",
        "|---|---|---|---|",
    ]
    rows = [
        f"| {part.lower:.1f} to {part.upper:.1f} | {part.count} | {part.confidence:.2f} | {part.right:.2f} |"
        for part in reliability(judged)
    ]
    return "\n".join(lines + rows)


if __name__ == "__main__":
    main()
