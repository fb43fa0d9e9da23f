"""Article -> statements; no input or output."""

from onrecord.reading.explain import explain
from onrecord.reading.explanation import Choice, Explanation, Hanging, Naming, Word
from onrecord.reading.reader import Reader

__all__ = ["Choice", "Explanation", "Hanging", "Naming", "Reader", "Word", "explain"]
