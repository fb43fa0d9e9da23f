"""Write an answer as JSON.

Use `answer_to_dict` on any result of `onrecord.answers`: its fields keep their names, entries are as `entry_to_dict`
has them, and days are ISO dates.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from onrecord.exports.as_json import entry_to_dict
from onrecord.records import Entry, Span


def answer_to_dict(answer: Any) -> Any:
    """An answer, or any part of one, as JSON's own types."""
    if isinstance(answer, Entry):
        return entry_to_dict(answer)
    if isinstance(answer, Span):
        return [answer.start, answer.end]
    if isinstance(answer, date):
        return answer.isoformat()
    if isinstance(answer, tuple | list):
        return [answer_to_dict(one) for one in answer]
    if is_dataclass(answer):
        return {field.name: answer_to_dict(getattr(answer, field.name)) for field in fields(answer)}
    return answer
