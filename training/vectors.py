"""Make the tables of the sentence vectors, and measure them: `python -m training.vectors FOLDER --data DIR`.

`tables` takes piece frequencies and axes from the contents of onrecord train and of PolNeAR train. The command says how
well the vectors of a model tell contents of one article from those of others, on onrecord dev, beside the plain mean of
the embeddings.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from onrecord.model import load_model
from onrecord.reading.pieces import IntArray
from onrecord.reading.vectors import Vectors
from training.datasets import read_lines

COMMON = 0.1  # of Arora et al.: a piece in this share of all contents counts half
DIMENSIONS = 128
SHORTEST = 6  # pieces of a content


def main() -> None:
    """Parse the command line; compare the vectors of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    model = load_model(options.folder)
    tokenizer = Tokenizer.from_str(model.tokenizer)
    vectors = Vectors(model.arrays)
    held = list(contents_of(options.data / "onrecord/dev.jsonl", tokenizer))
    for name, make in {"vectors": _as_numbers(vectors), "plain means": _plain(model.arrays)}.items():
        area, top = neighbours([(article, make(ids)) for article, ids in held])
        print(f"{name}: of one article above others {area:.3f}; share of the five nearest {top:.3f}")


def tables(arrays: dict[str, Any], data: Path, tokenizer: Tokenizer) -> dict[str, np.ndarray]:
    """The arrays that `Vectors` needs beside the word embeddings."""
    sets = ("onrecord/train.jsonl", "polnear/train.jsonl")
    stmts = [ids for name in sets for _, ids in contents_of(data / name, tokenizer)]
    seen = np.zeros(len(arrays["word"]))
    for ids in stmts:
        seen[np.unique(ids)] += 1
    weight = (COMMON / (COMMON + seen / len(stmts))).astype(np.float16)
    width = arrays["word"].shape[1]
    flat = {"weight": weight, "mean": np.zeros(width, dtype=np.float32), "axes": np.eye(width, dtype=np.float32)}
    made = Vectors(arrays | {f"vectors.{name}": value for name, value in flat.items()})
    means = np.stack([made.mean_of(ids) for ids in stmts])
    middle = means.mean(axis=0)
    axes = np.linalg.svd(means - middle, full_matrices=False)[2][:DIMENSIONS].T
    return {"vectors.weight": weight, "vectors.mean": middle, "vectors.axes": axes.astype(np.float16)}


def contents_of(path: Path, tokenizer: Tokenizer) -> Iterator[tuple[str, IntArray]]:
    """The pieces of each content, with its article."""
    for number, row in enumerate(read_lines(path)):
        for stmt in row.get("statements") or row["attributions"]:
            text = " ".join(row["text"][start:end] for start, end in stmt["content"])
            ids = np.array(tokenizer.encode(text, add_special_tokens=False).ids, dtype=np.int64)
            if len(ids) >= SHORTEST:
                yield str(number), ids


def neighbours(made: list[tuple[str, np.ndarray]]) -> tuple[float, float]:
    """How often a content of the same article is closer than one of another, and their share of the five closest."""
    articles = np.array([article for article, _ in made])
    vectors = np.stack([vector / np.linalg.norm(vector) for _, vector in made])
    close = vectors @ vectors.T
    np.fill_diagonal(close, -2)
    areas, tops = [], []
    for row, article in enumerate(articles):
        same = (articles == article) & (np.arange(len(made)) != row)
        if same.any():
            others = articles != article
            areas.append((close[row][same][:, None] > close[row][others][None]).mean())
            tops.append(same[np.argsort(-close[row])[:5]].mean())
    return float(np.mean(areas)), float(np.mean(tops))


def _as_numbers(vectors: Vectors) -> Callable[[IntArray], np.ndarray]:
    def make(ids: IntArray) -> np.ndarray:
        return np.frombuffer(vectors.of(ids), dtype=np.int8).astype(np.float32)

    return make


def _plain(arrays: dict[str, Any]) -> Callable[[IntArray], np.ndarray]:
    def make(ids: IntArray) -> np.ndarray:
        mean: np.ndarray = (arrays["word"][ids] * arrays["word_scale"][ids]).mean(axis=0)
        return mean

    return make


if __name__ == "__main__":
    main()
