"""Find near copies: a wire story that somebody cut, edited or gave another end.

Use `band_hashes` to store an article's signature and `likeness` to compare two texts. The signature is MinHash (Broder
1997) over three-word shingles, cut into bands: articles that share a band may be near copies, and only those are
compared, so that a new article costs the same in a ledger of millions. The numbers are made here and with nothing
that a library's next version could change, for they are stored for years.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes: TypeAlias = NDArray[np.uint64]

BANDS, ROWS = 20, 4  # two texts that share 60 % of their shingles meet in a band 94 times in 100, of 20 %, 3 times
LIKE = 0.5  # shared shingles over all shingles, from which on two texts are near copies
FEWEST = 30  # shingles; shorter texts are alike by chance
SHINGLE = 3  # words

_WORD = re.compile(r"\w+")
_MIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)  # odd numbers of the splitmix64 generator
_MASK = 2**64 - 1


def shingles(text: str) -> Hashes:
    """Hashes of a text's runs of three words, each once, in rising order."""
    import numpy as np  # noqa: PLC0415  # searching a ledger need not wait for it

    codes = [zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in _WORD.findall(text.lower())]
    words = np.array(codes, dtype=np.uint64)
    runs = max(0, len(words) - SHINGLE + 1)
    mixed = np.zeros(runs, dtype=np.uint64)
    for place, odd in enumerate(_MIX):
        mixed = (mixed ^ words[place : place + runs]) * np.uint64(odd)
        mixed ^= mixed >> np.uint64(32)
    return np.unique(mixed)


def band_hashes(found: Hashes) -> list[int]:
    """One number for each band of a text's signature, no two bands the same; none for a text that is too short.

    Args:
        found: its shingles.
    """
    if len(found) < FEWEST:
        return []
    least = [int(((found * odd + more) >> 32).min()) for odd, more in _permutations()]
    bands = [least[first : first + ROWS] for first in range(0, len(least), ROWS)]
    return [_combined(place, band) for place, band in enumerate(bands)]


def likeness(one: Hashes, other: Hashes) -> float:
    """Shared shingles over all shingles of two texts: 0 to 1."""
    import numpy as np  # noqa: PLC0415

    shared = len(np.intersect1d(one, other, assume_unique=True))
    both = len(one) + len(other) - shared
    return shared / both if both else 0.0


@cache
def _permutations() -> list[tuple[Any, Any]]:
    """For each row of each band an odd factor and a summand: multiply, add, and the upper half is the hash."""
    import numpy as np  # noqa: PLC0415

    numbers = [_splitmix(place) for place in range(2 * BANDS * ROWS)]
    return [(np.uint64(odd | 1), np.uint64(more)) for odd, more in zip(numbers[::2], numbers[1::2], strict=True)]


def _splitmix(place: int) -> int:
    """The number at a place of the splitmix64 sequence (Steele, Lea and Flood 2014)."""
    mixed = (place + 1) * _MIX[0] & _MASK
    mixed = (mixed ^ mixed >> 30) * _MIX[1] & _MASK
    mixed = (mixed ^ mixed >> 27) * _MIX[2] & _MASK
    return mixed ^ mixed >> 31


def _combined(place: int, band: list[int]) -> int:
    """The rows of a band and its place as one number of 63 bits: databases have no unsigned ones."""
    combined = place
    for least in band:
        combined = ((combined ^ least) * _MIX[1] + _MIX[2]) & _MASK
        combined ^= combined >> 29
    return combined >> 1
