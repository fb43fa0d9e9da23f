"""The act reader that ships as a checkpoint to go on from: `python -m training.act_shipped OUT.pt`.

Use it where the checkpoints of earlier runs are gone. The weights are the eight-bit ones, multiplied out; what rounding
took is not given back.
"""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from onrecord.model import SHIPPED
from training.act_graph import PREFIX
from training.act_network import LAYERS, ActNetwork
from training.fit import write
from training.network import Size

QKV = ("query", "key", "value")


def main() -> None:
    """Parse the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folder", type=Path, default=SHIPPED, help="of weights, by default the package's own")
    options = parser.parse_args()
    network = shipped(options.folder)
    write(options.out, {"weights": network.state_dict(), "size": asdict(network.size)})


def shipped(folder: Path = SHIPPED) -> ActNetwork:
    """The act reader of a folder of weights, in floating point."""
    held = arrays(folder)
    weights = {
        "word.weight": held["word"] * held["word_scale"],
        "role.weight": held[f"{PREFIX}role.weight"],
        "heads.weight": held[f"{PREFIX}heads.weight"].T,
        "heads.bias": held[f"{PREFIX}heads.bias"],
        "conditions.weight": held[f"{PREFIX}conditions.weight"].T,
        "conditions.bias": held[f"{PREFIX}conditions.bias"],
    }
    for name in ("query", "key", "hidden"):
        weights |= _linear(held, name, None)
    norms = ["norm"]
    for number in range(LAYERS):
        at = f"layers.{number}."
        three = [_linear(held, f"{at}{part}", f"{at}qkv") for part in QKV]
        for kind in ("weight", "bias"):
            weights[f"{at}qkv.{kind}"] = np.concatenate(
                [one[f"{at}{part}.{kind}"] for one, part in zip(three, QKV, strict=True)]
            )
        weights |= _linear(held, f"{at}out", None)
        weights |= _linear(held, f"{at}up", f"{at}up") | _linear(held, f"{at}down", f"{at}down")
        norms += [f"{at}norm1", f"{at}norm2"]
    weights |= {f"{norm}.{kind}": held[f"{PREFIX}{norm}.{kind}"] for norm in norms for kind in ("weight", "bias")}
    network = ActNetwork(Size())
    tensors = {name: torch.from_numpy(np.ascontiguousarray(value, np.float32)) for name, value in weights.items()}
    tensors["position.weight"] = network.position.weight.detach().clone()
    tensors["position.weight"][: len(held["position"])] = torch.from_numpy(held["position"])
    network.load_state_dict(tensors)
    return network.eval()


def arrays(folder: Path) -> dict[str, np.ndarray]:
    """What the acts graph names: large arrays beside it, small ones in it."""
    graph = onnx.load(folder / "int8-acts.onnx", load_external_data=False).graph
    small = [one for one in graph.initializer if one.data_location != onnx.TensorProto.EXTERNAL]
    with np.load(folder / "arrays.npz") as file:
        return {one.name: numpy_helper.to_array(one) for one in small} | dict(file)


def _linear(held: dict[str, np.ndarray], name: str, smoothed: str | None) -> dict[str, np.ndarray]:
    """One product, with what was moved from its input into its weight moved back."""
    weight = held[f"{PREFIX}{name}.w"] * held[f"{PREFIX}{name}.scale"]
    if smoothed:
        weight = weight * held[f"{PREFIX}{smoothed}.smooth"][:, None]
    return {f"{name}.weight": weight.T, f"{name}.bias": held[f"{PREFIX}{name}.b"]}


if __name__ == "__main__":
    main()
