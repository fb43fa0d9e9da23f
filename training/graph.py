"""Write a trained network as an ONNX graph and a set of arrays.

Use this instead of an exporter: the graph is small, and written by hand it can use the runtime's fused operators
(attention, GELU) and quantized products from the start. The arrays stay outside of the graph, so
that an int8 graph and a float one share them. `training.export` compares the outputs with torch's.
"""

from __future__ import annotations

import numpy as np
from onnx import TensorProto, helper

from onrecord.reading.encoder import SOURCE
from training.graph_parts import FUSED, Graph, dense, linear, model, normalised, product, quantized_rows, smoothed
from training.network import REACH, Network, Size

INPUTS = ("ids", "shape", "gap")
MAIN = (*Network.MAIN, *Network.ARCS, "before")
SIDE = (*Network.SIDE, "linked", "ask", "answer")
PLACES = 256  # of a window, [CLS] and [SEP] included: `training.export.WINDOW`


def build(
    network: Network, *, products: str, ranges: dict[str, np.ndarray] | None = None
) -> tuple[bytes, bytes, dict[str, np.ndarray]]:
    """Both graphs, and the arrays that they name as external data.

    Args:
        network: float weights.
        products: `int8` (int8 weights with a scale a column, activations quantized a tensor), `dequantized` (the same
            arrays, multiplied out to float when the session starts) or `float`.
        ranges: greatest absolute input of each linear layer by channel, from `training.ranges`; quantized products
            are smoothed by them.

    Returns:
        A serialized model with inputs `ids`, `shape`, `gap` (1, length) int64 and the outputs `MAIN`; another with the
        inputs `before` of the first, `first` and `last` (1,) int64, the pieces that it is asked about, and `roles` of
        these, and with the outputs `SIDE`; and their arrays by name. Outputs are float32 without the batch axis,
        logarithms of probabilities, but for `before` (1, length, width), `linked`, the int64 numbers, from `first` on,
        of the pieces that may be the anchor of a mention, and `ask` and `answer` of these: see `Antecedents`.
    """
    weights = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    main, side = (Graph(weights, products, ranges or {}) for _ in range(2))
    before = x = _embed(main)
    for number in range(network.size.layers):
        before, x = x, layer(main, x, f"encoder.layers.{number}.", network.size)
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "length"]) for name in INPUTS]
    first = model(main, inputs, _main_heads(main, x) | {"before": before}, MAIN)
    side.constant("along", np.array([1]))
    beside = layer(side, "before", "side.", network.size, own=True)
    inputs = [
        helper.make_tensor_value_info("before", TensorProto.FLOAT, [1, "length", network.size.width]),
        helper.make_tensor_value_info("roles", TensorProto.FLOAT, ["own", Network.MAIN["roles"]]),
        *(helper.make_tensor_value_info(name, TensorProto.INT64, [1]) for name in ("first", "last")),
    ]
    second = model(side, inputs, _side_heads(side, beside), SIDE)
    return first.SerializeToString(), second.SerializeToString(), main.arrays | side.arrays


def _embed(graph: Graph) -> str:
    table = graph.weights["encoder.word.weight"]
    x = (
        graph.add("Gather", [graph.weight("encoder.word.weight"), "ids"])
        if graph.products == "float"
        else quantized_rows(graph, table)
    )
    length = graph.add("Gather", [graph.add("Shape", ["ids"]), graph.constant("one", np.array(1))])
    graph.constant("zero", np.array(0))
    places = graph.add("Range", ["zero", length, "one"])
    graph.nodes.append(helper.make_node("Identity", [places], ["places"]))
    position = graph.weights["encoder.position.weight"] + graph.weights["encoder.kind.weight"][0]
    parts = [graph.add("Gather", [graph.constant("position", position[:PLACES]), "places"])]
    parts += [graph.add("Gather", [graph.weight(f"encoder.{name}.weight"), name]) for name in ("shape", "gap")]
    for part in parts:
        x = graph.add("Add", [x, part])
    return normalised(graph, x, "encoder.norm")


def layer(graph: Graph, x: str, name: str, size: Size, *, own: bool = False) -> str:
    """One transformer layer; with `own`, of the pieces from `first` to `last` alone, which look at all."""
    parts = _attended(graph, x, name, size.width, own=own)
    x = _own(graph, x) if own else x
    seen = graph.add("MultiHeadAttention", parts, domain=FUSED, num_heads=size.attention_heads)
    out = product(graph, seen, graph.weights[f"{name}out.weight"], f"{name}out", graph.weights[f"{name}out.bias"])
    x = _skip(graph, out, x, f"{name}norm1")
    weight = graph.weights[f"{name}up.weight"]
    bias = graph.weights[f"{name}up.bias"]
    up = product(graph, *smoothed(graph, x, weight, f"{name}up"), f"{name}up", bias)
    inner = graph.add("Gelu", [up], domain=FUSED)
    weight = graph.weights[f"{name}down.weight"]
    bias = graph.weights[f"{name}down.bias"]
    down = product(graph, *smoothed(graph, inner, weight, f"{name}down"), f"{name}down", bias)
    return _skip(graph, down, x, f"{name}norm2")


def _attended(graph: Graph, x: str, name: str, width: int, *, own: bool) -> list[str]:
    """Query, key and value: three products of one smoothed input, which is faster than one product and a split."""
    x, weight = smoothed(graph, x, graph.weights[f"{name}qkv.weight"], f"{name}qkv")
    weights, biases = weight.reshape(3, width, width), graph.weights[f"{name}qkv.bias"].reshape(3, width)
    inputs = {"query": _own(graph, x) if own else x, "key": x, "value": x}
    return [product(graph, x, weights[i], f"{name}{part}", biases[i]) for i, (part, x) in enumerate(inputs.items())]


