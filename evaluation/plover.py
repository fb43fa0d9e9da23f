"""Measure how well what the package computes tells PLOVER's roots apart: `python -m evaluation.plover`.

Use this to see whether acts carry over to the roots of political event data. Most of PLOVER's sentences attribute
nothing ("Norvia attacked Estmark"), so that acts cannot simply be read off; a light classifier is learned on top of the
encoder, fold by fold, from the other four fifths of the sentences. Three settings are shown, by F1 of each root:

* *all*: every sentence, among all fifteen roots; the deeds are there to be confused with;
* *verbal*: sentences of verbal roots, among verbal roots;
* *read off*: every sentence, nothing learned; the likeliest act, by the table of `onrecord.knowledge.event_codes`.

Which likenesses are mixed is chosen within each fold's learning part alone. The weights that ship were trained on none
of the sentences: a head that learns from them must not be measured here.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from evaluation.acts import by_class
from evaluation.corpora import PLOVER, data_folder
from evaluation.plover_data import VERBAL, Event, folds, read_events
from evaluation.plover_vectors import Sentence, acts, between, likely_acts, read_sentences
from evaluation.plover_words import Kernel, alike_words, shared_words
from evaluation.regression import FloatArray, IntArray, learn
from evaluation.tally import Tally
from onrecord.knowledge import event_codes
from onrecord.model import SHIPPED, Model, load_model

Kernels = Mapping[str, Kernel]
Mix = Mapping[str, float]

# How much each likeness counts. The first is the one without a choice; the others are what it is chosen from.
MIXES: tuple[Mix, ...] = (
    {"shared words": 2, "alike words": 2, "between": 1, "acts": 0.5},
    {"shared words": 1, "alike words": 1, "between": 1, "acts": 1},
    {"shared words": 1},
)
# Of the regression; a third or three times as much moves the mean of the verbal roots by a point at most.
PENALTY = 0.01


def main() -> None:
    """Parse the command line, learn, and show the F1 of each root."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=SHIPPED, help="a folder of weights; those that ship by default")
    parser.add_argument("--shuffles", type=int, default=1, help="how many times to cut the folds anew")
    parser.add_argument("--no-choice", action="store_true", help="always take the first mixture; five times as fast")
    options = parser.parse_args()
    events, model = read_events(data_folder() / PLOVER), load_model(options.model)
    sentences = read_sentences(events, model)
    likenesses, mixes = kernels(events, sentences, model), MIXES[:1] if options.no_choice else MIXES
    for shuffle in range(options.shuffles):
        roots, scores = predict(events, likenesses, folds(events, shuffle=shuffle), mixes=mixes)
        sys.stdout.write(table(events, roots, scores, read_off(sentences)))


def measure(path: Path, model: Model) -> float:
    """Macro F1 of the verbal roots among all, with the first mixture on the first folds: the gate's figure."""
    events = read_events(path)
    likenesses = kernels(events, read_sentences(events, model), model)
    roots, scores = predict(events, likenesses, folds(events), mixes=MIXES[:1])
    return macro(tallies(events, among(roots, scores)))


def kernels(events: Sequence[Event], sentences: Sequence[Sentence], model: Model) -> Kernels:
    """All likenesses of the sentences, by name."""
    return {
        "shared words": shared_words(events),
        "alike words": alike_words(events, model),
        "between": between(events, sentences),
        "acts": acts(sentences),
    }


def predict(
    events: Sequence[Event], likenesses: Kernels, fold: IntArray, *, mixes: Sequence[Mix] = MIXES
) -> tuple[list[str], FloatArray]:
    """The roots in order, and the score of each for each sentence as learned from the other folds.

    Args:
        events: the sentences.
        likenesses: of each sentence to each, by name.
        fold: of each sentence.
        mixes: to choose from, in each fold by what the other folds say of each other.
    """
    roots = sorted({event.root for event in events})
    classes = np.array([roots.index(event.root) for event in events])
    mixed = [mixture(likenesses, mix) for mix in mixes]
    scores = np.zeros((len(events), len(roots)))
    for asked in np.unique(fold):
        rows = np.flatnonzero(fold != asked)
        kernel = mixed[_best(mixed, rows, fold, classes, len(roots)) if len(mixed) > 1 else 0]
        scores[fold == asked] = _scores(kernel, rows, np.flatnonzero(fold == asked), classes, len(roots))
    return roots, scores


