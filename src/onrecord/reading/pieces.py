"""Cut a text into word pieces, with what an uncased tokenizer throws away.

Use this before anything that reads a text with the encoder. The tokenizer lowers the case and forgets the white
space; two
small features keep both: the *shape* of a piece (digits, lower, UPPER, Title, mixed) and the *gap* before it (none,
white space, line break).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float32]

SHAPES = 8  # 0 is kept for [CLS], [SEP] and padding, the last one is unused
GAPS = 4  # the last one is unused

_DIGIT, _LOWER, _UPPER, _CASELESS, _OTHER = range(5)


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The word pieces of one text, as parallel arrays of length n.

    Attributes:
        ids: vocabulary ids.
        start: first character of each piece, an offset into the text.
        end: one past its last character.
        shape: 1 digits, 2 lower, 3 UPPER of two or more, 4 Title or a single capital, 5 other letters, 6 anything else.
        gap: white space before the piece: 0 none, 1 some, 2 with a line break.
    """

    ids: IntArray
    start: IntArray
    end: IntArray
    shape: IntArray
    gap: IntArray

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, start: int, end: int) -> Pieces:
        """Pieces [start, end) as a text of their own; their offsets stay those of the whole text."""
        gap = self.gap[start:end].copy()
        gap[:1] = 2
        cut = slice(start, end)
        return Pieces(self.ids[cut], self.start[cut], self.end[cut], self.shape[cut], gap)


def cut(text: str, tokenizer: Tokenizer) -> Pieces:
    """Tokenize a whole text; no truncation, no special tokens."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    start, end = offsets[:, 0], offsets[:, 1]
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return Pieces(
        ids=np.array(encoding.ids, dtype=np.int64),
        start=start,
        end=end,
        shape=_shapes(codes, start, end),
        gap=_gaps(codes, start, end),
    )


def _shapes(codes: NDArray[np.uint32], start: IntArray, end: IntArray) -> IntArray:
    kinds = _kinds(codes)
    length = end - start
    count = {kind: _within(kinds == kind, start, end) for kind in (_DIGIT, _LOWER, _UPPER, _CASELESS)}
    letters = count[_LOWER] + count[_UPPER] + count[_CASELESS] == length
    first_upper = kinds[np.minimum(start, len(kinds) - 1)] == _UPPER if len(kinds) else letters
    title = letters & first_upper & ((count[_LOWER] == length - 1) | (length == 1))
    shape = np.full(len(start), 6, dtype=np.int64)
    shape[letters] = 5
    shape[letters & (count[_LOWER] == length)] = 2
    shape[title] = 4
    shape[letters & (count[_UPPER] == length) & (length > 1)] = 3
    shape[count[_DIGIT] == length] = 1
    return shape


def _gaps(codes: NDArray[np.uint32], start: IntArray, end: IntArray) -> IntArray:
    before = np.concatenate([np.zeros(1, dtype=np.int64), end[:-1]]) if len(end) else end
    some = start > before
    breaks = _within((codes == 10) | (codes == 13) | (codes == 0x2028) | (codes == 0x2029), before, start)
    gap = some.astype(np.int64)
    gap[breaks > 0] = 2
    if len(gap):
        gap[0] = 2  # a text begins on a line of its own
    return gap


def _within(mask: NDArray[np.bool_], start: IntArray, end: IntArray) -> IntArray:
    """How many characters of each [start, end) are marked."""
    total = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(mask, dtype=np.int64)])
    count: IntArray = total[end] - total[np.minimum(start, end)]
    return count


def _kinds(codes: NDArray[np.uint32]) -> NDArray[np.int8]:
    kinds = _ascii_kinds()[np.minimum(codes, 128)]
    beyond = codes > 127
    if beyond.any():
        values, where = np.unique(codes[beyond], return_inverse=True)
        kinds[beyond] = np.array([_kind(chr(value)) for value in values], dtype=np.int8)[where]
    return kinds


@lru_cache(maxsize=1)
def _ascii_kinds() -> NDArray[np.int8]:
    return np.array([_kind(chr(code)) for code in range(128)] + [_OTHER], dtype=np.int8)


def _kind(char: str) -> int:
    if char.isdigit():
        return _DIGIT
    if not char.isalpha():
        return _OTHER
    if char.islower():
        return _LOWER
    return _UPPER if char.isupper() else _CASELESS
