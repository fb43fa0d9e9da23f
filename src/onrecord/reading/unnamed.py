"""Find the unnamed speaker whom a pronoun, "the man" or "one" takes up: who spoke before.

Use `unnamed_before` where the article names nobody whom a source could mean; what it gives has the name and id of the
statement before, so that one and the same official is one speaker.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.reading.agreement import is_plural
from onrecord.reading.heads import Head
from onrecord.reading.identities import slug
from onrecord.reading.people import Cast
from onrecord.records import Speaker, Statement

_ANYBODY = re.compile(r"the (?:man|woman|person)", re.IGNORECASE)
_SOME = re.compile(r"(?:one|another|two|three|some|several|many|most|others)(?: of (?:them|those))?", re.IGNORECASE)
_ONE = re.compile(r"(?:one|another)\b", re.IGNORECASE)
_FAR = 500  # characters that lie between at most


def unnamed_before(
    cast: Cast, head: Head, heads: Mapping[int, Sequence[Head]], before: Sequence[Statement]
) -> Speaker | None:
    """The speaker whom a head takes up, of those whom nobody names; None where it takes up none.

    Args:
        cast: of the article.
        head: a pronoun, or a noun of which no name is known.
        heads: those of each statement's source, by its id.
        before: the statements before, with their speakers.
    """
    earlier = [one for one in before if one.speakers and one.source and one.source[0].start < head.span.start]
    last = max(earlier, key=_place, default=None)
    if last is None:
        return None
    if head.form == "pronoun":
        return _of_entity(cast, head, heads, earlier)
    phrase = " ".join(head.phrase.of(cast.text).split())
    speaker = last.speakers[0]
    if len(last.speakers) > 1 or speaker.how != "not named" or head.span.start - _place(last) > _FAR:
        return None
    if _ANYBODY.fullmatch(phrase) and speaker.kind == "unnamed" and not is_plural(speaker.name.split()[-1]):
        return replace(speaker, mentions=(*speaker.mentions, head.span))
    if _SOME.fullmatch(phrase) and speaker.kind == "group":
        return _of_group(phrase, speaker, head)
    return None


def _of_entity(
    cast: Cast, head: Head, heads: Mapping[int, Sequence[Head]], before: Sequence[Statement]
) -> Speaker | None:
    """The unnamed speaker of the last statement whose source is the same entity by another word."""
    group = cast.groups[head.mention] if head.mention is not None else None
    for stmt in sorted(before, key=_place, reverse=True):
        same = [one for one in heads.get(stmt.id, ()) if one.mention is not None and cast.groups[one.mention] == group]
        if same and len(stmt.speakers) == 1 and stmt.speakers[0].how == "not named" and same[0].form == "nominal":
            return stmt.speakers[0]
    return None


def _of_group(phrase: str, group: Speaker, head: Head) -> Speaker:
    """Who speaks of a group: "one", behind "asylum seekers", is "one of the asylum seekers"."""
    name = f"{phrase.split(maxsplit=1)[0].lower()} of the {group.name}"
    one = _ONE.match(phrase) is not None
    return replace(group, id=slug(name), name=name, kind="unnamed" if one else "group", mentions=(head.span,))


def _place(stmt: Statement) -> int:
    return stmt.source[0].start if stmt.source else 0
