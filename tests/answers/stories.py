"""The stories of `examples/` as a careful reader reads them, as entries and as a ledger."""

from __future__ import annotations

import calendar
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.knowledge import speaker_id
from onrecord.ledger import Ledger, fill
from onrecord.records import Actor, Appearance, Article, Condition, Entry, Reading, SaidOn, Span, Speaker, Statement

EXAMPLES = Path(__file__).parents[2] / "examples"
COPIES = {"okoro-boats-home": "okoro-changes-course"}  # nearly word for word


@cache
def stories() -> tuple[Entry, ...]:
    """Every statement of the gold, that of a copied story once with both appearances."""
    return tuple(entry for path in sorted((EXAMPLES / "gold").glob("*.json")) for entry in _story(path))


def _story(path: Path) -> Iterator[Entry]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    if "statements" not in gold or path.stem in COPIES:
        return
    text = (EXAMPLES / f"{path.stem}.txt").read_text(encoding="utf-8")
    appearances = _appearances(path.stem, gold)
    parties = _parties()
    met: Counter[str] = Counter()
    for one in gold["statements"]:
        key = _key(text, one["content"])
        met[key] += 1
        name = key if met[key] == 1 else f"{key}.{met[key]}"  # two may say the same words of the text
        yield Entry(id=name, stmt=_statement(one, parties), appearances=appearances)


def told(number: str) -> Entry:
    """A statement by its name in the gold: `not-one-boat#3` is the third of that story."""
    return _by_name()[number]


def name_of(entry: Entry) -> str:
    """The name of a statement in the gold."""
    return next(name for name, one in _by_name().items() if one.id == entry.id)


def answers() -> dict[str, Any]:
    """What a careful reader takes from all stories together."""
    gold: dict[str, Any] = json.loads((EXAMPLES / "gold" / "answers.json").read_text(encoding="utf-8"))
    return gold


def fill_with_stories(ledger: Ledger) -> None:
    """Fill a ledger with the stories, read as in the gold."""
    paths = [EXAMPLES / f"{path.stem}.txt" for path in sorted((EXAMPLES / "gold").glob("*.json"))]
    fill(ledger, [_article(path) for path in paths if path.exists()], read=_read, weights="gold")


def _article(path: Path) -> Article:
    gold = json.loads((EXAMPLES / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))["article"]
    return Article(
        id=path.name,
        text=path.read_text(encoding="utf-8"),
        published=date.fromisoformat(gold["published"]),
        outlet=gold["outlet"],
        language="en",
    )


def _read(article: Article) -> Reading:
    gold = json.loads((EXAMPLES / "gold" / f"{Path(article.id).stem}.json").read_text(encoding="utf-8"))
    stmts = tuple(_statement(one, _parties()) for one in gold["statements"])
    return Reading(article=article, statements=stmts, attributed_share=0.5)


@cache
def _by_name() -> dict[str, Entry]:
    names = {f"{entry.appearances[0].article.removesuffix('.txt')}#{entry.stmt.id}": entry for entry in stories()}
    copied = {
        f"{copy}#{name.partition('#')[2]}": one
        for copy, first in COPIES.items()
        for name, one in names.items()
        if name.startswith(f"{first}#")
    }
    return names | copied


@cache
def _parties() -> dict[str, str]:
    """For whom the names of all stories speak."""
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((EXAMPLES / "gold").glob("*.json"))]
    speakers = [one["speaker"] for gold in golds for one in gold.get("statements", ())]
    return {one["name"]: one["party"] for one in speakers if one["party"]}


def _appearances(name: str, gold: dict[str, Any]) -> tuple[Appearance, ...]:
    paths = [name, *(copy for copy, first in COPIES.items() if first == name)]
    articles = [
        json.loads((EXAMPLES / "gold" / f"{path}.json").read_text(encoding="utf-8"))["article"] for path in paths
    ]
    return tuple(
        Appearance(
            article=f"{path}.txt",
            outlet=article["outlet"],
            published=date.fromisoformat(article["published"]),
            same=path == name,
        )
        for path, article in zip(paths, articles, strict=True)
    )


def _key(text: str, content: Sequence[Sequence[int]]) -> str:
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return f"{digest}.{content[0][0]}-{content[-1][1]}"


def _statement(one: dict[str, Any], parties: dict[str, str]) -> Statement:
    who = one["speaker"]
    speaker = Speaker(
        id=speaker_id(who["name"]),
        name=who["name"],
        kind=who["kind"],
        role=who["role"] or None,
        party=who["party"] or None,
        how="named",
        mentions=_spans(one["source"]),
    )
    return Statement(
        id=one["id"],
        parent=None,
        cue=_spans(one["cue"]),
        source=_spans(one["source"]),
        content=_spans(one["content"]),
        text=one["text"],
        source_text=one["source_text"],
        form=one["form"],
        medium="said",
        confidence=1.0,
        speakers=(speaker,),
        chain=tuple(one["chain"]),
        said_on=_said_on(one["said_on"]),
        act=one["act"],
        act_confidence=1.0,
        polarity=one["polarity"],
        certainty=one["certainty"],
        conditions=tuple(_condition(each, parties) for each in one["conditions"]),
        addressee=one["addressee"] or None,
    )


def _condition(one: dict[str, Any], parties: dict[str, str]) -> Condition:
    name = one["on"]
    party = parties.get(name, name if name in parties.values() else None)
    actor = Actor(name=name, party=party) if name else None
    return Condition(text=one["text"], span=Span(*one["span"]), kind=one["kind"], on=actor)


def _said_on(text: str) -> SaidOn | None:
    """A day, a month, or two days with a stroke between them."""
    if not text:
        return None
    first, _, last = text.partition("/")
    return SaidOn(first=_day(first, last=False), last=_day(last or first, last=True), text=text, how="expression")


def _day(text: str, *, last: bool) -> date:
    if len(text) > 7:
        return date.fromisoformat(text)
    year, month = map(int, text.split("-"))
    return date(year, month, calendar.monthrange(year, month)[1] if last else 1)


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)
