"""Say who must act or decide for a condition to be fulfilled.

Use `awaited` once the speakers are named: the subject of the condition's clause is resolved like a source ("if he
wants", "only the president can decide"), and so is whoever a noun of doing belongs to ("a Norvian attack").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.knowledge import Known
from onrecord.reading.agreement import is_plural
from onrecord.reading.heads import Head
from onrecord.reading.mentions import Mention, within
from onrecord.reading.people import phrase_at
from onrecord.reading.roles import is_role
from onrecord.reading.speakers import Scene, resolved
from onrecord.reading.whose import whose
from onrecord.reading.wording import folded
from onrecord.records import Actor, Condition, Span, Statement

_OPENER = re.compile(
    r"(?:\W|\b(?:only|not|even|if|when|once|unless|until|till|after|without|in|on|the|event|case|condition|exchange|return|for|"
    r"of|that|as|soon|long|so|should|were|had|provided|providing|assuming|depend\w*|subject|to|by|pending)\b)+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\bthe\s*\Z", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:(?P<one>I|me|my)|(?P<many>[Ww]e|us|our|ourselves))\b")
_SECOND = re.compile(r"\b[Yy]ou(?:r)?\b")
# What something is done to must not act itself: "if Norvia is attacked".
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:(?:\w+ly|not|never|also)\s+){0,2}(?!\w+ing\b)(?:\w+ed|\w+en|hit|put|met|cut)\b(?!\s+to\b)"
)
_SUBORDINATE = re.compile(r"\b(?:whether|that|when|how|what|who|which|where|why)\b")
# With whom something is to be agreed must agree, besides the speaker: "subject to our talks with Norvia".
_WITH = re.compile(
    r"\b(?:consult\w*|talks?|negotiat\w*|agree\w*|coordinat\w*|discuss\w*)\s+with\s+(?:the\s+)?", re.IGNORECASE
)
# To come into an office is up to others: "if she became the head of the government".
_INTO_OFFICE = re.compile(
    r"\b(?:is|are|was|were|be|becomes?|became)\s+"
    r"(?:at\s+the\s+(?:head|helm|forefront)\b|(?:the|an?)\s+(?P<office>(?:[\w-]+\s+){0,2}[\w-]+))"
)
_BY = re.compile(r"\bby\s+")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
# From a description to the name behind it: "the president of Norvia Ann Lee".
_ON_TO_NAME = re.compile(r"\s+(?:\([^()\n]{1,40}\)\s+)?(?:of\s+(?:the\s+)?[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?\s+)?\Z")
_DONE_TO = re.compile(r"\b(?:on|against|upon|at|into)\s+(?:the\s+)?\Z", re.IGNORECASE)
_NOBODY = frozenset(["this", "that", "there", "which", "what", "who", "whom", "whose", "these", "those"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """Who must act or decide, and what tells it.

    Attributes:
        actor: who.
        span: the words of the condition that mean them.
        how: how these were understood, in words like those of `Speaker.how`.
    """

    actor: Actor
    span: Span
    how: str


def awaited(scene: Scene, stmts: Sequence[Statement]) -> list[Statement]:
    """The statements with `on` of their conditions, where the text tells.

    Args:
        scene: of the article.
        stmts: with their speakers, in order.
    """
    return [
        replace(stmt, conditions=tuple(replace(one, on=_actor(scene, stmt, one, stmts)) for one in stmt.conditions))
        if stmt.conditions
        else stmt
        for stmt in stmts
    ]


def _actor(scene: Scene, stmt: Statement, condition: Condition, stmts: Sequence[Statement]) -> Actor | None:
    found = awaited_by(scene, stmt, condition, stmts)
    return found.actor if found else None


def awaited_by(scene: Scene, stmt: Statement, condition: Condition, stmts: Sequence[Statement]) -> Awaited | None:
    """Whoever comes first: the speaker himself, whom he speaks to, or somebody who is named, meant or described.

    Args:
        scene: of the article.
        stmt: the condition's.
        condition: one of its conditions.
        stmts: all of the article, with their speakers.
    """
    text = scene.article.text
    span = _behind_opener(text, condition.span)
    acting = [index for index in within(scene.cast.found, span) if _may_act(scene.cast.found[index], text)]
    acting = acting[1:] if _describes_next(scene, acting) else acting
    start = scene.cast.found[acting[0]].span.start if acting else span.end
    country = _agreeing(scene, stmt, span) or _country(scene, span, until=start)
    start = country.span.start if country else start
    first, second = (pattern.search(text, span.start, span.end) for pattern in (_FIRST, _SECOND))
    if second is not None and second.start() <= start:
        return _told(Actor(party=stmt.addressee) if stmt.addressee else None, second, "whom the statement addresses")
    if first is not None and first.start() <= start:
        return _told(_oneself(stmt, many=first["many"] is not None), first, "the speaker")
    if country is not None and not (acting and _names_more(scene, acting[0], country.span)):
        return country
    found = _resolved(scene, stmt, _named(scene, acting), stmts, clause=span) if acting else None
    if found is None or (found.actor.party is None and scene.cast.found[acting[0]].form == "nominal"):
        owner = whose(scene.cast, span)
        return Awaited(actor=Actor(party=owner[0]), span=owner[1], how="whose it is elsewhere") if owner else found
    return found


def _told(actor: Actor | None, by: re.Match[str], how: str) -> Awaited | None:
    return Awaited(actor=actor, span=Span(*by.span()), how=how) if actor else None


def opener_of(text: str, span: Span) -> Span | None:
    """The words that open a condition ("only if"); None where it begins with what must come true."""
    match = _OPENER.match(text, span.start, span.end)
    words = _ARTICLE.sub("", match.group()).rstrip() if match else ""
    return Span(span.start, span.start + len(words)) if words else None


def _behind_opener(text: str, span: Span) -> Span:
    """The clause without its opener; of one in the passive what stands behind "by", of one about an office nothing."""
    opener = _OPENER.match(text, span.start, span.end)
    clause = Span(opener.end() if opener else span.start, span.end)
    if _comes_into_office(text, clause):
        return Span(clause.end, clause.end)
    below = _SUBORDINATE.search(text, clause.start, clause.end)  # what is done in there is done to somebody else
    passive = _PASSIVE.search(text, clause.start, below.start() if below else clause.end)
    if passive is None:
        return clause
    by = _BY.search(text, passive.end(), clause.end)
    return Span(by.end() if by else clause.end, clause.end)


def _comes_into_office(text: str, clause: Span) -> bool:
    found = _INTO_OFFICE.search(text, clause.start, clause.end)
    return found is not None and (found["office"] is None or any(map(is_role, found["office"].split())))


def _oneself(stmt: Statement, *, many: bool) -> Actor | None:
    who = stmt.speaker
    if who is None:
        return None
    return Actor(party=who.party) if many and who.party else Actor(name=who.name, party=who.party)


def _named(scene: Scene, acting: Sequence[int]) -> int:
    """The first of some mentions; where that describes somebody who is named next, the name."""
    found, text = scene.cast.found, scene.article.text
    if found[acting[0]].form == "nominal":
        for index in acting[1:3]:
            between = text[found[acting[0]].span.end : found[index].span.start]
            if found[index].form == "named" and found[index].type == "person" and _ON_TO_NAME.match(between):
                return index
    return acting[0]


def _names_more(scene: Scene, index: int, country: Span) -> bool:
    """Whether a mention is a person's name, or describes somebody by the country: "the Norvian leader"."""
    mention = scene.cast.found[index]
    if mention.type != "person" or mention.form == "pronoun":
        return False
    phrase = phrase_at(scene.article.text, mention.span)
    return mention.form == "named" or (phrase is not None and phrase.covers(country))


