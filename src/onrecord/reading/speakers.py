"""Name the speaker of each statement, and say how the name was found.

Use `speakers` once the statements of an article and the entities of its mentions are known. A name in the article comes
first, the holder of an office on that day second; what cannot be told is described in the article's own words, and
called unnamed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.knowledge import office_in, speaker_id
from onrecord.reading.agreement import differ, gender_of, is_plural
from onrecord.reading.echoes import echoed
from onrecord.reading.heads import Head
from onrecord.reading.holders import office_holder
from onrecord.reading.identities import Identity, identity
from onrecord.reading.meanings import meant
from onrecord.reading.mentions import within
from onrecord.reading.nameless import nameless
from onrecord.reading.namesakes import leaders
from onrecord.reading.pairs import paired
from onrecord.reading.papers import issuer
from onrecord.reading.parties import country_in
from onrecord.reading.people import Cast
from onrecord.reading.portraits import by_office, named, undescribed
from onrecord.reading.roles import is_role
from onrecord.reading.turns import Turn, turn_at
from onrecord.reading.unnamed import unnamed_before
from onrecord.records import Article, Span, Speaker, Statement

_FIRST_PERSON = frozenset(["i", "we", "my", "our", "me", "us", "i'm", "we're"])
_ABSENT = frozenset(["he", "she", "him", "her", "his"])
_THE = re.compile(r"the\s", re.IGNORECASE)
_PLURAL = frozenset(["we", "our", "us", "we're"])
_GOES_ON = re.compile(
    r"\b(?:add|said|say|not(?:ed|es|ing)|stat|stress|emphasi|underlin|explain|continu|conclud|recall|remind|indicat|express|"
    r"point|clarif|specif|claim|warn|argu|insist|summ|assur|declar|announc|remark|answer|repl|wr(?:ote|ites)|ask|told|tell|"
    r"describ|call|prais|thank|promis|urg|propos|suggest)",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:both|the two|the)\s+(?:leaders|presidents|heads of state)", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.IGNORECASE)  # "she was told": by somebody else
_RUMOUR = re.compile(
    r"reportedly|\breports?\b|alleg|rumou?r|accus|charge|known|considered|believed|suggestions|claims\Z", re.IGNORECASE
)
_SENTENCE = re.compile(r"\n|[.!?][\"”’']?\s")
_TITLES = re.compile(r"\s*(?:[A-Z]\w*\.?\s+){0,4}")  # before a name: "Foreign Minister Dr. "
# What stands alone goes on with the speaker before over so many line breaks and characters at most.
_PARAGRAPHS, _FAR = 3, 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One article with everything that tells who speaks in it.

    Attributes:
        article: as read.
        cast: its entities.
        heads: for each statement, by its id, the heads of its source.
        turns: of a transcript, in order.
    """

    article: Article
    cast: Cast
    heads: dict[int, list[Head]]
    turns: Sequence[Turn] = ()
    _identities: dict[int, Identity | None] = field(default_factory=dict)

    def identity(self, group: int) -> Identity | None:
        """Who an entity is; None where the article does not name it."""
        if group not in self._identities:
            self._identities[group] = identity(self.cast, group)
        return self._identities[group]


def speakers(scene: Scene, stmts: Sequence[Statement]) -> list[Statement]:
    """The statements with their speakers.

    Args:
        scene: of the article.
        stmts: in order; one that lies in another may stand before it.
    """
    parents = {stmt.id: stmt.parent for stmt in stmts}
    done: dict[int, Statement] = {}
    for _, stmt in sorted(((_depth(stmt.id, parents), stmt) for stmt in stmts), key=_by_depth):
        parent = done.get(stmt.parent) if stmt.parent is not None else None
        before = [one for one in done.values() if one.parent == stmt.parent]
        done[stmt.id] = replace(stmt, speakers=tuple(_who(scene, stmt, parent, before)))
    return echoed(scene.article.text, paired([done[stmt.id] for stmt in stmts]))


def _depth(stmt: int, parents: dict[int, int | None]) -> int:
    parent = parents[stmt]
    return 0 if parent is None else 1 + _depth(parent, parents)


def _by_depth(pair: tuple[int, Statement]) -> tuple[int, int]:
    return pair[0], pair[1].id


def _who(scene: Scene, stmt: Statement, parent: Statement | None, before: Sequence[Statement]) -> list[Speaker]:
    found = scene.heads.get(stmt.id, [])
    if not found:
        return _without_source(scene, stmt, before)
    out: list[Speaker] = []
    for head in found:
        word = head.span.of(scene.article.text).lower().replace("’", "'")
        first = _first_person(scene, head, parent) if word in _FIRST_PERSON else ()
        if first:
            out.extend(_ours(one, head) if word in _PLURAL else one for one in first)
        elif two := _both(scene, head):
            out.extend(two)
        else:
            who = resolved(scene, head, stmt, before)
            another = _another(scene, head, who, parent) if word in _ABSENT else None
            out.append(another or who)
    return list({one.id: one for one in out}.values())


def _first_person(scene: Scene, head: Head, parent: Statement | None) -> Sequence[Speaker]:
    """Who says "I": the speaker of the statement around it, else whose turn it is in a transcript."""
    if head.form != "pronoun":
        return ()
    if parent is not None and parent.speakers:
        return parent.speakers
    turn = turn_at(scene.turns, head.span.start)
    if turn is None:
        return ()
    if turn.mention is None:
        return [undescribed(turn.described)]
    group = scene.cast.groups[turn.mention]
    who = scene.identity(group)
    return [named(scene.cast, head, group, who)] if who is not None else ()


