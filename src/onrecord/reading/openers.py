"""Find the words that may open a condition: "if", "unless", "only", "until", "after", "subject to".

Use `openings` on a content: each opener with the places where its clause may end. Whether a careful reader would take
it for a condition is for `conditions` to say, which asks the tags as well: "asked if" tells a question, "as long as it
takes" a duration, "only" often a degree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.records import ConditionKind, Span

# How much an opener says by itself: the sure need no tag, of the strong most are conditions, of the weak few.
Strength = Literal["sure", "strong", "fair", "weak"]

_AUXILIARY = r"(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|may|might|must|be|gets?|wants?)"
_MAY = r"(?:can|could|may|must|will|should)"
_CONSENT = (
    r"(?:approval|consent|consultations?|agreement|ratification|confirmation|decisions?|votes?|permission|reviews?|"
    r"conditions?|negotiations?|talks|outcome|completion|availability)"
)
_OPENERS: tuple[tuple[ConditionKind, Strength, str], ...] = (
    ("only", "strong", r"only\s+(?:if|when|once|on\s+condition|provided|in\s+(?:the\s+)?case)\b"),
    (
        "only",
        "strong",
        rf"only\b(?=\s+[^.,;\n]{{2,60}}?\b{_MAY}\s+(?:decide|determine|settle|choose|say\s+(?:when|if|whether|how))\b)",
    ),
    ("only", "fair", rf"only\b(?=\s+[A-Z(][^.;\n]{{2,60}}?\b{_MAY}\b)"),
    ("unless", "strong", r"unless\b"),
    ("if", "strong", r"if\b"),
    ("if", "strong", r"in\s+(?:the\s+)?(?:event|case)(?:\s+of|\s+that)\b"),
    ("if", "strong", r"(?:provided|providing|assuming)\s+that\b"),
    ("if", "fair", rf"(?:provided|providing|assuming)\b(?=\s+(?:[\w’'-]+\s+){{1,7}}{_AUXILIARY}\b)"),
    ("subject_to", "strong", r"on\s+(?:the\s+)?condition\s+that\b"),
    ("subject_to", "strong", r"in\s+(?:exchange|return)\s+for\b"),
    (
        "if",
        "fair",
        r"(?<=[,;“\"(]\s)[Ss]hould\b|(?<=[.!?“\"]\s)Should\b|(?<=[“\"])Should\b|\bshould(?=\s+(?:he|she|it|they|we|[A-Z]\w+)\s)",
    ),
    ("if", "fair", r"(?<=[.!?“\"]\s)(?:Were|Had)\b|(?<=[“\"])(?:Were|Had)\b"),
    ("if", "strong", r"\bwere(?=\s+(?:he|she|it|they|we|[A-Z]\w+(?:\s+[A-Z]\w+)?)\s+to\s+[a-z])"),
    ("only", "weak", r"only\s+(?:after|by|with|through|until)\b"),
    ("after", "fair", r"(?:as\s+soon\s+as|once)\b(?=\s+\w+\s+\w+)"),
    ("until", "fair", r"(?:not\s+)?(?:until|till)\b"),
    ("if", "weak", r"(?:as|so)\s+long\s+as\b"),
    ("unless", "weak", r"without\b"),
    ("after", "weak", r"after\b"),
    ("if", "weak", r"when\b"),
    ("only", "weak", r"only\b"),
    ("subject_to", "sure", rf"(?:subject\s+to|pending)\b(?=\s+(?:[\w’'-]+\s+){{0,4}}?{_CONSENT}\b)"),
    ("subject_to", "weak", r"subject\s+to\b"),  # mostly to sanctions, duties and the like
    ("subject_to", "strong", r"(?:contingent\s+(?:up)?on|conditional\s+(?:up)?on|pending)\b"),
    ("subject_to", "weak", r"(?:depend(?:s|ed|ing|ent)?\s+(?:up)?on)\b"),
)
_ANY = re.compile("|".join(rf"(?P<o{number}>{words})" for number, (*_, words) in enumerate(_OPENERS)), re.IGNORECASE)
# What "if" is not: a question, a comparison, a concession, a manner of speaking.
_NO_CONDITION = re.compile(
    r"\b(?:ask|know|see|wonder|decid|determin|question|sure|clear|unclear|matter|doubt|check|find out|tell|say|"
    r"understand|consider|difference)\w*\s+(?:\w+\s+)?\Z|\b(?:as|even|what)\s+\Z",
    re.IGNORECASE,
)
# "to find out what they eat, and if": the second of two questions.
_ASKED_TOO = re.compile(
    r"\b(?:ask|see|wonder|find out|understand|know|learn|tell)\w*\s+(?:what|how|who|why|where|whether)\b"
    r"[^.;?!]{1,60},?\s(?:and|or)\s+\Z"
)
_FIGURE = re.compile(
    r"if\s+(?:you\s+will|not\b|any\b|anything|i[’']?m?\s+am?\s*not\s+mistaken|you\s+like|only\b)", re.IGNORECASE
)
# "If Norvia pays, the boats will sail": a content that begins so hangs on it.
_BEGINS = re.compile(r"\W*(?:that\s+)?if", re.IGNORECASE)
_MORE = re.compile(r"\W*\w+\W+\w+")
_BREAK = re.compile(
    r"[,;:.!?…—–\n]|\s-\s|[”\"](?=\s|\Z|[.,])|\b(?:then|because|otherwise|although|though)\b|"
    r"\b(?=(?:and|or)\s+(?:if|when|unless)\b)|"
    r"\b(?=(?:I|you|he|she|it|we|they|there)(?:[’'](?:ll|d)|\s+(?:will|would|won[’']t|wouldn[’']t|can|must|should|may|might))\b)"
)
# Before a clause that stands inside of the condition: "if you think we will", "and it may".
_LEADS_ON = re.compile(
    r"\b(?:and|or|but|that|which|who|whom|what|how|where|why|when|if|than|as|while|until|before|after|"
    r"(?:think|believ|know|sa[yi]|hop|feel|see|decid|agre|find|fear|assum|suppos|expect|wish|guarante|prov|show)\w*|"
    r"sure|certain|way|time|day|moment|everything|anything|all|thing|one|ones|people)\W*\Z",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"(?:[.!?…:“\"]|\b(?:and|but|so|because|[Tt]hat))\W*\Z")
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|No|vs|[A-Z])|\b[A-Z]\.[A-Z])\Z")
_CLOSES = re.compile(r"[.!?;…\n]")
_NOTE = re.compile(r"[(\[][^()\[\]\n]{1,60}[-–—]\s*(?:[Ee]d|[Ee]ditor|[Nn]ote|author)\.?[)\]]")
_MARK = re.compile(r"[^\w\s]")
_NEAR = 24  # characters before an opener that tell what it is not
_FEWEST = re.compile(r"\W+\w+(?:\W+\w+|\Z)")  # words behind the opener
_SHORTEST = 3  # characters behind the opener
_MOST_ENDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Words that may open a condition.

    Attributes:
        start: of the opener.
        ends: places where its clause may end, rising; never empty.
        kind: as the opener tells.
        strength: how much it says by itself.
    """

    start: int
    ends: tuple[int, ...]
    kind: ConditionKind
    strength: Strength


