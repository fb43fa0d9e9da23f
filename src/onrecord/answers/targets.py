"""Tell whom praise or blame is for.

Use `meant_by` for a statement: two of them are compared only where they mean the same.
"""

from __future__ import annotations

import re
from itertools import takewhile

from onrecord.answers.plain_words import is_plain
from onrecord.answers.sides import sides_of
from onrecord.knowledge import known_in
from onrecord.records import Entry

_NAME = re.compile(r"[A-Z][^\W\d_]+(?:[ -](?:(?:van|von|de|der|al|el|bin) )?[A-Z][^\W\d_]+)*")
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|President|Senator|Governor|Secretary)\.? ")
# Who blames somebody's wife or manager does not blame him.
_OF_THEIRS = re.compile(
    rf"{_NAME.pattern}['’]s?\s+(?:[\w-]+\s+){{0,2}}(?:managers?|advis[eo]rs?|aides?|spokes\w+|wife|husband|sons?|daughters?|"
    r"supporters?|voters?|allies|lawyers?|staff|friends?|rivals?|opponents?|critics)\b"
)
# Words that are no names where they have capitals, at the beginning of a sentence or in a headline.
_NO_NAME = re.compile(r"(?:am|as|at|by|he|if|in|is|it|my|no|of|on|or|so|to|up|us|we)", re.IGNORECASE)
NEAR = 3
"""Words before the name of whoever is meant, at most: "attacks on her by Mr. Okoro" are not about him."""


def meant_by(entry: Entry) -> str | None:
    """The party that is named at the beginning of the words and is not the speaker's own, else a person's surname."""
    text = _TITLE.sub("", entry.stmt.text)
    own, known = sides_of(entry, "party"), {one.words: one.party for one in known_in(text)}
    text = _OF_THEIRS.sub("", text)
    named = (words for words in (*known, *_NAME.findall(text)) if len(text[: text.find(words)].split()) <= NEAR)
    for words in named:
        party: str | None = known.get(words)
        if party and party not in own:
            return party
        name = _without_headline(words)
        if words not in known and name:
            return name[-1]
    return None


def _without_headline(words: str) -> list[str]:
    """The words of a name up to those of a headline: "Ann Lee Is Fit For Office"."""
    return list(takewhile(lambda word: not is_plain(word.lower()) and not _NO_NAME.fullmatch(word), words.split()))
