"""A real graph of a few nodes, so that the encoder is tested with the runtime and without weights.

Written as protocol buffers by hand, for the `onnx` package is a need of training alone. Of T pieces, [CLS] and [SEP]
included, it says

    roles    (T, 7)  the row of the table for each id, less (or plus) the piece's place in its window
    media    (T, 3)  what was fed: id, shape, gap
    arcs     (T, T)  column less row
    sources  (T, T)  row less column
"""

from __future__ import annotations

import numpy as np

FLOAT, INT64 = 1, 7  # ONNX's data types
OUTPUTS = ("roles", "media", "arcs", "sources")
JOIN = "Sub"
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
)
ATTRIBUTES = {"Cast": {"to": FLOAT}, "Concat": {"axis": 0}}
CONSTANTS = {"axis0": [0], "axis1": [1], "nought": 0, "one": 1}


def tiny_graph(*, rows: int, table: str = "table", join: str = JOIN) -> bytes:
    """A serialized model.

    Args:
        rows: of its table, (rows, 7) float32, which is no part of the graph.
        table: the name under which it is added to the session.
        join: how a row and a place become roles, `Sub` or `Add`.
    """
    nodes = [
        _node(join if out == "roles" else kind, [table if name == "table" else name for name in inputs], out)
        for kind, inputs, out in NODES
    ]
    constants = [_constant(name, np.array(value, dtype=np.int64)) for name, value in CONSTANTS.items()]
    graph = _message(
        *((1, node) for node in nodes),
        (2, "tiny"),
        *((5, constant) for constant in [*constants, _beside(table, (rows, 7))]),
        *((11, _value(name, INT64)) for name in ("ids", "shape", "gap")),
        *((12, _value(name, FLOAT)) for name in OUTPUTS),
    )
    return _message((1, 10), (7, graph), (8, _message((2, 20))))  # form 10, operators of set 20


def _node(kind: str, inputs: list[str], output: str) -> bytes:
    attributes = [_message((1, name), (3, value), (20, 2)) for name, value in ATTRIBUTES.get(kind, {}).items()]
    return _message(*((1, name) for name in inputs), (2, output), (4, kind), *((5, one) for one in attributes))


def _constant(name: str, value: np.ndarray) -> bytes:
    return _message(*((1, size) for size in value.shape), (2, INT64), (8, name), (9, value.tobytes()))


def _beside(name: str, shape: tuple[int, ...]) -> bytes:
    """A tensor that is stored outside of the graph."""
    location = _message((1, "location"), (2, "arrays"))
    return _message(*((1, size) for size in shape), (2, FLOAT), (8, name), (13, location), (14, 1))


def _value(name: str, kind: int) -> bytes:
    """An input or output with two axes of any length."""
    axes = _message(*((1, _message((2, f"{name}{axis}"))) for axis in range(2)))
    return _message((1, name), (2, _message((1, _message((1, kind), (2, axes))))))


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