def _both(scene: Scene, head: Head) -> list[Speaker]:
    """The two whom "both leaders" means, where the article has no third."""
    if head.form != "nominal" or not _LEADERS.fullmatch(head.phrase.of(scene.article.text).strip()):
        return []
    pairs = [(group, scene.identity(group)) for group in leaders(scene.cast)]
    known = [(group, who) for group, who in pairs if who is not None]
    return [named(scene.cast, head, group, who) for group, who in known] if len(known) == 2 else []


def _another(scene: Scene, head: Head, who: Speaker, parent: Statement | None) -> Speaker | None:
    """Whom else "he" may mean, where he would be the one who says it: in his own words he is "I"."""
    cast = scene.cast
    if parent is None or parent.form != "direct" or who.id not in {one.id for one in parent.speakers}:
        return None
    own = cast.groups[head.mention] if head.mention is not None else None
    gender = gender_of(cast.found[head.mention], cast.text) if head.mention is not None else None
    for index in range(len(cast.found) - 1, -1, -1):
        group, span = cast.groups[index], cast.found[index].span
        other = scene.identity(group) if span.end <= head.span.start and group != own else None
        if other is not None and other.person and other.id != who.id and not differ(gender, cast.gender(group)):
            return named(cast, head, group, other)
    return None


def _ours(speaker: Speaker, head: Head) -> Speaker:
    """Who "we" are when somebody says it who speaks for a party: that party."""
    party = speaker.party
    if speaker.kind != "person" or party is None:
        return speaker
    how = f'same as "{party}"'
    return Speaker(id=speaker_id(party), name=party, kind="organisation", party=party, how=how, mentions=(head.span,))


def _without_source(scene: Scene, stmt: Statement, before: Sequence[Statement]) -> list[Speaker]:
    """The speaker before, for a quotation or a cue that goes on right behind; a rumour is nobody's that we know."""
    place = (stmt.cue or stmt.content)[0].start
    text = scene.article.text
    cue = " ".join(span.of(text) for span in stmt.cue)
    last = max((one for one in before if _end(one) <= place + 1 and one.speakers), key=_end, default=None)
    near = last is not None and text.count("\n", _end(last), place) <= _PARAGRAPHS and place - _end(last) <= _FAR
    if last is not None and near and _goes_on(cue):
        return list(last.speakers)
    if not stmt.cue:
        return _leading_in(scene, place)
    return [undescribed("reports" if re.search(r"\breport", cue, re.IGNORECASE) else "unnamed")]


def _leading_in(scene: Scene, place: int) -> list[Speaker]:
    """Whom a sentence begins with that ends in the colon before a quotation: "Ann Lee, the head, looked back:"."""
    cast, before = scene.cast, scene.article.text[:place].rstrip()
    start = max((match.end() for match in _SENTENCE.finditer(before)), default=0)
    names = [index for index in within(cast.found, Span(start, len(before))) if cast.found[index].form == "named"]
    if not before.endswith(":") or not names:
        return []
    span, who = cast.found[names[0]].span, scene.identity(cast.groups[names[0]])
    if who is None or not who.person or not _TITLES.fullmatch(before[start : span.start]):
        return []
    head = Head(span=span, form="named", mention=names[0], phrase=span)
    return [named(cast, head, cast.groups[names[0]], who)]


def _goes_on(cue: str) -> bool:
    """Whether whoever spoke before speaks on; what was said to or of somebody is no words of theirs."""
    if not cue:
        return True
    return bool(_GOES_ON.search(cue)) and not _PASSIVE.search(cue) and not _RUMOUR.search(cue)


def _end(stmt: Statement) -> int:
    return max(spans[-1].end for spans in (stmt.cue, stmt.source, stmt.content) if spans)


def resolved(scene: Scene, head: Head, stmt: Statement, before: Sequence[Statement]) -> Speaker:
    """Whom one head means.

    Args:
        scene: of the article.
        head: a name, a pronoun or a description.
        stmt: in which it stands.
        before: the statements before that one, in the same content.
    """
    cast = scene.cast
    group = cast.groups[head.mention] if head.mention is not None else None
    if head.form != "nominal":
        who = scene.identity(group) if group is not None else None
        if who is not None and group is not None:
            return named(cast, head, group, who)
        return unnamed_before(cast, head, scene.heads, before) or nameless(cast, head, stmt.source, group)
    phrase = " ".join(head.phrase.of(scene.article.text).split())
    held = office_holder(cast, phrase, group)
    if held is not None:
        return by_office(cast, head, held, phrase)
    earlier = [one for one in before if _end(one) <= head.span.start]
    if carried := issuer(head.span.of(cast.text), phrase, sorted(earlier, key=_end)):
        return replace(carried[0], how=f'same as "{carried[0].name}"')
    other = meant(cast, head, group, phrase)
    if other is None:
        other = _last_alike(scene, head, phrase, earlier)
    who = scene.identity(other) if other is not None else None
    if who is not None and other is not None:
        return named(cast, head, other, who)
    unnamed = group is not None and cast.name(group) is None
    return unnamed_before(cast, head, scene.heads, before) or nameless(
        cast, head, stmt.source, group if unnamed else None
    )


def _last_alike(scene: Scene, head: Head, phrase: str, before: Sequence[Statement]) -> int | None:
    """The person who spoke last, where "the Norvian official" is of the same country and nothing tells them apart."""
    country, last = country_in(phrase, known=scene.cast.known), max(before, key=_end, default=None)
    noun = head.span.of(scene.article.text)
    if country is None or last is None or not _THE.match(phrase) or not is_role(noun) or is_plural(noun):
        return None
    heads = scene.heads.get(last.id, [])
    group = scene.cast.groups[heads[0].mention] if len(heads) == 1 and heads[0].mention is not None else None
    who = scene.identity(group) if group is not None else None
    if who is None or not who.person or who.party != country or any(office_in(role) for role in who.roles):
        return None
    return group
