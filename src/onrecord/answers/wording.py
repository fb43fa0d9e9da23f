"""Lay two versions of a quotation beside each other, word by word.

Use `compared` for the pieces, and `kind_of` for what they amount to: where words are only missing it is a cut, where
others stand in their place the quotation was altered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.answers.versions import Likeness, Mark, Piece

_NEGATIONS = frozenset({"not", "no", "never", "nor", "neither", "without", "nothing", "nobody", "none"})


def shared_words(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words stand in both in the same order."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415  # the command line starts without it

    return LCSseq.similarity(one, other)


def compared(one: Sequence[str], other: Sequence[str]) -> tuple[Piece, ...]:
    """The words of both, in order; those that only the first has before those in their place."""
    return tuple(_pieces(one, other))


def kind_of(pieces: Sequence[Piece]) -> Likeness:
    """What the second version is to the first."""
    marks = {piece.mark for piece in pieces}
    if marks == {"same"}:
        return "same"
    if marks == {"same", "new"}:
        return "fuller"
    return "cut" if marks == {"same", "gone"} or _overlap(pieces) else "altered"


def _overlap(pieces: Sequence[Piece]) -> bool:
    """Whether one version begins earlier and the other ends later: two parts of the same words."""
    return [piece.mark for piece in pieces] in (["gone", "same", "new"], ["new", "same", "gone"])


def counted(pieces: Sequence[Piece], mark: Mark | str) -> int:
    """How many words have a mark."""
    return sum(len(piece.text.split()) for piece in pieces if piece.mark == mark)


def longest_run(pieces: Sequence[Piece]) -> int:
    """How many words stand in both without a break, at most."""
    return max((len(piece.text.split()) for piece in pieces if piece.mark == "same"), default=0)


def _between(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces without those before the first and behind the last words that stand in both."""
    same = [place for place, piece in enumerate(pieces) if piece.mark == "same"]
    return pieces[same[0] : same[-1] + 1] if same else ()


def negations(pieces: Sequence[Piece]) -> bool:
    """Whether a negation is among the words that stand in one version only, between words that stand in both."""
    words = {word for piece in _between(pieces) if piece.mark != "same" for word in piece.text.split()}
    return bool(words & _NEGATIONS) or any(word.endswith("n't") for word in words)


def _pieces(one: Sequence[str], other: Sequence[str]) -> Iterator[Piece]:
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415

    gone: list[str] = []
    new: list[str] = []
    for step in LCSseq.opcodes(one, other):
        if step.tag == "equal":
            yield from _changed(gone, new)
            gone, new = [], []
            yield Piece(mark="same", text=" ".join(one[step.src_start : step.src_end]))
        else:
            gone += one[step.src_start : step.src_end]
            new += other[step.dest_start : step.dest_end]
    yield from _changed(gone, new)


def _changed(gone: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    if gone:
        yield Piece(mark="gone", text=" ".join(gone))
    if new:
        yield Piece(mark="new", text=" ".join(new))
