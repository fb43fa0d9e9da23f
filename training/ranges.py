"""Measure how far the inputs of each linear layer reach, on texts of the training set.

Use this before quantizing: `training.graph` moves outlying channels into the weights.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from torch import Tensor, nn

from training.encode import Encoded
from training.network import Network
from training.teach import probabilities

PRODUCTS = ("qkv", "up", "down")  # the input of `out`, a mean of values, has no outliers


def measure(network: Network, texts: list[Encoded]) -> dict[str, np.ndarray]:
    """Greatest absolute input a channel of every product of the encoder, by its name in the graph."""
    reach: dict[str, np.ndarray] = {}
    hooks = []
    layers = {f"encoder.layers.{number}": layer for number, layer in enumerate(network.encoder.layers)}
    for name, layer in (layers | {"side": network.side}).items():
        for part in PRODUCTS:
            noted = partial(note, reach, f"{name}.{part}")
            hooks.append(getattr(layer, part).register_forward_pre_hook(hook(noted)))
    for text in texts:
        probabilities(network, text)
    for one in hooks:
        one.remove()
    return reach


def hook(tell: Callable[[Tensor], None]) -> Callable[[nn.Module, tuple[Any, ...]], None]:
    """A forward hook that tells a module's input."""

    def before(_: nn.Module, inputs: tuple[Any, ...]) -> None:
        tell(inputs[0])

    return before


def note(reach: dict[str, np.ndarray], name: str, x: Tensor) -> None:
    """Take note of the greatest absolute value of each channel."""
    greatest = x.detach().float().abs().amax(dim=(0, 1)).numpy()
    reach[name] = np.maximum(reach.get(name, greatest), greatest)
