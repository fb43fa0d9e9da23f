"""Train the reader: `python -m training.fit OUT --data DIR`.

Every epoch leaves `OUT/epoch-N.pt`; `OUT/last.pt` holds everything that a stopped run needs to go on with `--resume`.
Each run appends its settings and losses to `OUT/log.jsonl`.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from training.batches import batches, tensors, windows
from training.datasets import Example, load_all
from training.encode import IGNORE, OUTSIDE, Encoded, encode
from training.losses import WEIGHTS, loss
from training.network import Network, Size, from_bert, from_trial, slimmed

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the data sets")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument(
        "--start", type=Path, required=True, help="weights to start from: BERT's, the trial's, or a checkpoint"
    )
    parser.add_argument("--teacher", type=Path, help="a folder of role probabilities, from training.teach")
    parser.add_argument("--teach", type=float, default=0.5, help="the share of the teacher in the loss of roles")
    parser.add_argument(
        "--doubt",
        type=Path,
        help="the same of a wide reader: where it sees something and incomplete labels say nothing, nothing is learnt",
    )
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--stop", type=int, help="stop after so many epochs of the schedule")
    parser.add_argument("--rate", type=float, default=1e-4, help="learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--size", type=int, default=382, help="pieces of a window")
    parser.add_argument("--budget", type=int, default=4096, help="pieces of a batch")
    parser.add_argument("--smoothing", type=float, default=0.0)
    parser.add_argument("--ema", type=float, default=0.995)
    parser.add_argument("--blank", type=float, default=0.0, help="share of pieces hidden behind [MASK]")
    parser.add_argument("--oversample", type=int, default=1, help="times that the news on the war is seen an epoch")
    parser.add_argument(
        "--nested", type=int, default=1, help="times that a content with something in it is seen an epoch"
    )
    parser.add_argument(
        "--side",
        action="store_true",
        help="train the side layer and its heads alone, on the texts that have labels for them",
    )
    parser.add_argument("--no-labels", action="store_true", help="without the labels in training/labels")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true")
    train(parser.parse_args())


@dataclass(slots=True)
class State:
    """What changes while training."""

    network: Network
    average: dict[str, Tensor]
    optimizer: torch.optim.Optimizer
    step: int = 0
    epoch: int = 0


def train(options: argparse.Namespace) -> None:
    """One whole run."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    texts = [doubted(text, options.doubt) for text in load_texts(options) if not options.side or has_side(text)]
    soft = {path.stem: path for path in options.teacher.glob("*.npy")} if options.teacher else {}
    state = start(options)
    total = options.epochs * len(plan(texts, soft, options, 0))
    log(
        options.out,
        {"run": {key: str(value) for key, value in vars(options).items()}, "texts": len(texts), "steps": total},
    )
    for epoch in range(state.epoch, options.stop or options.epochs):
        run_epoch(state, plan(texts, soft, options, epoch), options, total)
        state.epoch = epoch + 1
        save(state, options.out)


def load_texts(options: argparse.Namespace) -> list[Encoded]:
    """All training texts, cut into pieces."""
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    texts = [
        encode(example, tokenizer) for example in load_all(options.data, ours=not getattr(options, "no_labels", False))
    ]
    return [text for text in texts if len(text.pieces)]


def has_side(text: Encoded) -> bool:
    """Whether anything is labelled for the heads of the side layer."""
    return any((getattr(text, name) != IGNORE).any() for name in Network.SIDE) or bool(text.taught.any())


def doubted(text: Encoded, folder: Path | None) -> Encoded:
    """The text with its silent labels left out where a wide reader sees an attribution."""
    if folder is None or text.example.complete or text.example.kind == "gum":
        return text
    seen = np.load(folder / f"{teacher_name(text.example.name)}.npy")
    roles = text.roles.copy()
    roles[(roles == OUTSIDE) & (seen[:, OUTSIDE] < 0.5)] = IGNORE
    return replace(text, roles=roles)


def plan(texts: list[Encoded], soft: dict[str, Path], options: argparse.Namespace, epoch: int) -> list[list[Any]]:
    """The batches of one epoch; the same seed and epoch give the same plan."""
    rng = random.Random(f"{options.seed}/{epoch}")
    cuts = []
    for text in texts:
        path = soft.get(teacher_name(text.example.name))
        taught = np.load(path) if path else None
        for _ in range(times(text.example, options)):
            cuts.extend(windows(text, rng, options.size, 64, taught))
    return batches(cuts, rng, options.budget)


def times(example: Example, options: argparse.Namespace) -> int:
    """How often a text is seen in an epoch."""
    if example.kind == "content":
        return int(options.nested) if example.outer else 1
    return 1 if example.kind == "polnear" else int(options.oversample)


def teacher_name(name: str) -> str:
    """A file name for a text's probabilities."""
    return name.replace("/", "_")


