"""Describe a speaker whom nobody names, in the article's own words.

Use `nameless` when neither the article nor the tables give a name: "officials", "a senior aide", "people familiar with
the matter".
"""

from __future__ import annotations

import re

from onrecord.reading.agreement import is_plural
from onrecord.reading.heads import Head
from onrecord.reading.identities import identity, slug
from onrecord.reading.meanings import BODY
from onrecord.reading.mentions import within
from onrecord.reading.parties import body_name, is_official, is_past, party_of_body, party_of_description
from onrecord.reading.people import Cast
from onrecord.reading.roles import described, is_role
from onrecord.reading.wording import PRONOUNS
from onrecord.records import Spans, Speaker, SpeakerKind

_DETERMINER = re.compile(r"\A\s*(?:the|a|an|this|that|these|those|some|one|his|her|its|their)\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:[,(\[]|\b(?:who|which|that|whose)\b|\b(?:speaking|citing|quoted|asked|on condition)\b).*", re.DOTALL
)
_UNNAMED = re.compile(
    r"(?:officials?|sources?|people|persons?|spokes\w+|diplomats?|experts?|analysts?|aides?|witness(?:es)?|representatives?|"
    r"authorities|reports?|critics|insiders?|advis[eo]rs?|reporters?|journalists?|lawyers?|man|woman|residents?|soldiers?)",
    re.IGNORECASE,
)
_SERVES = re.compile(r"\b(?:spokes\w+|aides?|advis[eo]rs?|administration|government|team|cabinet|press|office|staff)\b")
_LONGEST = 12  # words of a description


def nameless(cast: Cast, head: Head, source: Spans, group: int | None) -> Speaker:
    """A speaker without a name.

    Args:
        cast: of the article.
        head: of the source.
        source: the words that name who speaks.
        group: the entity that the head is of, if any.
    """
    name = _description(cast, head, source, group)
    noun = name.split()[-1] if head.form == "pronoun" else head.span.of(cast.text)
    kind = _kind(noun, name)
    if kind == "organisation":
        name = body_name(name)
    role = described(cast.text, head.phrase) if head.form == "nominal" and kind != "organisation" else None
    spans = {cast.found[index].span for index in (cast.members.get(group, []) if group is not None else [])}
    return Speaker(
        id=slug(name),
        name=name,
        kind=kind,
        role=" ".join(role.of(cast.text).split()) if role is not None else None,
        party=_party(cast, name, body=kind == "organisation" and name[:1].isupper()) or _party_of_owner(cast, head),
        how="not named",
        mentions=tuple(sorted(spans | {head.span})),
    )


def _party(cast: Cast, name: str, *, body: bool) -> str | None:
    told = (party_of_body(name) if body else None) or party_of_description(name)
    return told or (cast.country if is_official(name) and not is_past(name) else None)


def _party_of_owner(cast: Cast, head: Head) -> str | None:
    """The side of whoever's spokesman, aide or administration it is: "Lee's spokesman"."""
    if head.form == "pronoun" or not _SERVES.search(head.phrase.of(cast.text)):
        return None
    owners = [cast.groups[index] for index in within(cast.found, head.phrase) if cast.found[index].span != head.span]
    told = (identity(cast, group) for group in owners)
    return next((one.party for one in told if one is not None and one.party is not None), None)


def _description(cast: Cast, head: Head, source: Spans, group: int | None) -> str:
    """The source's words without their article and what trails behind; of a pronoun, what it stands for."""
    if head.form == "pronoun" and group is not None:
        nouns = [index for index in cast.members[group] if cast.found[index].form == "nominal"]
        if nouns:
            return " ".join((cast.phrase(nouns[0]) or cast.found[nouns[0]].span).of(cast.text).split())
    whole = next((span for span in source if span.start <= head.span.start < span.end), head.phrase)
    words = " ".join(whole.of(cast.text).split())
    plain = _TAIL.sub("", _DETERMINER.sub("", words, count=1)).strip(" ,;:“”\"'")
    return " ".join(plain.split()[:_LONGEST]) or words


def _kind(noun: str, name: str) -> SpeakerKind:
    if _UNNAMED.fullmatch(noun) or noun.lower() in PRONOUNS:
        return "unnamed"
    if BODY.search(noun) or (noun[:1].isupper() and name[:1].isupper() and not is_plural(noun) and not is_role(noun)):
        return "organisation"
    return "group" if is_plural(noun) else "unnamed"
