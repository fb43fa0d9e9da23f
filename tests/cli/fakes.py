"""A reader without weights, and articles about states that do not exist.

`FakeReader` finds "NAME says|said|thinks that CONTENT." with a regular expression, and takes a NAME of several words
for a person, of one for an organisation. Run this file to get the real program with that reader:
`python tests/cli/fakes.py read …`.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

from onrecord.records import Article, Reading, Span, Speaker, SpeakerKind, Statement

SAID = re.compile(r"(?P<source>[A-Z]\w+(?: [A-Z]\w+)*) (?P<cue>says|said|thinks) (?:that )?(?P<content>[^.]+)")

TRADE = "Mara Voss said that Norvia thinks the Estmark treaty is dead. Estmark said nothing.\n"
PORTS = "Tolo Brand said that the ports of Norvia stay open.\n"


class FakeReader:
    """Reads like a reader; some words make it fail or wait.

    Args:
        model: not looked at.
        threads: likewise.
    """

    def __init__(self, model: Path | None = None, *, threads: int = 1) -> None:
        self.asked = (model, threads)
        self.model = SimpleNamespace(fingerprint=str(model or "0123456789abcdef"))

    def read(
        self,
        article: Article,
        *,
        nested: bool = True,
        speakers: bool = True,
        utterances: bool = False,
        vectors: bool = False,  # nothing here is like anything else
    ) -> Reading:
        """Find what the article says is said."""
        _misbehave(article.text)
        stmts = list(_find(article.text, article.body, len(article.text), nested=nested))
        if not speakers:
            stmts = [replace(stmt, speakers=(), chain=()) for stmt in stmts]
        kept = [stmt for stmt in stmts if not (utterances and stmt.medium == "thought")]
        return Reading(article=article, statements=_numbered(kept), attributed_share=0.5)


def fake_reading() -> ModuleType:
    """A module that stands in for `onrecord.reading`, weights and all."""
    module = ModuleType("onrecord.reading")
    module.Reader = FakeReader  # type: ignore[attr-defined]
    return module


def _misbehave(text: str) -> None:
    if "DIVIDE" in text:
        raise ZeroDivisionError("division\nby zero")
    if "MEMORY" in text:
        raise MemoryError
    if "INTERRUPT" in text:
        raise KeyboardInterrupt
    if "WAIT" in text:
        for _ in range(600):  # a signal that comes right before a sleep is heard only behind it
            time.sleep(0.1)


def _find(
    text: str, start: int, end: int, *, nested: bool, parent: int | None = None, chain: tuple[str, ...] = ()
) -> Iterator[Statement]:
    for match in SAID.finditer(text, start, end):
        stmt = _statement(text, match, parent, chain)
        yield stmt
        if nested:
            yield from _find(text, *match.span("content"), nested=True, parent=stmt.id, chain=stmt.chain)


def _statement(text: str, match: re.Match[str], parent: int | None, chain: tuple[str, ...]) -> Statement:
    cue, source, content = (Span(*match.span(name)) for name in ("cue", "source", "content"))
    return Statement(
        id=cue.start,  # numbered later
        parent=parent,
        cue=(cue,),
        source=(source,),
        content=(content,),
        text=content.of(text),
        source_text=source.of(text),
        form="indirect",
        medium="thought" if match["cue"] == "thinks" else "said",
        confidence=0.9,
        speakers=(_speaker(source.of(text), source),),
        chain=(*chain, source.of(text)),
    )


def _speaker(name: str, span: Span) -> Speaker:
    words = name.lower().split()
    kind: SpeakerKind = "person" if len(words) > 1 else "organisation"
    party = None if kind == "person" else name
    return Speaker(id="-".join(words), name=name, kind=kind, party=party, how="named", mentions=(span,))


def _numbered(stmts: list[Statement]) -> tuple[Statement, ...]:
    ids: dict[int | None, int] = {stmt.id: number for number, stmt in enumerate(stmts, start=1)}
    return tuple(replace(stmt, id=ids[stmt.id], parent=ids.get(stmt.parent)) for stmt in stmts)


if __name__ == "__main__":
    sys.modules["onrecord.reading"] = fake_reading()
    from onrecord.cli import main

    main()
