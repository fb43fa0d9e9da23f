"""Measure a reader on every set: all figures by name, `set: figure`.

Use this for the numbers alone; `evaluation.gates` holds them against their floors. Rates are out of 100, the example is
counted in statements.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from evaluation.acts import macro_f1
from evaluation.corpora import (
    MEANTIME,
    PLOVER,
    check_example,
    score_gum,
    score_gum_conditions,
    score_onrecord,
    score_polnear,
    score_seer,
)
from evaluation.meantime import score_meantime
from evaluation.plover import measure as measure_plover
from evaluation.tally import Tally
from onrecord.reading import Reader


def figures_of(reader: Reader, folder: Path) -> dict[str, float]:
    """All figures of a reader on the data sets in a folder."""
    ours = _polnear(reader, folder) | _onrecord(reader, folder) | _seer(reader, folder)
    rates = ours | _gum(reader, folder) | _meantime(folder) | _plover(reader, folder)
    return {name: 100 * rate for name, rate in rates.items()} | _example(reader, folder)


def _polnear(reader: Reader, folder: Path) -> dict[str, float]:
    scores = score_polnear(reader, folder)
    exact = {f"polnear: exact {role}": tally.f1 for role, tally in scores.exact.items()}
    return exact | {"polnear: triple": scores.triple.f1, "polnear: linked": scores.linked.f1}


def _onrecord(reader: Reader, folder: Path) -> dict[str, float]:
    scores, unseen = score_onrecord(reader, folder), score_onrecord(reader, folder, unseen=True)
    return {
        **_rates("onrecord: paired", scores.every),
        "onrecord: nested": scores.nested.f1,
        "onrecord: paired, unseen": unseen.every.f1,
        "onrecord: nested, unseen": unseen.nested.f1,
        **{f"onrecord: {field}": share.rate for field, share in scores.fields.items()},
        "onrecord: act macro F1": macro_f1(scores.acts),
        **_rates("onrecord: conditions", scores.conditions.spans),
        "onrecord: conditions, on": scores.conditions.on.rate,
        "onrecord: conditions, on somebody": scores.conditions.named.rate,
        "onrecord: conditions, kind": scores.conditions.kind.rate,
        "onrecord: conditions, false/100": scores.conditions.false_rate,
    }


def _seer(reader: Reader, folder: Path) -> dict[str, float]:
    scores = score_seer(reader, folder)
    return _rates("seer: extract", scores.extract) | _rates("seer: who", scores.who)


def _gum(reader: Reader, folder: Path) -> dict[str, float]:
    scores, resolved = score_gum(reader, folder)
    tallies: Mapping[str, Tally] = {"MUC": scores.muc, "B-cubed": scores.b_cubed, "CEAF-e": scores.ceaf_e}
    return {
        "gum: CoNLL": scores.conll,
        **{f"gum: {name}": tally.f1 for name, tally in tallies.items()},
        "gum: sources": resolved.linked.rate,
        "gum: sources, pronoun": resolved.pronoun.rate,
        "gum: sources, nominal": resolved.nominal.rate,
        "gum: sources left alone": resolved.alone.rate,
        "gum: conditions": score_gum_conditions(reader, folder).rate,
    }


def _meantime(folder: Path) -> dict[str, float]:
    scores = score_meantime(folder / MEANTIME)
    return {
        "meantime: TIMEX3": scores.exact.f1,
        "meantime: TIMEX3, overlapping": scores.overlapping.f1,
        "meantime: value": scores.value.rate,
    }


def _plover(reader: Reader, folder: Path) -> dict[str, float]:
    return {"plover: verbal roots": measure_plover(folder / PLOVER, reader.model)}


def _example(reader: Reader, folder: Path) -> dict[str, float]:
    check = check_example(reader, folder)
    return {
        "example: statements": float(len(check.found)),
        "example: nested with parent": float(sum(check.nested.values())),
        "example: speakers": float(len(check.all_right)),
        "example: acts": float(len(check.acts)),
        "example: conditions": float(len(check.conditions_right)),
    }


def _rates(figure: str, tally: Tally) -> dict[str, float]:
    """F1 under the figure's name, precision and recall beside it."""
    return {figure: tally.f1, f"{figure} precision": tally.precision, f"{figure} recall": tally.recall}
