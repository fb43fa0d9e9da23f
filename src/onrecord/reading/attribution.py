"""Find the attributions of a text in the encoder's outputs.

Use `attributions` after `Encoder.read`. The tags say which pieces are cue, source or content; the arcs say whose: each
content goes to the cue that most of it points at, and each cue picks its own source, so that one source may serve
several cues ("He said …, but allowed …").
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.encoder import Outputs
from onrecord.reading.pieces import FloatArray
from onrecord.reading.windows import owner

Range = tuple[int, int]
IntArray = NDArray[np.int64]
Prior = tuple[float, float, float, float, float, float, float]

OUTSIDE, B_CUE, B_SOURCE, B_CONTENT = 0, 1, 3, 5
NEVER = -1e4  # stands for the logarithm of nought
CLEAR = -0.05  # a tag of at least 95 % is taken for granted

# The least share of a content's arcs that its cue must have. Of 0.2 to 0.6 on the development sets, more than 0.3 won
# exact contents and lost paired statements. Below it stand mostly contents of cues that were missed, which would be
# laid at the door of the speaker before.
POINTS = 0.3

# Attributions of a lesser score are left out. On PolNeAR dev 0.2 cost 0.2 points of linked recall and won 2.3 of
# precision.
DOUBTFUL = math.log(0.2)

# Added to the tags O, B-cue, I-cue, B-source, I-source, B-content, I-content; chosen on PolNeAR dev and onrecord dev
# among steps of 0.1 to 0.3. Cues come out too short rather than too long: 107 of 202 near misses lacked words at the
# end, 61 had too many.
WHOLE_TEXT: Prior = (0.0, -0.5, 0.6, 0.0, 0.0, 0.0, 0.0)
# A nested attribution nearly always names its source: 181 of 184 in onrecord train.
CONTENT: Prior = (0.0, 0.0, 0.0, 0.3, 0.3, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One attribution in pieces.

    Attributes:
        cue: ranges of pieces; empty for a content that points at no cue.
        source: ranges of pieces; empty when there is none.
        content: ranges of pieces, in order.
        score: mean logarithm of the tags' probabilities, plus that of the choice of the source; at most 0.
        media: (3,) logarithms for said, written, thought.
    """

    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float
    media: FloatArray


def attributions(outputs: Outputs, *, prior: Prior = WHOLE_TEXT) -> list[Found]:
    """All attributions of the text in the order of their cue, then the contents that point at none.

    Args:
        outputs: of the encoder.
        prior: what is added to the logarithm of each tag's probability.
    """
    if not outputs.windows:
        return []
    spans = tagged(legal_tags(outputs.roles + np.array(prior, dtype=np.float32)))
    cues, sources, contents = (spans[begin] for begin in (B_CUE, B_SOURCE, B_CONTENT))
    index = owner(outputs.windows, len(outputs.pieces))
    sure = np.concatenate([[0.0], np.cumsum(outputs.roles.max(axis=1), dtype=np.float64)])
    held, strays = _contents_of(outputs, index, contents, cues)
    found = []
    for cue, content in zip(cues, held, strict=True):
        if content:
            source, linked = _source_of(outputs, int(index[cue[0]]), cue, sources)
            score = _mean(sure, [cue, *content, *source]) + linked
            media = outputs.media[cue[0]]
            if score >= DOUBTFUL:
                found.append(Found(cue=(cue,), source=tuple(source), content=tuple(content), score=score, media=media))
    return found + [_stray(sure, content) for content in strays]


def _mean(sure: NDArray[np.float64], ranges: list[Range]) -> float:
    """Mean over the pieces of the ranges; `sure` holds the sums up to each piece."""
    total = sum(float(sure[end] - sure[start]) for start, end in ranges)
    return total / sum(end - start for start, end in ranges)


def _stray(sure: NDArray[np.float64], content: Range) -> Found:
    """A content without a cue; only quotations are kept, and a quotation was said."""
    media = np.log(np.array([1, 1e-9, 1e-9], dtype=np.float32))
    return Found(cue=(), source=(), content=(content,), score=_mean(sure, [content]), media=media)


def legal_tags(roles: FloatArray) -> IntArray:
    """The most probable sequence of tags in which every inside tag follows its own kind (Viterbi).

    The best tag of each piece is the answer wherever that sequence is legal already; only stretches around a breach
    are searched, between the nearest pieces that clearly begin something or lie outside of everything.
    """
    tags: IntArray = roles.argmax(axis=1)
    for start, end in _stretches(tags, roles):
        tags[start:end] = _viterbi(roles[start:end].tolist())
    return tags


