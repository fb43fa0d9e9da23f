"""Train the act reader's teacher: `python -m training.act_teacher OUT --data DIR --tokenizer FILE --base FILE`.

Use it before `training.act_fit --taught`. The teacher is five times as deep and wide as what ships and sees what stands
before a statement; it labels statements that nobody has labelled, and the act reader learns from those too
(docs/decisions/0011). BASE are the weights of all-mpnet-base-v2 (Apache-2.0) as safetensors.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.act_data import load_acts, load_written
from training.act_fit import prepared, run
from training.act_network import ROLES, ActNetwork, shares
from training.mpnet import BASE, BLANK, SHIFT, Mpnet

FROZEN = 4  # of the lowest layers, and the embeddings: a third of the time


class ActTeacher(nn.Module):
    """As `ActNetwork`, upon MPNet; `roles` are 0 on what stands around the statement."""

    BLANK: ClassVar[int] = BLANK - SHIFT
    BODY: ClassVar[tuple[str, ...]] = ("body.",)
    HEADS: ClassVar[dict[str, int]] = ActNetwork.HEADS

    def __init__(self, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.body = Mpnet(dropout=dropout)
        self.role = nn.Embedding(ROLES, BASE.width)
        nn.init.normal_(self.role.weight, std=0.01)
        self.dropout = nn.Dropout(dropout)
        self.hidden = nn.Linear(3 * BASE.width, 512)
        self.heads = nn.Linear(512, sum(self.HEADS.values()))
        self.conditions = nn.Linear(BASE.width, 3)
        for part in (self.body.word, self.body.position, self.body.norm, *self.body.layers[:FROZEN]):
            part.requires_grad_(False)

    def forward(self, ids: Tensor, roles: Tensor, mask: Tensor) -> dict[str, Tensor]:
        x = self.body(ids, mask, self.role(roles))
        cue, content = shares(roles, mask)
        means = [(share[:, None].to(x.dtype) @ x)[:, 0] for share in (cue, content)]
        told = torch.cat([*means, x.masked_fill((roles != 3)[..., None], -1e4).amax(dim=1)], dim=-1)
        hidden = self.dropout(functional.gelu(self.hidden(self.dropout(told))))
        scores = self.heads(hidden).split(list(self.HEADS.values()), dim=-1)
        return dict(zip(self.HEADS, scores, strict=True)) | {"conditions": self.conditions(x)}


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=4e-5)
    parser.add_argument("--head-rate", type=float, default=5e-4)
    parser.add_argument("--ema", type=float, default=0.99)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


def train(options: argparse.Namespace) -> None:
    """One whole run."""
    tokenizer = prepared(options)
    stmts = load_acts(options.data, tokenizer, situated=True) + load_written(tokenizer)
    network = ActTeacher()
    network.body.load(options.base)
    run(network, stmts, options)


if __name__ == "__main__":
    main()
