"""Train the act reader: `python -m training.act_fit OUT --data DIR --tokenizer FILE --trunk CHECKPOINT --base FILE`.

Use it after `training.fit`: the word embeddings are the trunk's. A checkpoint an epoch holds the running average of the
weights.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reading.pieces import FloatArray
from training.act_data import Labelled, load_acts, load_written
from training.act_network import ActNetwork, start_from
from training.datasets import ACTS
from training.encode import IGNORE
from training.fit import log, warmup, write
from training.network import Network, Size, from_bert, slimmed
from training.teach import load

BATCH = 24
BUCKET = 8  # batches whose statements are sorted by length among themselves
BLANK = 0.06  # share of pieces that are hidden
SMOOTHING = 0.05
TEACHER = 1.5  # what likeness to the teacher weighs, beside a label
WEIGHTS = {"acts": 1.0, "polarity": 0.3, "certainty": 0.3, "conditions": 1.0}


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--trunk", type=Path, required=True, help="checkpoint of training.fit")
    parser.add_argument("--base", type=Path, required=True, help="BERT's weights, to start the layers from")
    parser.add_argument("--start", type=Path, help="checkpoint of this module to go on from, instead of BASE's layers")
    parser.add_argument("--taught", type=Path, help="statements that a teacher has judged, from training.act_taught")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=8e-4)
    parser.add_argument("--ema", type=float, default=0.995)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


def train(options: argparse.Namespace) -> None:
    """One whole run."""
    tokenizer = prepared(options)
    stmts = load_acts(options.data, tokenizer) + load_written(tokenizer)
    if options.taught:
        stmts = advised(stmts, load_taught(options.taught))
    run(begin(options), stmts, options)


def advised(stmts: list[Labelled], taught: list[Labelled]) -> list[Labelled]:
    """Labelled statements with what the teacher thinks of the rest of them, and those that it alone has judged.

    Whoever has read a statement knows its act better than the teacher; most readers looked at nothing else.
    """
    thought = {one.ids.tobytes(): one.taught or {} for one in taught}
    known = {stmt.ids.tobytes() for stmt in stmts}
    return [_but_acts(stmt, thought.get(stmt.ids.tobytes())) for stmt in stmts] + [
        one for one in taught if one.ids.tobytes() not in known
    ]


def _but_acts(stmt: Labelled, thought: dict[str, FloatArray] | None) -> Labelled:
    return replace(stmt, taught={name: value for name, value in (thought or {}).items() if name != "acts"})


def prepared(options: argparse.Namespace) -> Tokenizer:
    """Make ready for a run: seed, threads and folder; the tokenizer, which neither cuts nor pads."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def run(network: nn.Module, stmts: list[Labelled], options: argparse.Namespace) -> None:
    """Train, and write a checkpoint an epoch.

    Args:
        network: with `BODY`, how the names of its parameters begin that were trained before, and `BLANK`.
        stmts: labelled, taught, or both.
        options: of the command line.
    """
    average = {name: value.clone() for name, value in network.state_dict().items()}
    optimizer = _optimizer(network, options)
    plans = [batches(stmts, random.Random(f"{options.seed}/{epoch}")) for epoch in range(options.epochs)]
    total, step = sum(map(len, plans)), 0
    for epoch, plan in enumerate(plans, start=1):
        began, sums = time.perf_counter(), 0.0
        network.train()
        for batch in plan:
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * warmup(step, total)
            sums += update(network, optimizer, tensors(batch))
            step += 1
            follow(average, network, min(options.ema, (1 + step) / (10 + step)))
        size = {"size": asdict(network.size)} if isinstance(network, ActNetwork) else {}
        write(options.out / f"epoch-{epoch}.pt", {"weights": average} | size)
        figures = {"loss": round(sums / len(plan), 3), "seconds": round(time.perf_counter() - began)}
        log(options.out, {"epoch": epoch, "stmts": len(stmts)} | figures)
        print(f"epoch {epoch} loss {figures['loss']} {figures['seconds']} s", flush=True)


def begin(options: argparse.Namespace) -> ActNetwork:
    """The network as it starts."""
    base = Network(Size())
    base.load_state_dict(from_bert(load_file(options.base), ""), strict=False)
    network = ActNetwork(Size())
    start_from(network, load(options.trunk).encoder, base.encoder)
    if options.start:
        weights = torch.load(options.start, map_location="cpu")["weights"]
        for number in range(len(network.layers)):
            weights = slimmed(weights, network.size.doing, f"layers.{number}.")
        network.load_state_dict(weights)
    return network


