"""Find where a name begins and ends by its capitals.

Use `name_at` on what the mention tags take for a name: they are cut at word pieces, and know less of capitals than the
page does. `names_in` finds names that stand behind a title or a trade, where the tags saw none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from onrecord.knowledge import Known, gender, known_in
from onrecord.reading.roles import is_role
from onrecord.records import Span

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_][^\W_]*(?:[’'-][^\W\d_]+)*|\d+")
_PARTICLES_WORDS = """
de da di du del della von van der den ter la le bin ibn al el ben af av zu dos das st
"""
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_JOINERS = frozenset(["of", "the", "for", "and", "on", "in", "to", "at", "&"])
_SMALL_WORDS = """
the a an and but or if when while as in on at by to for from with after before since because although though he she
it they we i you his her its their our my this that these those there here what who why how where which monday
tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december not no yes so then now also however meanwhile according asked says said neither either both only
even still yet just one two three four five six seven eight nine ten others another some
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_TITLES_WORDS = """
mr mrs ms miss mx dr prof sir dame lord lady sen rep gov gen col lt capt maj sgt rev hon st president vice russian
ukrainian american british french german polish european western eastern former new republican democratic democrat
prime foreign defence defense press chief deputy acting first senior editor co federal presidential baroness baron
"""
_TITLES = frozenset(_TITLES_WORDS.split())
_GAP = re.compile(r"[^\S\n]?\.?[^\S\n]?(?:[“\"(][A-Z]\w+[”\")] )?\Z")
Word: TypeAlias = re.Match[str]
_POSSESSIVE = re.compile(r"[’'](?:s|S)?\Z")
_MANY = re.compile(r"(?:men|[Pp]eople|[Cc]hildren)[’']s\Z|[a-z]{3}s[’']\Z")
_LONGEST = 6  # words of a name


def name_at(text: str, span: Span, *, person: bool) -> Span | None:
    """The name that a span holds a part of; None where there is none.

    A person's goes from the first capital that is no title, trade, people or country; a body's may be joined by small
    words, and keeps its country.
    """
    words, starts = _all_words(text)
    at = max(bisect_left(starts, span.start) - 1, 0)
    begin = at if words and words[at].end() > span.start else at + 1
    capital = next(
        (place for place in range(begin, bisect_left(starts, span.end)) if _is_name(text, words[place], person=person)),
        None,
    )
    if capital is None:
        return None
    first, last = capital, capital
    while (step := _next(text, words, last, person=person)) is not None and last - first < _LONGEST:
        last = step
    # A person's name is cut short on the left when the tags saw the surname alone; more would take in titles.
    farthest = first - 2 if person and last == begin else first if person else first - _LONGEST
    while (step := _before(text, words, first, person=person)) is not None and step >= farthest:
        if person and _begins_sentence(text, words[step]):
            break
        first = step
    return _told_once(text, _unpossessed(text, Span(words[first].start(), words[last].end())))


@lru_cache(maxsize=2)
def _all_words(text: str) -> tuple[list[Word], list[int]]:
    """All words of an article, found once for its many names, and where they start."""
    words = list(_WORD.finditer(text))
    return words, [word.start() for word in words]


def _begins_sentence(text: str, word: Word) -> bool:
    """Whether a capital may be there for the sentence's sake."""
    start = word.start()
    before = text[max(start - 3, 0) : start].rstrip(" “\"'‘(")
    return not before or before[-1] in ".!?:\n—–-…”"


def _words(text: str, span: Span) -> list[Word]:
    return list(_WORD.finditer(text, span.start, span.end))


def _is_name(text: str, word: Word, *, person: bool) -> bool:
    """Whether a word can be part of a name."""
    written = word[0]
    if len(written) == 1:
        return written.isupper() and text[word.end() : word.end() + 1] == "."
    return _may_name(written, person)


@lru_cache(maxsize=8192)
def _may_name(word: str, person: bool) -> bool:
    plain = _POSSESSIVE.sub("", word)
    if not plain[:1].isupper() or len(plain) == 1:
        return False
    if plain.lower() in _SMALL or (person and plain.lower() in _TITLES):
        return False
    if not person:
        return not is_role(plain) or plain.endswith("s")
    return not (all(is_role(part) for part in plain.split("-")) or _is_people(plain))


def _is_people(word: str) -> bool:
    """Whether a word is a country, its people or a body: part of a title, not of a person's name."""
    known = known_in(word)
    if not known or known[0].end - known[0].start < len(word) - 1 or known[0].kind in ("state", "capital"):
        return False
    return known[0].kind != "nationality" or gender(word) is None  # "Finn" and "Dane" are given names


def _next(text: str, words: Sequence[Word], place: int, *, person: bool) -> int | None:
    """The place of the next word of the name, over particles or small words."""
    small = _PARTICLES if person else _JOINERS | _PARTICLES
    step = place + 1
    if _POSSESSIVE.search(words[place][0]) and (person or not _is_many(words[place][0])):
        return None
    while step < len(words) and step <= place + 3 and _near(text, words, step):
        if _is_name(text, words[step], person=person):
            return None if _is_new(text, words[place], words[step]) else step
        if words[step][0] not in small:
            return None
        step += 1
    return None


def _is_many(owner: str) -> bool:
    """Whether a possessive belongs to a name: "Fishermen's Guild", "People's Party"; not "Norvia's Guild"."""
    return bool(_MANY.search(owner)) and not known_in(_POSSESSIVE.sub("", owner))


