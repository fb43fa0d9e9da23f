"""The act reader as a torch module: a small encoder over the words of one statement.

Use `ActNetwork` for training and export alike. It reads a statement's source, cue and content with their roles marked,
on word embeddings that it shares with the attribution encoder and never changes. It stands apart from that encoder,
whose upper layers have unlearnt much of what words mean: docs/decisions/0009.
"""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.datasets import ACTS, CERTAINTIES, POLARITIES
from training.network import Encoder, Layer, Size, slimmed

LAYERS = 3  # of the six that MiniLM has; six read no better (docs/decisions/0009) and take twice as long
ROLES = 4  # neither, cue, source, content
CUE, CONTENT = 1, 3
FAR = -1e4


class ActNetwork(nn.Module):
    """Word pieces of one statement with their roles -> act, polarity, certainty, and tags of conditions.

    `forward` takes (batch, length) int64 arrays `ids` and `roles` and a mask, and gives scores by name: `acts` (batch,
    10), `polarity` and `certainty` (batch, 2), `conditions` (batch, length, 3).
    """

    BLANK: ClassVar[int] = 103  # the piece that stands for a hidden one
    BODY: ClassVar[tuple[str, ...]] = ("layers.", "norm.")  # parameters that were trained before
    HEADS: ClassVar[dict[str, int]] = {"acts": len(ACTS), "polarity": len(POLARITIES), "certainty": len(CERTAINTIES)}

    def __init__(self, size: Size, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.size = size
        self.word = nn.Embedding(size.vocabulary, size.width)
        self.position = nn.Embedding(size.positions, size.width)
        for shared in (self.word, self.position):
            shared.weight.requires_grad_(False)
        self.role = nn.Embedding(ROLES, size.width)
        nn.init.normal_(self.role.weight, std=0.02)
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(replace(size, inner=size.doing), dropout) for _ in range(LAYERS))
        self.query = nn.Linear(size.width, size.width)
        self.key = nn.Linear(size.width, size.width)
        self.dropout = nn.Dropout(dropout)
        self.hidden = nn.Linear(3 * size.width, 256)
        self.heads = nn.Linear(256, sum(self.HEADS.values()))
        self.conditions = nn.Linear(size.width, 3)

    def forward(self, ids: Tensor, roles: Tensor, mask: Tensor) -> dict[str, Tensor]:
        places = torch.arange(ids.shape[1])
        x = self.dropout(self.norm(self.word(ids) + self.position(places) + self.role(roles)))
        bias = torch.zeros_like(mask, dtype=x.dtype).masked_fill(~mask, FAR)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        cue, content = shares(roles, mask)
        told = torch.cat([self._told(x, cue, content), (content[:, None] @ x)[:, 0]], dim=-1)
        hidden = self.dropout(functional.gelu(self.hidden(self.dropout(told))))
        scores = self.heads(hidden).split(list(self.HEADS.values()), dim=-1)
        return dict(zip(self.HEADS, scores, strict=True)) | {"conditions": self.conditions(x)}

    def _told(self, x: Tensor, cue: Tensor, content: Tensor) -> Tensor:
        """The mean of the cue, and what it looks at in the content, by as many heads as the layers have."""
        batch, length, width = x.shape
        count = self.size.attention_heads
        said = cue[:, None].to(x.dtype) @ x
        query = self.query(said).view(batch, 1, count, -1).transpose(1, 2)
        key, value = (each.view(batch, length, count, -1).transpose(1, 2) for each in (self.key(x), x))
        bias = torch.zeros_like(content).masked_fill(content == 0, FAR).to(x.dtype)[:, None, None]
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        return torch.cat([said[:, 0], seen.transpose(1, 2).reshape(batch, width)], dim=-1)


def shares(roles: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """Equal weights (batch, length) over the cue, and over the content; of a statement without a cue, the content's."""
    cue, content = (((roles == role) & mask).float() for role in (CUE, CONTENT))
    cue = torch.where(cue.any(dim=1, keepdim=True), cue, content)
    return _shared(cue), _shared(content)


def _shared(marked: Tensor) -> Tensor:
    return marked / marked.sum(dim=1, keepdim=True).clamp(min=1)


def start_from(network: ActNetwork, trunk: Encoder, base: Encoder) -> None:
    """Take the embeddings of the attribution encoder, and the lowest layers of one that knows what words mean."""
    with torch.no_grad():
        network.word.weight.copy_(trunk.word.weight)
        network.position.weight.copy_(trunk.position.weight + trunk.kind.weight[0])
    network.norm.load_state_dict(base.norm.state_dict())
    for layer, theirs in zip(network.layers, base.layers, strict=False):
        layer.load_state_dict(slimmed(theirs.state_dict(), network.size.doing))