def openings(text: str, part: Span) -> Iterator[Opening]:
    """What may open a condition in one part of a content, in order."""
    text = _without_notes(text, part)
    for match in _ANY.finditer(text, part.start, part.end):
        if text[match.start() - 1 : match.start()].isalnum():
            continue
        ahead = (
            match.start() == part.start
            or _AHEAD.search(text, max(match.start() - _NEAR, part.start), match.start()) is not None
        )
        places = _ends(text, match.end(), part.end, ahead=ahead)
        ends = tuple(end for end in places if _FEWEST.match(text, match.end(), end))
        kind, strength, _ = _OPENERS[next(number for number in range(len(_OPENERS)) if match[f"o{number}"])]
        sure = kind == "if" and _BEGINS.fullmatch(text, part.start, match.end()) and _leads_to_more(text, ends, part)
        if ends and not _is_none(text, match, asked=not sure):
            yield Opening(start=match.start(), ends=ends, kind=kind, strength="sure" if sure else strength)


def _leads_to_more(text: str, ends: Sequence[int], part: Span) -> bool:
    """Whether the clause ends at a comma behind which the same content goes on."""
    return any(text[end : end + 1] == "," and _MORE.match(text, end + 1, part.end) for end in ends)


def _without_notes(text: str, part: Span) -> str:
    """The text with letters for the marks of editors' notes, as "(Mara. – Ed.)": they end no clause."""
    for note in _NOTE.finditer(text, part.start, part.end):
        text = text[: note.start()] + _MARK.sub("x", note[0]) + text[note.end() :]
    return text


def _is_none(text: str, match: re.Match[str], *, asked: bool) -> bool:
    """Whether an "if" opens no condition; where a main clause follows ("he says if it rains, we stay") nobody asks."""
    before = text[max(match.start() - _NEAR, 0) : match.start()]
    return match.group().lower() == "if" and bool(
        (asked and _NO_CONDITION.search(before))
        or (asked and _ASKED_TOO.search(text, max(match.start() - 4 * _NEAR, 0), match.start()))
        or _FIGURE.match(text, match.start(), match.end() + _NEAR)
    )


def _ends(text: str, start: int, stop: int, *, ahead: bool) -> Iterator[int]:
    """Where the clause may end that goes on from `start`; at its sentence's end at the latest.

    One that stands ahead in its sentence ends before what hangs on it: "if Norvia sails | we will follow".
    """
    found = 0
    for match in _BREAK.finditer(text, start, stop):
        place = match.start()
        if _goes_on(text, place) or place - start < _SHORTEST:
            continue
        yield _trimmed(text, place)
        found += 1
        follows = ahead and match.end() == place and not _LEADS_ON.search(text, start, place)
        if follows or found == _MOST_ENDS or _CLOSES.match(text, place):
            return
    if stop - start >= _SHORTEST:
        yield _trimmed(text, stop)


def _goes_on(text: str, place: int) -> bool:
    """Whether a mark stands within a number, or behind an abbreviation."""
    if text[place] in ".," and text[place + 1 : place + 2].isdigit():
        return True
    return text[place] == "." and bool(_ABBREVIATED.search(text, max(place - 6, 0), place))


def _trimmed(text: str, end: int) -> int:
    return len(text[:end].rstrip(' ,;”"')) if text[end - 1 : end] in ' ,;”"' else end
