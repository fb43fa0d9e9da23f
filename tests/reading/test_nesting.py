"""A content is read again, as if it were the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

import numpy as np
import pytest

from onrecord.reading.attribution import Found, Range
from onrecord.reading.crew import Crew
from onrecord.reading.encoder import Encoder, Outputs
from onrecord.reading.nesting import DEEPEST, SHORTEST, Nested, read_nested
from onrecord.reading.pieces import Pieces
from onrecord.reading.strays import SHAPE_OF_PUNCTUATION
from tests.reading.builders import found, outputs, pieces_of, words


class Parrot:
    """Finds in every text that its first word says, by the second, the rest."""

    crew = Crew(1)

    def read(self, pieces: Pieces, *, mentions: bool = True, alone: bool = False) -> Outputs:
        count = len(pieces)
        return outputs("SCT" + "t" * (count - 3), arcs={1: range(2, count)}, sources={1: 0}, pieces=pieces)


class Told:
    """Gives prepared answers for stretches of a text, and finds nothing elsewhere.

    Args:
        answers: outputs by the stretch of pieces that is read.
    """

    crew = Crew(1)

    def __init__(self, answers: Mapping[Range, Outputs]) -> None:
        self.answers = answers
        self.asked: list[Range] = []
        self.mentions: list[bool] = []

    def read(self, pieces: Pieces, *, mentions: bool = True, alone: bool = False) -> Outputs:
        self.mentions.append(mentions)
        start, end = int(pieces.ids[0]), int(pieces.ids[-1]) + 1
        self.asked.append((start, end))
        return self.answers.get((start, end)) or outputs("." * len(pieces))


SAYS = outputs("SCTttt", arcs={1: range(2, 6)}, sources={1: 0})
SAYS_TWICE = outputs("SCTt.SCTt", arcs={1: (2, 3), 6: (7, 8)}, sources={1: 0, 6: 5})


def read(encoder: Parrot | Told, pieces: Pieces, given: list[Found], text: str = "") -> Nested:
    """What an encoder is taken to find within attributions; every word may report unless the text is given."""
    return read_nested(cast("Encoder", encoder), pieces, given, text=text or "says " * len(pieces))


def parents(nested: Nested) -> list[int | None]:
    """The index of each one's parent."""
    return [parent for _, parent in nested]


def outer(*content: Range) -> Found:
    """An attribution of the first two pieces."""
    return found(source=[(0, 1)], cue=[(1, 2)], content=content)


def test_what_is_found_within_a_content_has_it_for_a_parent() -> None:
    nested = read(Told({(2, 11): SAYS_TWICE}), words(20), [outer((2, 11)), outer((12, 19))])
    assert parents(nested) == [None, None, 0, 0]


def test_places_found_within_a_content_are_those_of_the_text() -> None:
    nested = read(Told({(4, 10): SAYS}), words(10), [outer((4, 10))])
    assert (nested[1][0].source, nested[1][0].cue, nested[1][0].content) == (((4, 5),), ((5, 6),), ((6, 10),))


def test_the_outer_ones_stay_as_they_are() -> None:
    given = [outer((2, 8)), outer((8, 20))]
    assert [one for one, parent in read(Parrot(), words(20), given) if parent is None] == given


def test_each_level_lies_in_the_one_before() -> None:
    nested = read(Parrot(), words(40), [outer((2, 40))])
    assert parents(nested) == [None, 0, 1, 2]
    assert [one.content for one, _ in nested] == [((2, 40),), ((4, 40),), ((6, 40),), ((8, 40),)]


def test_no_chain_is_longer_than_the_deepest() -> None:
    assert len(read(Parrot(), words(1000), [outer((2, 1000))])) == DEEPEST


def test_parents_stand_before_their_children() -> None:
    nested = read(Parrot(), words(60), [outer((2, 30)), outer((30, 60))])
    assert parents(nested) == [None, None, 0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(("length", "asked"), [(SHORTEST, True), (SHORTEST - 1, False)], ids=["enough", "too short"])
def test_a_short_content_is_not_read_again(length: int, asked: bool) -> None:
    encoder = Told({})
    read(encoder, words(20), [outer((2, 2 + length))])
    assert bool(encoder.asked) is asked


def test_each_part_of_a_content_is_read_by_itself() -> None:
    encoder = Told({(10, 16): SAYS})
    nested = read(encoder, words(20), [outer((2, 9), (10, 16))])
    assert encoder.asked[:2] == [(2, 9), (10, 16)]
    assert parents(nested) == [None, 0]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ann said that Bea says the ferry is late.", [(3, 9)]),
        ("Ann said that the ferry to Norvia is late.", []),
    ],
    ids=["it may report", "it reports nothing"],
)
def test_a_content_without_a_word_of_speech_is_not_read_again(text: str, asked: list[Range]) -> None:
    encoder = Told({})
    read(encoder, pieces_of(text), [outer((3, 9))], text)
    assert encoder.asked == asked


def shaped(text: str, *, lines: Sequence[int] = ()) -> Pieces:
    """Pieces of a text with the shape of its punctuation, and those before which a line begins."""
    pieces = pieces_of(text)
    marks = [SHAPE_OF_PUNCTUATION if text[start] in ",.“”" else 2 for start in pieces.start.tolist()]
    gap = [2 if place in lines else 1 for place in range(len(pieces))]
    return replace(pieces, shape=np.array(marks), gap=np.array(gap))


@pytest.mark.parametrize(
    ("text", "content", "lines", "asked"),
    [
        ("Ann said Bea told her on Friday that it rains.", ((2, 7), (7, 10)), (), [(2, 10)]),
        ("Ann said “Bea told us so, it rains and pours.”", ((3, 7), (8, 12)), (), [(3, 12)]),
        ("Ann said Bea told all of us now that it rains.", ((2, 8), (9, 11)), (), [(2, 8)]),
        ("Ann said Bea told all of us now it rains so.", ((2, 8), (8, 11)), (8,), [(2, 8)]),
    ],
    ids=["nothing between", "a comma between", "a word between", "a line ends between"],
)
def test_parts_of_a_content_that_touch_are_read_as_one(
    text: str, content: tuple[Range, ...], lines: Sequence[int], asked: list[Range]
) -> None:
    encoder = Told({})
    read(encoder, shaped(text, lines=lines), [outer(*content)], text)
    assert encoder.asked == asked


def test_mentions_within_a_content_are_not_wanted() -> None:
    encoder = Told({(2, 8): SAYS})
    read(encoder, words(20), [outer((2, 8), (10, 16))])
    assert set(encoder.mentions) == {False}


def test_without_attributions_nothing_is_read() -> None:
    encoder = Told({})
    assert read(encoder, words(20), []) == []
    assert encoder.asked == []
