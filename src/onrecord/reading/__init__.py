"""Article -> statements; no input or output."""

from onrecord.reading.reader import Reader

__all__ = ["Reader"]
