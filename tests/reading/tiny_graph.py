"""Three real graphs of a few nodes, so that the encoder is tested with the runtime and without weights.

Written as protocol buffers by hand, for the `onnx` package is a need of training alone. Of T pieces, [CLS] and [SEP]
included, the main one says

    roles     (T, 7)     the row of the table for each id, less (or plus) the piece's place in its window
    media     (T, 3)     what was fed: id, shape, gap
    arcs      (T, T)     column less row
    sources   (T, T)     row less column
    before    (1, T, 3)  what was fed

the side one, of `before` from `first` to `last`, and the `roles` of these n pieces,

    mentions  (n, 13)    the row of another table for each id
    linked    (m,)       the first piece, and those whose likeliest tag is a mention's or a source's
    ask       (m, 3)     what was fed to the main one for these, or less than nothing by as much
    answer    (m, 2)     id, gap

and the one for acts, of the n pieces of a statement,

    acts        (10,)    the mean of another table's rows over the cue
    polarity    (2,)     the first and the third of these, or less than nothing by as much
    certainty   (2,)     likewise over the content
    conditions  (n, 3)   what was fed: id, place, role
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

FLOAT, INT64 = 1, 7  # ONNX's data types
OUTPUTS = {"roles": 2, "media": 2, "arcs": 2, "sources": 2, "before": 3}  # with their axes
SIDE_OUTPUTS = {"mentions": 2, "linked": 1, "ask": 2, "answer": 2}
ACT_OUTPUTS = {"acts": 1, "polarity": 1, "certainty": 1, "conditions": 2}
ACT_INPUTS = {"cue": 3, "content": 3, "bias": 4}  # numbers with their axes, beside the identifiers
JOIN, PASS = "Sub", "Identity"
NODES = (
    ("Squeeze", ["ids", "axis0"], "flat"),
    ("Gather", ["table", "flat"], "rows"),
    ("Shape", ["flat"], "length"),
    ("Squeeze", ["length"], "count"),
    ("Range", ["nought", "count", "one"], "places"),
    ("Cast", ["places"], "row"),
    ("Unsqueeze", ["row", "axis0"], "across"),
    ("Unsqueeze", ["row", "axis1"], "down"),
    (JOIN, ["rows", "down"], "roles"),
    ("Concat", ["ids", "shape", "gap"], "fed"),
    ("Transpose", ["fed"], "columns"),
    ("Cast", ["columns"], "media"),
    ("Sub", ["across", "down"], "arcs"),
    ("Neg", ["arcs"], "sources"),
    ("Unsqueeze", ["media", "axis0"], "before"),
)
SIDE_NODES = (
    ("Slice", ["before", "first", "last", "axis1"], "own"),
    ("Squeeze", ["own", "axis0"], "vectors"),
    ("Gather", ["vectors", "nought"], "column"),
    ("Cast", ["column"], "numbers"),
    ("Gather", ["side.tags", "numbers"], "mentions"),
    ("ArgMax", ["mentions"], "tag"),
    ("Greater", ["tag", "nought"], "mentioned"),
    ("ArgMax", ["roles"], "role"),
    ("Equal", ["role", "three"], "begins_source"),
    ("Equal", ["role", "four"], "in_source"),
    ("Shape", ["numbers"], "length"),
    ("Squeeze", ["length"], "count"),
    ("Range", ["nought", "count", "one"], "places"),
    ("Equal", ["places", "nought"], "is_first"),
    ("Or", ["mentioned", "begins_source"], "some"),
    ("Or", ["some", "in_source"], "more"),
    ("Or", ["more", "is_first"], "all"),
    ("NonZero", ["all"], "wanted"),
    ("Squeeze", ["wanted", "axis0"], "linked"),
    ("Gather", ["vectors", "linked"], "kept"),
    (PASS, ["kept"], "ask"),
    ("Gather", ["kept", "first_and_last"], "answer"),
)
ACT_NODES = (
    ("Squeeze", ["ids", "axis0"], "flat"),
    ("Gather", ["acts.table", "flat"], "rows"),
    ("Squeeze", ["cue", "axis0"], "said_by"),
    ("MatMul", ["said_by", "rows"], "said"),
    ("Squeeze", ["said", "axis0"], "acts"),
    ("Gather", ["acts", "first_and_last"], "two"),
    (PASS, ["two"], "polarity"),
    ("Squeeze", ["content", "axis0"], "told_by"),
    ("MatMul", ["told_by", "rows"], "told"),
    ("Squeeze", ["told", "axis0"], "about"),
    ("Gather", ["about", "first_and_last"], "certainty"),
    ("Concat", ["ids", "places", "roles"], "fed"),
    ("Transpose", ["fed"], "columns"),
    ("Cast", ["columns"], "conditions"),
)
ATTRIBUTES = {
    "row": {"to": FLOAT},
    "media": {"to": FLOAT},
    "conditions": {"to": FLOAT},
    "fed": {"axis": 0},
    "column": {"axis": 1},
    "numbers": {"to": INT64},
    "answer": {"axis": 1},
    "tag": {"axis": 1, "keepdims": 0},
    "role": {"axis": 1, "keepdims": 0},
}
CONSTANTS = {"axis0": [0], "axis1": [1], "nought": 0, "one": 1, "three": 3, "four": 4, "first_and_last": [0, 2]}


def tiny_graph(*, rows: int, table: str = "table", join: str = JOIN) -> bytes:
    """The main graph as a serialized model.

    Args:
        rows: of its table, (rows, 7) float32, which is no part of the graph.
        table: the name under which that is added to the session.
        join: how a row and a place become roles, `Sub` or `Add`.
    """
    nodes = [
        _node(join if out == "roles" else kind, [table if name == "table" else name for name in inputs], out)
        for kind, inputs, out in NODES
    ]
    inputs = [_value(name, INT64, axes=2) for name in ("ids", "shape", "gap")]
    return _model(nodes, _beside(table, (rows, 7)), inputs, OUTPUTS)


def tiny_side_graph(*, rows: int, how: str = PASS) -> bytes:
    """The side graph as a serialized model.

    Args:
        rows: of its table `side.tags`, (rows, 13) float32, which is no part of the graph.
        how: what was fed becomes `ask`, `Identity` or `Neg`.
    """
    nodes = [_node(how if out == "ask" else kind, inputs, out) for kind, inputs, out in SIDE_NODES]
    inputs = [_value("before", FLOAT, axes=3), _value("roles", FLOAT, axes=2)]
    inputs += [_value(name, INT64, axes=1) for name in ("first", "last")]
    return _model(nodes, _beside("side.tags", (rows, 13)), inputs, SIDE_OUTPUTS)


def tiny_act_graph(*, rows: int, how: str = PASS) -> bytes:
    """The graph for acts as a serialized model.

    Args:
        rows: of its table `acts.table`, (rows, 10) float32, which is no part of the graph.
        how: two of the acts become `polarity`, `Identity` or `Neg`.
    """
    nodes = [_node(how if out == "polarity" else kind, inputs, out) for kind, inputs, out in ACT_NODES]
    inputs = [_value(name, INT64, axes=2) for name in ("ids", "places", "roles")]
    inputs += [_value(name, FLOAT, axes=axes) for name, axes in ACT_INPUTS.items()]
    return _model(nodes, _beside("acts.table", (rows, 10)), inputs, ACT_OUTPUTS)


def _model(nodes: Sequence[bytes], table: bytes, inputs: Sequence[bytes], outputs: dict[str, int]) -> bytes:
    constants = [_constant(name, np.array(value, dtype=np.int64)) for name, value in CONSTANTS.items()]
    graph = _message(
        *((1, node) for node in nodes),
        (2, "tiny"),
        *((5, constant) for constant in [*constants, table]),
        *((11, value) for value in inputs),
        *((12, _value(name, INT64 if name == "linked" else FLOAT, axes=axes)) for name, axes in outputs.items()),
    )
    return _message((1, 10), (7, graph), (8, _message((2, 20))))  # form 10, operators of set 20


def _node(kind: str, inputs: list[str], output: str) -> bytes:
    attributes = [_message((1, name), (3, value), (20, 2)) for name, value in ATTRIBUTES.get(output, {}).items()]
    return _message(*((1, name) for name in inputs), (2, output), (4, kind), *((5, one) for one in attributes))


def _constant(name: str, value: np.ndarray) -> bytes:
    return _message(*((1, size) for size in value.shape), (2, INT64), (8, name), (9, value.tobytes()))


def _beside(name: str, shape: tuple[int, ...]) -> bytes:
    """A tensor that is stored outside of the graph."""
    location = _message((1, "location"), (2, "arrays"))
    return _message(*((1, size) for size in shape), (2, FLOAT), (8, name), (13, location), (14, 1))


def _value(name: str, kind: int, *, axes: int) -> bytes:
    """An input or output with axes of any length."""
    shape = _message(*((1, _message((2, f"{name}{axis}"))) for axis in range(axes)))
    return _message((1, name), (2, _message((1, _message((1, kind), (2, shape))))))


def _message(*fields: tuple[int, int | str | bytes]) -> bytes:
    """Protocol buffers: numbers as varints, all else with its length before it."""
    return b"".join(_field(number, value) for number, value in fields)


def _field(number: int, value: int | str | bytes) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    raw = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(raw)) + raw


def _varint(value: int) -> bytes:
    more, last = value >> 7, value & 0x7F
    return bytes([last | 0x80]) + _varint(more) if more else bytes([last])
