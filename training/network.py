"""The reader as a torch module: one BERT encoder and small heads.

Use `Network` for training and export alike. The parameter names of the encoder are BERT's own, so that weights of any
encoder of that family load by name.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, replace
from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reading.pieces import GAPS, SHAPES
from training.datasets import MEDIA

REACH = 64  # distance buckets on each side of an arc, four pieces wide
DISTANCES = 24  # buckets of the distance to an antecedent; the upper ones are half an octave wide
MENTION_TAGS = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Dimensions of a network; the defaults are MiniLM-L6-H384's."""

    layers: int = 6
    width: int = 384
    attention_heads: int = 12
    inner: int = 1536
    beside: int = 512  # inner width of the layer beside the last one
    doing: int = 768  # inner width of the act reader's layers
    vocabulary: int = 30522
    positions: int = 512
    arc_width: int = 192


class Layer(nn.Module):
    """One transformer layer, normalised after each block as in BERT."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.heads = size.attention_heads
        self.qkv = nn.Linear(size.width, 3 * size.width)
        self.out = nn.Linear(size.width, size.width)
        self.norm1 = nn.LayerNorm(size.width, eps=1e-12)
        self.up = nn.Linear(size.width, size.inner)
        self.down = nn.Linear(size.inner, size.width)
        self.norm2 = nn.LayerNorm(size.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = x.shape
        qkv = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], attn_mask=bias)
        seen = seen.transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.dropout(self.out(seen)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces with their shape and gap -> one vector a piece."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.word = nn.Embedding(size.vocabulary, size.width)
        self.position = nn.Embedding(size.positions, size.width)
        self.kind = nn.Embedding(2, size.width)
        self.shape = nn.Embedding(SHAPES, size.width)
        self.gap = nn.Embedding(GAPS, size.width)
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, shape: Tensor, gap: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The vectors after the last layer, those before it, and the mask as it is added to the attention's scores."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(places) + self.kind.weight[0] + self.shape(shape) + self.gap(gap)
        x = self.dropout(self.norm(x))
        bias = torch.zeros_like(mask, dtype=x.dtype).masked_fill(mask == 0, torch.finfo(x.dtype).min)
        bias = bias[:, None, None, :]
        before = x
        for layer in self.layers:
            before, x = x, layer(x, bias)
        return x, before, bias


class Biaffine(nn.Module):
    """Score of piece j as the head of piece i (Dozat and Manning 2017), with a bias for the distance between them."""

    def __init__(self, width: int, arc_width: int, dropout: float) -> None:
        super().__init__()
        self.dep = nn.Sequential(nn.Linear(width, arc_width), nn.GELU(), nn.Dropout(dropout))
        self.head = nn.Sequential(nn.Linear(width, arc_width), nn.GELU(), nn.Dropout(dropout))
        self.u = nn.Parameter(torch.empty(arc_width, arc_width))
        nn.init.normal_(self.u, std=1 / math.sqrt(arc_width))
        self.b = nn.Linear(arc_width, 1)
        self.distance = nn.Embedding(2 * REACH + 1, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, x: Tensor) -> Tensor:
        dep, head = self.dep(x), self.head(x)
        scores = (dep @ self.u) @ head.transpose(1, 2) + self.b(head).transpose(1, 2)
        places = torch.arange(x.shape[1], device=x.device)
        steps = (places[None, :] - places[:, None]).clamp(-4 * REACH, 4 * REACH)
        bucket = torch.div(steps, 4, rounding_mode="floor") + REACH
        return scores + self.distance(bucket)[..., 0]


class Antecedents(nn.Module):
    """Score of an earlier piece as the antecedent of a piece, and of there being none.

    `ask` gives what of a piece is compared, and the score of none; `answer` what it is compared with. The reader
    compares the anchors of a whole article, so the distance counts in octaves and is not bound to a window.
    """

    def __init__(self, width: int, arc_width: int, dropout: float) -> None:
        super().__init__()
        self.dep = nn.Sequential(nn.Linear(width, arc_width), nn.GELU(), nn.Dropout(dropout))
        self.head = nn.Sequential(nn.Linear(width, arc_width), nn.GELU(), nn.Dropout(dropout))
        self.u = nn.Linear(arc_width, arc_width)
        nn.init.normal_(self.u.weight, std=1 / math.sqrt(arc_width))
        self.new = nn.Linear(arc_width, 1)
        self.distance = nn.Embedding(DISTANCES, 1)
        nn.init.zeros_(self.distance.weight)

    def ask(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors (…, arc_width), and the scores (…) of there being no antecedent."""
        dep = self.dep(x)
        return self.u(dep), self.new(dep)[..., 0]

    def answer(self, x: Tensor) -> Tensor:
        """Vectors (…, arc_width)."""
        out: Tensor = self.head(x)
        return out

    def forward(self, x: Tensor) -> Tensor:
        """Scores (batch, length, 1 + length): of none, then of each piece; those not earlier are -10,000."""
        asked, new = self.ask(x)
        places = torch.arange(x.shape[1], device=x.device)
        steps = places[:, None] - places[None, :]
        scores = asked @ self.answer(x).transpose(1, 2) + self.distance(bucket(steps))[..., 0]
        return torch.cat([new[..., None], scores.masked_fill(steps <= 0, -1e4)], dim=-1)