def _describes_next(scene: Scene, acting: Sequence[int]) -> bool:
    """Whether the first mention only says whose the second is: "the Norvian leader"."""
    if len(acting) < 2:
        return False
    first, second = (scene.cast.found[index] for index in acting[:2])
    whose = first.form == "named" and first.type != "person"
    described = second.form == "nominal" and second.type == "person"
    return whose and described and scene.article.text[first.span.end : second.span.start].isspace()


def _may_act(mention: Mention, text: str) -> bool:
    return not (mention.form == "pronoun" and folded(mention.span.of(text)) in _NOBODY)


def _country(scene: Scene, span: Span, *, until: int) -> Awaited | None:
    """The first country or body that the words name up to a place ("a Norvian attack"), unless it is done to them."""
    words = span.of(scene.article.text)
    for one in scene.cast.known(words):
        if span.start + one.start <= until and not _DONE_TO.search(words, 0, one.start):
            start = span.start + one.start
            words_of_it = Span(start, start + len(one.words))
            return _with_another(scene, one, words_of_it, span) if one.party else None
    return None


def _agreeing(scene: Scene, stmt: Statement, span: Span) -> Awaited | None:
    """Another side with which the speaker's own must agree."""
    own = {one.party for one in stmt.speakers}
    words = span.of(scene.article.text)
    for found in _WITH.finditer(words):
        for one in scene.cast.known(words[found.end() :]):
            if one.start == 0 and one.party and one.party not in own:
                start = span.start + found.end()
                return Awaited(actor=Actor(party=one.party), span=Span(start, start + len(one.words)), how="named")
    return None


def _with_another(scene: Scene, one: Known, words: Span, span: Span) -> Awaited:
    """A country or body, with another that it is joined to: both must act."""
    text = scene.article.text
    joint = _AND.match(text, words.end, span.end)
    rest = text[joint.end() : span.end] if joint else ""
    other = next((known for known in scene.cast.known(rest) if known.start == 0 and known.party), None)
    if joint is None or other is None or other.party == one.party:
        return Awaited(actor=Actor(party=one.party), span=words, how="named")
    both = Span(words.start, joint.end() + len(other.words))
    return Awaited(actor=Actor(name=f"{one.party} and {other.party}"), span=both, how="named")


def _resolved(scene: Scene, stmt: Statement, index: int, stmts: Sequence[Statement], *, clause: Span) -> Awaited | None:
    mention = scene.cast.found[index]
    who = resolved(
        scene, _head(scene, mention, index, clause), stmt, [one for one in stmts if one.parent == stmt.parent]
    )
    if who.how == "not named" and who.party is None and not _is_somebody(scene, mention):
        return None
    return Awaited(actor=Actor(name=who.name, party=who.party), span=mention.span, how=who.how)


def _is_somebody(scene: Scene, mention: Mention) -> bool:
    """Whether a noun tells who they are though nobody knows their names: "the sailors", "a judge"."""
    noun = mention.span.of(scene.article.text)
    return mention.form == "nominal" and mention.type == "person" and (is_role(noun) or is_plural(noun))


def _head(scene: Scene, mention: Mention, index: int, clause: Span) -> Head:
    text = scene.article.text
    phrase = phrase_at(text, mention.span) if mention.form == "nominal" else None
    within_it = Span(max(phrase.start, clause.start), phrase.end) if phrase else mention.span
    return Head(span=mention.span, form=mention.form, mention=index, phrase=within_it)
