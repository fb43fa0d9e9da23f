"""Coreference scores agree with the worked examples of the papers, and with their own laws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.coreference import (
    Clusters,
    Resolved,
    align,
    b_cubed,
    ceaf_e,
    muc,
    score_clusters,
    score_document,
    sources_resolved,
)
from evaluation.gum import GoldMention
from evaluation.tally import Share
from onrecord.records import Span

METRICS = {"MUC": muc, "B-cubed": b_cubed, "CEAF-e": ceaf_e}

# The key of Bagga & Baldwin (1998) and Luo (2005), and four answers to it.
KEY = [{*"12345"}, {*"67"}, {*"89ABC"}]
JOINED_SMALL = [{*"12345"}, {*"6789ABC"}]
JOINED_LARGE = [{*"1234589ABC"}, {*"67"}]
ALL_IN_ONE = [{*"123456789ABC"}]
ALL_ALONE = [{mention} for mention in "123456789ABC"]

TEXT = "Ann Oro, minister, spoke. She said Oro's men, the envoy Bob Kelp and a driver slept. He agreed."


@dataclass(frozen=True)
class Read:
    """A mention as a reader gives it."""

    span: Span
    entity: int


def place(phrase: str) -> tuple[int, int]:
    """Where the phrase first stands in the text."""
    start = TEXT.index(phrase)
    return start, start + len(phrase)


def gold(phrase: str, entity: int, form: Literal["named", "nominal", "pronoun"] = "named") -> GoldMention:
    """A gold mention of a person."""
    start, end = place(phrase)
    return GoldMention(start=start, end=end, type="person", form=form, entity=entity)


def read(phrase: str, entity: int) -> Read:
    """A predicted mention."""
    return Read(Span(*place(phrase)), entity)


def clusters_of(labels: dict[int, int]) -> list[set[int]]:
    """The mentions that share a label."""
    return [{mention for mention in labels if labels[mention] == label} for label in sorted(set(labels.values()))]


clusters = st.dictionaries(st.integers(0, 11), st.integers(0, 4), max_size=12).map(clusters_of)


@pytest.mark.parametrize(
    ("key", "answer", "recall", "precision"),
    [
        pytest.param([{*"ABCD"}], [{*"AB"}, {*"CD"}], 2 / 3, 1, id="cut in two"),
        pytest.param([{*"AB"}, {*"CD"}], [{*"ABCD"}], 1, 2 / 3, id="joined"),
        pytest.param([{*"ABCD"}], [{*"ABCD"}], 1, 1, id="the same"),
        pytest.param([{*"ABCD"}], [{*"ABX"}], 1 / 3, 1 / 2, id="mentions lacking on either side"),
        pytest.param(KEY, JOINED_SMALL, 1, 9 / 10, id="small clusters joined"),
        pytest.param(KEY, JOINED_LARGE, 1, 9 / 10, id="large clusters joined"),
    ],
)
def test_muc_counts_links(key: Clusters, answer: Clusters, recall: float, precision: float) -> None:
    tally = muc(key, answer)
    assert (tally.recall, tally.precision) == (pytest.approx(recall), pytest.approx(precision))


@pytest.mark.parametrize(
    ("answer", "recall", "precision"),
    [
        pytest.param(JOINED_SMALL, 1, 64 / 84, id="small clusters joined"),
        pytest.param(JOINED_LARGE, 1, 7 / 12, id="large clusters joined"),
        pytest.param(ALL_IN_ONE, 1, 54 / 144, id="all in one"),
        pytest.param(ALL_ALONE, 3 / 12, 1, id="all alone"),
    ],
)
def test_b_cubed_looks_from_each_mention(answer: Clusters, recall: float, precision: float) -> None:
    tally = b_cubed(KEY, answer)
    assert (tally.recall, tally.precision) == (pytest.approx(recall), pytest.approx(precision))


@pytest.mark.parametrize(
    ("answer", "f1"),
    [
        pytest.param(JOINED_SMALL, 0.733, id="small clusters joined"),
        pytest.param(JOINED_LARGE, 0.667, id="large clusters joined"),
        pytest.param(ALL_IN_ONE, 0.294, id="all in one"),
        pytest.param(ALL_ALONE, 0.178, id="all alone"),
    ],
)
def test_ceaf_pairs_clusters_one_to_one(answer: Clusters, f1: float) -> None:
    assert ceaf_e(KEY, answer).f1 == pytest.approx(f1, abs=0.0005)


def test_ceaf_takes_the_best_sum_where_the_best_pair_would_spoil_it() -> None:
    key, answer = [{*"abcd"}, {*"ef"}], [{*"abef"}, {*"cd"}]
    # The first two are 2·2/8 alike and leave nothing for the others; crosswise it is 2·2/6 twice.
    assert ceaf_e(key, answer).recall == pytest.approx((2 / 3 + 2 / 3) / 2)


def test_conll_is_the_mean_of_the_three() -> None:
    scores = score_clusters(KEY, JOINED_SMALL)
    f1s = [metric(KEY, JOINED_SMALL).f1 for metric in METRICS.values()]
    assert scores.conll == pytest.approx(sum(f1s) / 3)


def test_documents_are_summed_before_they_are_divided() -> None:
    both = score_clusters(KEY, KEY) + score_clusters(KEY, [])
    assert [tally.recall for tally in (both.muc, both.b_cubed, both.ceaf_e)] == pytest.approx([0.5] * 3)
    assert both.ceaf_e.precision == pytest.approx(1)


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
@given(st.data())
def test_a_perfect_answer_scores_one(metric, data) -> None:
    key = data.draw(clusters.filter(bool).filter(lambda found: any(len(cluster) > 1 for cluster in found)))
    assert metric(key, key).f1 == pytest.approx(1)


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
@given(a=clusters, b=clusters)
def test_swapping_the_sides_swaps_precision_and_recall(metric, a: Clusters, b: Clusters) -> None:
    there, back = metric(a, b), metric(b, a)
    assert (there.precision, there.recall) == (pytest.approx(back.recall), pytest.approx(back.precision))


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
@given(a=clusters, b=clusters)
def test_scores_lie_between_zero_and_one(metric, a: Clusters, b: Clusters) -> None:
    tally = metric(a, b)
    rates = (tally.precision, tally.recall, tally.f1)
    assert -1e-9 <= min(rates) <= max(rates) <= 1 + 1e-9


@pytest.mark.parametrize(
    ("core", "predicted", "same"),
    [
        pytest.param("Bob Kelp", "Bob Kelp", True, id="the core itself"),
        pytest.param("Bob Kelp", "the envoy Bob Kelp", True, id="with a title"),
        pytest.param("Bob Kelp", "Kelp", True, id="a part that ends alike"),
        pytest.param("Bob Kelp", "Bob", False, id="a part that ends before"),
        pytest.param("Bob Kelp", "Bob Kelp and a driver", False, id="more behind it"),
        pytest.param("Oro's", "Oro's", True, id="genitive"),
        pytest.param("Bob Kelp", "Ann Oro", False, id="another"),
    ],
)
def test_mentions_are_the_same_when_they_end_with_the_same_word(core: str, predicted: str, same: bool) -> None:
    assert align(TEXT, [gold(core, 1)], [read(predicted, 1)]) == ({0: 0} if same else {})


def test_the_genitive_s_is_no_part_of_a_mention() -> None:
    start, _ = place("Oro's")
    assert align(TEXT, [gold("Oro's", 1)], [Read(Span(start, start + 3), 1)]) == {0: 0}


def test_of_mentions_that_end_alike_the_most_alike_are_the_same() -> None:
    mine = [gold("the envoy Bob Kelp", 1), gold("Kelp", 2)]
    assert align(TEXT, mine, [read("Bob Kelp", 1), read("Kelp", 2)]) == {1: 1, 0: 0}


def test_a_mention_without_words_is_nobodys() -> None:
    assert align(TEXT, [gold(",", 1)], [read(",", 1)]) == {}


def test_entities_mentioned_once_are_left_out_on_both_sides() -> None:
    mine = [gold("Ann Oro", 1), gold("She", 1, "pronoun"), gold("driver", 2, "nominal")]
    found = [read("Ann Oro", 7), read("She", 7), read("men", 8)]
    scores = score_document(TEXT, mine, found)
    assert (scores.conll, scores.ceaf_e.gold, scores.ceaf_e.predicted) == (1.0, 1, 1)


def test_a_predicted_mention_that_is_no_gold_one_costs_precision() -> None:
    mine = [gold("Ann Oro", 1), gold("She", 1, "pronoun")]
    scores = score_document(TEXT, mine, [read("Ann Oro", 7), read("She", 7), read("men", 7)])
    assert (scores.b_cubed.recall, scores.b_cubed.precision) == (1.0, pytest.approx(4 / 9))


MENTIONS = [gold("Ann Oro", 1), gold("minister", 1, "nominal"), gold("She", 1, "pronoun"), gold("Bob Kelp", 2)]


@pytest.mark.parametrize(
    ("found", "right"),
    [
        pytest.param([read("Ann Oro", 7), read("She", 7)], True, id="to the name"),
        pytest.param([read("Ann Oro", 7), read("minister", 7), read("She", 7)], True, id="to the nearest"),
        pytest.param([read("minister", 7), read("She", 7)], True, id="to a noun of hers"),
        pytest.param([read("Ann Oro", 7), read("She", 8)], False, id="left alone"),
        pytest.param([read("Ann Oro", 7)], False, id="nothing predicted there"),
        pytest.param([read("She", 7), read("Bob Kelp", 7)], False, id="to a later one only"),
        pytest.param([read("Ann Oro", 7), read("spoke", 7), read("She", 7)], False, id="nearest is no gold mention"),
    ],
)
def test_a_source_is_right_when_the_nearest_earlier_mention_is_of_its_entity(found: list[Read], right: bool) -> None:
    assert sources_resolved(TEXT, MENTIONS, [2], found) == Resolved(pronoun=Share(right=right, of=1))


def test_a_source_is_wrong_when_it_leads_to_somebody_else() -> None:
    mine = [gold("Ann Oro", 1), gold("Bob Kelp", 2), gold("He", 2, "pronoun")]
    found = [read("Ann Oro", 7), read("Bob Kelp", 8), read("He", 7)]
    assert sources_resolved(TEXT, mine, [2], found).linked == Share(right=0, of=1)


@pytest.mark.parametrize(
    ("found", "alone"),
    [([read("She", 7)], 1), ([], 1), ([read("Ann Oro", 7), read("She", 7)], 0)],
    ids=["new", "nothing predicted there", "linked"],
)
def test_a_source_that_is_mentioned_for_the_first_time_is_left_alone(found: list[Read], alone: int) -> None:
    assert sources_resolved(TEXT, [gold("She", 1, "pronoun")], [0], found) == Resolved(alone=Share(right=alone, of=1))


def test_named_sources_are_not_counted() -> None:
    assert sources_resolved(TEXT, MENTIONS, [0, 3], []) == Resolved()


def test_nouns_and_pronouns_are_counted_apart_and_together() -> None:
    found = [read("Ann Oro", 7), read("minister", 7)]
    resolved = sources_resolved(TEXT, MENTIONS, [1, 2], found)
    assert (resolved.nominal, resolved.pronoun) == (Share(right=1, of=1), Share(right=0, of=1))
    assert resolved.linked == Share(right=1, of=2)