def _is_new(text: str, word: Word, after: Word) -> bool:
    """Whether a second name begins: behind "and" where what stands before is known, or in a shouted headline."""
    between = text[word.end() : after.start()].split()
    if all(one[0].isupper() and len(one[0]) > 4 for one in (word, after)):
        return True
    return "and" in between and _is_people_or_capital(word[0])


def _is_people_or_capital(word: str) -> bool:
    known = known_in(word)
    return bool(known) and len(known[0].words) >= len(word) - 1


def _before(text: str, words: Sequence[Word], place: int, *, person: bool) -> int | None:
    small = _PARTICLES if person else frozenset({"of", "for", "and"}) | _PARTICLES
    step = place - 1
    while step >= 0 and step >= place - 3 and _near(text, words, step + 1):
        if _POSSESSIVE.search(words[step][0]) and (person or not _is_many(words[step][0])):
            return None
        if _is_name(text, words[step], person=person):
            return None if _is_new(text, words[step], words[place]) else step
        if words[step][0] not in small:
            return None
        step -= 1
    return None


def _near(text: str, words: Sequence[Word], place: int) -> bool:
    """Whether only a blank, or the full stop of an initial, stands before a word."""
    before = words[place - 1]
    gap = text[before.end() : words[place].start()]
    if gap == " ":
        return True
    if "." in gap and len(before[0]) > 2 and before[0].lower() not in ("jr", "sr", "st"):
        return False
    return bool(_GAP.match(gap)) and gap != ""


def _unpossessed(text: str, span: Span) -> Span:
    ending = _POSSESSIVE.search(text[span.start : span.end])
    return Span(span.start, span.start + ending.start()) if ending else span


def names_in(text: str, phrase: Span) -> Iterator[Span]:
    """Names of two words and more behind a title, a trade, a country or a body: "scientist Ann Lee"."""
    words = _words(text, phrase)
    for place, word in enumerate(words[:-1]):
        written = word[0]
        leads = is_role(written) or written.islower() or (place > 0 and _is_people(written))
        if leads and _near(text, words, place + 1) and _is_name(text, words[place + 1], person=True):
            name = name_at(text, Span(*words[place + 1].span()), person=True)
            if name is not None and name.end <= phrase.end and is_full(text, name):
                yield name


def name_at_end(text: str, phrase: Span) -> Span | None:
    """The person whose name ends a phrase: "Deputy Minister of Foreign Affairs Ann Lee"."""
    words = _words(text, phrase)
    place = len(words)
    while place and (_is_name(text, words[place - 1], person=True) or words[place - 1][0] in _PARTICLES):
        if place < len(words) and not _near(text, words, place):
            break
        if names_a_body(words[place - 1][0]) or _is_people_or_capital(words[place - 1][0]):
            break
        place -= 1
    led = place and (is_role(before := words[place - 1][0]) or names_a_body(before) or _is_people(before))
    if not led or place >= len(words):
        return None
    name = Span(words[place].start(), words[-1].end())
    return name if is_full(text, name) and words[place][0][:1].isupper() else None


def is_full(text: str, name: Span) -> bool:
    """Whether a name has two words at least, none of which names a body, a country or a place."""
    written = name.of(text)
    return len(_words(text, name)) > 1 and not known_in(written) and not names_a_body(written)


def person_behind(text: str, name: Span) -> Span | None:
    """The person whose name a country's or a body's runs into: "of Norvia Ann Lee"."""
    for known in known_in(name.of(text)):
        rest = Span(min(name.start + known.end + 1, name.end), name.end)
        plain = all(_is_name(text, word, person=True) or word[0] in _PARTICLES for word in _words(text, rest))
        if plain and is_full(text, rest) and (known.start == 0 or gender(rest.of(text)) is not None):
            return rest
    return None


def _told_once(text: str, name: Span) -> Span:
    """A name without its echo in a page's own note, "Ann Lee Lee AnnPresident": up to the surname that comes again."""
    words = _words(text, name)
    for place in range(2, len(words)):
        behind = _WORD.search(text, words[place].end())
        if behind is None or words[place][0] != words[place - 1][0]:
            continue
        if any(behind[0].startswith(word[0]) for word in words[: place - 1]):
            return Span(name.start, words[place - 1].end())
    return name


def is_echo(text: str, name: Span, after: Span) -> bool:
    """Whether a name only says the one before it again, the other way round: "Lee AnnPresident" behind "Ann Lee"."""
    first, again = _words(text, after), _words(text, name)
    near = 0 <= name.start - after.end <= 2 and len(first) > 1 and len(again) > 1
    return near and again[0][0] == first[-1][0] and any(again[1][0].startswith(word[0]) for word in first[:-1])


def names_a_body(name: str) -> bool:
    """Whether a word of a name says that it is a body's, not a person's."""
    return not _BODIES.isdisjoint(name.lower().split())


_BODIES_WORDS = """
house office ministry department council committee commission agency university institute center centre foundation
association union party bank court congress senate parliament assembly government administration service services news
times post journal press review radio television tv group company corporation inc ltd fund society league school
college church hospital police army navy force forces command street avenue square county city state states wire
courier tribune herald gazette chronicle chamber guild alliance campaign movement project initiative board bureau
federation network trust museum library research security affairs communications relations defense defence nations
international national public health human rights watch
"""
_BODIES = frozenset(_BODIES_WORDS.split())


def is_all(one: Known, name: str) -> bool:
    """Whether nothing but small words is left of a name."""
    rest = name[: one.start] + " " + name[one.end :]
    return not [word for word in _WORD.findall(rest) if word.lower() not in ("the", "of", "s")]
