"""The stance of a statement, from what it does and on what it hangs."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from onrecord.answers import STANCES, awaits, rule_of, rules, stance_of
from onrecord.records import Act, ConditionKind
from tests.answers.builders import condition, entry

CASES = [
    ("claim", "positive", (), None),
    ("claim", "positive", ("only",), None),
    ("offer", "positive", (), "willing"),
    ("offer", "positive", ("if",), "willing if"),
    ("promise", "positive", ("subject_to",), "willing if"),
    ("refuse", "positive", (), "unwilling"),
    ("refuse", "positive", ("if",), "unwilling"),
    ("refuse", "positive", ("until",), "willing if"),
    ("refuse", "positive", ("subject_to",), "unwilling"),
    ("refuse", "positive", ("subject_to", "until"), "willing if"),
    ("refuse", "positive", ("if", "unless"), "willing if"),
    ("refuse", "negative", (), "willing"),
    ("offer", "negative", (), None),
    ("deny", "positive", (), "denies"),
    ("deny", "negative", (), None),
    ("support", "negative", (), "unwilling"),
    ("accuse", "positive", (), "accuses"),
    ("threaten", "positive", ("if",), "threatens"),
    ("demand", "positive", ("only",), "demands"),
    ("concede", "positive", (), None),
    (None, "positive", (), None),
]
GATES = [kind for kind in get_args(ConditionKind) if kind != "if"]


@pytest.mark.parametrize(("act", "polarity", "kinds", "stance"), CASES)
def test_a_stance_follows_from_act_polarity_and_conditions(
    act: Act | None, polarity: str, kinds: tuple[ConditionKind, ...], stance: str | None
) -> None:
    conditions = [condition("the boats leave", "Estria", kind=kind) for kind in kinds]
    one = entry("Ann Lee", "Estmark", act, "talks", conditions=conditions, polarity=polarity)
    assert stance_of(one.stmt) == stance


@pytest.mark.parametrize(
    "text",
    [
        "to say when the boats would leave",
        "comment",
        "To comment on the boats",
        "whether the boats would leave",  # of "would not say whether"
    ],
)
def test_a_refusal_to_speak_is_no_stance(text: str) -> None:
    assert stance_of(entry("Ann Lee", "Estmark", "refuse", text).stmt) is None


@pytest.mark.parametrize("text", ["Estmark no longer insists on a date", "that the demand had been dropped"])
def test_a_concession_that_gives_something_up_is_willing(text: str) -> None:
    assert stance_of(entry("Ann Lee", "Estmark", "concede", text).stmt) == "willing"


@pytest.mark.parametrize("certainty", ["certain", "hedged"])
def test_certainty_changes_no_stance(certainty: str) -> None:
    assert stance_of(entry("Ann Lee", "Estmark", "offer", "talks", certainty=certainty).stmt) == "willing"


WAITS = [
    ("offer", "if", True),
    ("refuse", "if", False),
    ("threaten", "if", False),
    ("claim", "if", False),
    *(("claim", kind, True) for kind in GATES),
    *(("threaten", kind, True) for kind in GATES),
    *(("accuse", kind, False) for kind in GATES),
]


@pytest.mark.parametrize(("act", "kind", "waits"), WAITS)
def test_who_waits_is_told_by_act_and_kind(act: Act, kind: ConditionKind, waits: bool) -> None:
    hangs = condition("the boats leave", "Estria", kind=kind)
    assert awaits(entry("Ann Lee", "Estmark", act, "talks", conditions=[hangs]).stmt, hangs) is waits


def test_every_act_that_is_stated_has_a_line_for_every_kind_of_condition() -> None:
    wanted = {(act, "positive", hangs) for act, hangs in product(get_args(Act), ("none", "if", "gate"))}
    assert wanted <= rules().keys()


def test_every_stance_of_the_table_is_known() -> None:
    assert {rule.stance for rule in rules().values()} - {None} == set(STANCES)


def test_every_line_has_its_reason() -> None:
    assert all(rule.why for rule in rules().values())


def test_a_statement_without_an_act_has_no_rule() -> None:
    assert rule_of(entry("Ann Lee", "Estmark", None, "talks").stmt) is None
