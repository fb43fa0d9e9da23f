"""The texts that the benchmarks read: PolNeAR dev where it lies, else our own example many times over."""

from __future__ import annotations

from pathlib import Path

from evaluation.corpora import POLNEAR, data_folder, rows

EXAMPLE = Path(__file__).parents[1] / "examples" / "harbour-talks.txt"


def news() -> list[str]:
    """Articles of real length."""
    path = data_folder() / POLNEAR
    if path.is_file():
        return [row["text"] for row in rows(path)]
    return [own(4000) for _ in range(40)]


def own(length: int) -> str:
    """A text of about so many characters, made of our example."""
    story = EXAMPLE.read_text(encoding="utf-8")
    return "\n\n".join([story] * max(1, length // len(story)))
