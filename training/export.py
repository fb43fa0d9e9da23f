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

from onrecord.model import CURVES, FILES, FORMAT, Part, arrays_of, hash_file
from onrecord.reading.act_encoder import feeds as act_feeds
from training.act_data import load_acts
from training.act_graph import OUTPUTS, build_acts, ranges_of
from training.act_network import ActNetwork
from training.fit import load_texts
from training.graph import MAIN, SIDE, build
from training.network import Network, Size
from training.ranges import measure
from training.teach import load
from training.vectors import tables

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
    parser.add_argument("--acts", type=Path, required=True, help="checkpoint of training.act_fit")
    parser.add_argument("--name", default="onrecord-minilm-l6")
    options = parser.parse_args()
    network, acts = load(options.checkpoint), load_acts_network(options.acts)
    write_tokenizer(options.tokenizer, options.folder / "tokenizer.json")
    clear_unused(network, acts, options.folder / "tokenizer.json")
    ranges = measure(network, load_texts(options)[:CALIBRATED:2])
    tokenizer = Tokenizer.from_file(str(options.folder / "tokenizer.json"))
    ranges |= ranges_of(acts, load_acts(options.data, tokenizer)[: 20 * CALIBRATED : 4])
    export(network, acts, options.folder, name=options.name, ranges=ranges, tokenizer=tokenizer, data=options.data)


def export(
    network: Network,
    acts: ActNetwork,
    folder: Path,
    *,
    name: str,
    ranges: dict[str, np.ndarray],
    tokenizer: Tokenizer,
    data: Path,
) -> None:
    """Write every file of the folder but the tokenizer and the card."""
    arrays = {}
    for kind, products in {"int8": "int8", "float": "dequantized"}.items():
        main, side, held = build(network, products=products, ranges=ranges)
        graph, own = build_acts(acts, products=products, ranges=ranges)
        for ending, built in {"": main, "-side": side, "-acts": graph}.items():
            (folder / f"{kind}{ending}.onnx").write_bytes(built)
        arrays |= own | held
    arrays |= tables(arrays, data, tokenizer)
    np.savez_compressed(folder / "arrays.npz", **arrays)
    compare_acts(acts)
    feeds = fixed_window(network.size.vocabulary)
    compare(network, feeds)
    int8 = build(network, products="int8", ranges=ranges)
    roles = run(int8, feeds)["roles"]
    print("int8 against float weights, mean difference of role probabilities:", difference(network, roles, feeds))
    np.savez(folder / "check.npz", roles=roles, **feeds)
    write_manifest(folder, name, network.antecedents.distance.weight[:, 0].tolist())


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
    target.parent.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(target), pretty=False)


def load_acts_network(checkpoint: Path) -> ActNetwork:
    """The act reader of a checkpoint, ready to read."""
    kept = torch.load(checkpoint, map_location="cpu")
    network = ActNetwork(Size(**kept["size"]))
    network.load_state_dict(kept["weights"])
    return network.eval()


def clear_unused(network: Network, acts: ActNetwork, tokenizer: Path) -> None:
    """Set to nought the embeddings of pieces that no text is ever cut into: they then take no space in the archive."""
    pieces = Tokenizer.from_file(str(tokenizer)).get_vocab()
    unused = [number for piece, number in pieces.items() if piece.startswith("[unused")]
    with torch.no_grad():
        for word in (network.encoder.word, acts.word):
            word.weight[unused] = 0


