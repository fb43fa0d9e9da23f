"""One statement is fed to the acts graph, and its outputs are named."""

from __future__ import annotations

import numpy as np
import onnxruntime as ort
import pytest

from onrecord.reading.act_encoder import FAR, MASK, OUTPUTS, ActEncoder, feeds
from onrecord.reading.act_pieces import CONTENT, CUE, SOURCE
from onrecord.reading.pieces import FloatArray, IntArray
from tests.reading.builders import words
from tests.reading.tiny_graph import tiny_act_graph

ROWS = 128
RISING = np.arange(ROWS, dtype=np.float32)[:, None] + np.arange(10, dtype=np.float32) / 16
SAID: IntArray = np.array([SOURCE, CUE, CUE, CONTENT, 0, CONTENT], dtype=np.int64)


@pytest.fixture(scope="module")
def encoder() -> ActEncoder:
    options = ort.SessionOptions()
    options.add_external_initializers(["acts.table"], [ort.OrtValue.ortvalue_from_numpy(RISING)])
    return ActEncoder(ort.InferenceSession(tiny_act_graph(rows=ROWS), options, providers=["CPUExecutionProvider"]))


def fed(*roles: int) -> dict[str, IntArray | FloatArray]:
    """Inputs for a statement whose pieces have these roles."""
    return feeds(np.arange(len(roles), dtype=np.int64) + 7, np.array(roles, dtype=np.int64))


def test_identifiers_places_and_roles_are_rows() -> None:
    rows = fed(SOURCE, CUE, CONTENT)
    assert [rows[name].tolist() for name in ("ids", "places", "roles")] == [[[7, 8, 9]], [[0, 1, 2]], [[2, 1, 3]]]


@pytest.mark.parametrize(
    ("name", "roles", "expected"),
    [
        ("cue", (SOURCE, CUE, CUE, CONTENT), [0, 0.5, 0.5, 0]),
        ("content", (SOURCE, CUE, CONTENT, CONTENT), [0, 0, 0.5, 0.5]),
        ("cue", (CONTENT, CONTENT), [0.5, 0.5]),
        ("content", (SOURCE, CUE), [0, 0]),
        ("cue", (SOURCE,), [0]),
    ],
    ids=["a cue", "a content", "no cue: the content", "no content", "neither"],
)
def test_weights_are_equal_and_sum_to_one(name: str, roles: tuple[int, ...], expected: list[float]) -> None:
    assert fed(*roles)[name].tolist() == [[expected]]


def test_only_the_content_is_looked_at() -> None:
    assert fed(SOURCE, CUE, CONTENT)["bias"].tolist() == [[[[FAR, FAR, 0]]]]


@pytest.mark.parametrize(
    ("name", "kind", "axes"),
    [
        ("ids", "i8", 2),
        ("places", "i8", 2),
        ("roles", "i8", 2),
        ("cue", "f4", 3),
        ("content", "f4", 3),
        ("bias", "f4", 4),
    ],
)
def test_each_input_has_the_type_and_the_axes_of_the_graph(name: str, kind: str, axes: int) -> None:
    array = fed(CUE, CONTENT)[name]
    assert (array.dtype, array.ndim) == (np.dtype(kind), axes)


def test_pieces_with_a_role_are_read(encoder: ActEncoder) -> None:
    out = encoder.read(words(6), SAID)
    assert out.read.tolist() == [0, 1, 2, 3, 5]
    assert out.conditions.tolist() == [[0, 0, 2], [1, 1, 1], [2, 2, 1], [3, 3, 3], [5, 4, 3]]


def test_each_head_is_known_by_its_name(encoder: ActEncoder) -> None:
    out = encoder.read(words(6), SAID)
    assert [getattr(out, name).shape for name in OUTPUTS] == [(10,), (2,), (2,), (5, 3)]
    assert np.allclose(out.acts, RISING[1:3].mean(axis=0))
    assert np.allclose(out.certainty, RISING[[3, 5]].mean(axis=0)[[0, 2]])


def test_a_hidden_piece_cannot_be_made_out(encoder: ActEncoder) -> None:
    out = encoder.read(words(6), SAID, hidden=np.array([2, 4, 5]))
    assert out.conditions[:, 0].tolist() == [0, 1, MASK, 3, MASK]


def test_hiding_pieces_leaves_the_text_as_it_is(encoder: ActEncoder) -> None:
    pieces = words(6)
    encoder.read(pieces, SAID, hidden=np.array([0, 1]))
    assert pieces.ids.tolist() == list(range(6))


def test_a_statement_reads_the_same_in_any_text_before_it(encoder: ActEncoder) -> None:
    alone, again = encoder.read(words(6), SAID), encoder.read(words(9), np.concatenate([SAID, [0, 0, 0]]))
    assert all(np.array_equal(getattr(alone, name), getattr(again, name)) for name in ("read", *OUTPUTS))
