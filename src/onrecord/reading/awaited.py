"""Say who must act or decide for a condition to be fulfilled.

Use `awaited` once the speakers are named: the subject of the condition's clause is resolved like a source ("if he
wants", "only the president can decide"), and so is whoever a noun of doing belongs to ("a Norvian attack").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.knowledge import Known, known_in
from onrecord.reading.agreement import is_plural
from onrecord.reading.attackers import attacker
from onrecord.reading.bodies import is_body_noun
from onrecord.reading.doers import doing
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
_ARTICLES = re.compile(r"\A(?:the|these|those|all)\s+", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:(?P<one>I|me|my)|(?P<many>[Ww]e|us|our|ourselves))\b")
_SECOND = re.compile(r"\b[Yy]ou\b")
# With whom something is to be agreed must agree, besides the speaker: "subject to our talks with Norvia".
_WITH = re.compile(
    r"\b(?:consult\w*|talks?|negotiat\w*|agree\w*|coordinat\w*|discuss\w*)\s+with\s+(?:the\s+)?", re.IGNORECASE
)
_TERMS = re.compile(
    r"\b(?:ultimatums?|(?:pre)?conditions|pressure|(?:equal|own|such|these)\s+terms|equal\s+footing|position\s+of\s+strength)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
# Behind "the", which is taken for a part of the opener.
_WORLD = re.compile(
    r"(?:(?:whole|entire|free|civili[sz]ed)\s+)?world\b(?!\s+(?:[A-Z]|bank|cup|war|economy|order|community))|"
    r"(?:international|global|world)\s+community\b"
)
# From a description to the name behind it: "the president of Norvia Ann Lee".
_ON_TO_NAME = re.compile(r"\s+(?:\([^()\n]{1,40}\)\s+)?(?:of\s+(?:the\s+)?[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?\s+)?\Z")
_DONE_TO = re.compile(
    r"\b(?:on|against|upon|at|into|in|over|to|for|about|towards?|outside|inside|within|near)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\w+(?:ers|ors|ists|ians|ants|ents|ees|crats|men|women)|[A-Z]\w+s|people|children|families|allies|citizens|troops|"
    r"forces|rebels|delegates|individuals|parents|friends|enemies|youths?|crews?"
)
_BODIES = frozenset({"body", "metonym"})
_RELATIVE = re.compile(
    r"\s+(?:late\s+|own\s+)?(?:wife|husband|son|daughter|father|mother|brother|sister|parents|children|family)\b"
)
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
    clause = _behind_opener(text, condition.span)
    span = doing(text, clause)
    acting = _acting(scene, span)
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
        owner, how = whose(scene.cast, span), "whose it is elsewhere"
        if owner is None and found is None:
            owner, how = attacker(scene.cast, clause), "who attacks elsewhere"
        if owner:
            return Awaited(actor=Actor(party=owner[0]), span=owner[1], how=how)
    return found or _other_side(scene, stmt, clause)


def _told(actor: Actor | None, by: re.Match[str], how: str) -> Awaited | None:
    return Awaited(actor=actor, span=Span(*by.span()), how=how) if actor else None


def opener_of(text: str, span: Span) -> Span | None:
    """The words that open a condition ("only if"); None where it begins with what must come true."""
    match = _OPENER.match(text, span.start, span.end)
    words = _ARTICLE.sub("", match.group()).rstrip() if match else ""
    return Span(span.start, span.start + len(words)) if words else None


def _behind_opener(text: str, span: Span) -> Span:
    """The clause without its opener."""
    opener = _OPENER.match(text, span.start, span.end)
    return Span(opener.end() if opener else span.start, span.end)


def _oneself(stmt: Statement, *, many: bool) -> Actor | None:
    """Who speaks; "we" of a politician is the country, and of one who speaks for nobody it may be anybody."""
    who = stmt.speaker
    if who is None or (many and who.kind == "person" and who.party is None):
        return None
    return Actor(party=_country_of(who.party)) if many and who.party else Actor(name=who.name, party=who.party)


def _country_of(party: str) -> str:
    """The country of a political party; any other party itself."""
    known = next((one for one in known_in(party) if one.kind == "political party"), None)
    return known.country if known and known.country else party


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


def _acting(scene: Scene, span: Span) -> list[int]:
    """The mentions in a span of those who may do something, in order; of "his wife" neither of the two."""
    text, found = scene.article.text, scene.cast.found
    inside = within(found, span)
    first = found[inside[0]] if inside else None
    behind = _RELATIVE.match(text, first.span.end) if first and first.form == "pronoun" else None
    if behind:
        return [index for index in inside if found[index].span.start >= behind.end()]
    return [index for index in inside if _may_act(found[index], text, span)]


def _may_act(mention: Mention, text: str, span: Span) -> bool:
    words = mention.span.of(text)
    if mention.form == "pronoun":
        return folded(words) not in _NOBODY
    if mention.form == "nominal":
        return is_role(words) or is_body_noun(words) or (mention.type == "person" and bool(_PEOPLE.fullmatch(words)))
    return not _DONE_TO.search(text, span.start, mention.span.start)


def _country(scene: Scene, span: Span, *, until: int) -> Awaited | None:
    """The first country or body that the words name up to a place ("a Norvian attack"), unless it is done to them.

    The world, where the words begin with it, is one too.
    """
    words = span.of(scene.article.text)
    world = _WORLD.match(words)
    if world:
        return Awaited(
            actor=Actor(name=f"the {world[0]}"), span=Span(span.start, span.start + world.end()), how="named"
        )
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


def _other_side(scene: Scene, stmt: Statement, clause: Span) -> Awaited | None:
    """Of terms of talks, the side with which they are to be: "ready to negotiate with Norvia, without ultimatums"."""
    terms = _TERMS.search(scene.article.text, clause.start, clause.end)
    if terms is None:
        return None
    for content in stmt.content:
        other = _agreeing(scene, stmt, content)
        if other:
            return replace(other, span=Span(*terms.span()), how="with whom the talks are to be")
    return None


def _with_another(scene: Scene, one: Known, words: Span, span: Span) -> Awaited:
    """A country or body, with another that it is joined to: both must act."""
    text = scene.article.text
    joint = _AND.match(text, words.end, span.end)
    rest = text[joint.end() : span.end] if joint else ""
    other = next((known for known in scene.cast.known(rest) if known.start == 0 and known.party), None)
    if joint is None or other is None or other.party == one.party:
        body = one.name if one.kind in _BODIES and one.name != one.party else None
        return Awaited(actor=Actor(name=body, party=one.party), span=words, how="named")
    both = Span(words.start, joint.end() + len(other.words))
    return Awaited(actor=Actor(name=f"{one.party} and {other.party}"), span=both, how="named")


def _resolved(scene: Scene, stmt: Statement, index: int, stmts: Sequence[Statement], *, clause: Span) -> Awaited | None:
    mention = scene.cast.found[index]
    head = _head(scene, mention, index, clause)
    who = resolved(scene, head, stmt, [one for one in stmts if one.parent == stmt.parent])
    if who.kind == "person" and mention.form == "nominal" and is_plural(mention.span.of(scene.article.text)):
        phrase = head.phrase.of(scene.article.text)  # "the other candidates" are not one of them
        return Awaited(actor=Actor(name=_ARTICLES.sub("", phrase)), span=mention.span, how="not named")
    if who.how == "not named" and who.party is None and not _is_somebody(scene, mention):
        return None
    return Awaited(actor=Actor(name=who.name, party=who.party), span=mention.span, how=who.how)


def _is_somebody(scene: Scene, mention: Mention) -> bool:
    """Whether a noun tells who they are though nobody knows their names: "the sailors", "a judge", "companies"."""
    noun = mention.span.of(scene.article.text)
    if mention.form != "nominal":
        return False
    return is_plural(noun) if mention.type != "person" else is_role(noun) or is_plural(noun)


def _head(scene: Scene, mention: Mention, index: int, clause: Span) -> Head:
    text = scene.article.text
    phrase = phrase_at(text, mention.span) if mention.form == "nominal" else None
    within_it = Span(max(phrase.start, clause.start), phrase.end) if phrase else mention.span
    return Head(span=mention.span, form=mention.form, mention=index, phrase=within_it)
