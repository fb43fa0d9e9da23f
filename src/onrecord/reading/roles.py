"""Find the role that an article gives somebody: a title, what stands between commas, or the words in a name's place.

Use `roles_at` on every mention of a speaker by name, and `described` on a phrase in the place of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.knowledge import known_in
from onrecord.reading.wording import WORD
from onrecord.records import Span

_NOUNS_WORDS = """
president minister secretary chancellor premier chief head leader director coordinator senator sen governor gov
mayor ambassador envoy adviser advisor aide analyst professor prof lawyer attorney solicitor barrister expert chair
founder co-founder author co-author researcher fellow commander general gen colonel col major captain lieutenant lt
manager strategist representative rep officer official deputy member activist judge justice prosecutor sheriff pope
king queen prince princess patriarch archbishop bishop priest rabbi imam candidate nominee lawmaker legislator
congressman congresswoman mp mep msp councillor councilor commissioner speaker whip doctor dr physician nurse
teacher student engineer owner partner ceo cfo executive boss host presenter anchor singer actor actress rapper
writer poet veteran soldier pilot sergeant admiral marshal ombudsman negotiator diplomat politician dictator
oligarch voter resident farmer worker counterpart father mother son daughter wife husband brother sister critic pollster
consultant vice-president undersecretary frontrunner front-runner billionaire businessman agent detective
superintendent inspector inspectorate treasurer trustee volunteer organiser organizer campaigner pundit commentator
blogger investigator specialist scholar scientist lecturer dean rector provost principal chef curator spokesman
spokeswoman spokesperson peer baroness baron lord lady dame chairman chairwoman chairperson assistant interpreter
translator correspondent reporter journalist
"""
_NOUNS = frozenset(_NOUNS_WORDS.split())
_ENDINGS = ("ist", "ologist", "crat", "woman", "person", "ographer", "omist", "arian", "itor")
_BARRED_WORDS = """
exist insist resist list woman person person's visitor monitor auditor editor
"""
_BARRED = frozenset(_BARRED_WORDS.split())
_STANDINGS = frozenset(["general", "elect", "designate"])
_ROLE_ANYWAY = frozenset(["editor", "visitor", "monitor", "auditor"])

# A title does not reach over these to the left.
_STOPS_WORDS = """
said says say told tells tell added adds asked asks and but as when while after before because since that which who
whom whose if by with from to than then according is was were are be been has had have did does do by on in into
over under about against where why how so or not also though although although's meanwhile earlier later yesterday
today like between via per would will could may might must should can called named met meets visited citing cited
quoted quoting
"""
_STOPS = frozenset(_STOPS_WORDS.split())
_CARRIES = frozenset(["of", "the", "for", "and", "in", "at"])
_LONGEST = 12  # words of a title

_GAP = re.compile(r"(?:[^\S\n]|[’']s?[^\S\n]|[^\S\n]?[-–][^\S\n]?|\.[^\S\n]|,[^\S\n](?=Jr|Sr))+\Z")
_SHORTENED = re.compile(
    r"(?:Gov|Sen|Rep|Gen|Lt|Col|Maj|Capt|Sgt|Dr|Mr|Mrs|Ms|Prof|Rev|Hon|St|Adm|[A-Z])", re.IGNORECASE
)
_BRACKET = re.compile(r"\([^()]{1,30}\)\s*\Z")
_SET_OFF = re.compile(
    r"\s*(?:(?:,|–|—|-)\s+|\(\s*)(?:the\s+|a\s+|an\s+|his\s+|her\s+|its\s+|their\s+|our\s+|who\s+(?:is|was)\s+(?:the\s+|a\s+|an\s+)?)?"
)
_SET_ENDS = re.compile(
    r"[,;:()\n—–]|\.(?!\w)(?<![A-Z]\.)|\s-\s|[”\"]|\b(?:who|which|whose|said|says|told|tells|added|adds|wrote|writes|claimed|argued|noted|warned)\b"
)
_SET_BEFORE = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)|\w[’']s)\s+([^,.;:()“”\"\n]{3,100}),\s+\Z"
)
# Behind these another phrase begins: "the speech in which Norvia's president, Ann Lee".
_SERVED = re.compile(
    r"(?:[\w-]+\s+){0,3}(?:spokes\w+|aide|advis[eo]r|assistant|envoy|lawyer)\s+(?:for|to|of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:that|which|who|whom|whose|where|when|while|under|said|made)\s+")
_PREPOSITION = re.compile(r"\b(?:of|for|at|in|to|from|on|with|and)\s")
_LETTERED = re.compile(r"\s*(\([RD][-–—,. ][^)]{2,14}\))")  # (R-Ohio)
_DETERMINERS = re.compile(r"(?:(?:the|a|an|his|her|its|their|our|my|one|another|this|that|some)\s+)+", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    """Whether a noun says what somebody is or does."""
    word = word.lower().rstrip(".").removesuffix("'s").removesuffix("’s")
    first, _, last = word.partition("-")
    if last in _STANDINGS:
        word = first  # "secretary-general"
    singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    if word in _NOUNS or singular in _NOUNS or singular in _ROLE_ANYWAY:
        return True
    return len(singular) > 6 and singular.endswith(_ENDINGS) and singular not in _BARRED


def roles_at(text: str, name: Span) -> Iterator[Span]:
    """The roles that stand right before and right behind a name."""
    letter = _LETTERED.match(text, name.end)
    lettered = Span(*letter.span(1)) if letter else None
    for role in (title_before(text, name), set_off_after(text, name), set_off_before(text, name), lettered):
        if role is not None:
            yield role


def title_before(text: str, name: Span) -> Span | None:
    """The title right before a name: "US President", "Press Secretary of the head of state"."""
    bracket = _BRACKET.search(text, max(name.start - 40, 0), name.start)
    end = name.start if bracket is None else bracket.start()
    words = list(_leftwards(text, end))
    roles = [place for place, word in enumerate(words) if is_role(word.of(text))]
    if not roles:
        return None
    start = _reach(text, words, roles[-1])
    served = _SERVED.match(text, start.start, words[0].end)
    if served is not None and is_role(words[0].of(text)):
        return _trimmed(text, Span(served.end(), words[0].end))  # "spokeswoman for President": of another
    title = _trimmed(text, Span(start.start, words[0].end))
    whole = title is not None and (is_role(words[0].of(text)) or _ends_in_role(text, title))
    return title if whole else None


def _leftwards(text: str, end: int) -> Iterator[Span]:
    """The words before a place, the nearest first, as far as a title may go."""
    before = list(WORD.finditer(text, max(end - 120, 0), end))
    for match in reversed(before[-_LONGEST:]):
        word = Span(*match.span())
        gap = text[word.end : end]
        if gap.strip() and not _GAP.match(gap):
            return
        if "." in gap and not _SHORTENED.fullmatch(word.of(text)):
            return
        if "\n" in gap or word.of(text).lower() in _STOPS - _CARRIES:
            return
        yield word
        end = word.start


def _reach(text: str, words: Sequence[Span], role: int) -> Span:
    """The leftmost word of a title whose leftmost role is known: capitals, and one plain word before the role."""
    place = role
    while place + 1 < len(words):
        written = words[place + 1].of(text)
        small = written.lower() in _CARRIES and place + 2 < len(words) and words[place + 2].of(text)[:1].isupper()
        if written[:1].isupper() or small or (place == role and written.lower() not in _CARRIES and written.islower()):
            place += 1
            continue
        break
    return words[place]


def set_off_after(text: str, name: Span) -> Span | None:
    """What is said of a name between commas, in brackets or behind a dash: ", coordinator of communications"."""
    lead = _SET_OFF.match(text, name.end)
    if lead is None:
        return None
    stop = _SET_ENDS.search(text, lead.end())
    end = stop.start() if stop else len(text)
    words = list(WORD.finditer(text, lead.end(), min(end, lead.end() + 120)))
    of = text[lead.end() : lead.end() + 3].lower() == "of "
    party = of or any(one.kind == "political party" for one in known_in(text[lead.end() : end]))
    if not (party or any(is_role(match.group()) for match in words[:8])) or words[0].group().lower() in _STOPS:
        return None
    if end == len(text) or (text[end] not in ',.;:()”"\n—–' and not text[end].isspace()) or _names_another(text, words):
        return None
    return _trimmed(text, Span(lead.end(), end))


def set_off_before(text: str, name: Span) -> Span | None:
    """A role that a name is set off from by a comma: "the justice secretary, Ann Lee"."""
    if not text[max(name.start - 3, 0) : name.start].rstrip().endswith(","):
        return None
    found = _SET_BEFORE.search(text, max(name.start - 120, 0), name.start)
    if found is None:
        return None
    clauses = list(_CLAUSE.finditer(text, *found.span(1)))
    span = Span(clauses[-1].end() if clauses else found.start(1), found.end(1))
    if not any(is_role(word) for word in WORD.findall(span.of(text))):
        return None
    return None if clauses and not _ends_in_role(text, span) else described(text, span)


def _ends_in_role(text: str, span: Span) -> bool:
    """Whether a phrase is no clause: the word before its first preposition is a role."""
    lead = _PREPOSITION.search(text, span.start, span.end)
    words = WORD.findall(text[span.start : lead.start() if lead else span.end])
    return bool(words) and is_role(words[-1])


def _names_another(text: str, words: Sequence[re.Match[str]]) -> bool:
    """Whether a title in what is set off belongs to the name that follows it: ", President Ann Lee said"."""
    for place, (word, after, last) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        if place and words[place - 1].group().lower() in ("of", "for", "to"):
            continue  # "spokeswoman for President Ann Lee": who serves her
        capitals = after.group()[:1].isupper() and last.group()[:1].isupper() and word.group()[:1].isupper()
        if is_role(word.group()) and capitals and text[word.end() : last.start()].count(" ") == 2:
            return True
    return False


def described(text: str, phrase: Span) -> Span | None:
    """A description that stands for somebody, without its article: "White House spokesman"."""
    lead = _DETERMINERS.match(text, phrase.start, phrase.end)
    start = lead.end() if lead else phrase.start
    words = [match.group() for match in WORD.finditer(text, start, phrase.end)]
    return _trimmed(text, Span(start, phrase.end)) if any(map(is_role, words)) else None


def _trimmed(text: str, span: Span) -> Span | None:
    words = list(WORD.finditer(text, span.start, span.end))
    while words and words[0].group().lower() in _CARRIES | {"a", "an"}:
        words.pop(0)
    while words and words[-1].group().lower() in _CARRIES | {"a", "an"}:
        words.pop()
    return Span(words[0].start(), words[-1].end()) if words else None
