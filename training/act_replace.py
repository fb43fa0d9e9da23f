"""Put another act reader into a folder of weights: `python -m training.act_replace CHECKPOINT FOLDER --data DIR`.

Use it after `training.act_fit --start` where nothing else was trained: the attribution encoder and the layer beside it
stay as they are, to the bit. `training.calibrate` is to follow.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord.model import OWN_ARRAYS, hash_file
from training.act_data import load_acts
from training.act_graph import build_acts, ranges_of
from training.act_network import ActNetwork
from training.export import CALIBRATED, compare_acts, load_acts_network


def main() -> None:
    """Parse the command line and replace."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="the data sets; some statements set the int8 ranges")
    options = parser.parse_args()
    acts = load_acts_network(options.checkpoint)
    compare_acts(acts)
    tokenizer = Tokenizer.from_file(str(options.folder / "tokenizer.json"))
    ranges = ranges_of(acts, load_acts(options.data, tokenizer)[: 20 * CALIBRATED : 4])
    replace(options.folder, acts, ranges)


def replace(folder: Path, acts: ActNetwork, ranges: dict[str, np.ndarray]) -> None:
    """Write the graphs of the act reader, its arrays among the others, and the hashes of what was written."""
    with np.load(folder / "arrays.npz") as file:
        arrays = {name: file[name] for name in file.files if not name.startswith(OWN_ARRAYS["acts"])}
    for kind, products in {"int8": "int8", "float": "dequantized"}.items():
        graph, own = build_acts(acts, products=products, ranges=ranges)
        (folder / f"{kind}-acts.onnx").write_bytes(graph)
        arrays |= {name: array for name, array in own.items() if name.startswith(OWN_ARRAYS["acts"])}
    np.savez_compressed(folder / "arrays.npz", **arrays)
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["files"] = {name: hash_file(folder / name) for name in manifest["files"]}
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