def _stretches(tags: IntArray, roles: FloatArray) -> list[Range]:
    """Ranges of pieces to search; the first and the last piece of a range may be taken for granted."""
    inside = (tags > 0) & (tags % 2 == 0)
    before = np.concatenate([[0], tags[:-1]])
    breaches = np.flatnonzero(inside & (before != tags) & (before != tags - 1))
    safe = np.flatnonzero(~inside & (roles.max(axis=1) > CLEAR))
    out: list[Range] = []
    for breach in breaches.tolist():
        if out and breach < out[-1][1]:
            continue
        after = int(np.searchsorted(safe, breach))
        start = int(safe[after - 1]) if after else 0
        end = int(safe[after]) + 1 if after < len(safe) else len(tags)
        out.append((start, end))
    return out


def _viterbi(roles: list[list[float]]) -> list[int]:
    """The best legal path; plain lists, for a stretch is short and an array costs more to make than to use."""
    score = [value if tag == OUTSIDE or tag % 2 else NEVER for tag, value in enumerate(roles[0])]
    back: list[list[int]] = []
    for row in roles[1:]:
        best = score.index(max(score))
        came = [best] * len(row)
        for inside in (2, 4, 6):
            came[inside] = inside if score[inside] >= score[inside - 1] else inside - 1
        score = [score[source] + value for source, value in zip(came, row, strict=True)]
        back.append(came)
    path = [score.index(max(score))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def tagged(tags: IntArray) -> dict[int, list[Range]]:
    """The ranges of pieces of each kind, by its begin tag."""
    out: dict[int, list[Range]] = {B_CUE: [], B_SOURCE: [], B_CONTENT: []}
    changes = np.flatnonzero((tags[1:] != tags[:-1]) | (tags[1:] % 2 == 1)) + 1
    bounds = [0, *changes.tolist(), len(tags)]
    for start, end in pairwise(bounds):
        tag = int(tags[start])
        if tag % 2 == 1:
            out[tag].append((start, end))
        elif tag and out[tag - 1] and out[tag - 1][-1][1] == start:
            out[tag - 1][-1] = (out[tag - 1][-1][0], end)
    return out


def votes(outputs: Outputs, index: IntArray, heads: IntArray, part: Range) -> tuple[int, FloatArray]:
    """How much of the arcs of some pieces goes to each cue in their windows.

    Cues further off are not looked at, so that the work grows with the text and not with its square.

    Args:
        outputs: of the encoder.
        index: for each piece, the window that it is read from.
        heads: first piece of each cue, rising.
        part: range of pieces.

    Returns:
        The number of the first cue looked at, and a share between 0 and 1 for it and each one after.
    """
    start, end = part
    first, last = int(index[start]), int(index[end - 1])
    lowest, highest = np.searchsorted(heads, (outputs.windows[first].start, outputs.windows[last].end)).tolist()
    shares: FloatArray = np.zeros(highest - lowest, dtype=np.float32)
    for number in range(first, last + 1):
        window = outputs.windows[number]
        low, high = np.searchsorted(heads, (window.start, window.end)).tolist()
        rows = slice(1 + max(start, window.keep_from) - window.start, 1 + min(end, window.keep_to) - window.start)
        arcs = outputs.arcs[number][rows, 1 + heads[low:high] - window.start]
        shares[low - lowest : high - lowest] += np.exp(arcs).sum(axis=0)
    shares /= np.float32(end - start)
    return lowest, shares


def _contents_of(
    outputs: Outputs, index: IntArray, contents: list[Range], cues: list[Range]
) -> tuple[list[list[Range]], list[Range]]:
    """The contents that go to each cue, and those that point at no cue clearly enough."""
    heads = np.array([start for start, _ in cues], dtype=np.int64)
    held: list[list[Range]] = [[] for _ in cues]
    strays: list[Range] = []
    for content in contents:
        first, shares = votes(outputs, index, heads, content)
        if len(shares) and shares.max() >= POINTS:
            held[first + int(shares.argmax())].append(content)
        else:
            strays.append(content)
    return held, strays


def _source_of(outputs: Outputs, window: int, cue: Range, sources: list[Range]) -> tuple[list[Range], float]:
    """The source that a cue picks, with the logarithm of its probability; none when that is likelier."""
    laid = outputs.windows[window]
    row = outputs.sources[window][1 + cue[0] - laid.start].tolist()
    near = sources[bisect_left(sources, (laid.start, 0)) : bisect_left(sources, (laid.end, 0))]
    scores = [row[1 + start - laid.start] for start, _ in near]
    best = max(scores, default=NEVER)
    if row[0] > best:
        return [], row[0]
    return [near[scores.index(best)]], best
