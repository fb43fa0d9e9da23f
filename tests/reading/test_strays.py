"""Quotations without a cue: joined to what they follow, kept alone, or dropped."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from onrecord.reading.attribution import Found
from onrecord.reading.pieces import Pieces
from onrecord.reading.quotes import verbatim
from onrecord.reading.strays import settle
from tests.reading.builders import found, pieces_of

SAYS = "Ann said it rains."


def shaped(text: str) -> Pieces:
    """Pieces with the shape of a mark where they are one."""
    pieces = pieces_of(text)
    marks = [not text[start].isalnum() for start in pieces.start]
    return replace(pieces, shape=np.where(marks, 6, 2))


def settled(text: str, *attributions: Found) -> list[Found]:
    """What becomes of the attributions of a text."""
    return settle(attributions, shaped(text), verbatim(text), body=0)


ANN = found(source=[(0, 1)], cue=[(1, 2)], content=[(2, 4)])


def test_a_quotation_right_after_a_statement_belongs_to_it() -> None:
    (one,) = settled(f"{SAYS}\n\n“It pours.”", ANN, found(content=[(5, 8)]))
    assert one.content == ((2, 4), (5, 8))
    assert (one.source, one.cue) == (ANN.source, ANN.cue)


def test_a_quotation_after_other_words_stands_alone() -> None:
    alone = found(content=[(9, 12)])
    assert settled(f"{SAYS} Nobody heard her. “It pours.”", ANN, alone) == [ANN, alone]


def test_a_quotation_before_everything_stands_alone() -> None:
    alone, later = found(content=[(0, 4)]), found(source=[(6, 7)], cue=[(7, 8)], content=[(8, 10)])
    assert settled("“It pours.” Later Ann said it rains.", alone, later) == [alone, later]


def test_what_is_not_quoted_is_dropped() -> None:
    assert settled(f"{SAYS} It pours.", ANN, found(content=[(5, 7)])) == [ANN]


def test_three_paragraphs_of_one_speech_join_one_after_the_other() -> None:
    (one,) = settled(f"{SAYS} “It pours.” “It snows.”", ANN, found(content=[(5, 8)]), found(content=[(10, 13)]))
    assert one.content == ((2, 4), (5, 8), (10, 13))
