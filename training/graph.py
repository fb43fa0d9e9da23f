"""Write a trained network as an ONNX graph and a set of arrays.

Use this instead of an exporter: the graph is small, and written by hand it can use the runtime's fused operators
(attention, skip-and-normalise, GELU) and quantized products from the start. The arrays stay outside of the graph, so that
an int8 graph and a float one share them. `training.export` compares the outputs with torch's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.network import REACH, Network, Size

INPUTS = ("ids", "shape", "gap")
SMALL = 1024  # bytes
FUSED = "com.microsoft"
PRODUCTS = ("int8", "dequantized", "float")


@dataclass(slots=True)
class Graph:
    """Nodes and arrays under construction; `products` says how a product with a weight is written."""

    weights: dict[str, np.ndarray]
    products: str
    nodes: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)
    arrays: dict[str, np.ndarray] = field(default_factory=dict)
    count: int = 0

    def add(self, kind: str, inputs: list[str], *, domain: str = "", outputs: int = 1, **attributes: Any) -> str:
        """Append a node and give the name of its first output."""
        self.count += 1
        names = [f"{kind}_{self.count}_{index}" for index in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names[0]

    def constant(self, name: str, value: np.ndarray) -> str:
        """Store an array under a name: a small one in the graph, a large one beside it."""
        value = np.ascontiguousarray(value)
        tensor = numpy_helper.from_array(value if value.nbytes < SMALL else value[:0], name)
        if value.nbytes >= SMALL:
            self.arrays[name] = value
            tensor = onnx.TensorProto(
                name=name, data_type=tensor.data_type, dims=value.shape, data_location=onnx.TensorProto.EXTERNAL
            )
            tensor.external_data.add(key="location", value="arrays")
        self.constants.append(tensor)
        return name

    def weight(self, name: str) -> str:
        """Store a parameter of the network."""
        return self.constant(name, self.weights[name].astype(np.float32))


def build(network: Network, *, products: str) -> tuple[bytes, dict[str, np.ndarray]]:
    """The whole graph, and the arrays that it names as external data.

    Args:
        network: float weights.
        products: `int8` (int8 weights with a scale a column, activations quantized a tensor), `dequantized` (the same
            arrays, multiplied out to float when the session starts) or `float`.

    Returns:
        A serialized model with inputs `ids`, `shape`, `gap` (1, length) int64 and the outputs of `Network.OUTPUTS`, as
        logarithms of probabilities, without the batch axis, float32; and its arrays by name.
    """
    weights = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    graph = Graph(weights, products)
    x = _embed(graph)
    for number in range(network.size.layers):
        x = _layer(graph, x, f"encoder.layers.{number}.", network.size)
    model = _model(graph, _heads(graph, x))
    return model.SerializeToString(), graph.arrays


def _embed(graph: Graph) -> str:
    table = graph.weights["encoder.word.weight"]
    x = graph.add("Gather", [graph.weight("encoder.word.weight"), "ids"]) if graph.products == "float" else _rows(graph, table)
    length = graph.add("Gather", [graph.add("Shape", ["ids"]), graph.constant("one", np.array(1))])
    graph.constant("zero", np.array(0))
    places = graph.add("Range", ["zero", length, "one"])
    graph.nodes.append(helper.make_node("Identity", [places], ["places"]))
    position = graph.weights["encoder.position.weight"] + graph.weights["encoder.kind.weight"][0]
    parts = [graph.add("Gather", [graph.constant("position", position), "places"])]
    parts += [graph.add("Gather", [graph.weight(f"encoder.{name}.weight"), name]) for name in ("shape", "gap")]
    for part in parts:
        x = graph.add("Add", [x, part])
    return _normalise(graph, x, "encoder.norm")


def _rows(graph: Graph, table: np.ndarray) -> str:
    """Gather int8 rows, each with its own scale."""
    scale = np.abs(table).max(axis=1, keepdims=True) / 127 + 1e-12
    graph.constant("word", np.round(table / scale).astype(np.int8))
    graph.constant("word_scale", scale.astype(np.float32))
    row = graph.add("Cast", [graph.add("Gather", ["word", "ids"])], to=TensorProto.FLOAT)
    return graph.add("Mul", [row, graph.add("Gather", ["word_scale", "ids"])])


def _normalise(graph: Graph, x: str, name: str) -> str:
    inputs = [x, graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias")]
    return graph.add("LayerNormalization", inputs, axis=-1, epsilon=1e-12)


def _layer(graph: Graph, x: str, name: str, size: Size) -> str:
    width = size.width
    qkv = graph.weights[f"{name}qkv.weight"].reshape(3, width, width)
    bias = graph.weights[f"{name}qkv.bias"].reshape(3, width)
    parts = [_product(graph, x, qkv[i], f"{name}{part}", bias[i]) for i, part in enumerate(("query", "key", "value"))]
    seen = graph.add("MultiHeadAttention", parts, domain=FUSED, num_heads=size.attention_heads)
    out = _product(graph, seen, graph.weights[f"{name}out.weight"], f"{name}out", None)
    x = _skip(graph, out, x, f"{name}norm1", f"{name}out.bias")
    up = _product(graph, x, graph.weights[f"{name}up.weight"], f"{name}up", None)
    inner = graph.add("BiasGelu", [up, graph.weight(f"{name}up.bias")], domain=FUSED)
    down = _product(graph, inner, graph.weights[f"{name}down.weight"], f"{name}down", None)
    return _skip(graph, down, x, f"{name}norm2", f"{name}down.bias")


def _skip(graph: Graph, x: str, skip: str, norm: str, bias: str) -> str:
    inputs = [x, skip, graph.weight(f"{norm}.weight"), graph.weight(f"{norm}.bias"), graph.weight(bias)]
    return graph.add("SkipLayerNormalization", inputs, domain=FUSED, epsilon=1e-12)


def _product(graph: Graph, x: str, weight: np.ndarray, name: str, bias: np.ndarray | None) -> str:
    """`x @ weight.T + bias`."""
    if graph.products == "int8":
        names = _quantized(graph, weight, name) + ([graph.constant(f"{name}.b", bias)] if bias is not None else [])
        return graph.add("DynamicQuantizeMatMul", [x, *names], domain=FUSED)
    if graph.products == "dequantized":
        matrix = graph.add("DequantizeLinear", _quantized(graph, weight, name), axis=1)
    else:
        matrix = graph.constant(f"{name}.w", weight.T)
    out = graph.add("MatMul", [x, matrix])
    return out if bias is None else graph.add("Add", [out, graph.constant(f"{name}.b", bias)])


def _quantized(graph: Graph, weight: np.ndarray, name: str) -> list[str]:
    """Names of the int8 matrix, its scale a column and its zero points."""
    scale = np.abs(weight).max(axis=1) / 127 + 1e-12
    matrix = np.round(weight / scale[:, None]).astype(np.int8).T
    return [
        graph.constant(f"{name}.w", matrix),
        graph.constant(f"{name}.scale", scale.astype(np.float32)),
        graph.constant(f"{name}.zero", np.zeros(len(scale), dtype=np.int8)),
    ]


def _heads(graph: Graph, x: str) -> dict[str, str]:
    row = graph.add("Squeeze", [x, graph.constant("axis0", np.array([0]))])
    outputs = {name: _linear(graph, row, name) for name in ("roles", "media")}
    bucket = _buckets(graph)
    outputs |= {name: _biaffine(graph, row, name, bucket) for name in ("arcs", "sources")}
    return {name: graph.add("LogSoftmax", [scores], axis=-1) for name, scores in outputs.items()}


def _linear(graph: Graph, x: str, name: str) -> str:
    weight = graph.constant(f"{name}.weight", graph.weights[f"{name}.weight"].T)
    return graph.add("Add", [graph.add("MatMul", [x, weight]), graph.weight(f"{name}.bias")])


def _buckets(graph: Graph) -> str:
    """Bucket of the distance from each piece to each head."""
    across = graph.add("Unsqueeze", ["places", "axis0"])
    down = graph.add("Unsqueeze", ["places", graph.constant("axis1", np.array([1]))])
    limits = [graph.constant("near", np.array(-4 * REACH)), graph.constant("far", np.array(4 * REACH))]
    steps = graph.add("Clip", [graph.add("Sub", [across, down]), *limits])
    shifted = graph.add("Add", [steps, "far"])
    return graph.add("Div", [shifted, graph.constant("four", np.array(4))])


def _biaffine(graph: Graph, x: str, name: str, bucket: str) -> str:
    dep, head = (graph.add("Gelu", [_linear(graph, x, f"{name}.{part}.0")]) for part in ("dep", "head"))
    left = graph.add("MatMul", [dep, graph.weight(f"{name}.u")])
    scores = graph.add("MatMul", [left, graph.add("Transpose", [head], perm=[1, 0])])
    bias = graph.add("Transpose", [_linear(graph, head, f"{name}.b")], perm=[1, 0])
    distance = graph.constant(f"{name}.distance", graph.weights[f"{name}.distance.weight"][:, 0])
    near = graph.add("Gather", [distance, bucket])
    return graph.add("Add", [graph.add("Add", [scores, bias]), near])


def _model(graph: Graph, outputs: dict[str, str]) -> onnx.ModelProto:
    nodes = graph.nodes + [helper.make_node("Identity", [outputs[name]], [name]) for name in Network.OUTPUTS]
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "length"]) for name in INPUTS]
    results = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["length", None]) for name in Network.OUTPUTS]
    body = helper.make_graph(nodes, "onrecord", inputs, results, graph.constants)
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=10)
