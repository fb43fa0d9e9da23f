"""What the graphs are written with: nodes, arrays beside them, and products with quantized weights.

Use these from `training.graph` and `training.act_graph`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SMALL = 1024  # bytes
# Of 0.4 to 1, 0.85 left the least difference from the float graph on PolNeAR dev: role probabilities differ by 0.003
# on average, and by 0.006 without smoothing.
SMOOTHING = 0.85
FUSED = "com.microsoft"
PRODUCTS = ("int8", "dequantized", "float")


@dataclass(slots=True)
class Graph:
    """Nodes and arrays under construction; `products` and `ranges` say how a product with a weight is written."""

    weights: dict[str, np.ndarray]
    products: str
    ranges: dict[str, np.ndarray]
    nodes: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)
    arrays: dict[str, np.ndarray] = field(default_factory=dict)
    count: int = 0

    def add(self, kind: str, inputs: list[str], *, domain: str = "", **attributes: Any) -> str:
        """Append a node and give the name of its output."""
        self.count += 1
        name = f"{kind}_{self.count}"
        self.nodes.append(helper.make_node(kind, inputs, [name], domain=domain, **attributes))
        return name

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


def quantized_rows(graph: Graph, table: np.ndarray) -> str:
    """Gather int8 rows, each with its own scale."""
    scale = np.abs(table).max(axis=1, keepdims=True) / 127 + 1e-12
    graph.constant("word", np.round(table / scale).astype(np.int8))
    graph.constant("word_scale", scale.astype(np.float32))
    row = graph.add("Cast", [graph.add("Gather", ["word", "ids"])], to=TensorProto.FLOAT)
    return graph.add("Mul", [row, graph.add("Gather", ["word_scale", "ids"])])


def normalised(graph: Graph, x: str, name: str) -> str:
    """Layer normalisation."""
    inputs = [x, graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias")]
    return graph.add("LayerNormalization", inputs, axis=-1, epsilon=1e-12)


def product(graph: Graph, x: str, weight: np.ndarray, name: str, bias: np.ndarray | None) -> str:
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


def smoothed(graph: Graph, x: str, weight: np.ndarray, name: str) -> tuple[str, np.ndarray]:
    """Move the range of outlying channels from the input into the weight (SmoothQuant, Xiao et al. 2023)."""
    if graph.products == "float" or name not in graph.ranges:
        return x, weight
    reach, strength = graph.ranges[name] + 1e-6, np.abs(weight).max(axis=0) + 1e-6
    factor = reach**SMOOTHING / strength ** (1 - SMOOTHING)
    factor = (factor / np.median(factor)).clip(0.02, 200).astype(np.float32)
    return graph.add("Mul", [x, graph.constant(f"{name}.smooth", 1 / factor)]), weight * factor


def _quantized(graph: Graph, weight: np.ndarray, name: str) -> list[str]:
    """Names of the int8 matrix, its scale a column and its zero points."""
    scale = np.abs(weight).max(axis=1) / 127 + 1e-12
    matrix = np.round(weight / scale[:, None]).astype(np.int8).T
    return [
        graph.constant(f"{name}.w", matrix),
        graph.constant(f"{name}.scale", scale.astype(np.float32)),
        graph.constant(f"{name}.zero", np.zeros(len(scale), dtype=np.int8)),
    ]


def dense(graph: Graph, x: str, name: str) -> str:
    """`x @ weight.T + bias`, with quantized weights where products are."""
    return product(graph, x, graph.weights[f"{name}.weight"], name, graph.weights[f"{name}.bias"])


def linear(graph: Graph, x: str, name: str) -> str:
    """`x @ weight.T + bias` with float weights."""
    weight = graph.constant(f"{name}.weight", graph.weights[f"{name}.weight"].T)
    return graph.add("Add", [graph.add("MatMul", [x, weight]), graph.weight(f"{name}.bias")])


def model(graph: Graph, inputs: list[Any], outputs: dict[str, str], names: tuple[str, ...]) -> onnx.ModelProto:
    """The finished graph."""
    nodes = graph.nodes + [helper.make_node("Identity", [outputs[name]], [name]) for name in names]
    kinds = {name: TensorProto.INT64 if name == "linked" else TensorProto.FLOAT for name in names}
    results = [helper.make_tensor_value_info(name, kind, None) for name, kind in kinds.items()]
    body = helper.make_graph(nodes, "onrecord", inputs, results, graph.constants)
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=10)
