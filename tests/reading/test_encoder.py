"""The encoder runs a graph over windows and joins what they read best."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from tokenizers import Tokenizer

from onrecord.errors import ModelError
from onrecord.model import Model
from onrecord.reading.act_pieces import CONTENT, CUE
from onrecord.reading.encoder import AGREES, Encoder, Outputs
from onrecord.reading.pieces import FloatArray, Pieces
from onrecord.reading.windows import Window
from tests.reading.builders import certain, tiny_tokenizer
from tests.reading.tiny_graph import tiny_act_graph, tiny_graph, tiny_side_graph

ROWS = 128
CLS, SEP = 101, 102
TABLE = np.full((ROWS, 7), -2, dtype=np.float32)
TAGS = certain([0] * ROWS, of=13)
ACTS = np.tile(np.arange(1, 11, dtype=np.float32), (ROWS, 1))
CHECK = {name: np.ones((1, 4), dtype=np.int64) for name in ("ids", "shape", "gap")}
PLACES = np.arange(4, dtype=np.float32)[:, None]
FALLING, RISING = TABLE[:4] - PLACES, TABLE[:4] + PLACES
GRAPHS = {
    "int8": tiny_graph(rows=ROWS),
    "float": tiny_graph(rows=ROWS, join="Add"),
    "int8-side": tiny_side_graph(rows=ROWS),
    "float-side": tiny_side_graph(rows=ROWS, how="Neg"),
    "int8-acts": tiny_act_graph(rows=ROWS),
    "float-acts": tiny_act_graph(rows=ROWS, how="Neg"),
}
BROKEN = {
    "empty": b"",
    "text": b"no graph",
    "half": GRAPHS["int8"][:40],
    "other weights": tiny_graph(rows=ROWS, table="other"),
}


def model(
    *,
    expected: FloatArray = FALLING,
    graphs: Mapping[str, bytes] = GRAPHS,
    tokenizer: Tokenizer | None = None,
    table: FloatArray = TABLE,
    tags: FloatArray = TAGS,
) -> Model:
    """A model; the roles' scores of its int8 graph fall within a window, those of its float graph rise.

    What is asked of an antecedent is never below nought with int8, never above it with float.
    """
    return Model(
        name="tiny",
        fingerprint="0" * 16,
        size=10,
        overlap=4,
        confidence={},
        distances=(),
        graphs=dict(graphs),
        arrays={"table": table, "side.tags": tags, "acts.table": ACTS},
        tokenizer=(tokenizer or tiny_tokenizer()).to_str(),
        check={"roles": expected, **CHECK},
    )


def pieces(count: int) -> Pieces:
    """Pieces whose ids count them."""
    ids = np.arange(count, dtype=np.int64)
    return Pieces(ids=ids, start=2 * ids, end=2 * ids + 1, shape=np.full_like(ids, 2), gap=np.ones_like(ids))


def read(count: int) -> Outputs:
    """Outputs of a text of so many pieces."""
    return Encoder(model(), threads=1).read(pieces(count))


def reads_with(encoder: Encoder) -> str:
    """Which of the graphs an encoder runs."""
    roles = encoder.read(pieces(3)).roles
    return "int8" if roles[0, 0] > roles[2, 0] else "float"


def goes_on_with(encoder: Encoder) -> str:
    """Which of the side graphs an encoder runs."""
    return "int8" if (encoder.run(pieces(3), Window(0, 3, 0, 3), mentions=True)["ask"] >= 0).all() else "float"


def tells_acts_with(encoder: Encoder) -> str:
    """Which of the graphs for acts an encoder runs."""
    return "int8" if (encoder.acts.read(pieces(3), np.array([CUE, 0, CONTENT])).polarity >= 0).all() else "float"


def test_a_text_is_cut_into_its_pieces() -> None:
    cut = Encoder(model(), threads=1).cut("Rainfall.")
    assert (cut.start.tolist(), cut.end.tolist(), cut.shape.tolist()) == ([0, 4, 8], [4, 8, 9], [4, 2, 6])


def test_a_long_text_is_not_cut_short() -> None:
    assert len(Encoder(model(), threads=1).cut("rain " * 5000)) == 5000


def test_settings_of_the_tokenizer_cut_nothing_short_and_pad_nothing() -> None:
    tokenizer = tiny_tokenizer()
    tokenizer.enable_truncation(5)
    tokenizer.enable_padding(length=50)
    assert len(Encoder(model(tokenizer=tokenizer), threads=1).cut("rain " * 12)) == 12


def test_a_window_is_framed_by_its_own_marks() -> None:
    results = Encoder(model(), threads=1).run(pieces(9), Window(2, 5, 2, 5))
    assert results["media"].tolist() == [[CLS, 0, 0], [2, 2, 1], [3, 2, 1], [4, 2, 1], [SEP, 0, 0]]


def test_all_outputs_of_a_short_text_come_from_its_window() -> None:
    outputs = read(3)
    assert outputs.windows == [Window(0, 3, 0, 3)]
    assert outputs.roles[:, 0].tolist() == [-3, -4, -5]
    assert outputs.media.tolist() == [[0, 2, 1], [1, 2, 1], [2, 2, 1]]


def test_each_piece_is_taken_from_the_window_where_it_is_most_central() -> None:
    outputs = read(12)
    assert outputs.windows == [Window(0, 8, 0, 6), Window(4, 12, 6, 12)]
    assert outputs.media[:, 0].tolist() == list(range(12))
    in_first, in_second = [-2 - 1 - place for place in range(6)], [-2 - 1 - place for place in range(2, 8)]
    assert outputs.roles[:, 0].tolist() == in_first + in_second


def test_arcs_stay_apart_by_window() -> None:
    outputs = read(12)
    assert [arcs.shape for arcs in outputs.arcs] == [(10, 10), (10, 10)]
    assert [float(arcs[2, 5]) for arcs in outputs.arcs] == [3, 3]
    assert [float(sources[2, 5]) for sources in outputs.sources] == [-3, -3]


SHAPES = {"roles": (5, 7), "media": (5, 3), "arcs": (5, 5), "sources": (5, 5)}
SIDE_SHAPES = {"mentions": (3, 13), "linked": (1,), "ask": (1, 3), "answer": (1, 2)}


@pytest.mark.parametrize(
    ("mentions", "expected"), [(False, SHAPES), (True, SHAPES | SIDE_SHAPES)], ids=["without mentions", "with mentions"]
)
def test_each_head_is_known_by_its_name(mentions: bool, expected: dict[str, tuple[int, int]]) -> None:
    results = Encoder(model(), threads=1).run(pieces(9), Window(2, 5, 2, 5), mentions=mentions)
    assert {name: result.shape for name, result in results.items()} == expected


def mentioned(*ids: int) -> FloatArray:
    """A table of tags by which pieces with these ids begin a mention."""
    return certain([int(number in ids) for number in range(ROWS)], of=13)


def test_vectors_are_kept_where_a_mention_is_tagged() -> None:
    outputs = Encoder(model(tags=mentioned(1, 3, CLS, SEP)), threads=1).read(pieces(6))
    assert outputs.linked.tolist() == [0, 1, 3]  # and the first, whatever it is: the graph wants one
    assert outputs.ask.tolist() == [[0, 2, 1], [1, 2, 1], [3, 2, 1]]
    assert outputs.answer.tolist() == [[0, 1], [1, 1], [3, 1]]


@pytest.mark.parametrize(
    ("tag", "kept"), [(1, [0]), (3, [0, 2]), (4, [0, 2]), (5, [0])], ids=["cue", "B", "I", "content"]
)
def test_vectors_are_kept_where_a_source_is_tagged(tag: int, kept: list[int]) -> None:
    table = TABLE.copy()
    table[2, tag] = 9
    assert Encoder(model(table=table), threads=1).read(pieces(6)).linked.tolist() == kept


def test_vectors_of_pieces_that_two_windows_read_are_kept_once() -> None:
    outputs = Encoder(model(tags=mentioned(*range(12))), threads=1).read(pieces(12))
    assert outputs.linked.tolist() == list(range(12))
    assert outputs.ask[:, 0].tolist() == list(range(12))


@pytest.mark.parametrize("count", [6, 12], ids=["one window", "two windows"])
def test_without_mentions_there_are_none_and_nothing_is_linked(count: int) -> None:
    table = TABLE.copy()
    table[2, 3] = 9  # a source, which is linked where mentions are wanted
    encoder = Encoder(model(table=table, tags=mentioned(1, 3)), threads=1)
    outputs = encoder.read(pieces(count), mentions=False)
    assert outputs.mentions.shape == (count, 13)
    assert not outputs.mentions.any()
    assert (len(outputs.linked), len(outputs.ask), len(outputs.answer)) == (0, 0, 0)


def test_without_mentions_the_rest_is_read_alike() -> None:
    encoder = Encoder(model(), threads=1)
    wanted, spared = (encoder.read(pieces(12), mentions=mentions) for mentions in (True, False))
    for name in ("roles", "media", "arcs", "sources"):
        assert np.array_equal(getattr(wanted, name), getattr(spared, name))


@pytest.mark.parametrize("mentions", [True, False], ids=["with mentions", "without mentions"])
def test_a_text_without_words_runs_no_window(mentions: bool) -> None:
    outputs = Encoder(model(), threads=1).read(pieces(0), mentions=mentions)
    assert (outputs.windows, outputs.arcs, outputs.sources, outputs.linked.tolist()) == ([], [], [], [])
    assert (outputs.roles.shape, outputs.media.shape, outputs.mentions.shape) == ((0, 7), (0, 3), (0, 13))


@pytest.mark.parametrize("count", [3, 12, 55])
def test_the_same_text_gives_the_same_outputs_after_another(count: int) -> None:
    encoder = Encoder(model(), threads=1)
    before = encoder.read(pieces(count))
    encoder.read(pieces(100))
    after = encoder.read(pieces(count))
    assert (before.roles == after.roles).all()
    assert (before.media == after.media).all()


def test_the_int8_graph_is_used_where_it_agrees_with_the_check() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        encoder = Encoder(model(), threads=1)
    assert (reads_with(encoder), goes_on_with(encoder), tells_acts_with(encoder)) == ("int8", "int8", "int8")


@pytest.mark.filterwarnings("ignore:int8 products")
@pytest.mark.parametrize(("off", "graph"), [(0.5, "int8"), (2.0, "float")], ids=["by rounding", "by more"])
def test_small_differences_from_the_check_are_let_pass(off: float, graph: str) -> None:
    expected = np.log(np.exp(FALLING) + np.float32(off * AGREES))
    assert reads_with(Encoder(model(expected=expected), threads=1)) == graph


def test_the_float_graph_is_used_with_a_warning_where_int8_is_not_exact() -> None:
    with pytest.warns(UserWarning, match="int8 products are not exact on this processor: reading with float") as caught:
        encoder = Encoder(model(expected=RISING), threads=1)
    assert (reads_with(encoder), goes_on_with(encoder), tells_acts_with(encoder)) == ("float", "float", "float")
    assert len(caught) == 1


@pytest.mark.parametrize("kind", ["int8", "int8-side", "int8-acts"])
@pytest.mark.parametrize("raw", BROKEN.values(), ids=BROKEN)
def test_a_graph_that_does_not_load_is_an_error_of_the_model(raw: bytes, kind: str) -> None:
    with pytest.raises(ModelError, match="cannot use the model tiny: its graph does not load"):
        Encoder(model(graphs=GRAPHS | {kind: raw}), threads=1)


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_outputs_do_not_depend_on_the_number_of_threads(threads: int) -> None:
    outputs = Encoder(model(), threads=threads).read(pieces(30))
    assert (outputs.roles == read(30).roles).all()


def test_a_broken_tokenizer_is_an_error_of_the_model() -> None:
    with pytest.raises(ModelError, match="tiny: its tokenizer does not load"):
        Encoder(replace(model(), tokenizer="{}"), threads=1)


@pytest.mark.parametrize(
    "check", [{}, {**CHECK, "ids": CHECK["ids"].astype(np.float64)}], ids=["absent", "of a wrong type"]
)
def test_a_check_window_that_does_not_run_is_an_error_of_the_model(check: dict[str, np.ndarray]) -> None:
    with pytest.raises(ModelError, match="tiny: its check window does not run"):
        Encoder(replace(model(), check=check), threads=1)
