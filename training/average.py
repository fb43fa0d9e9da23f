"""Average the weights of several runs of one lineage: `python -m training.average OUT CHECKPOINT…`.

Runs that start from one another end in one basin, and the mean of their weights generalises better than any of them
(model soups, Wortsman et al. 2022).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.fit import write


def main() -> None:
    """Parse the command line and average."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    options = parser.parse_args()
    parts = [torch.load(path, map_location="cpu") for path in options.checkpoints]
    names = parts[0]["weights"]
    mean = {name: torch.stack([part["weights"][name].float() for part in parts]).mean(dim=0) for name in names}
    options.out.parent.mkdir(parents=True, exist_ok=True)
    write(options.out, {"weights": mean, "size": parts[0]["size"]})


if __name__ == "__main__":
    main()
