"""MPNet (Song and others 2020) as a torch module that starts from published weights.

Use `Mpnet` as the body of a teacher. It is BERT with one thing more: how far apart two pieces stand is added to what
they think of each other, by the same table in all layers. It is too large to ship and never leaves the training.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from training.network import Layer, Size

BASE = Size(layers=12, width=768, attention_heads=12, inner=3072, vocabulary=30527, positions=514)
SHIFT = 4  # its vocabulary is that of uncased BERT behind four pieces of its own
BLANK = 30526
OPEN, CLOSE = 0, 2
FIRST_PLACE = 2
BUCKETS, FARTHEST = 32, 128  # of distances: exact up to 7 on each side, then in octaves
FAR = -1e4


class Mpnet(nn.Module):
    """Word pieces by their ids in uncased BERT's vocabulary, (batch, length), and a mask -> vectors (…, 768).

    Args:
        dropout: share of values that are dropped in training.
    """

    def __init__(self, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(BASE.vocabulary, BASE.width)
        self.position = nn.Embedding(BASE.positions, BASE.width)
        self.norm = nn.LayerNorm(BASE.width, eps=1e-5)
        self.distance = nn.Embedding(BUCKETS, BASE.attention_heads)
        self.layers = nn.ModuleList(Layer(BASE, dropout) for _ in range(BASE.layers))
        self.dropout = nn.Dropout(dropout)
        for layer in self.layers:
            layer.norm1.eps = layer.norm2.eps = 1e-5

    def forward(self, ids: Tensor, mask: Tensor, more: Tensor) -> Tensor:
        """Vectors after the last layer; `more` (batch, length, 768) is added to what goes in."""
        places = torch.arange(ids.shape[1])
        x = self.word(ids + SHIFT) + self.position(places + FIRST_PLACE) + more
        x = self.dropout(self.norm(x))
        steps = self.distance(bucket(places[None, :] - places[:, None])).permute(2, 0, 1)[None]
        bias = torch.zeros_like(mask, dtype=x.dtype).masked_fill(~mask, FAR)[:, None, None, :] + steps
        for layer in self.layers:
            x = layer(x, bias.to(x.dtype))
        return x

    def load(self, path: Path) -> None:
        """Take the published weights."""
        theirs = load_file(path)
        names = {"word": "word_embeddings", "position": "position_embeddings", "norm": "LayerNorm"}
        ours = {}
        for name, its in names.items():
            ours |= _linear(theirs, f"embeddings.{its}", name)
        ours["distance.weight"] = theirs["encoder.relative_attention_bias.weight"]
        for number in range(BASE.layers):
            at, to = f"encoder.layer.{number}.", f"layers.{number}."
            for part in ("weight", "bias"):
                three = [theirs[f"{at}attention.attn.{one}.{part}"] for one in "qkv"]
                ours[f"{to}qkv.{part}"] = torch.cat(three)
            parts = {
                "attention.attn.o": "out",
                "attention.LayerNorm": "norm1",
                "intermediate.dense": "up",
                "output.dense": "down",
                "output.LayerNorm": "norm2",
            }
            for its, name in parts.items():
                ours |= _linear(theirs, at + its, to + name)
        self.load_state_dict(ours)


def bucket(steps: Tensor) -> Tensor:
    """The bucket of each distance, as in T5: half of them look back."""
    half = BUCKETS // 2
    exact = half // 2
    far = steps.abs().clamp(min=1).float()
    wide = exact + (torch.log(far / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return torch.where(steps > 0, half, 0) + torch.where(steps.abs() < exact, steps.abs(), wide.clamp(max=half - 1))


def _linear(theirs: dict[str, Tensor], its: str, name: str) -> dict[str, Tensor]:
    return {f"{name}.{part}": theirs[key] for part in ("weight", "bias") if (key := f"{its}.{part}") in theirs}
