"""How fast articles are read, beside the bare encoder on the same windows; as many at once as there are threads.

Each round runs every contestant once, in turn, so that whatever else the machine does falls on all of them alike;
figures are medians over the rounds.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np
import onnxruntime as ort

from onrecord.ahead import ahead
from onrecord.reading import Reader
from onrecord.reading.pieces import Pieces
from onrecord.reading.windows import Window, lay
from onrecord.records import Article

ROUNDS = 5
TRIAL_SIZE = 254  # the most that our graph has places for, [CLS] and [SEP] left out
DAY = date(2016, 3, 1)  # the texts are of 2015 and 2016; offices and days are looked up by it


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Figures of one run.

    Attributes:
        articles: read.
        pieces: word pieces in them.
        overlap: pieces read over pieces in the texts.
        seconds: median seconds a round, by contestant.
        shares: median share of the bare encoder's speed, by contestant.
    """

    articles: int
    pieces: int
    overlap: float
    seconds: dict[str, float]
    shares: dict[str, float]


def measure(reader: Reader, texts: list[str], *, threads: int, rounds: int = ROUNDS) -> Speed:
    """Time the bare encoder, attribution without nesting and with it, with speakers, chains and days, and all heads."""
    articles = [Article(id=str(number), text=text, published=DAY) for number, text in enumerate(texts)]
    cut = [reader.encoder.cut(text) for text in texts]
    windows = [(pieces, window) for pieces in cut for window in _lay(reader, pieces)]
    read = partial(_read, reader, articles, threads)
    contestants: dict[str, Callable[[], None]] = {
        "bare encoder": lambda: _encode(reader, windows),
        "attribution, not nested": lambda: read(nested=False, speakers=False, acts=False),
        "attribution": lambda: read(speakers=False, acts=False),
        "with speakers": lambda: read(acts=False),
        "reading": read,
    }
    times = race(contestants, rounds=rounds)
    bare = times["bare encoder"]
    total = sum(len(pieces) for pieces in cut)
    return Speed(
        articles=len(articles),
        pieces=total,
        overlap=sum(window.end - window.start for _, window in windows) / total,
        seconds={name: statistics.median(taken) for name, taken in times.items()},
        shares={
            name: statistics.median(b / t for b, t in zip(bare, taken, strict=True)) for name, taken in times.items()
        },
    )


def race(contestants: Mapping[str, Callable[[], None]], *, rounds: int) -> dict[str, list[float]]:
    """Seconds of each contestant in each round, after one round that is not counted."""
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, work in contestants.items():
            began = time.perf_counter()
            work()
            if number:
                times[name].append(time.perf_counter() - began)
    return times


def against_trial(reader: Reader, texts: list[str], trial: Path, *, threads: int, rounds: int = ROUNDS) -> float:
    """Our encoder's speed over the trial reader's int8 graph, on the same windows of 254 pieces."""
    session = _trial(trial, threads)
    windows = []
    for text in texts:
        pieces = reader.encoder.cut(text)
        windows += [(pieces, window) for window in lay(len(pieces), size=TRIAL_SIZE, overlap=0)]
    feeds = [_trial_feeds(pieces, window) for pieces, window in windows]

    def run_trial() -> None:
        for feed in feeds:
            session.run(None, feed)

    times = race({"trial": run_trial, "ours": lambda: _encode(reader, windows)}, rounds=rounds)
    return statistics.median(t / o for t, o in zip(times["trial"], times["ours"], strict=True))


def _lay(reader: Reader, pieces: Pieces) -> list[Window]:
    return lay(len(pieces), size=reader.model.size, overlap=reader.model.overlap)


def _encode(reader: Reader, windows: list[tuple[Pieces, Window]]) -> None:
    reader.encoder.crew.each(lambda one: reader.encoder.run(*one), windows)


def _read(
    reader: Reader,
    articles: list[Article],
    threads: int,
    *,
    nested: bool = True,
    speakers: bool = True,
    acts: bool = True,
) -> None:
    act = partial(reader.read, nested=nested, speakers=speakers, acts=acts)
    for _, reading in ahead(act, articles, workers=threads):
        reading()


def _trial(path: Path, threads: int) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _trial_feeds(pieces: Pieces, window: Window) -> dict[str, np.ndarray]:
    part = slice(window.start, window.end)
    ids = np.concatenate([[101], pieces.ids[part], [102]])[None]
    shape, gap = (np.pad(values[part], 1)[None] for values in (pieces.shape, pieces.gap))
    return {"input_ids": ids, "shape": shape, "gap": gap, "attention_mask": np.ones_like(ids)}
