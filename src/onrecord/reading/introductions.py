"""Find where an article says what somebody's name is whom it only described: "the woman gave her name as Ann".

So does "the spokesman, Tom Reed" for whom a sentence before has as "a spokesman".

Use `set_off` before the mentions are grouped, for descriptions beside their names ("her spokesman, Tom Reed,"), and
`introduced` once they are: each pair they give is one and the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.reading.agreement import is_plural
from onrecord.reading.mentions import Mention, within
from onrecord.reading.roles import is_role
from onrecord.records import Span

_GIVES_NAME = re.compile(
    r"\b(?:(?:identif(?:ied|ies)|introduce[ds]?)\s+(?:herself|himself)|g(?:ave|ives)\s+(?:her|his)\s+name)\b"
    r"[^\n]{0,100}\b(?:as|named|called)\s+\Z"
)
_GIVES_NAME_AT_ALL = re.compile(r"(?:her|him)self\b|(?:her|his)\s+name\b")
_THE_NOUN = re.compile(r"\b[Tt]he\s+(?:[a-z]+\s+)?([a-z]+),\s+\Z")
_A_NOUN = re.compile(r"\b(?:[Aa]n?|[Oo]ne)\s+(?:[\w-]+\s+){0,3}\Z")
_SET_OFF_ENDS = re.compile(r"[,;.:)—–]")
_DEFINITE = re.compile(r"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y)|\w['’]s?)\s+(?:[\w-]+\s+){0,4}\Z")
_BEFORE = 600  # characters before a name in which somebody is described who is named by it
_FAR = 160  # characters before a name in which it is introduced
_SUBJECT = 60  # characters before the verb that its subject stands in


def set_off(found: Sequence[Mention], text: str) -> Iterator[tuple[int, int]]:
    """Pairs of mentions, a description and the name between commas right behind it, as in "her spokesman, Tom Reed,".

    Args:
        found: in order.
        text: the article's.
    """
    for index, (one, following) in enumerate(pairwise(found)):
        if one.form != "nominal" or one.type != "person" or not _is_name(following):
            continue
        words = one.span.of(text)
        if text[one.span.end : following.span.start] != ", " or is_plural(words) or not is_role(words.split()[-1]):
            continue
        if _SET_OFF_ENDS.match(text, following.span.end) and _DEFINITE.search(
            text, max(one.span.start - _SUBJECT, 0), one.span.start
        ):
            yield index, index + 1


def introduced(found: Sequence[Mention], text: str) -> Iterator[tuple[int, int]]:
    """Pairs of mentions, a description and the name that whoever it describes gives.

    Args:
        found: in order.
        text: the article's.
    """
    gives_names = bool(_GIVES_NAME_AT_ALL.search(text))
    for index, one in enumerate(found):
        if not _is_name(one):
            continue
        before = _indefinite(found, text, index)
        if before is not None:
            yield before, index
        gives = _GIVES_NAME.search(text, max(one.span.start - _FAR, 0), one.span.start) if gives_names else None
        subject = _subject(found, text, gives.start()) if gives else None
        if subject is not None:
            yield subject, index


def _indefinite(found: Sequence[Mention], text: str, index: int) -> int | None:
    """The description that "the spokesman, Tom Reed" names: the one before it with the same noun and "a"."""
    name = found[index].span
    if not text[max(name.start - 3, 0) : name.start].rstrip().endswith(","):
        return None
    noun = _THE_NOUN.search(text, max(name.start - _SUBJECT, 0), name.start)
    if noun is None:
        return None
    near = within(found, Span(max(name.start - _BEFORE, 0), noun.start()))
    same = [place for place in near if found[place].span.of(text).lower() == noun[1].lower()]
    last = same[-1] if same else None
    if last is None or found[last].form != "nominal":
        return None
    start = found[last].span.start
    return last if _A_NOUN.search(text, max(start - _SUBJECT, 0), start) else None


def _is_name(mention: Mention) -> bool:
    return mention.form == "named" and mention.type == "person"


def _subject(found: Sequence[Mention], text: str, verb: int) -> int | None:
    """The last person described before a verb, unless somebody is named between."""
    near = [index for index, one in enumerate(found) if verb - _SUBJECT <= one.span.start and one.span.end <= verb]
    people = [index for index in near if found[index].type == "person" and found[index].form != "pronoun"]
    if not people or found[people[-1]].form == "named" or is_plural(found[people[-1]].span.of(text)):
        return None
    return people[-1]
