"""Close the gaps in contents that nothing interrupts, and finish those that break off.

Use `closed` once all cues and sources of an article are known. A content is in one piece unless a cue or a source
stands in it, so other gaps are slips of the tags: "for … a weakened Russia". So is an end before a noun: "because the".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.records import Span, Spans

MOST = 3
"""Words of a gap that is closed; a longer one may be the outlet's own."""
# No content ends in one of these: something must follow.
_BREAKS_OFF = re.compile(r"\b(?:the|an?|its|their|if|until|unless|because|condition that|provided that)\Z")
_REST = re.compile(r"\s+[^\n.;:!?“”\"]{1,160}?(?=[\n.;:!?,])")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_ENDS = re.compile(r"[.!?…:;\n]")


def closed(text: str, content: Spans, taken: Sequence[Span]) -> Spans:
    """A content with its gaps closed: those without a word, and short ones within a clause; its last clause is whole.

    Args:
        text: of the article.
        content: its parts, in order.
        taken: every cue and source of the article, in order.
    """
    parts = list(content[:1])
    for part in content[1:]:
        gap = Span(parts[-1].end, part.start)
        if _is_slip(gap.of(text)) and not _is_taken(gap, taken):
            parts[-1] = Span(parts[-1].start, part.end)
        else:
            parts.append(part)
    return (*parts[:-1], _finished(text, parts[-1], taken)) if parts else ()


def _finished(text: str, part: Span, taken: Sequence[Span]) -> Span:
    """A last part that breaks off before a noun or a clause, up to the end of the clause, where nothing else begins."""
    if not _BREAKS_OFF.search(text, part.start, part.end):
        return part
    rest = _REST.match(text, part.end)
    if rest is None or _is_taken(Span(part.end, rest.end()), taken):
        return part
    return Span(part.start, rest.end())


def _is_slip(words: str) -> bool:
    number = len(_WORD.findall(words))
    return "\n" not in words if number == 0 else number <= MOST and not _ENDS.search(words)


def _is_taken(gap: Span, taken: Sequence[Span]) -> bool:
    """Whether a cue or a source begins in a gap."""
    place = bisect_left(taken, Span(gap.start, gap.start))
    return place < len(taken) and taken[place].start < gap.end
