"""Whether two statements are about the same thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers.subjects import Subjects, cosine, stems_of, subject
from tests.answers.builders import condition, entry

SAME_WORDS = [
    ("withdraws the boats", "the withdrawn boat"),
    ("negotiations", "to negotiate"),
    ("INSPECTORS", "inspector’s"),
]


@pytest.mark.parametrize(("one", "other"), SAME_WORDS)
def test_words_meet_whatever_their_ending(one: str, other: str) -> None:
    assert stems_of(one).keys() & stems_of(other).keys()


@pytest.mark.parametrize("word", ["ready", "refused", "would", "the", "conditions"])
def test_words_that_carry_a_stance_or_nothing_are_no_subject(word: str) -> None:
    assert stems_of(word) == {}


def test_a_condition_is_no_part_of_the_subject() -> None:
    hangs = condition("if the boats leave")
    one = entry("Ann Lee", "Estmark", "offer", "talks on Sund if the boats leave", conditions=[hangs])
    assert set(subject(one.stmt).values()) == {"talks", "sund"}


def test_rare_words_weigh_more_than_common_ones() -> None:
    entries = [entry("Ann Lee", "Estmark", "offer", f"talks {word}") for word in ("sund", "lom", "kell", "vey")]
    subjects = Subjects(entries)
    (talk, sund) = subjects.words(entries[0])
    assert subjects.weight([sund]) > subjects.weight([talk])


def test_one_common_word_is_enough_only_where_neither_has_another() -> None:
    talks, again, more = (entry("A", "B", "offer", text) for text in ("talks", "the talks", "talks on fish"))
    subjects = Subjects([talks, again, more])
    assert subjects.alike(talks, again)
    assert not subjects.alike(talks, more)


@pytest.mark.parametrize(
    ("one", "other"), [(b"", b""), (b"\x01", b""), (b"\x00\x00", b"\x01\x01"), (b"\x01", b"\x01\x01")]
)
def test_vectors_that_cannot_be_compared_are_not_alike(one: bytes, other: bytes) -> None:
    assert cosine(one, other) == 0.0


TEXTS = st.sampled_from(["boats in the strait", "the strait", "talks on Sund about fish", "", "would be ready"])


@given(TEXTS, TEXTS)
def test_being_alike_goes_both_ways(one: str, other: str) -> None:
    ours, theirs = entry("A", "B", "offer", one), entry("A", "B", "offer", other)
    subjects = Subjects([ours, theirs])
    assert bool(subjects.alike(ours, theirs)) == bool(subjects.alike(theirs, ours))