def _own(graph: Graph, x: str) -> str:
    """The pieces from `first` to `last` of vectors (1, length, width)."""
    return graph.add("Slice", [x, "first", "last", "along"])


def _skip(graph: Graph, x: str, skip: str, norm: str) -> str:
    """Add and normalise; the runtime's fused operator for both takes twice as long."""
    return normalised(graph, graph.add("Add", [x, skip]), norm)


def _main_heads(graph: Graph, x: str) -> dict[str, str]:
    row = graph.add("Squeeze", [x, graph.constant("axis0", np.array([0]))])
    steps = _steps(graph)
    arcs = {name: _biaffine(graph, row, name, steps) for name in Network.ARCS}
    return _logarithms(graph, _classes(graph, row, "main", Network.MAIN) | arcs)


def _side_heads(graph: Graph, x: str) -> dict[str, str]:
    row = graph.add("Squeeze", [x, graph.constant("axis0", np.array([0]))])
    tags = _logarithms(graph, _classes(graph, row, "side", Network.SIDE))
    linked = _linked(graph, tags["mentions"])
    return tags | {"linked": linked} | _antecedents(graph, graph.add("Gather", [row, linked]))


def _linked(graph: Graph, mentions: str) -> str:
    """The pieces whose vectors are wanted, (m,): those of mentions and sources, and the first, lest there be none."""
    mentioned = graph.add("Not", [_is(graph, mentions, 0)])
    first = graph.add("Equal", [_rows(graph, mentions), "none"])
    wanted = [mentioned, first, *(_is(graph, "roles", tag) for tag in SOURCE)]
    marked = wanted[0]
    for one in wanted[1:]:
        marked = graph.add("Or", [marked, one])
    return graph.add("Squeeze", [graph.add("NonZero", [marked]), "axis0"])


def _is(graph: Graph, scores: str, tag: int) -> str:
    """Whether a tag is the likeliest, of each row."""
    best = graph.add("ArgMax", [scores], axis=1, keepdims=0)
    return graph.add("Equal", [best, graph.constant(f"tag{tag}", np.array(tag))])


def _rows(graph: Graph, x: str) -> str:
    """The numbers of the rows."""
    graph.constant("none", np.array(0))
    length = graph.add("Gather", [graph.add("Shape", [x]), "none"])
    return graph.add("Range", ["none", length, graph.constant("step", np.array(1))])


def _logarithms(graph: Graph, scores: dict[str, str]) -> dict[str, str]:
    return {name: graph.add("LogSoftmax", [output], axis=-1) for name, output in scores.items()}


def _classes(graph: Graph, x: str, group: str, heads: dict[str, int]) -> dict[str, str]:
    """Several linear heads: one product, cut up."""
    names = list(heads)
    weight = np.concatenate([graph.weights[f"{name}.weight"] for name in names]).T
    bias = np.concatenate([graph.weights[f"{name}.bias"] for name in names])
    product = graph.add("MatMul", [x, graph.constant(f"{group}.weight", weight)])
    scores = graph.add("Add", [product, graph.constant(f"{group}.bias", bias)])
    sizes = graph.constant(f"{group}.sizes", np.array(list(heads.values())))
    outputs = [f"scores_{name}" for name in names]
    graph.nodes.append(helper.make_node("Split", [scores, sizes], outputs, axis=1))
    return dict(zip(names, outputs, strict=True))


def _antecedents(graph: Graph, x: str) -> dict[str, str]:
    """`ask`, with the score of no antecedent in its last column, and `answer`; neither is a probability."""
    dep, head = (
        graph.add("Gelu", [dense(graph, x, f"antecedents.{part}.0")], domain=FUSED) for part in ("dep", "head")
    )
    asked, new = dense(graph, dep, "antecedents.u"), linear(graph, dep, "antecedents.new")
    return {"ask": graph.add("Concat", [asked, new], axis=1), "answer": head}


def _steps(graph: Graph) -> str:
    """From each piece to each head, as an index into all distances that a window can hold."""
    across = graph.add("Unsqueeze", ["places", "axis0"])
    down = graph.add("Unsqueeze", ["places", graph.constant("axis1", np.array([1]))])
    middle = graph.constant("middle", np.array(len(graph.weights["encoder.position.weight"]) - 1))
    return graph.add("Add", [graph.add("Sub", [across, down]), middle])


def _distances(weight: np.ndarray, positions: int) -> np.ndarray:
    """The bias of every distance from 1 - positions to positions - 1."""
    steps = np.arange(1 - positions, positions).clip(-4 * REACH, 4 * REACH)
    bias: np.ndarray = weight[steps // 4 + REACH, 0]
    return bias


def _biaffine(graph: Graph, x: str, name: str, steps: str) -> str:
    dep, head = (graph.add("Gelu", [linear(graph, x, f"{name}.{part}.0")]) for part in ("dep", "head"))
    left = graph.add("MatMul", [dep, graph.weight(f"{name}.u")])
    scores = graph.add("MatMul", [left, graph.add("Transpose", [head], perm=[1, 0])])
    bias = graph.add("Transpose", [linear(graph, head, f"{name}.b")], perm=[1, 0])
    positions = len(graph.weights["encoder.position.weight"])
    distances = _distances(graph.weights[f"{name}.distance.weight"], positions)
    near = graph.add("Gather", [graph.constant(f"{name}.distances", distances), steps])
    return graph.add("Add", [graph.add("Add", [scores, bias]), near])
