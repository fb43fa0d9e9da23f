"""What the network is punished for: cross-entropy a head, and the antecedents taken together.

Use `loss` on what `Network` gives for a batch of `training.batches.tensors`.
"""

from __future__ import annotations

import argparse

import torch
from torch import Tensor
from torch.nn import functional

from training.encode import IGNORE
from training.network import Network

WEIGHTS = {
    "roles": 1.0,
    "arcs": 0.5,
    "sources": 0.5,
    "media": 0.4,
    "mentions": 0.5,
    "antecedents": 0.3,
}


def loss(outputs: dict[str, Tensor], batch: dict[str, Tensor], options: argparse.Namespace) -> dict[str, Tensor]:
    """Cross-entropy a head; the roles partly against a teacher."""
    masked = outputs["arcs"].new_zeros(batch["mask"].shape).masked_fill(batch["mask"] == 0, -1e4)[:, None, :]
    parts = {name: outputs[name] for name in (*Network.MAIN, *Network.SIDE)}
    parts |= {name: outputs[name] + masked for name in Network.ARCS}
    out = {}
    if batch["asked"].any():
        out["antecedents"] = antecedent_loss(outputs["antecedents"], batch)
    for name, scores in parts.items():
        gold = batch[f"gold_{name}"]
        known = gold != IGNORE
        if not known.any():
            continue
        smoothing = options.smoothing if name == "roles" else 0.0
        each = functional.cross_entropy(scores[known].float(), gold[known], reduction="none", label_smoothing=smoothing)
        if name == "roles" and batch["taught"].any():
            taught = batch["taught"][known]
            soft = -(batch["soft"][known] * scores[known].float().log_softmax(-1)).sum(-1)
            each = torch.where(taught, (1 - options.teach) * each + options.teach * soft, each)
        out[name] = each.mean()
    return out


def antecedent_loss(scores: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Minus the logarithm of all right antecedents' probability taken together (Lee et al. 2017)."""
    rows, places = batch["asked"].nonzero(as_tuple=True)
    who = batch["who"]
    asked = scores[rows, places].float()
    asked[:, 1:].masked_fill_(~batch["rivals"][rows], -1e4)
    earlier = torch.arange(who.shape[1], device=who.device)[None] < places[:, None]
    right = (who[rows] == who[rows, places][:, None]) & earlier
    gold = torch.cat([~right.any(dim=1, keepdim=True), right], dim=1)
    return (asked.logsumexp(-1) - asked.masked_fill(~gold, -1e9).logsumexp(-1)).mean()
