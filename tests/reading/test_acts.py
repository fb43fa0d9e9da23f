"""What the acts graph says becomes act, polarity and certainty."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from onrecord.reading.act_encoder import ActOutputs
from onrecord.reading.acts import ACTS, acted, polarity_of_cue, read_acts, roles
from onrecord.reading.crew import Crew
from onrecord.reading.pieces import IntArray, Pieces
from onrecord.records import Act, Statement
from tests.reading.act_builders import STRAIGHT, act_outputs, stmt
from tests.reading.builders import pieces_of

RAIN = "Ann Lee said it rains."


class Recorder:
    """In the place of the encoder: takes down what it is asked to read."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def read(self, pieces: Pieces, roles: IntArray) -> ActOutputs:
        assert len(pieces) == len(roles)
        self.asked.append(roles.tolist())
        return act_outputs(sure=0.5 + len(self.asked) / 10)


def acting(out: ActOutputs, *, cue: str = "said", curve: tuple[tuple[float, float], ...] = STRAIGHT) -> Statement:
    """A statement with what the heads say of it."""
    text = f"Ann Lee {cue} it rains."
    (done,) = acted([stmt(text, "it rains", cue=cue)], {1: out}, text, curve=curve)
    return done


@pytest.mark.parametrize("act", ACTS)
def test_the_likeliest_act_is_taken(act: Act) -> None:
    assert acting(act_outputs(act=act)).act == act


def test_the_confidence_of_an_act_is_calibrated() -> None:
    assert acting(act_outputs(sure=0.75), curve=((0.5, 0.2), (1.0, 0.6))).act_confidence == 0.4


@pytest.mark.parametrize(("hedged", "expected"), [(0.2, "certain"), (0.8, "hedged")])
def test_a_hedge_is_taken_where_it_is_likelier(hedged: float, expected: str) -> None:
    assert acting(act_outputs(hedged=hedged)).certainty == expected


@pytest.mark.parametrize(("negative", "expected"), [(0.1, "positive"), (0.7, "positive"), (0.9, "negative")])
def test_a_plain_cue_is_negative_only_where_the_heads_are_sure(negative: float, expected: str) -> None:
    assert acting(act_outputs(negative=negative)).polarity == expected


CUES = {
    "not": ("did not say", "negative"),
    "n’t": ("didn’t say", "negative"),
    "n't": ("won't say", "negative"),
    "never": ("has never said", "negative"),
    "in capitals": ("NEVER said", "negative"),
    "a word that holds one": ("noted", "positive"),
    "nothing ruled out": ("has not ruled out that", "positive"),
    "no denial": ("did not deny that", "positive"),
}


@pytest.mark.parametrize(("cue", "expected"), CUES.values(), ids=CUES)
def test_a_negated_cue_is_negative_unless_it_leaves_open(cue: str, expected: str) -> None:
    assert acting(act_outputs(), cue=cue).polarity == expected


def test_what_leaves_open_is_positive_whatever_the_heads_say() -> None:
    assert acting(act_outputs(negative=0.99), cue="did not rule out that").polarity == "positive"


@pytest.mark.parametrize(
    ("cue", "likeliest", "act"),
    [
        ("ruled out", "offer", "refuse"),
        ("is ruling out", "offer", "refuse"),
        ("ruled out", "deny", "deny"),
        ("has not ruled out", "offer", "offer"),
        ("has not ruled out", "refuse", "offer"),
    ],
)
def test_to_rule_out_is_no_offer_and_not_to_is_one(cue: str, likeliest: Act, act: Act) -> None:
    assert acting(act_outputs(act=likeliest), cue=cue).act == act


def test_the_rest_of_a_statement_stays() -> None:
    before = stmt(RAIN, "it rains", cue="said", source="Ann Lee")
    (after,) = acted([before], {1: act_outputs(act="deny")}, RAIN, curve=STRAIGHT)
    assert (after.id, after.cue, after.source, after.content, after.text) == (
        before.id,
        before.cue,
        before.source,
        before.content,
        before.text,
    )


@pytest.mark.parametrize("body", [0, 9])
def test_roles_are_laid_from_the_body_on(body: int) -> None:
    text = "DUN PORT " * (body > 0) + RAIN
    one = stmt(text, "it rains", cue="said", source="Ann Lee")
    assert roles(pieces_of(RAIN), one, body=body).tolist() == [2, 2, 1, 3, 3, 0]


def test_each_statement_is_read_by_itself() -> None:
    recorder = Recorder()
    stmts = [stmt(RAIN, "it rains", cue="said"), replace(stmt(RAIN, "said it rains", source="Ann Lee"), id=2)]
    encoder = SimpleNamespace(acts=recorder, crew=Crew(1))
    read = read_acts(encoder, pieces_of(RAIN), stmts)  # type: ignore[arg-type]  # a double
    assert recorder.asked == [[0, 0, 1, 3, 3, 0], [2, 2, 3, 3, 3, 0]]
    assert list(read) == [1, 2]
    assert read[1].acts.max() < read[2].acts.max()


@pytest.mark.parametrize(("cue", "expected"), [("said", None), ("did not say", "negative")])
def test_a_cue_alone_tells_a_polarity_where_it_is_negated(cue: str, expected: str | None) -> None:
    text = f"Ann Lee {cue} it rains."
    assert polarity_of_cue(stmt(text, "it rains", cue=cue).cue, text) == expected
