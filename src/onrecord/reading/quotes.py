"""Find what stands in quotation in an article, and tell whether a content is quoted, told in other words, or both.

Use `verbatim` once an article, then `form` for each content. Which mark opens and which closes is decided in
`onrecord.reading.marks`; the edges of a span are set in `onrecord.reading.edges`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from onrecord.reading.marks import MARKS, Step, read_marks
from onrecord.records import Form, Span, Spans

__all__ = ["dialogue", "form", "quotations", "verbatim"]

# The verbs of speech tags, as translation machines put them.
_SAYS = """
said says say told tells added adds admitted admits announced announces answered answers argued argues asked asks
assured assures cited claimed claims commented comments concluded concludes confessed confesses confirmed confirms
continued continues declared declares described describes emphasized emphasizes emphasised emphasises explained
explains indicated indicates informed informs insisted insists noted notes noticed notices pointed points promised
promises quoted recalled recalls remarked remarks reminded reminds replied replies reported reports responded responds
revealed reveals stated states stressed stresses suggested suggests summed sums threatened threatens underlined
underlines urged urges warned warns wrote writes
"""
# Ten words hold the longest subject before the verb ("the head of British diplomacy on Sky News pointed out").
_TAG = rf"(?!(?:and|but|because|who|which|that|as)\b)(?:(?![-–—] )[^\s.!?:]+ ){{0,9}}?(?:{'|'.join(_SAYS.split())})\b"
_GAP = r"[^\S\n]{0,3}"
# Within a paragraph a dash opens only before a capital, and after a mark only when no tag follows: `"Yes" - he said`.
_OPENS = re.compile(
    rf"(?:(?<![^\n]){_GAP}[-–—]{_GAP}"
    rf"|(?<=[.!?…:\]]){_GAP}[-–—][^\S\n](?![a-z])"
    rf"|(?<=[\"”]){_GAP}[-–—][^\S\n](?![a-z]|{_TAG}))(?=[^\s–—-])"
)
_ENDS = re.compile(rf"(?:(?<=\s)|(?<=[.!?…]))[-–—][^\S\n]{{1,3}}(?={_TAG})|(?<=[,.!?])\s?[”\"](?={_TAG})|\n|\Z")

_WORD = re.compile(r"\w")
_THAT = re.compile(r"that\b\s*", re.IGNORECASE)
_BEFORE_SPEECH = frozenset(".!?:-–—" + MARKS)
_START = attrgetter("start")


def quotations(text: str) -> list[Span]:
    """Every stretch between quotation marks, the marks included; of nested ones the outermost.

    A quotation over several paragraphs is one stretch a paragraph; one that never closes ends with its paragraph.
    """
    spans, start, before = [], 0, 0
    for step, state in read_marks(text):
        if before and (not state or step.ends_paragraph):
            spans.append(_stretch(text, start, step))
            start = step.end
        if state and not before:
            start = step.start
        before = state
    return spans


def _stretch(text: str, start: int, last: Step) -> Span:
    if not last.is_break:
        return Span(start, last.end)
    return Span(start, start + len(text[start : last.start].rstrip()))


def dialogue(text: str) -> list[Span]:
    """The words between the dashes of `- We will come - he said.`, as Polish, Russian and Ukrainian outlets quote.

    The first dash begins a paragraph or follows a sentence's end, the second stands before a speech tag. Words without
    a second dash are taken to their paragraph's end, but only where others in the text have one: elsewhere such
    paragraphs are lists.
    """
    spoken, tagged, at = [], False, 0
    while opening := _OPENS.search(text, at):
        start = opening.end()
        ending = _ENDS.search(text, start)
        end, at = ending.span() if ending else (len(text), len(text))
        tagged = tagged or bool(text[end:at].strip())
        spoken.append(Span(start, start + len(text[start:end].rstrip())))
    return spoken if tagged else []


def verbatim(text: str) -> list[Span]:
    """Quotations and dialogue of a text, sorted and disjoint; what overlaps is one stretch."""
    spans: list[Span] = []
    for span in sorted([*quotations(text), *dialogue(text)]):
        if spans and span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        else:
            spans.append(span)
    return spans


def form(text: str, content: Spans, quoted: Sequence[Span]) -> Form:
    """Whether a content is quoted (direct), told in other words (indirect), or both (mixed).

    One quoted word makes a told content mixed, and one told word a quoted one, a leading `that` excepted. Words that
    somebody's quotation reports of another ("They insisted that …") are told, unless they stand in marks of their own
    or begin a sentence.

    Args:
        text: of the article.
        content: spans in order.
        quoted: what `verbatim` gives for the text.
    """
    pieces = [piece for span in content for piece in _cut(_without_that(text, span), quoted)]
    if not any(inside and _WORD.search(text, start, end) for start, end, inside in pieces):
        return "indirect"
    if any(not inside and _WORD.search(text, start, end) for start, end, inside in pieces):
        return "mixed"
    return "indirect" if _is_relayed(text, content[0], quoted) else "direct"


def _without_that(text: str, span: Span) -> Span:
    that = _THAT.match(text, span.start, span.end)
    return Span(that.end(), span.end) if that else span


def _cut(span: Span, quoted: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """The span in pieces, with whether each stands in quotation; pieces may be empty."""
    at = span.start
    for index in range(max(bisect_right(quoted, at, key=_START) - 1, 0), len(quoted)):
        start, end = quoted[index].start, min(quoted[index].end, span.end)
        if start >= span.end:
            break
        yield at, start, False
        yield max(at, start), end, True
        at = max(at, end)
    yield at, span.end, False


def _is_relayed(text: str, span: Span, quoted: Sequence[Span]) -> bool:
    index = bisect_right(quoted, span.start, key=_START) - 1
    if index < 0 or quoted[index].end <= span.start:
        return False
    before = text[quoted[index].start : span.start].rstrip()
    return bool(_WORD.search(before)) and not (before[-1] in _BEFORE_SPEECH or text[span.start] in MARKS)