def bucket(steps: Tensor) -> Tensor:
    """Distances in pieces -> buckets, two an octave."""
    return (2 * torch.log2(steps.clamp(min=1).float())).long().clamp(max=DISTANCES - 1)


class Network(nn.Module):
    """Encoder and heads.

    Attribution reads the encoder's last layer. The heads of `SIDE`, and the antecedents, read a layer of their own,
    which stands beside the last one: they can be trained without touching what attribution has learnt.

    `forward` takes four (batch, length) int64 arrays and gives the scores of each head by name: linear ones
    (batch, length, classes), `arcs` and `sources` (batch, length, length; row i scores the heads of piece i; piece 0 is
    [CLS], which in `sources` means that the cue has none) and `antecedents` (batch, length, 1 + length).
    """

    MAIN: ClassVar[dict[str, int]] = {"roles": 7, "media": len(MEDIA)}
    SIDE: ClassVar[dict[str, int]] = {"mentions": MENTION_TAGS}
    ARCS = ("arcs", "sources")

    def __init__(self, size: Size, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.size = size
        self.encoder = Encoder(size, dropout)
        self.side = Layer(replace(size, inner=size.beside), dropout)
        self.dropout = nn.Dropout(dropout)
        for name, classes in (self.MAIN | self.SIDE).items():
            self.add_module(name, nn.Linear(size.width, classes))
        for name in self.ARCS:
            self.add_module(name, Biaffine(size.width, size.arc_width, dropout))
        self.antecedents = Antecedents(size.width, size.arc_width, dropout)

    def forward(self, ids: Tensor, shape: Tensor, gap: Tensor, mask: Tensor) -> dict[str, Tensor]:
        last, before, bias = self.encoder(ids, shape, gap, mask)
        x, y = self.dropout(last), self.dropout(self.side(before, bias))
        scores = {name: getattr(self, name)(x) for name in (*self.MAIN, *self.ARCS)}
        return scores | {name: getattr(self, name)(y) for name in (*self.SIDE, "antecedents")}

    def settings(self) -> dict[str, int]:
        """The dimensions, as they stand in a checkpoint."""
        return asdict(self.size)


def slimmed(weights: dict[str, Tensor], inner: int, prefix: str = "") -> dict[str, Tensor]:
    """Weights with the strongest of a layer's inner units alone, where it has more than `inner`.

    A unit is as strong as its way in times its way out; what the others did is made good by training on.
    """
    up, bias, down = (f"{prefix}{part}" for part in ("up.weight", "up.bias", "down.weight"))
    if up not in weights or len(weights[up]) <= inner:
        return weights
    strength = weights[up].norm(dim=1) * weights[down].norm(dim=0)
    best = strength.topk(inner).indices.sort().values
    return weights | {up: weights[up][best], bias: weights[bias][best], down: weights[down][:, best]}


def from_bert(weights: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    """BERT's parameter names -> ours, for the encoder alone; query, key and value become one matrix."""
    ours: dict[str, Tensor] = {}
    flat = {"word_embeddings": "word", "position_embeddings": "position", "token_type_embeddings": "kind"}
    for theirs, name in flat.items():
        ours[f"encoder.{name}.weight"] = weights[f"{prefix}embeddings.{theirs}.weight"].float()
    for part in ("weight", "bias"):
        ours[f"encoder.norm.{part}"] = weights[f"{prefix}embeddings.LayerNorm.{part}"].float()
    count = 1 + max(int(key.split("layer.")[1].split(".")[0]) for key in weights if "encoder.layer." in key)
    for number in range(count):
        there, here = f"{prefix}encoder.layer.{number}.", f"encoder.layers.{number}."
        for part in ("weight", "bias"):
            qkv = [weights[f"{there}attention.self.{name}.{part}"].float() for name in ("query", "key", "value")]
            ours[f"{here}qkv.{part}"] = torch.cat(qkv)
            for theirs, name in _BLOCKS.items():
                ours[f"{here}{name}.{part}"] = weights[f"{there}{theirs}.{part}"].float()
    return ours


_BLOCKS = {
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm1",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm2",
}


def from_trial(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """The trial reader's parameters, by our names; the heads that it lacks are left out."""
    ours = from_bert(weights, "enc.")
    names = {"sh.weight": "encoder.shape.weight", "br.weight": "encoder.gap.weight", "U": "arcs.u"}
    names |= {f"tag.{part}": f"roles.{part}" for part in ("weight", "bias")}
    for part in ("weight", "bias"):
        names |= {
            f"dep.0.{part}": f"arcs.dep.0.{part}",
            f"head.0.{part}": f"arcs.head.0.{part}",
            f"b.{part}": f"arcs.b.{part}",
        }
    names["rel.weight"] = "arcs.distance.weight"
    ours |= {name: weights[theirs].float() for theirs, name in names.items()}
    return ours
