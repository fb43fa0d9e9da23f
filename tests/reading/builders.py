"""Pieces, outputs and attributions by hand, so that the core is tested without weights.

A text is cut at words and marks: piece 3 of "Ann said it rains." is "rains". Its tags are written one letter a piece,
`SCTt.`: capitals begin a source, a cue, a content (what is Told), small letters go on, a full stop is outside.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from onrecord.reading.attribution import Found, Range
from onrecord.reading.encoder import EMPTY, Outputs
from onrecord.reading.pieces import FloatArray, Pieces
from onrecord.reading.windows import Window

TAGS = ".CcSsTt"
SURE = 0.97  # the probability of what a builder is told
NEVER = -20.0  # the score of an antecedent that nobody would take
SAID, WRITTEN, THOUGHT = range(3)

_PIECE = re.compile(r"\w+|[^\w\s]")


def pieces_of(text: str) -> Pieces:
    """Words and marks as pieces; their ids count them."""
    spans = [match.span() for match in _PIECE.finditer(text)]
    start, end = np.array(spans, dtype=np.int64).reshape(-1, 2).T
    ids = np.arange(len(spans), dtype=np.int64)
    return Pieces(ids=ids, start=start, end=end, shape=np.full_like(ids, 2), gap=np.ones_like(ids))


def words(count: int) -> Pieces:
    """Pieces of a text of so many words."""
    return pieces_of("word " * count)


def outputs(
    tags: str,
    *,
    arcs: Mapping[int, Iterable[int]] | None = None,
    sources: Mapping[int, int] | None = None,
    media: Mapping[int, int] | None = None,
    mentions: Mapping[int, int] | None = None,
    asks: Mapping[int, Mapping[int, float]] | None = None,
    windows: Sequence[Window] = (),
    pieces: Pieces | None = None,
) -> Outputs:
    """What heads would say that are sure of their answers.

    Args:
        tags: one letter a piece.
        arcs: for the first piece of a cue, the pieces that point at it; the others point at nothing.
        sources: for the first piece of a cue, the first piece of its source; the other cues have none.
        media: for the first piece of a cue, 1 if written, 2 if thought; the others are said.
        mentions: the tag of each piece of a mention.
        asks: for the anchor of a mention, the scores of earlier anchors as its antecedent, beside 0 for there being
            none; those that are left out score `NEVER`.
        windows: one over the whole text by default; an arc that leaves its window points at nothing.
        pieces: of a text of words by default.
    """
    count = len(tags)
    laid = list(windows) or [Window(0, count, 0, count)]
    towards = {piece: cue for cue, pointing in (arcs or {}).items() for piece in pointing}
    noted = mentions or {}
    linked = [piece for piece in range(count) if piece in noted or tags[piece] in "Ss"]
    return Outputs(
        pieces=pieces or words(count),
        windows=laid,
        roles=certain([TAGS.index(tag) for tag in tags], of=len(TAGS)),
        media=certain([(media or {}).get(piece, SAID) for piece in range(count)], of=3),
        arcs=[_square(window, towards) for window in laid],
        sources=[_square(window, sources or {}) for window in laid],
        mentions=certain([noted.get(piece, 0) for piece in range(count)], of=13),
        linked=np.array(linked, dtype=np.int64),
        ask=_asked(linked, asks or {}),
        answer=np.eye(len(linked), dtype=np.float32),
    )


def nothing(pieces: Pieces | None = None) -> Outputs:
    """What the heads say of a text without words."""
    return Outputs(pieces=pieces or words(0), windows=[], arcs=[], sources=[], **EMPTY)


def _asked(linked: Sequence[int], asks: Mapping[int, Mapping[int, float]]) -> FloatArray:
    """The score of each linked piece as the antecedent of each, by answers that are unit vectors; then that of none."""
    rows = [[asks.get(piece, {}).get(other, NEVER) for other in linked] + [0.0] for piece in linked]
    return np.array(rows, dtype=np.float32).reshape(len(linked), len(linked) + 1)


def certain(answers: Sequence[int], *, of: int) -> FloatArray:
    """(n, of): logarithms of probabilities, each row sure of its answer."""
    rows = np.full((len(answers), of), (1 - SURE) / (of - 1), dtype=np.float32)
    rows[np.arange(len(answers)), answers] = SURE
    return np.log(rows)


def found(
    *,
    cue: Sequence[Range] = (),
    source: Sequence[Range] = (),
    content: Sequence[Range] = (),
    score: float = -0.1,
    medium: int = SAID,
) -> Found:
    """An attribution in pieces."""
    media = certain([medium], of=3)[0]
    return Found(cue=tuple(cue), source=tuple(source), content=tuple(content), score=score, media=media)


def tiny_tokenizer() -> Tokenizer:
    """Works like the one that ships: uncased, no accents, words that it does not know in parts or as `[UNK]`."""
    parts = [*string.ascii_lowercase, *string.digits]
    vocabulary = ["[UNK]", "rain", "##fall", *parts, *(f"##{part}" for part in parts), *string.punctuation, "“", "”"]
    tokenizer = Tokenizer(
        models.WordPiece({piece: number for number, piece in enumerate(vocabulary)}, unk_token="[UNK]")
    )
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def _square(window: Window, towards: Mapping[int, int]) -> FloatArray:
    """Arcs of one window: row and column 0 stand for nothing, the last ones for its end."""
    rows = [towards.get(piece, window.start - 1) for piece in range(window.start, window.end)]
    columns = [1 + head - window.start if window.start <= head < window.end else 0 for head in rows]
    return certain([0, *columns, 0], of=len(columns) + 2)