def _optimizer(network: nn.Module, options: argparse.Namespace) -> torch.optim.Optimizer:
    learnt = {name: p for name, p in network.named_parameters() if p.requires_grad}
    body = [p for name, p in learnt.items() if name.startswith(network.BODY)]
    heads = [p for name, p in learnt.items() if not name.startswith(network.BODY)]
    groups = [{"params": body, "lr": options.rate}, {"params": heads, "lr": options.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    for group in optimizer.param_groups:
        group["peak"] = group["lr"]
    return optimizer


def batches(stmts: list[Labelled], rng: random.Random) -> list[list[Labelled]]:
    """All statements once, those of a batch about as long."""
    order = rng.sample(stmts, len(stmts))
    width = BATCH * BUCKET
    parts = [sorted(order[at : at + width], key=_length) for at in range(0, len(order), width)]
    out = [part[at : at + BATCH] for part in parts for at in range(0, len(part), BATCH)]
    rng.shuffle(out)
    return out


def _length(stmt: Labelled) -> int:
    return len(stmt.ids)


def tensors(batch: list[Labelled]) -> dict[str, Tensor]:
    """Inputs and targets, padded."""
    shape = (len(batch), max(map(_length, batch)))
    out = {name: torch.zeros(shape, dtype=torch.long) for name in ("ids", "roles")}
    out["mask"] = torch.zeros(shape, dtype=torch.bool)
    out["conditions"] = torch.full(shape, IGNORE)
    widths = {f"taught_{name}": (len(batch), width) for name, width in ActNetwork.HEADS.items()}
    widths["taught_conditions"] = (*shape, 3)
    out |= {name: torch.zeros(shape) for name, shape in widths.items()}  # nought where no teacher was asked
    for row, stmt in enumerate(batch):
        part = slice(0, len(stmt.ids))
        out["mask"][row, part] = True
        for name in ("ids", "roles", "conditions"):
            out[name][row, part] = torch.from_numpy(getattr(stmt, name))
        for name, taught in (stmt.taught or {}).items():
            out[f"taught_{name}"][row][: len(taught)] = torch.from_numpy(taught)
    for name, field in {"acts": "act", "polarity": "polarity", "certainty": "certainty"}.items():
        out[name] = torch.tensor([getattr(stmt, field) for stmt in batch])
    return out


def update(network: nn.Module, optimizer: torch.optim.Optimizer, batch: dict[str, Tensor]) -> float:
    """Forward, backward, update; the loss."""
    hidden = torch.rand(batch["ids"].shape) < BLANK
    ids = torch.where(hidden, network.BLANK, batch["ids"])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(ids, batch["roles"], batch["mask"])
    loss = sum((WEIGHTS[name] * _loss(scores[name], batch[name]) for name in WEIGHTS), torch.zeros(()))
    loss = loss + sum(WEIGHTS[name] * _likeness(scores[name], batch[f"taught_{name}"]) for name in WEIGHTS) * TEACHER
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return loss.item()


def _loss(scores: Tensor, gold: Tensor) -> Tensor:
    scores, gold = scores.float().flatten(0, -2), gold.flatten()
    if not (gold != IGNORE).any():
        return torch.zeros(())
    smoothing = SMOOTHING if scores.shape[-1] == len(ACTS) else 0.0
    return functional.cross_entropy(scores, gold, ignore_index=IGNORE, label_smoothing=smoothing)


def _likeness(scores: Tensor, taught: Tensor) -> Tensor:
    """How far the network is from its teacher, over what that has judged; Hinton, Vinyals and Dean 2015."""
    apart = -(taught * scores.float().log_softmax(-1)).sum(-1)
    return apart.sum() / taught.any(-1).sum().clamp(min=1)


def load_taught(path: Path) -> list[Labelled]:
    """The statements that a teacher has judged; of their labels nothing is known."""
    with np.load(path) as file:
        ends = np.cumsum(file["lengths"])[:-1]
        ids, roles = (np.split(file[name].astype(np.int64), ends) for name in ("ids", "roles"))
        heads = {name: list(file[name].astype(np.float32)) for name in ActNetwork.HEADS}
        heads["conditions"] = np.split(file["conditions"].astype(np.float32), ends)
    nothing = {"act": IGNORE, "polarity": IGNORE, "certainty": IGNORE}
    return [
        Labelled(
            ids=ids[at],
            roles=roles[at],
            conditions=np.full(len(ids[at]), IGNORE),
            taught={name: values[at] for name, values in heads.items()},
            **nothing,
        )
        for at in range(len(ids))
    ]


def follow(average: dict[str, Tensor], network: ActNetwork, decay: float) -> None:
    """Move the running average of the weights."""
    with torch.no_grad():
        for name, value in network.state_dict().items():
            average[name].lerp_(value, 1 - decay)


if __name__ == "__main__":
    main()
