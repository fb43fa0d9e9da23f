"""Write the trained act reader as an ONNX graph that shares the word embeddings of the attribution graph.

Use `build_acts` beside `training.graph.build`; `training.export` puts both into one folder.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import torch
from onnx import TensorProto, helper

from training.act_data import Labelled
from training.act_network import ActNetwork
from training.graph import PLACES, layer
from training.graph_parts import FUSED, Graph, dense, linear, model, normalised, quantized_rows
from training.ranges import PRODUCTS, hook, note

INPUTS = ("ids", "places", "roles")
WEIGHTS = {"cue": 3, "content": 3, "bias": 4}  # float inputs and how many axes they have; the last one is the length
OUTPUTS = (*ActNetwork.HEADS, "conditions")
PREFIX = "acts."


def build_acts(
    network: ActNetwork, *, products: str, ranges: dict[str, np.ndarray] | None = None
) -> tuple[bytes, dict[str, np.ndarray]]:
    """The graph, and the arrays that it names; `word`, `word_scale` and `position` are the attribution graph's.

    Args:
        network: float weights.
        products: as in `training.graph.build`.
        ranges: of its layers, from `ranges_of`.

    Returns:
        A serialized model with the inputs `ids`, `places` and `roles` (1, length) int64, `cue` and `content` (1, 1,
        length), equal weights that sum to 1, and `bias` (1, 1, 1, length), 0 on the content and -10,000 elsewhere. Its
        outputs are logarithms of probabilities: `acts` (10), `polarity` (2), `certainty` (2), `conditions` (length, 3).
    """
    weights = {f"{PREFIX}{name}": value.detach().float().numpy() for name, value in network.state_dict().items()}
    weights["encoder.word.weight"] = weights.pop(f"{PREFIX}word.weight")
    graph = Graph(weights, products, ranges or {})
    x = _embedded(graph)
    for number in range(len(network.layers)):
        x = layer(graph, x, f"{PREFIX}layers.{number}.", network.size)
    said, about = (graph.add("MatMul", [name, x]) for name in ("cue", "content"))
    query, key = dense(graph, said, f"{PREFIX}query"), dense(graph, x, f"{PREFIX}key")
    seen = graph.add(
        "MultiHeadAttention",
        [query, key, x, "", "", "bias"],
        domain=FUSED,
        num_heads=network.size.attention_heads,
    )
    told = graph.add("Concat", [said, seen, about], axis=-1)
    hidden = graph.add("Gelu", [dense(graph, told, f"{PREFIX}hidden")], domain=FUSED)
    axes = graph.constant("axes", np.array([0, 1]))
    outputs = _heads(graph, graph.add("Squeeze", [linear(graph, hidden, f"{PREFIX}heads"), axes]))
    tags = graph.add("Squeeze", [linear(graph, x, f"{PREFIX}conditions"), graph.constant("axis0", np.array([0]))])
    outputs["conditions"] = graph.add("LogSoftmax", [tags], axis=-1)
    return model(graph, _inputs(), outputs, OUTPUTS).SerializeToString(), graph.arrays


def _embedded(graph: Graph) -> str:
    word = (
        graph.add("Gather", [graph.weight("encoder.word.weight"), "ids"])
        if graph.products == "float"
        else quantized_rows(graph, graph.weights["encoder.word.weight"])
    )
    position = graph.constant("position", graph.weights[f"{PREFIX}position.weight"][:PLACES])
    parts = [graph.add("Gather", [position, "places"])]
    parts.append(graph.add("Gather", [graph.weight(f"{PREFIX}role.weight"), "roles"]))
    for part in parts:
        word = graph.add("Add", [word, part])
    return normalised(graph, word, f"{PREFIX}norm")


def _heads(graph: Graph, scores: str) -> dict[str, str]:
    sizes = graph.constant("sizes", np.array(list(ActNetwork.HEADS.values())))
    names = [f"scores_{name}" for name in ActNetwork.HEADS]
    graph.nodes.append(helper.make_node("Split", [scores, sizes], names, axis=0))
    return {name: graph.add("LogSoftmax", [each], axis=-1) for name, each in zip(ActNetwork.HEADS, names, strict=True)}


def _inputs() -> list[Any]:
    whole = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "length"]) for name in INPUTS]
    return whole + [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [*[1] * (axes - 1), "length"])
        for name, axes in WEIGHTS.items()
    ]


def ranges_of(network: ActNetwork, stmts: list[Labelled]) -> dict[str, np.ndarray]:
    """Greatest absolute input a channel of every quantized product, as `training.ranges.measure` gives them."""
    reach: dict[str, np.ndarray] = {}
    hooks = [
        getattr(each, part).register_forward_pre_hook(hook(partial(note, reach, f"{PREFIX}layers.{number}.{part}")))
        for number, each in enumerate(network.layers)
        for part in PRODUCTS
    ]
    network.eval()
    with torch.no_grad():
        for stmt in stmts:
            ids, roles = (torch.from_numpy(each)[None] for each in (stmt.ids, stmt.roles))
            network(ids, roles, torch.ones_like(ids, dtype=torch.bool))
    for one in hooks:
        one.remove()
    return reach
