"""Mentions, and who is the same, from GUM's annotation and from the speakers that the team labelled.

Use `gum_links` where all mentions are known. `spoken_links` knows less: the sources of statements with a labelled
speaker, and the places where the text writes that speaker's name. It is what teaches the reader news.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from evaluation.gum import Document, Kind, Naming
from onrecord.reading.wording import PRONOUNS, WORD

Span = tuple[int, int]

_BREAK = re.compile(r",|\(|\b(?:of|for|at|in|from|who|with|to|on|and|that|which|whose|near|under|inside|among)\b")
_ALIKE = 82  # rapidfuzz ratio of two surnames that are taken for one: spellings of one name differ by a letter or two


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One mention to learn from.

    Attributes:
        start: offset of the core's first character.
        end: offset behind its last.
        type: what is mentioned; None where the labels do not tell.
        form: how.
        entity: mentions of the same have the same number.
        taught: whether its antecedent is to be learnt, which needs every earlier mention of the same to be known.
    """

    start: int
    end: int
    type: Kind | None
    form: Naming
    entity: int
    taught: bool


def gum_links(document: Document) -> list[Link]:
    """Every mention of a document of GUM."""
    return [
        Link(start=m.start, end=m.end, type=m.type, form=m.form, entity=m.entity, taught=True)
        for m in document.mentions
    ]


def spoken_links(text: str, stmts: list[dict[str, Any]]) -> list[Link]:
    """Sources of labelled statements, and the places where the text names their speakers, in order."""
    names = sorted({stmt["speaker"]["name"] for stmt in stmts if stmt["speaker"]["name"]})
    kinds = {stmt["speaker"]["name"]: stmt["speaker"]["kind"] for stmt in stmts}
    found: dict[Span, Link] = {}
    for entity, name in enumerate(names):
        rivals = [other for other in names if other != name]
        for span in _named(text, name, rivals, person=kinds[name] == "person"):
            found.setdefault(span, _link(span, kinds[name], "named", entity))
    for stmt in stmts:
        core = _source_core(text, stmt, found)
        if core is not None and core[0] not in found and stmt["speaker"]["name"]:
            found[core[0]] = _link(core[0], stmt["speaker"]["kind"], core[1], names.index(stmt["speaker"]["name"]))
    return sorted(found.values(), key=lambda link: (link.start, link.end))


def _link(span: Span, kind: str, form: Naming, entity: int) -> Link:
    types: dict[str, Kind] = {"person": "person", "organisation": "organisation"}
    if kind not in types and form != "named":
        types = {kind: "person"}
    return Link(start=span[0], end=span[1], type=types.get(kind), form=form, entity=entity, taught=True)


def _source_core(text: str, stmt: dict[str, Any], found: dict[Span, Link]) -> tuple[Span, Naming] | None:
    """The core of a statement's source: the name in it, else the pronoun, else its first noun phrase's last word."""
    if len(stmt["source"]) != 1:
        return None
    start, end = stmt["source"][0]
    named = [span for span in found if start <= span[0] and span[1] <= end]
    words = [(start + m.start(), start + m.end()) for m in WORD.finditer(text[start:end])]
    if not words:
        return None
    if len(words) == 1 and text[slice(*words[0])].lower() in PRONOUNS:
        return words[0], "pronoun"
    if named:
        return min(named), "named"
    stop = _BREAK.search(text, words[0][1], end)
    head = [word for word in words if word[1] <= (stop.start() if stop else end)] or words[:1]
    return head[-1], "nominal"


def _named(text: str, name: str, rivals: list[str], *, person: bool) -> Iterator[Span]:
    """Where a text writes a name: a person's by the surname and what stands before it, others word by word."""
    if not person:
        plain = " ".join(word for word in name.split() if word.lower() != "the")
        for match in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text):
            yield match.span()
        return
    parts = [_fold(match.group()) for match in WORD.finditer(name)]
    if not parts or any(_alike(parts[-1], _fold(rival.split()[-1])) for rival in rivals if rival.split()):
        return
    words = [match.span() for match in WORD.finditer(text)]
    for number, (start, end) in enumerate(words):
        word = text[start:end]
        if word[:1].isupper() and _alike(_fold(word), parts[-1]):
            yield _grown(text, words, number, parts), end


def _grown(text: str, words: list[Span], number: int, parts: list[str]) -> int:
    """Where the name begins, with the given names that stand right before a surname."""
    while number and text[words[number - 1][1] : words[number][0]] in (" ", ". ", "\u00a0"):
        before = _fold(text[slice(*words[number - 1])])
        if not any(before == part or (len(before) == 1 and part.startswith(before)) for part in parts[:-1]):
            break
        number -= 1
    return words[number][0]


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return plain.removesuffix("'s")


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= 5 and fuzz.ratio(one, other) >= _ALIKE)
