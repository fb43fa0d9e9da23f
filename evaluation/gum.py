"""Read GUM: who and what a text mentions, which mentions mean the same, and who is the source of what.

Use `documents` to train mentions and antecedents and to score them. Of GUM's entities only persons, organisations and
places are kept. A mention is known by its *core*: the name without titles and appositions, or the head noun, or the
pronoun; that is what people agree on, and what head-match scores compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["person", "organisation", "place"]
Naming: TypeAlias = Literal["named", "nominal", "pronoun"]

KINDS: dict[str, Kind] = {"person": "person", "organization": "organisation", "place": "place"}
_ENTITY = re.compile(r"\((?P<opens>[^()]+)|(?P<closes>[^()]+)\)")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_ATTRIBUTED = ("attribution-positive", "attribution-negative")

# Nouns written with a capital that say what somebody is, not who: such a head is no name.
_POSTS = """
president minister secretary chancellor senator governor king queen prince princess pope professor director
chairman general ambassador mayor judge justice chief captain government state department ministry
"""
_TITLES = frozenset(_POSTS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """One mention.

    Attributes:
        start: offset of the core's first character.
        end: offset behind its last.
        type: what is mentioned.
        form: how.
        entity: mentions of the same have the same number.
    """

    start: int
    end: int
    type: Kind
    form: Naming
    entity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text with its mentions in order, and the indices of those that are the source of an attribution."""

    name: str
    text: str
    mentions: tuple[GoldMention, ...]
    sources: tuple[int, ...]


@dataclass(slots=True)
class Token:
    """A token with its place in the text and in the tree; `head` counts from the sentence's first token."""

    word: str
    start: int
    end: int
    tag: str
    head: int
    relation: str
    misc: dict[str, str]
    first: int  # index of the sentence's first token


@dataclass(slots=True)
class _Open:
    """An entity whose closing bracket is still to come."""

    begin: int
    fields: list[str] = field(default_factory=list)


def documents(folder: Path) -> Iterator[Document]:
    """All documents of a folder of CoNLL-U files, by name."""
    for path in sorted(folder.glob("*.conllu")):
        yield read_document(path.stem, path.read_text(encoding="utf-8"))


def read_document(name: str, conllu: str) -> Document:
    """One document; sentences are joined by a blank, paragraphs by a line break."""
    text, tokens = tokens_of(conllu)
    found = {token: mention for token, mention in _mentions(tokens) if mention is not None}
    order = sorted(found, key=lambda token: (found[token].start, found[token].end))
    sources = _sources(tokens)
    return Document(
        name=name,
        text=text,
        mentions=tuple(found[token] for token in order),
        sources=tuple(index for index, token in enumerate(order) if token in sources),
    )


def tokens_of(conllu: str) -> tuple[str, list[Token]]:
    """The text of a document, as `Document` has it, and its tokens."""
    text, place, first = "", 0, 0
    tokens: list[Token] = []
    for line in conllu.splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            text += "\n" if text else ""
        elif line.startswith("# text = "):
            text += "" if not text or text.endswith("\n") else " "
            place, first = len(text), len(tokens)
            text += line.removeprefix("# text = ")
        elif (fields := line.split("\t"))[0].isdigit():
            tokens.append(_token(fields, text, place, first))
            place = tokens[-1].end
    return text, tokens


def _token(fields: list[str], text: str, place: int, first: int) -> Token:
    """The token of a line; it stands at `place` or behind it, `first` is the index of its sentence's first token."""
    start = text.find(fields[1], place)
    start = place if start < 0 else start
    return Token(
        word=fields[1],
        start=start,
        end=min(start + len(fields[1]), len(text)),
        tag=fields[3],
        head=first + int(fields[6]) - 1,
        relation=fields[7],
        misc=dict(pair.split("=", 1) for pair in fields[9].split("|") if "=" in pair),
        first=first,
    )


def _mentions(tokens: list[Token]) -> Iterator[tuple[int, GoldMention | None]]:
    """The mentions, each under the index of its core's last token."""
    opened: dict[str, list[_Open]] = {}
    for number, token in enumerate(tokens):
        for match in _ENTITY.finditer(token.misc.get("Entity", "")):
            if match["opens"]:
                fields = match["opens"].split("-")
                opened.setdefault(fields[0], []).append(_Open(number, fields))
                closed = token.misc["Entity"][match.end() : match.end() + 1] == ")"
                if not closed:
                    continue
            stack = opened.get(match["opens"].split("-")[0] if match["opens"] else match["closes"])
            if stack:
                yield _mention(tokens, stack.pop(), number)


def _mention(tokens: list[Token], entity: _Open, last: int) -> tuple[int, GoldMention | None]:
    kind = KINDS.get(entity.fields[1])
    core = _core(entity, last)
    if kind is None or not core or not entity.fields[0].isdigit():
        return -1 - entity.begin, None
    form = _form(tokens, core)
    if form == "nominal":
        core = core[-1:]
    elif kind == "person":
        core = _without_titles(tokens, core)
    mention = GoldMention(
        start=tokens[core[0]].start,
        end=tokens[core[-1]].end,
        type=kind,
        form=form,
        entity=int(entity.fields[0]),
    )
    return core[-1], mention


def _core(entity: _Open, last: int) -> list[int]:
    """The first run of neighbouring tokens of the entity's minimal span."""
    numbers = [int(place) for place in entity.fields[5].split(",") if place.isdigit()]
    core = [entity.begin + place - 1 for place in numbers if entity.begin + place - 1 <= last]
    run = core[:1]
    for token in core[1:]:
        if token != run[-1] + 1:
            break
        run.append(token)
    return run


def _without_titles(tokens: list[Token], core: list[int]) -> list[int]:
    """A person's name from its head on: titles and trades hang on the head from before."""
    heads = [place for place, number in enumerate(core) if tokens[number].head not in core]
    return core[heads[0] :] if heads else core


def _form(tokens: list[Token], core: list[int]) -> Naming:
    tags = {tokens[number].tag for number in core}
    if "PROPN" in tags and (len(core) > 1 or tokens[core[0]].word.lower() not in _TITLES):
        return "named"
    return "pronoun" if tags <= {"PRON", "DET"} else "nominal"


def _sources(tokens: list[Token]) -> set[int]:
    """Tokens that are the subject, or the object of "according to", in a unit that attributes another."""
    out: set[int] = set()
    begins = [number for number, token in enumerate(tokens) if "Discourse" in token.misc]
    for begin, end in pairwise([*begins, len(tokens)]):
        if tokens[begin].misc["Discourse"].startswith(_ATTRIBUTED):
            out |= {_last_of_name(tokens, number) for number in range(begin, end) if _speaks(tokens, number)}
    return out


def _speaks(tokens: list[Token], number: int) -> bool:
    token = tokens[number]
    according = token.relation in ("obl", "nmod") and any(
        other.relation == "case" and other.head == number and other.word.lower() == "to"
        for other in tokens[max(number - 8, 0) : number]
    )
    return token.relation in _SUBJECTS or (according and tokens[token.first].word.lower() == "according")


def _last_of_name(tokens: list[Token], number: int) -> int:
    """The last token of the name that a token heads."""
    last = number
    while last + 1 < len(tokens) and tokens[last + 1].relation.startswith("flat") and tokens[last + 1].head == number:
        last += 1
    return last
