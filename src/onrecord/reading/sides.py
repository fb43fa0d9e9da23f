"""Tell of which state somebody is whose office does not say: "Norvia is ready, Foreign Minister Ann Lee said".

Use `side_of` last, where neither the tables nor any role tells. News leaves the state out where the sentence, or one
before it in the paragraph, is about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.knowledge import Known
from onrecord.reading.owners import owners
from onrecord.reading.parties import is_bare_office
from onrecord.reading.people import Cast
from onrecord.records import Span

# What makes a name the subject of a clause that tells what a state does or wants.
_DOES = re.compile(
    r"\s+(?:also\s+|now\s+)?(?:is|was|has|had|will|would|wants?|does|did|no\s+longer|may|could|can|expects?|"
    r"(?:re(?:act|spond|ject)|agree|offer|welcom|announc|ask|call|demand|refus|deni|warn|promis)(?:e?d|s))\b"
)
_OF = re.compile(r"\s+of\s+(?:the\s+)?([A-Z]\w+(?:\s[A-Z]\w+)?)\b")
_BEGINS = re.compile(r"(?:\A|[.!?“\"”–—]\s*|\bthat\s+)(?:The\s+|the\s+)?\Z")
# "a demand that Norvia made": what stands before is its object.
_WHICH = re.compile(r"\b(?:(?:an?|the|any|no|this)\s+\w+|\w+thing|all)\s+that\s+(?:the\s+)?\Z")
_MEETS = re.compile(r"\b(?:meet(?:ing)?|met|talks\s+with)\s+(?:with\s+)?(?:[A-Z]\w+\s+){1,3}\Z")
_HEAD = re.compile(r"(?:\A|\s)(?:president|prime minister|premier|chancellor|king|queen)\Z", re.IGNORECASE)
_NEAR = 60  # characters before a name
_TWO = 2
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s")


def side_of(cast: Cast, group: int) -> str | None:
    """The state that the paragraph is about in which somebody is first named; None where it is about none.

    Args:
        cast: of the article.
        group: of an official.
    """
    names = cast.names(group)
    behind = state_behind(cast, group)
    if behind is not None:
        return behind
    first = cast.found[names[0]].span
    return next((one.party for one in _subjects(cast, _up_to(cast.text, first))), None) or _met(cast, first)


def _met(cast: Cast, name: Span) -> str | None:
    """The second of two states in a sentence that tells of a meeting: "Norvia's president is to meet Minister Lee"."""
    if not _MEETS.search(cast.text, max(name.start - _NEAR, 0), name.start):
        return None
    sentence = _SENTENCE_END.split(_up_to(cast.text, name).strip())[-1]
    states = list(dict.fromkeys(one.party for one in cast.known(sentence) if one.kind in ("country", "adjective")))
    return states[1] if len(states) == _TWO else None


def state_behind(cast: Cast, group: int) -> str | None:
    """The state that stands behind a name of somebody: "President Ann Lee of Norvia"."""
    for index in cast.names(group):
        lead = _OF.match(cast.text, cast.found[index].span.end)
        known = cast.known(lead[1]) if lead else []
        if lead and known and known[0].kind == "country" and known[0].words == lead[1]:
            return known[0].party
    return None


def leads(cast: Cast, group: int) -> bool:
    """Whether the article calls somebody the head of a state or of its government."""
    return any(_HEAD.search(role) for role in cast.roles(group))


@lru_cache(maxsize=2)
def home(cast: Cast) -> str | None:
    """The state of the first official whose state only the paragraph tells: the article takes it for its own."""
    people = cast.people
    bare = (group for group in people if any(is_bare_office(role, known=cast.known) for role in cast.roles(group)[:1]))
    free = (group for group in bare if not any(cast.found[one].form == "pronoun" for one in owners(cast, group)))
    return next((side for group in free if (side := side_of(cast, group)) is not None), None)


def _up_to(text: str, name: Span) -> str:
    """A paragraph to the end of the sentence that a name stands in."""
    start = text.rfind("\n", 0, name.start) + 1
    line = text.find("\n", name.end)
    end = _SENTENCE_END.search(text, name.end, line if line >= 0 else len(text))
    return text[start : end.end() if end else line if line >= 0 else len(text)]


def _subjects(cast: Cast, paragraph: str) -> Iterator[Known]:
    """The states that are the subject of a clause."""
    for one in cast.known(paragraph):
        before = paragraph[: one.start]
        if one.kind != "country" or not _BEGINS.search(before) or _WHICH.search(before):
            continue
        if _DOES.match(paragraph, one.end):
            yield one