def mixture(likenesses: Kernels, mix: Mix) -> Kernel:
    """The weighted mean of likenesses."""
    parts = [weight * likenesses[name] for name, weight in mix.items()]
    mean: Kernel = np.sum(parts, axis=0) / sum(mix.values())
    return mean


def among(roots: Sequence[str], scores: FloatArray, *, only: Sequence[str] = ()) -> list[str]:
    """The root with the best score of each sentence, among some or all."""
    open_to = np.array([not only or root in only for root in roots])
    return [roots[best] for best in np.where(open_to, scores, -np.inf).argmax(axis=1)]


def tallies(events: Sequence[Event], found: Sequence[str]) -> dict[str, Tally]:
    """A tally for each root."""
    return by_class(Counter(zip([event.root for event in events], found, strict=True)))


def macro(by_root: Mapping[str, Tally], *, roots: Sequence[str] = VERBAL) -> float:
    """The mean F1 of some roots; of those that nothing was to be found of 0."""
    return sum(by_root[root].f1 if root in by_root else 0.0 for root in roots) / len(roots)


def read_off(sentences: Sequence[Sentence]) -> list[str]:
    """The root of each sentence's likeliest act; empty where the act has none."""
    return [event_codes(act).root or "" for act in likely_acts(sentences)]


def table(events: Sequence[Event], roots: Sequence[str], scores: FloatArray, off: Sequence[str]) -> str:
    """The figures of each root, and their means, as lines of text."""
    verbal = [index for index, event in enumerate(events) if event.root in VERBAL]
    alone = tallies([events[i] for i in verbal], among(roots, scores[verbal], only=VERBAL))
    every, plain = tallies(events, among(roots, scores)), tallies(events, off)
    order = [*VERBAL, *(root for root in roots if root not in VERBAL)]
    lines = [f"{'root':12}{'number':>8}{'P':>8}{'R':>8}{'all':>8}{'verbal':>8}{'read off':>10}"]
    lines += [_line(root, every[root], alone.get(root), plain[root]) for root in order]
    lines += [f"{'mean, verbal':36}{macro(every):8.1%}{macro(alone):8.1%}{macro(plain):10.1%}"]
    lines += [f"{'mean, with YIELD':36}{macro(every, roots=(*VERBAL, 'YIELD')):8.1%}"]
    return "\n".join([*lines, f"{'mean, every root':36}{macro(every, roots=roots):8.1%}", ""])


def _line(root: str, every: Tally, alone: Tally | None, plain: Tally) -> str:
    beside = f"{alone.f1:8.1%}" if alone else " " * 8
    figures = f"{every.precision:8.1%}{every.recall:8.1%}{every.f1:8.1%}{beside}{plain.f1:10.1%}"
    return f"{root:12}{every.gold:8.0f}{figures}"


def _best(mixed: Sequence[Kernel], rows: IntArray, fold: IntArray, classes: IntArray, count: int) -> int:
    """Which mixture tells the roots of these rows apart best, each fold of them learned from the others."""
    return int(np.argmax([_inner(kernel, rows, fold, classes, count) for kernel in mixed]))


def _inner(kernel: Kernel, rows: IntArray, fold: IntArray, classes: IntArray, count: int) -> float:
    found: Counter[tuple[str, str]] = Counter()
    for asked in np.unique(fold[rows]):
        held, learned = rows[fold[rows] == asked], rows[fold[rows] != asked]
        best = _scores(kernel, learned, held, classes, count).argmax(axis=1)
        found.update((str(gold), str(one)) for gold, one in zip(classes[held], best, strict=True))
    each = by_class(found)
    return sum(tally.f1 for tally in each.values()) / len(each)


def _scores(kernel: Kernel, learned: IntArray, asked: IntArray, classes: IntArray, count: int) -> FloatArray:
    model = learn(kernel[np.ix_(learned, learned)], classes[learned], count=count, penalty=PENALTY)
    return model.scores(kernel[np.ix_(asked, learned)])


if __name__ == "__main__":
    main()
