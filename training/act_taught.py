"""Label statements by the teacher: `python -m training.act_taught OUT.npz CHECKPOINT --data DIR …`.

Use it between `training.act_teacher` and `training.act_fit --taught`. Statements are PolNeAR train's attributions and
what the tool itself finds in the news; those that were labelled by reading are among them, with what the teacher makes
of them, and articles of a development set are not. More are made of these: the source and cue of one with the content
of another, which nobody has said, and which the teacher judges like any other. Going on where it stopped is not needed:
it takes half an hour.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.reading import Reader
from onrecord.reading.act_pieces import CONTENT, CUE, LONGEST
from onrecord.reading.pieces import FloatArray, cut
from onrecord.records import Article
from training.act_data import Labelled, encoded
from training.act_fit import tensors
from training.act_teacher import ActTeacher
from training.datasets import ACTS, LABELS, labelled_articles, read_lines
from training.encode import IGNORE

BATCH = 32
CLAIM = ACTS.index("claim")
MADE = 50_000  # statements that are made of others
PLAIN = 0.25  # how much likelier than one the teacher takes for a claim a content is to be used again, at least


def main() -> None:
    """Parse the command line, read, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--made", type=int, default=MADE, help="statements to make of others")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    teacher = ActTeacher()
    teacher.load_state_dict(torch.load(options.checkpoint, map_location="cpu")["weights"])
    pairs = []
    for text, stmts in unlabelled(options.data):
        pieces = cut(text, tokenizer)
        pairs += [(encoded(pieces, stmt), encoded(pieces, stmt, situated=True)) for stmt in stmts]
    pairs = [pair for pair in pairs if len(pair[0].ids)]
    real = [own for own, _ in pairs]
    taught = judged(teacher.eval(), [wide for _, wide in pairs])
    made = recombined(real, [1 + PLAIN - one["acts"][CLAIM] for one in taught], random.Random(0), options.made)
    taught += judged(teacher, made)
    write(options.out, real + made, taught)


def recombined(stmts: list[Labelled], weights: list[float], rng: random.Random, count: int) -> list[Labelled]:
    """Statements that were never made: source and cue of one, and where its content began the content of another.

    Args:
        stmts: to take them from; those of no cue or no content give nothing.
        weights: how often the content of each is to be taken, beside those of the others.
        rng: draws them.
        count: how many to make.
    """
    frames = [stmt for stmt in stmts if (stmt.roles == CUE).any() and (stmt.roles == CONTENT).any()]
    contents = rng.choices(stmts, weights, k=count)
    return [_with_content(frame, other) for frame, other in zip(rng.choices(frames, k=count), contents, strict=True)]


def _with_content(frame: Labelled, other: Labelled) -> Labelled:
    own = frame.roles != CONTENT
    at = int(np.flatnonzero(~own)[0])
    content = other.ids[other.roles == CONTENT][: LONGEST - int(own.sum())]
    after = own & (np.arange(len(own)) > at)
    ids = np.concatenate([frame.ids[:at], content, frame.ids[after]])
    roles = np.concatenate([frame.roles[:at], np.full(len(content), CONTENT), frame.roles[after]])
    nothing = {"act": IGNORE, "polarity": IGNORE, "certainty": IGNORE}
    return Labelled(ids=ids, roles=roles, conditions=np.full(len(ids), IGNORE), **nothing)


def unlabelled(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Texts with the places of statements."""
    held = {row["id"] for row in read_lines(folder / "onrecord/dev.jsonl")}
    held |= {row["id"] for path in LABELS.glob("*.jsonl") for row in read_lines(path) if row["reader"] == "second"}
    polnear = {row["name"]: row for row in read_lines(folder / "polnear/train.jsonl") if row["name"] not in held}
    for row in polnear.values():
        yield row["text"], row["attributions"]
    articles = {
        name: row for name, row in labelled_articles(folder).items() if name not in held and name not in polnear
    }
    reader = Reader(threads=2)
    for name in sorted(articles):
        text = articles[name]["text"]
        found = reader.read(Article(id=name, text=text), speakers=False, acts=False).statements
        yield (
            text,
            [
                {role: [(s.start, s.end) for s in getattr(stmt, role)] for role in ("cue", "source", "content")}
                for stmt in found
            ],
        )


def judged(teacher: ActTeacher, stmts: list[Labelled]) -> list[dict[str, FloatArray]]:
    """What the teacher thinks of each statement: probabilities by head, `conditions` of its own pieces alone."""
    order = sorted(range(len(stmts)), key=lambda at: len(stmts[at].ids))
    out: list[dict[str, FloatArray]] = [{} for _ in stmts]
    for start in range(0, len(order), BATCH):
        part = order[start : start + BATCH]
        batch = tensors([stmts[at] for at in part])
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores = teacher(batch["ids"], batch["roles"], batch["mask"])
        thought = {name: one.float().softmax(-1).numpy() for name, one in scores.items()}
        for row, at in enumerate(part):
            out[at] = {name: thought[name][row] for name in thought}
            out[at]["conditions"] = out[at]["conditions"][: len(stmts[at].ids)][stmts[at].roles > 0]
        if start // BATCH % 20 == 0:
            print(f"{start}/{len(order)}", flush=True)
    return out


def write(path: Path, stmts: list[Labelled], taught: list[dict[str, FloatArray]]) -> None:
    """One file: all pieces and roles one after the other, the lengths, and the probabilities."""
    ids, roles = (np.concatenate([getattr(stmt, name) for stmt in stmts]) for name in ("ids", "roles"))
    lengths = np.array([len(stmt.ids) for stmt in stmts])
    heads = {name: np.stack([one[name] for one in taught]).astype(np.float16) for name in ActTeacher.HEADS}
    heads["conditions"] = np.concatenate([one["conditions"] for one in taught]).astype(np.float16)
    np.savez(path, ids=ids.astype(np.int32), roles=roles.astype(np.int8), lengths=lengths, **heads)


if __name__ == "__main__":
    main()
