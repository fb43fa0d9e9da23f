"""A text becomes pieces that keep their case, their white space and their place."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.pieces import GAPS, SHAPES, Pieces, cut
from tests.reading.builders import tiny_tokenizer

TOKENIZER = tiny_tokenizer()

# What the tiny tokenizer does not know is one piece, a known word is cut into letters.
SHAPED = {
    "a digit": ("4", [1]),
    "a digit of another script": ("٤", [1]),
    "digits": ("١٩٩٤", [1]),
    "lower": ("rain", [2]),
    "a single small letter": ("a", [2]),
    "upper": ("RAIN", [3]),
    "upper, of another script": ("ΝΑΤΟ", [3]),
    "title": ("Rain", [4]),
    "title, of another script": ("Киев", [4]),
    "a single capital": ("A", [4]),
    "mixed": ("rAin", [5]),
    "letters without case": ("中文", [5, 5]),
    "a letter without case before one with": ("אa", [5]),
    "a digraph that is neither upper nor lower": ("ǅ", [5]),
    "a mark": ("“", [6]),
    "an emoji": ("😀", [6]),
    "a letter with a digit": ("Ω4", [6]),
    "a letter with an emoji": ("ok😀", [6]),
    "parts of a word": ("RainFALL", [4, 3]),
    "an accent apart from its letter": ("e\u0301", [2]),
}
GAPPED = {
    "none": ("rain,", [2, 0]),
    "a space": ("rain rain", [2, 1]),
    "no-break and thin spaces": ("rain\u00a0rain\u2009rain", [2, 1, 1]),
    "a tab": ("rain\train", [2, 1]),
    "a line break": ("rain\nrain", [2, 2]),
    "a Windows line break": ("rain\r\nrain", [2, 2]),
    "a paragraph after spaces": ("rain  \n\n  rain", [2, 2]),
    "a carriage return": ("rain\rrain", [2, 2]),
    "a line separator": ("rain\u2028rain", [2, 2]),
    "a paragraph separator": ("rain\u2029rain", [2, 2]),
    "within a word": ("rainfall", [2, 0]),
    "the text begins with spaces": ("  rain", [2]),
    "the text begins with a mark": ("“rain", [2, 0]),
}

# Any text, and texts of what tokenizers trip over: NUL, combining marks, CJK, emoji with joiners, ligatures, dotted I.
awkward = st.lists(
    st.sampled_from(
        [
            *"aZ4 \n\r\t\x00.“İß中ﬃ😀\u0301\u200d\u00ad\u2028\ufeff\ufffd",
            "rain",
            "Rainfall",
            "e\u0301",
            "\U0001f468\u200d\U0001f469",
        ]
    )
)
any_text = st.text(st.characters(exclude_categories=["Cs"])) | awkward.map("".join)


def pieces_of(text: str) -> Pieces:
    """The pieces of a text, by the tiny tokenizer."""
    return cut(text, TOKENIZER)


@pytest.mark.parametrize(("text", "shapes"), SHAPED.values(), ids=SHAPED)
def test_a_piece_keeps_its_shape(text: str, shapes: list[int]) -> None:
    assert pieces_of(text).shape.tolist() == shapes


@pytest.mark.parametrize(("text", "gaps"), GAPPED.values(), ids=GAPPED)
def test_a_piece_keeps_the_white_space_before_it(text: str, gaps: list[int]) -> None:
    assert pieces_of(text).gap.tolist() == gaps


def test_pieces_slice_back_to_their_words() -> None:
    text = "  Rainfall in São…"
    pieces = pieces_of(text)
    slices = [text[start:end] for start, end in zip(pieces.start, pieces.end, strict=True)]
    assert slices == ["Rain", "fall", "i", "n", "S", "ã", "o", "…"]


@pytest.mark.parametrize("text", ["", " \n", "\u0301", "\x00"], ids=["nothing", "white space", "an accent", "NUL"])
def test_a_text_without_words_has_no_pieces(text: str) -> None:
    assert len(pieces_of(text)) == 0


@given(any_text)
def test_pieces_stand_in_the_text_one_after_the_other(text: str) -> None:
    pieces = pieces_of(text)
    edges = np.stack([pieces.start, pieces.end], axis=1).ravel()
    assert (np.diff(edges) >= 0).all()
    assert len(edges) == 0 or (edges[0] >= 0 and edges[-1] <= len(text))


@given(any_text)
def test_no_piece_is_empty(text: str) -> None:
    pieces = pieces_of(text)
    assert (pieces.start < pieces.end).all()


@given(any_text)
def test_arrays_are_parallel_and_of_the_known_values(text: str) -> None:
    pieces = pieces_of(text)
    arrays = (pieces.ids, pieces.start, pieces.end, pieces.shape, pieces.gap)
    assert {array.shape for array in arrays} == {(len(pieces),)}
    assert {array.dtype for array in arrays} == {np.dtype(np.int64)}
    assert set(pieces.shape.tolist()) <= set(range(1, SHAPES - 1))
    assert set(pieces.gap.tolist()) <= set(range(GAPS - 1))


@given(any_text, st.data())
def test_a_part_keeps_its_offsets_and_begins_on_a_line_of_its_own(text: str, data: st.DataObject) -> None:
    whole = pieces_of(text)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    part = whole.part(start, end)
    assert (part.start.tolist(), part.end.tolist()) == (whole.start[start:end].tolist(), whole.end[start:end].tolist())
    assert part.gap.tolist() == [2, *whole.gap[start + 1 : end].tolist()][: end - start]


def test_a_part_leaves_the_whole_as_it_was() -> None:
    whole = pieces_of("rain, rain")
    before = whole.gap.copy()
    whole.part(1, 3)
    assert (whole.gap == before).all()
