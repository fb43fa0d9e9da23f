"""Describe a speaker whom nobody names, in the article's own words.

Use `nameless` when neither the article nor the tables give a name: "officials", "a senior aide", "people familiar with
the matter".
"""

from __future__ import annotations

import re

from onrecord.knowledge import known_in, outlet
from onrecord.reading.agreement import compatible, is_plural
from onrecord.reading.bodies import BODY
from onrecord.reading.body_names import body_name
from onrecord.reading.heads import Head
from onrecord.reading.identities import identity, slug
from onrecord.reading.mentions import within
from onrecord.reading.parties import is_official, is_past, party_of_body, party_of_description
from onrecord.reading.people import Cast
from onrecord.reading.roles import described, is_role
from onrecord.reading.sides import home
from onrecord.reading.taken_up import taken_up
from onrecord.reading.wording import PRONOUNS
from onrecord.records import Span, Spans, Speaker, SpeakerKind

_DETERMINER = re.compile(r"\A\s*(?:the|a|an|this|that|these|those|some|one|his|her|its|their)\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:[,(\[]|\b(?:who|which|that|whose)\b|\b(?:speaking|citing|quoted|asked|on condition)\b).*", re.DOTALL
)
_UNNAMED = re.compile(
    r"(?:officials?|sources?|people|persons?|spokes\w+|diplomats?|experts?|analysts?|aides?|witness(?:es)?|representatives?|"
    r"authorities|reports?|critics|insiders?|advis[eo]rs?|reporters?|journalists?|lawyers?|man|woman|residents?|soldiers?)",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"\b(?:spokes\w+|aides?|advis[eo]rs?|administration|government|team|cabinet|press|office|staff|"
    r"delegation)\b"
)
_OF_BODY = re.compile(r"(?:officials?|sources?|members?)\Z")  # of a body with a name of several words
_FIRST = re.compile(r"[A-Z][a-z]+(?=\s|\Z)")
_PLAIN = frozenset({"two", "three", "four", "five", "six", "several", "many", "most", "another", "other", "senior"})
_BEGINS = re.compile(r"(?:\A|[.!?:\n”–—])\s*[“\"]?\Z")
_LONG = 3  # words of a body's name
_NAMES = re.compile(r"\s[A-Z]{2,}\b")  # an abbreviation that the tables do not know: nobody knows of which country
_ABROAD = re.compile(r"\b(?:embassy|consulate|ambassador)\b")  # of another state than the article's own
_SPOKES = re.compile(r"spokes\w+", re.IGNORECASE)
_BEFORE = 1000  # characters
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
        name = body_name(name, known=cast.known)
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
    told = (party_of_body(name, known=cast.known) if body else None) or party_of_description(name, known=cast.known)
    ours = is_official(name) and not is_past(name) and not _NAMES.search(name)
    return told or ((None if _ABROAD.search(name) else home(cast)) or cast.country if ours else None)


def _party_of_owner(cast: Cast, head: Head) -> str | None:
    """The side of whoever's spokesman, aide or administration it is: "Lee's spokesman"."""
    serves = _SERVES.search(head.phrase.of(cast.text))
    if head.form == "pronoun" or not (serves or _OF_BODY.search(head.span.of(cast.text))):
        return None
    owners = [cast.groups[index] for index in within(cast.found, head.phrase) if cast.found[index].span != head.span]
    told = (identity(cast, group) for group in owners if serves or len((cast.name(group) or "").split()) >= _LONG)
    return next((one.party for one in told if one is not None and one.party is not None), None)


def _description(cast: Cast, head: Head, source: Spans, group: int | None) -> str:
    """The source's words without their article and what trails behind; of a pronoun, what it stands for."""
    if head.form == "pronoun" and group is not None:
        noun = _meant_by(cast, head, group)
        if noun is not None:
            return " ".join((cast.phrase(noun) or cast.found[noun].span).of(cast.text).split())
    earlier = taken_up(cast, head)
    if earlier is not None:
        return " ".join((cast.phrase(earlier) or cast.found[earlier].span).of(cast.text).split())
    whole = next((span for span in source if span.start <= head.span.start < span.end), head.phrase)
    if head.form == "nominal" and (head.phrase.start > whole.start or "\n" in whole.of(cast.text)):
        whole = head.phrase
    words = " ".join(whole.of(cast.text).split())
    plain = _TAIL.sub("", _DETERMINER.sub("", words, count=1)).strip(" ,;:“”\"'")
    if _SPOKES.fullmatch(plain) and (body := _speaks_for(cast, head)):
        return f"{body} {plain}"
    return _uncapitalised(cast.text, whole, " ".join(plain.split()[:_LONGEST]) or words)


def _meant_by(cast: Cast, head: Head, group: int) -> int | None:
    """The noun that a pronoun takes up: the first that it can, else the first of all."""
    nouns = [index for index in cast.members[group] if cast.found[index].form == "nominal"]
    own = cast.found[head.mention] if head.mention is not None else None
    before = [
        index
        for index in nouns
        if cast.found[index].span.end <= head.span.start
        and (own is None or compatible(own, cast.found[index], cast.text))
    ]
    return before[0] if before else next(iter(nouns), None)


def _uncapitalised(text: str, source: Span, words: str) -> str:
    """A description without the capital that only the sentence gives it: "Government sources"."""
    first = _FIRST.match(words)
    if first is None or not _BEGINS.search(text, max(source.start - 4, 0), source.start) or known_in(first.group()):
        return words
    word = first.group().lower()
    plain = is_role(word) or is_plural(word) or word in _PLAIN or re.search(rf"\b{word}\b", text)
    return words[:1].lower() + words[1:] if plain else words


def _speaks_for(cast: Cast, head: Head) -> str | None:
    """The body that "a spokesman" with nothing beside it speaks for: the one named last, if it is no outlet."""
    near = within(cast.found, Span(max(head.span.start - _BEFORE, 0), head.span.start))
    bodies = [cast.found[index] for index in near if cast.found[index].form == "named" and not _is_person(cast, index)]
    names = [one.span.of(cast.text) for one in bodies if one.type == "organisation"]
    told = [name for name in names if outlet(name) is None and is_official(name)]
    return told[-1] if told else None


def _is_person(cast: Cast, index: int) -> bool:
    return cast.is_person(cast.groups[index])


def _kind(noun: str, name: str) -> SpeakerKind:
    if _UNNAMED.fullmatch(noun) or noun.lower() in PRONOUNS:
        return "unnamed"
    if BODY.search(noun) or (noun[:1].isupper() and name[:1].isupper() and not is_plural(noun) and not is_role(noun)):
        return "organisation"
    return "group" if is_plural(noun) else "unnamed"
