"""Train the act reader's teacher: `python -m training.act_teacher OUT --data DIR --tokenizer FILE --base FILE`.

Use it before `training.act_fit --taught`. The teacher is five times as deep and wide as what ships and sees what stands
before a statement; it labels statements that nobody has labelled, and the act reader learns from those too
(docs/decisions/0010). BASE are the weights of all-mpnet-base-v2 (Apache-2.0) as safetensors.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import ClassVar

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.act_data import load_acts
from training.act_fit import batches, class_weights, follow, tensors, update
from training.act_network import ROLES, ActNetwork, shares
from training.fit import log, warmup, write
from training.mpnet import BASE, BLANK, SHIFT, Mpnet

FROZEN = 4  # of the lowest layers, and the embeddings: a third of the time


class ActTeacher(nn.Module):
    """As `ActNetwork`, upon MPNet; `roles` are 0 on what stands around the statement."""

    BLANK: ClassVar[int] = BLANK - SHIFT
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
    """One whole run; a checkpoint an epoch holds the running average of the weights."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    stmts = load_acts(options.data, tokenizer, situated=True)
    network = ActTeacher()
    network.body.load(options.base)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    optimizer = _optimizer(network, options)
    rare = class_weights(stmts)
    plans = [batches(stmts, random.Random(f"{options.seed}/{epoch}")) for epoch in range(options.epochs)]
    total, step, began = sum(map(len, plans)), 0, time.perf_counter()
    for epoch, plan in enumerate(plans):
        network.train()
        sums = 0.0
        for batch in plan:
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * warmup(step, total)
            sums += update(network, optimizer, tensors(batch), rare)
            step += 1
            follow(average, network, min(options.ema, (1 + step) / (10 + step)))
            if step % 20 == 0:
                print(
                    f"{step}/{total} loss {sums / (step % len(plan) or len(plan)):.3f} "
                    f"{time.perf_counter() - began:.0f} s",
                    flush=True,
                )
        write(options.out / f"epoch-{epoch + 1}.pt", {"weights": average})
        log(options.out, {"epoch": epoch + 1, "loss": sums / len(plan), "stmts": len(stmts)})


def _optimizer(network: ActTeacher, options: argparse.Namespace) -> torch.optim.Optimizer:
    learnt = {name: p for name, p in network.named_parameters() if p.requires_grad}
    body = [p for name, p in learnt.items() if name.startswith("body.")]
    heads = [p for name, p in learnt.items() if not name.startswith("body.")]
    groups = [{"params": body, "lr": options.rate}, {"params": heads, "lr": options.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    for group in optimizer.param_groups:
        group["peak"] = group["lr"]
    return optimizer


if __name__ == "__main__":
    main()
