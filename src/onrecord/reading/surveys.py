"""Tell who was counted in a survey, and who counted them.

Use `survey_of` on a statement: "45%", "just over half of the voters" and "a majority" speak through whoever asked them.
It finds the survey among the statements before; `is_share` tells whether anybody was counted at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.records import Statement

_SHARE = re.compile(
    r"\A(?:(?:and|but|as|many|few|only|just|about|around|nearly|almost|roughly|approximately|some|over|under|well|up|to|"
    r"more|fewer|less|than|the|a|an|other|another|strong|large|slim|narrow|vast|clear|overwhelming|absolute)\s+)*"
    r"(?:\d[\d.,]*\s*%(?![-–]\d)|[\w.-]+\s+per\s?cent\b|"
    r"(?:half|third|quarter|majority)(?=\s+(?:of|the|in|across|\()|\s*\Z)|"
    r"(?:one|two|three)[- ](?:third|quarter|fifth|tenth)s?\b|"
    r"(?:one|two|three|four|five|six|seven|eight|nine)\s+(?:in|out\s+of)\s+(?:three|four|five|ten)\b)",
    re.IGNORECASE,
)
_SURVEY = re.compile(r"\b(?:polls?|polling|pollsters?|surveys?)\b", re.IGNORECASE)


def is_share(words: str) -> bool:
    """Whether a source is so many of those who were asked."""
    return _SHARE.match(words) is not None


def survey_of(stmt: Statement, before: Sequence[Statement]) -> str | None:
    """The name of the survey, or of whoever made it, that counted a statement's source; the last one that was named.

    Args:
        stmt: with its speakers.
        before: the statements before it, in order.
    """
    if not is_share(stmt.source_text):
        return None
    asked = (one for one in reversed(before) if one.speaker is not None and not is_share(one.source_text))
    return next((one.speaker.name for one in asked if one.speaker and _SURVEY.search(one.source_text)), None)
