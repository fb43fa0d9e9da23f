"""Export a checkpoint as the folder that ships: `python -m training.export CHECKPOINT FOLDER --tokenizer FILE`.

The float graph is compared with torch, the int8 graph with the float one; the export fails when the first pair
disagrees. The confidences are left as they are in FOLDER's manifest, if it has one: `training.calibrate` fits them.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
import torch
from tokenizers import Tokenizer

from onrecord.model import FILES, FORMAT, hash_file
from training.fit import load_texts
from training.graph import build
from training.network import Network
from training.ranges import measure
from training.teach import load

# Float products differ in the last digits between torch and the runtime.
CLOSE = 1e-3
CALIBRATED = 60  # training texts, every other one
IDENTITY = [[0.0, 0.0], [1.0, 1.0]]
# Of 190 to 382 pieces, 254 gave the best linked and content figures on PolNeAR dev.
WINDOW = {"size": 254, "overlap": 64}


def main() -> None:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument(
        "--data", type=Path, required=True, help="the data sets; some training texts set the int8 ranges"
    )
    parser.add_argument("--name", default="onrecord-minilm-l6")
    options = parser.parse_args()
    network = load(options.checkpoint)
    ranges = measure(network, load_texts(options)[:CALIBRATED:2])
    export(network, options.folder, tokenizer=options.tokenizer, name=options.name, ranges=ranges)


def export(network: Network, folder: Path, *, tokenizer: Path, name: str, ranges: dict[str, np.ndarray]) -> None:
    """Write every file of the folder but the card."""
    folder.mkdir(parents=True, exist_ok=True)
    int8, arrays = build(network, products="int8", ranges=ranges)
    dequantized, same = build(network, products="dequantized", ranges=ranges)
    arrays |= same
    (folder / "int8.onnx").write_bytes(int8)
    (folder / "float.onnx").write_bytes(dequantized)
    np.savez(folder / "arrays.npz", **arrays)
    write_tokenizer(tokenizer, folder / "tokenizer.json")
    feeds = fixed_window(network.size.vocabulary)
    compare(network, feeds)
    roles = run(int8, arrays, feeds)[0]
    print("int8 against float weights, mean difference of role probabilities:", difference(network, roles, feeds))
    np.savez(folder / "check.npz", roles=roles, **feeds)
    write_manifest(folder, name)


def fixed_window(vocabulary: int, length: int = 96) -> dict[str, np.ndarray]:
    """Inputs of the self-check: any pieces do, and these need nobody's text."""
    rng = np.random.default_rng(7)
    ids = rng.integers(1000, vocabulary, (1, length))
    ids[0, 0], ids[0, -1] = 101, 102
    return {"ids": ids, "shape": rng.integers(1, 7, (1, length)), "gap": rng.integers(0, 3, (1, length))}


def write_tokenizer(source: Path, target: Path) -> None:
    """The tokenizer without the truncation and padding that it came with."""
    tokenizer = Tokenizer.from_file(str(source))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(target), pretty=False)


def run(graph: bytes, arrays: dict[str, np.ndarray], feeds: dict[str, np.ndarray]) -> list[np.ndarray]:
    """All outputs of a graph, in the order of `Network.OUTPUTS`."""
    options = ort.SessionOptions()
    values = [ort.OrtValue.ortvalue_from_numpy(array) for array in arrays.values()]
    options.add_external_initializers(list(arrays), values)
    session = ort.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    outputs: list[np.ndarray] = session.run(Network.OUTPUTS, feeds)
    return outputs


def compare(network: Network, feeds: dict[str, np.ndarray]) -> None:
    """Hold the float graph against torch.

    Raises:
        ValueError: when an output differs by more than rounding.
    """
    graph, arrays = build(network, products="float")
    for name, ours, theirs in zip(
        Network.OUTPUTS, run(graph, arrays, feeds), torch_outputs(network, feeds), strict=True
    ):
        worst = float(np.abs(ours - theirs).max())
        print(f"{name}: float graph against torch, greatest difference {worst:.2g}")
        if worst > CLOSE:
            raise ValueError(f"the graph's {name} differ from torch's by {worst}")


def torch_outputs(network: Network, feeds: dict[str, np.ndarray]) -> list[np.ndarray]:
    """What torch gives, as logarithms of probabilities."""
    inputs = [torch.from_numpy(feeds[name]) for name in ("ids", "shape", "gap")]
    with torch.no_grad():
        outputs = network(*inputs, torch.ones_like(inputs[0]))
    return [output[0].log_softmax(-1).numpy() for output in outputs]


def difference(network: Network, roles: np.ndarray, feeds: dict[str, np.ndarray]) -> float:
    """Mean absolute difference of role probabilities from torch's."""
    return float(np.abs(np.exp(roles) - np.exp(torch_outputs(network, feeds)[0])).mean())


def write_manifest(folder: Path, name: str) -> None:
    """The manifest over the files as they lie there."""
    path = folder / "manifest.json"
    before: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    manifest = {
        "format": FORMAT,
        "name": name,
        "window": WINDOW,
        "confidence": before.get("confidence", {"outermost": IDENTITY, "nested": IDENTITY}),
        "files": {file: hash_file(folder / file) for file in FILES},
    }
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
