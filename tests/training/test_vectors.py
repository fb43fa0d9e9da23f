"""The tables of the vectors are made of contents, and measured by who is next to whom."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from onrecord.reading.vectors import Vectors
from tests.reading.builders import tiny_tokenizer
from training.vectors import SHORTEST, contents_of, neighbours, tables

PIECES = tiny_tokenizer().get_vocab_size()
WIDTH = 8
CONTENTS = ("rain rain rain rain rain rain", "rain a b c d e f", "rain g h i j k l", "rain rain m n o p q")


def row(*contents: str, name: str = "statements") -> dict[str, Any]:
    """An article of these contents."""
    text = ". ".join(contents)
    places = [[text.index(content), text.index(content) + len(content)] for content in contents]
    return {"text": text, name: [{"content": [place]} for place in places]}


def written(path: Path, *rows: dict[str, Any]) -> Path:
    """A file of rows."""
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    return path


def made(tmp_path: Path) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """Word embeddings, and the tables that are made beside them."""
    word = np.random.default_rng(1).integers(-100, 100, (PIECES, WIDTH)).astype(np.int8)
    arrays = {"word": word, "word_scale": np.full((PIECES, 1), 0.01, dtype=np.float32)}
    written(tmp_path / "onrecord/train.jsonl", row(*CONTENTS[:2]))
    written(tmp_path / "polnear/train.jsonl", row(*CONTENTS[2:], name="attributions"))
    return arrays, tables(arrays, tmp_path, tiny_tokenizer())


@pytest.mark.parametrize("name", ["statements", "attributions"])
def test_contents_come_with_their_article(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / "some/rows.jsonl", row(*CONTENTS[:2], name=name), row(CONTENTS[2], name=name))
    assert [article for article, _ in contents_of(path, tiny_tokenizer())] == ["0", "0", "1"]


def test_short_contents_are_left_out(tmp_path: Path) -> None:
    path = written(tmp_path / "some/rows.jsonl", row("rain " * (SHORTEST - 1)), row("rain " * SHORTEST))
    assert [len(ids) for _, ids in contents_of(path, tiny_tokenizer())] == [SHORTEST]


def test_a_piece_of_many_contents_counts_less(tmp_path: Path) -> None:
    weight = made(tmp_path)[1]["vectors.weight"]
    rain, once, never = (tiny_tokenizer().token_to_id(piece) for piece in ("rain", "a", "z"))
    assert weight[rain] < weight[once] < weight[never] == 1


def test_the_tables_fit_the_embeddings(tmp_path: Path) -> None:
    arrays, more = made(tmp_path)
    assert (more["vectors.weight"].shape, more["vectors.mean"].shape) == ((PIECES,), (WIDTH,))
    assert more["vectors.axes"].shape[0] == WIDTH
    assert len(Vectors(arrays | more).of(np.array([3, 4]))) == more["vectors.axes"].shape[1]


def test_axes_are_at_right_angles(tmp_path: Path) -> None:
    axes = made(tmp_path)[1]["vectors.axes"].astype(np.float32)
    assert np.allclose(axes.T @ axes, np.eye(axes.shape[1]), atol=0.01)


ALONG, ACROSS = np.array([1.0, 0.0]), np.array([0.0, 1.0])


@pytest.mark.parametrize(
    ("vectors", "area"),
    [((ALONG, ALONG, ACROSS, ACROSS), 1.0), ((ALONG, ACROSS, ALONG, ACROSS), 0.0)],
    ids=["articles apart", "articles mixed"],
)
def test_contents_of_one_article_should_be_closer(vectors: tuple[np.ndarray, ...], area: float) -> None:
    assert neighbours(list(zip("aabb", vectors, strict=True)))[0] == area


def test_the_share_of_an_article_among_the_five_nearest() -> None:
    vectors = [("a", ALONG)] * 4 + [("b", ACROSS)] * 4
    assert neighbours(vectors)[1] == pytest.approx(3 / 5)
