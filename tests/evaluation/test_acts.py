"""Acts are scored each for itself, then averaged."""

from __future__ import annotations

import pytest

from evaluation.acts import by_class, confusion_of, macro_f1
from evaluation.fields import Pair
from evaluation.statements import Stmt
from evaluation.tally import Tally


def pair(gold: str, predicted: str) -> Pair:
    """Two statements that were paired, of which only the acts matter."""
    content = ((0, 1),)
    return Pair((), Stmt(content=content, act=gold), Stmt(content=content, act=predicted))


def test_each_act_has_a_tally_of_its_own() -> None:
    pairs = [pair("claim", "claim"), pair("claim", "accuse"), pair("accuse", "accuse"), pair("offer", "")]
    assert by_class(confusion_of(pairs)) == {
        "accuse": Tally(right=1, predicted=2, found=1, gold=1),
        "claim": Tally(right=1, predicted=1, found=1, gold=2),
        "offer": Tally(gold=1),
    }


def test_a_pair_whose_gold_has_no_act_is_not_counted() -> None:
    assert confusion_of([pair("", "claim")]) == {}


@pytest.mark.parametrize(
    ("pairs", "mean"),
    [
        pytest.param([], 0, id="nothing"),
        pytest.param([("claim", "claim"), ("deny", "deny")], 1, id="all right"),
        pytest.param([("claim", "claim")] * 9 + [("deny", "claim")], (18 / 19) / 2, id="a rare act counts as much"),
        pytest.param([("claim", "claim"), ("claim", "threaten")], 2 / 3, id="an act that the gold lacks has no say"),
    ],
)
def test_the_mean_is_over_the_acts_of_the_gold(pairs: list[tuple[str, str]], mean: float) -> None:
    assert macro_f1(confusion_of(pair(*each) for each in pairs)) == pytest.approx(mean)
