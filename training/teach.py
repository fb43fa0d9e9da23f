"""Write what trained readers think of the training texts: `python -m training.teach OUT CHECKPOINT…`.

Use this to distil several readers into one, and to find out where incomplete labels are silent about something that a
wide reader sees. Each text's role probabilities, the mean over the readers, go into `OUT/NAME.npy` as (pieces, 7)
float16.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file

from onrecord.reading.windows import lay
from training.batches import CLS, SEP
from training.encode import Encoded
from training.fit import load_texts, teacher_name
from training.network import Network, Size, from_trial, slimmed


def main() -> None:
    """Parse the command line and write the probabilities."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--incomplete", action="store_true", help="only texts whose labels are incomplete")
    options = parser.parse_args()
    torch.set_num_threads(2)
    options.out.mkdir(parents=True, exist_ok=True)
    networks = [load(path) for path in options.checkpoints]
    for text in load_texts(options):
        if options.incomplete and text.example.complete:
            continue
        mean = np.mean([probabilities(network, text) for network in networks], axis=0)
        np.save(options.out / f"{teacher_name(text.example.name)}.npy", mean.astype(np.float16))


def load(path: Path) -> Network:
    """A network for reading, from a checkpoint or the trial's weights."""
    network = Network(Size())
    weights = torch.load(path, map_location="cpu")["weights"] if path.suffix == ".pt" else from_trial(load_file(path))
    network.load_state_dict(slimmed(weights, network.size.beside, "side."), strict=False)
    return network.eval()


def probabilities(network: Network, text: Encoded) -> np.ndarray:
    """Role probabilities of all pieces, each from the window where it stands most central."""
    pieces = text.pieces
    out = np.zeros((len(pieces), 7), dtype=np.float32)
    for window in lay(len(pieces), size=318, overlap=64):
        part = slice(window.start, window.end)
        ids = np.concatenate([[CLS], pieces.ids[part], [SEP]])
        shape, gap = (np.pad(values[part], 1) for values in (pieces.shape, pieces.gap))
        inputs = [torch.from_numpy(values)[None] for values in (ids, shape, gap, np.ones_like(ids))]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            roles = network(*inputs)["roles"][0, 1:-1].float().softmax(-1).numpy()
        out[window.keep_from : window.keep_to] = roles[window.keep_from - window.start : window.keep_to - window.start]
    return out


if __name__ == "__main__":
    main()