def compare_acts(acts: ActNetwork) -> None:
    """Hold the float graph of the act reader against torch.

    Raises:
        ValueError: when an output differs by more than rounding.
    """
    rng = np.random.default_rng(7)
    ids = rng.integers(1000, acts.size.vocabulary, (1, 40))
    roles = np.sort(rng.integers(0, 4, (1, 40)))
    graph, arrays = build_acts(acts, products="float")
    got = dict(zip(OUTPUTS, _session(graph, arrays).run(OUTPUTS, act_feeds(ids[0], roles[0])), strict=True))
    with torch.no_grad():
        scores = acts(torch.from_numpy(ids), torch.from_numpy(roles), torch.ones((1, 40), dtype=torch.bool))
    for name, ours in got.items():
        worst = float(np.abs(ours - scores[name][0].log_softmax(-1).numpy()).max())
        print(f"{name}: float graph against torch, greatest difference {worst:.2g}")
        if worst > CLOSE:
            raise ValueError(f"the graph's {name} differ from torch's by {worst}")


def run(built: tuple[bytes, bytes, dict[str, np.ndarray]], feeds: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """All outputs of both graphs by name."""
    parts: tuple[Part, Part] = ("main", "side")
    main, side = (_session(graph, arrays_of(built[2], part=part)) for part, graph in zip(parts, built[:2], strict=True))
    first = dict(zip(MAIN, main.run(MAIN, feeds), strict=True))
    places = {"first": np.array([1]), "last": np.array([len(first["roles"]) - 1])}
    own = {"before": first["before"], "roles": first["roles"][1:-1]}
    second = dict(zip(SIDE, side.run(SIDE, own | places), strict=True))
    return first | second


def _session(graph: bytes, arrays: dict[str, np.ndarray]) -> ort.InferenceSession:
    options = ort.SessionOptions()
    values = [ort.OrtValue.ortvalue_from_numpy(array) for array in arrays.values()]
    options.add_external_initializers(list(arrays), values)
    return ort.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def compare(network: Network, feeds: dict[str, np.ndarray]) -> None:
    """Hold the float graphs against torch.

    Raises:
        ValueError: when an output differs by more than rounding.
    """
    ours = run(build(network, products="float"), feeds)
    for name, theirs in torch_outputs(network, feeds, ours["linked"]).items():
        worst = float(np.abs(ours[name] - theirs).max())
        print(f"{name}: float graph against torch, greatest difference {worst:.2g}")
        if worst > CLOSE:
            raise ValueError(f"the graph's {name} differ from torch's by {worst}")


def torch_outputs(network: Network, feeds: dict[str, np.ndarray], linked: np.ndarray) -> dict[str, np.ndarray]:
    """What torch gives, by name and in the form of the graphs; `ask` and `answer` of the linked pieces."""
    inputs = [torch.from_numpy(feeds[name]) for name in ("ids", "shape", "gap")]
    with torch.no_grad():
        mask = torch.ones_like(inputs[0])
        scores = {name: output[0].log_softmax(-1) for name, output in network(*inputs, mask).items()}
        _, before, bias = network.encoder(*inputs, mask)
        beside = network.side(before, bias)[:, 1:-1][:, torch.from_numpy(linked)]
        asked, new = network.antecedents.ask(beside)
        scores["ask"] = torch.cat([asked, new[..., None]], dim=-1)[0]
        scores["answer"] = network.antecedents.answer(beside)[0]
        scores["mentions"] = scores["mentions"][1:-1]
    return {name: scores[name].numpy() for name in (*MAIN, *SIDE) if name not in ("before", "linked")}


def difference(network: Network, roles: np.ndarray, feeds: dict[str, np.ndarray]) -> float:
    """Mean absolute difference of role probabilities from torch's."""
    return float(
        np.abs(np.exp(roles) - np.exp(torch_outputs(network, feeds, np.zeros(1, dtype=np.int64))["roles"])).mean()
    )


def write_manifest(folder: Path, name: str, distances: list[float]) -> None:
    """The manifest over the files as they lie there."""
    path = folder / "manifest.json"
    before: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    manifest = {
        "format": FORMAT,
        "name": name,
        "window": WINDOW,
        "confidence": dict.fromkeys(CURVES, IDENTITY) | before.get("confidence", {}),
        "distances": [round(distance, 5) for distance in distances],
        "files": {file: hash_file(folder / file) for file in FILES},
    }
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