def start(options: argparse.Namespace) -> State:
    """A network with the weights to start from, or the state of a stopped run."""
    network = Network(Size()).to(DEVICE)
    if options.start.suffix == ".pt":
        weights = torch.load(options.start, map_location=DEVICE)["weights"]
        missing = network.load_state_dict(slimmed(weights, network.size.beside, "side."), strict=False)
    else:
        weights = load_file(options.start)
        ours = from_trial(weights) if "U" in weights else from_bert(weights, "")
        missing = network.load_state_dict(ours, strict=False)
        if "U" in weights:
            mirror_arcs(network)
    if any(name.startswith("side.") for name in missing.missing_keys):
        network.side.load_state_dict(slimmed(network.encoder.layers[-1].state_dict(), network.size.beside))
    print("fresh parameters:", missing.missing_keys, flush=True)
    if options.side:
        freeze(network)
    learnt = {name: p for name, p in network.named_parameters() if p.requires_grad}
    encoder = [p for name, p in learnt.items() if name.startswith(("encoder.", "side."))]
    heads = [p for name, p in learnt.items() if not name.startswith(("encoder.", "side."))]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": options.head_rate}], weight_decay=0.01
    )
    for group in optimizer.param_groups:
        group["peak"] = group["lr"]
    state = State(network, {k: v.clone() for k, v in network.state_dict().items()}, optimizer)
    last = options.out / "last.pt"
    if options.resume and last.exists():
        kept = torch.load(last, map_location=DEVICE)
        network.load_state_dict(kept["raw"])
        optimizer.load_state_dict(kept["optimizer"])
        state.average, state.step, state.epoch = kept["weights"], kept["step"], kept["epoch"]
    return state


def freeze(network: Network) -> None:
    """Leave all as it is but the side layer and its heads."""
    side = ("side.", "antecedents.", *(f"{name}." for name in Network.SIDE))
    for name, parameter in network.named_parameters():
        parameter.requires_grad = name.startswith(side)


def mirror_arcs(network: Network) -> None:
    """Start `sources` (cue to source) from `arcs` (source to cue) turned round."""
    arcs, sources = network.arcs, network.sources
    sources.dep.load_state_dict(arcs.head.state_dict())
    sources.head.load_state_dict(arcs.dep.state_dict())
    with torch.no_grad():
        sources.u.copy_(arcs.u.T)
        sources.distance.weight.copy_(arcs.distance.weight.flip(0))


def run_epoch(state: State, plan: list[list[Any]], options: argparse.Namespace, total: int) -> None:
    """Train on each batch once and report now and then."""
    state.network.train()
    if options.side:
        state.network.encoder.eval()
    sums: dict[str, float] = {}
    began = time.perf_counter()
    for number, batch in enumerate(plan, 1):
        for name, value in train_step(state, tensors(batch), options, total).items():
            sums[name] = sums.get(name, 0.0) + value
        if number % 25 == 0 or number == len(plan):
            means = {name: round(value / number, 4) for name, value in sums.items()}
            speed = (time.perf_counter() - began) / number
            print(f"epoch {state.epoch + 1} step {number}/{len(plan)} {means} {speed:.2f} s a step", flush=True)
    log(options.out, {"epoch": state.epoch + 1, "loss": means, "seconds": round(time.perf_counter() - began)})


def train_step(state: State, batch: dict[str, Tensor], options: argparse.Namespace, total: int) -> dict[str, float]:
    """Forward, backward, update; the losses by head."""
    share = warmup(state.step, total)
    for group in state.optimizer.param_groups:
        group["lr"] = group["peak"] * share
    batch = {name: value.to(DEVICE) for name, value in batch.items()}
    ids = batch["ids"]
    if options.blank:
        hide = (torch.rand(ids.shape, device=ids.device) < options.blank) & (batch["shape"] > 0)
        ids = torch.where(hide, 103, ids)
    with torch.autocast(DEVICE.type, dtype=torch.bfloat16):
        outputs = state.network(ids, batch["shape"], batch["gap"], batch["mask"])
    losses = loss(outputs, batch, options)
    if options.side:
        losses = {name: value for name, value in losses.items() if name in Network.SIDE or name == "antecedents"}
    whole = sum((WEIGHTS[name] * value for name, value in losses.items()), torch.zeros((), device=DEVICE))
    state.optimizer.zero_grad(set_to_none=True)
    whole.backward()
    torch.nn.utils.clip_grad_norm_([p for p in state.network.parameters() if p.requires_grad], 1.0)
    state.optimizer.step()
    state.step += 1
    follow(state, min(options.ema, (1 + state.step) / (10 + state.step)))
    return {name: value.item() for name, value in losses.items()}


def warmup(step: int, total: int) -> float:
    """Rises over the first twentieth, then falls in a line."""
    first = max(total // 20, 1)
    return (step + 1) / first if step < first else max(0.02, (total - step) / (total - first))


def follow(state: State, decay: float) -> None:
    """Move the running average of the weights."""
    with torch.no_grad():
        for name, value in state.network.state_dict().items():
            state.average[name].lerp_(value, 1 - decay)


def save(state: State, out: Path) -> None:
    """Write the epoch's averaged weights, and the whole state for a resume; each file is whole or not there."""
    settings = state.network.settings()
    write(out / f"epoch-{state.epoch}.pt", {"weights": state.average, "size": settings})
    raw = state.network.state_dict()
    kept = {"weights": state.average, "size": settings, "raw": raw, "optimizer": state.optimizer.state_dict()}
    write(out / "last.pt", kept | {"step": state.step, "epoch": state.epoch})


def write(path: Path, what: dict[str, Any]) -> None:
    """Write beside the target, then rename."""
    part = path.with_suffix(".part")
    torch.save(what, part)
    part.replace(path)


def log(out: Path, line: dict[str, Any]) -> None:
    """Append one line to the run's log."""
    with (out / "log.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
