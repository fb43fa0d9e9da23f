"""PLOVER's sentences are cut into folds, compared, and their roots learned from one another."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from evaluation.corpora import PLOVER, available, data_folder
from evaluation.plover import among, macro, measure, mixture, predict, tallies
from evaluation.plover_data import Event, folds, read_event
from evaluation.plover_words import grams, shared_words, words_of_event
from evaluation.regression import learn
from evaluation.tally import Tally
from onrecord.model import load_model

DATA = data_folder()
needs_data = pytest.mark.skipif(not available(DATA), reason=f"no evaluation data in {DATA}: set ONRECORD_DATA")

VERBS = {"REJECT": "rejected", "REQUEST": "urged"}
_THING_WORDS = """
port boats tolls nets piers quays fees routes stores berths lamps ropes cranes docks tides fleets
ports buoys locks canals grain timber salt coal maps ferries pilots crews wages taxes loans bridges
"""
THINGS = _THING_WORDS.split()


def event(marked: str, root: str = "REJECT") -> Event:
    """An event from its form with marks."""
    return read_event(marked, root)


def story() -> list[Event]:
    """Sentences of two roots, eight of each, no two of them alike."""
    pairs = zip(THINGS[::2], THINGS[1::2], strict=True)
    both = list(VERBS.items()) * 8
    return [
        event(f"<s>Norvia</s> {verb} <t>Estmark</t> {one} {other}", root)
        for (root, verb), (one, other) in zip(both, pairs, strict=True)
    ]


@pytest.mark.parametrize(
    ("marked", "source", "target"),
    [
        pytest.param("<s>Norvia</s> urged <t>Estmark</t> on", "Norvia", "Estmark", id="source first"),
        pytest.param("<t>Estmark</t> was urged by <s>Norvia</s>", "Norvia", "Estmark", id="target first"),
        pytest.param("<s>Norvia </s>urged restraint", "Norvia ", None, id="no target"),
        pytest.param("<t>Estmark</t> was urged on", None, "Estmark", id="no source"),
    ],
)
def test_marks_tell_source_and_target(marked: str, source: str | None, target: str | None) -> None:
    read = event(marked)
    assert "<" not in read.text
    assert [span and read.text[slice(*span)] for span in (read.source, read.target)] == [source, target]


def test_whom_a_sentence_names_is_folded_into_a_mark() -> None:
    words = words_of_event(event("Today <s>the Norvian council</s> urged <t>Estmark</t> to wait."))
    assert words == [("r", "today"), ("S", "S"), ("b", "urged"), ("T", "T"), ("r", "to"), ("r", "wait")]


def test_names_are_no_grams() -> None:
    found = list(grams(words_of_event(event("<s>Norvia</s> urged <t>Estmark</t>"))))
    assert {"word urged", "b urged", "pair S urged", "behind source urged", "before target urged"} <= set(found)
    assert not any("norvia" in gram or "estmar" in gram for gram in found)


def test_every_sentence_has_a_fold_and_every_root_is_spread() -> None:
    events = story()
    fold = folds(events, count=2)
    spread = Counter((event.root, one) for event, one in zip(events, fold, strict=True))
    assert set(spread.values()) == {4}


def test_sentences_that_are_alike_share_a_fold() -> None:
    events = [
        *story(),
        event("<s>Norvia</s> lent <t>Estmark</t> a crane"),
        event("<s>Norvia</s> lent <t>Estmark</t> a ship"),
    ]
    fold = folds(events, count=3)
    assert fold[-1] == fold[-2]


def test_another_shuffle_gives_other_folds_and_the_same_one_the_same() -> None:
    events = story()
    assert (folds(events, shuffle=1) == folds(events, shuffle=1)).all()
    assert (folds(events, shuffle=1) != folds(events, shuffle=2)).any()


def test_sentences_are_alike_by_their_words_and_not_by_whom_they_name() -> None:
    kernel = shared_words(
        [
            event("<s>Norvia</s> flatly rejected <t>Estmark</t>"),
            event("<s>Sund</s> flatly rejected <t>Holm</t>"),
            event("<s>Norvia</s> lent money to <t>Estmark</t>"),
            event("<s>Sund</s> lent money to <t>Holm</t>"),
        ]
    )
    assert kernel[0, 1] == pytest.approx(1)
    assert kernel[0, 2] < 0.5 < kernel[2, 3]
    assert np.diag(kernel) == pytest.approx(np.ones(4))


def test_a_regression_tells_apart_what_is_apart() -> None:
    points = np.array([[1.0, 0.1], [0.9, 0.0], [0.1, 1.0], [0.0, 0.9]])
    learned = learn(points @ points.T, np.array([0, 0, 1, 1]), count=2, penalty=0.1)
    scores = learned.scores(np.array([[1.0, 0.0], [0.0, 1.0]]) @ points.T)
    assert scores.argmax(axis=1).tolist() == [0, 1]
    assert np.exp(scores).sum(axis=1) == pytest.approx(np.ones(2))


def test_a_rare_class_is_not_drowned() -> None:
    points = np.array([[1.0, 0.0]] * 9 + [[0.0, 1.0]])
    learned = learn(points @ points.T, np.array([0] * 9 + [1]), count=2, penalty=0.1)
    assert learned.scores(np.array([[0.0, 1.0]]) @ points.T).argmax() == 1


def test_a_mixture_is_the_weighted_mean() -> None:
    kernels = {"one": np.full((1, 1), 1.0), "other": np.full((1, 1), 4.0)}
    assert mixture(kernels, {"one": 2, "other": 1})[0, 0] == 2


def test_roots_are_learned_from_the_other_folds() -> None:
    events = story()
    words = {"shared words": shared_words(events)}
    roots, scores = predict(events, words, folds(events, count=3), mixes=({"shared words": 1},))
    assert roots == ["REJECT", "REQUEST"]
    assert macro(tallies(events, among(roots, scores)), roots=roots) == 1


def test_of_two_mixtures_the_one_that_tells_more_is_chosen() -> None:
    events = story()
    parts = {"shared words": shared_words(events), "nothing": np.eye(len(events))}
    fold = folds(events, count=3)
    _, alone = predict(events, parts, fold, mixes=({"shared words": 1},))
    _, chosen = predict(events, parts, fold, mixes=({"nothing": 1}, {"shared words": 1}))
    assert chosen == pytest.approx(alone)


def test_the_best_root_may_be_asked_for_among_some() -> None:
    scores = np.log(np.array([[0.5, 0.3, 0.2]]))
    assert among(["AID", "REJECT", "REQUEST"], scores) == ["AID"]
    assert among(["AID", "REJECT", "REQUEST"], scores, only=("REJECT", "REQUEST")) == ["REJECT"]


def test_the_mean_is_over_the_roots_asked_for() -> None:
    right = Tally(right=1, predicted=1, found=1, gold=1)
    assert macro({"REJECT": right, "AID": Tally(gold=1)}, roots=("REJECT", "REQUEST")) == 0.5


@needs_data
@pytest.mark.slow
def test_the_verbal_roots_of_plover_are_told_apart() -> None:
    assert measure(DATA / PLOVER, load_model()) >= 0.70
