"""Labels are laid over the pieces of a text."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from onrecord.reading.pieces import IntArray
from tests.reading.builders import tiny_tokenizer
from training.datasets import Example, Gold
from training.encode import (
    B_CONTENT,
    B_CUE,
    B_SOURCE,
    I_CONTENT,
    I_CUE,
    I_SOURCE,
    IGNORE,
    NO_SOURCE,
    NOBODY,
    OUTSIDE,
    Encoded,
    encode,
)
from training.links import Link

TEXT = "Envoy Mara Voss said rain ends if Norvia pays. She left us."


def place(phrase: str) -> tuple[int, int]:
    """Where a phrase first stands in the text."""
    start = TEXT.index(phrase)
    return start, start + len(phrase)


def link(phrase: str, *, entity: int, **fields: object) -> Link:
    """A mention by its words; a named person who is to be learnt, unless the fields say otherwise."""
    start, end = place(phrase)
    plain = Link(start=start, end=end, type="person", form="named", entity=entity, taught=True)
    return replace(plain, **fields)  # type: ignore[arg-type]  # fields of any kind


SAID = Gold(
    cue=[place("said")],
    source=[place("Envoy Mara Voss")],
    content=[place("rain ends if Norvia pays")],
    medium="said",
)
VOSS = link("Mara Voss", entity=3)
NORVIA = link("Norvia", entity=0, type="organisation")
SHE = link("She", entity=3, form="pronoun")


@cache
def laid(example: str) -> Encoded:
    """One of the examples with its targets."""
    return encode(EXAMPLES[example], tiny_tokenizer())


def example(*golds: Gold, links: tuple[Link, ...] = (), kind: str = "labels", mentioned: bool = False) -> Example:
    """An example on the text."""
    return Example(
        name="t", kind=kind, text=TEXT, complete=True, outer=list(golds), links=list(links), mentioned=mentioned
    )


EXAMPLES = {
    "said": example(SAID),
    "plain": example(replace(SAID, source=[])),
    "linked": example(links=(VOSS, SHE)),
    "untyped": example(links=(replace(VOSS, type=None, taught=False),)),
    "mentioned": example(links=(VOSS, NORVIA, SHE), kind="gum", mentioned=True),
    "silent": example(kind="gum"),
}


def at(name: str, phrase: str) -> list[int]:
    """The pieces of a phrase."""
    pieces, (start, end) = laid(name).pieces, place(phrase)
    return [piece for piece in range(len(pieces)) if start <= pieces.start[piece] < end]


def values(name: str, field: str, phrase: str) -> list[int]:
    """Targets at the pieces of a phrase."""
    array: IntArray = getattr(laid(name), field)
    return [int(array[piece]) for piece in at(name, phrase)]


def is_all(name: str, field: str, value: int) -> bool:
    """Whether a target is the same everywhere."""
    return bool((getattr(laid(name), field) == value).all())


@pytest.mark.parametrize(
    ("phrase", "begin", "inside"),
    [
        ("said", B_CUE, I_CUE),
        ("Envoy Mara Voss", B_SOURCE, I_SOURCE),
        ("rain ends if Norvia pays", B_CONTENT, I_CONTENT),
    ],
)
def test_a_role_begins_at_its_first_piece(phrase: str, begin: int, inside: int) -> None:
    tags = values("said", "roles", phrase)
    assert tags == [begin] + [inside] * (len(tags) - 1)


def test_what_has_no_role_is_outside() -> None:
    assert set(values("said", "roles", "She left us.")) == {OUTSIDE}


@pytest.mark.parametrize("phrase", ["Envoy Mara Voss", "rain ends if Norvia pays"])
def test_source_and_content_point_at_the_first_piece_of_their_cue(phrase: str) -> None:
    assert set(values("said", "arcs", phrase)) == {at("said", "said")[0]}


def test_a_cue_points_at_the_first_piece_of_its_source() -> None:
    assert values("said", "sources", "said") == [at("said", "Envoy")[0], *[IGNORE] * 3]


def test_a_cue_without_a_source_says_so() -> None:
    assert values("plain", "sources", "said")[0] == NO_SOURCE


def test_a_mention_begins_with_its_type_and_form_and_goes_on_with_its_type() -> None:
    assert values("mentioned", "mentions", "Mara Voss") == [1] + [10] * 7
    assert values("mentioned", "mentions", "Norvia") == [4] + [11] * 5
    assert values("mentioned", "mentions", "She") == [3] + [10] * 2


@pytest.mark.parametrize(("name", "tag"), [("mentioned", 0), ("linked", IGNORE)], ids=["all known", "some known"])
def test_other_pieces_are_outside_only_where_every_mention_is_known(name: str, tag: int) -> None:
    assert set(values(name, "mentions", "left us.")) == {tag}


def test_a_mention_without_a_type_teaches_no_tag() -> None:
    assert is_all("untyped", "mentions", IGNORE)


def test_an_entity_stands_at_the_first_piece_of_the_last_word() -> None:
    entities = laid("mentioned").entities
    anchors = [at("mentioned", word)[0] for word in ("Voss", "Norvia", "She")]
    assert np.flatnonzero(entities != NOBODY).tolist() == anchors
    assert entities[anchors].tolist() == [3, 0, 3]


@pytest.mark.parametrize(("name", "taught"), [("linked", ["Voss", "She"]), ("untyped", [])])
def test_antecedents_are_learnt_where_the_labels_know_them(name: str, taught: list[str]) -> None:
    assert np.flatnonzero(laid(name).taught).tolist() == [at(name, word)[0] for word in taught]


def test_a_pronoun_that_is_not_labelled_is_no_rival() -> None:
    rivals = laid("linked").rivals
    assert not rivals[at("linked", "us")].any()
    assert rivals[at("linked", "She")[0]]
    assert rivals[at("linked", "Norvia")].all()


@pytest.mark.parametrize("name", ["mentioned", "said"], ids=["all known", "none known"])
def test_elsewhere_every_piece_may_be_an_antecedent(name: str) -> None:
    assert laid(name).rivals.all()


def test_nothing_is_learnt_of_roles_where_no_attribution_is_labelled() -> None:
    assert is_all("silent", "roles", IGNORE)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_piece_has_each_target(name: str) -> None:
    encoded = laid(name)
    fields = ("roles", "arcs", "sources", "media", "mentions", "entities", "taught", "rivals")
    shapes = {getattr(encoded, field).shape for field in fields}
    assert shapes == {(len(encoded.pieces),)}
