"""Show where a reader is wrong, pair by pair: `python -m evaluation.errors speaker --set train --limit 50`.

Use this while developing a field: it prints each pair whose field is wrong, with the words that it was read from. On
SEER the only field is `who`: statements whose words are right and whose speaker is wrong, and claims likewise.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from evaluation import seer
from evaluation.corpora import ONRECORD, ONRECORD_TRAIN, SEER, article, data_folder, judge_onrecord, rows, said
from evaluation.fields import FIELDS, Field, Pair
from evaluation.onrecord_gold import Judged, pair_stmts
from evaluation.statements import Pieces, Stmt
from onrecord.reading import Reader
from onrecord.records import Reading

WHO = "who"
SETS: Mapping[str, str] = {"train": ONRECORD_TRAIN, "dev": ONRECORD, "seer": SEER}

# Characters of a content or claim that are shown.
SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One field that is wrong.

    Attributes:
        article: id of the article.
        gold, predicted: the two values.
        cue, source: their words as predicted; of a claim that was missed, empty.
        content: how it begins.
    """

    article: str
    gold: str
    predicted: str
    cue: str = ""
    source: str = ""
    content: str = ""


def main() -> None:
    """Parse the command line and print the mistakes, in the order of the articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("field", choices=[*FIELDS, WHO])
    parser.add_argument("--set", choices=SETS, default="dev")
    parser.add_argument("--limit", type=int, help="show so many and stop reading; all by default")
    parser.add_argument("--model", type=Path, help="a folder of weights; those that ship by default")
    options = parser.parse_args()
    if (options.field == WHO) != (options.set == "seer"):
        parser.error(f"cannot show {options.field} on {options.set}: {WHO} goes with --set seer, and nothing else does")
    path = data_folder() / SETS[options.set]
    if not path.is_file():
        parser.error(f"no evaluation data in {path}: set ONRECORD_DATA")
    found = mistakes(Reader(options.model), rows(path), options.field)
    for mistake in islice(found, options.limit):
        sys.stdout.write(shown(mistake))


def mistakes(reader: Reader, articles: Iterable[dict[str, Any]], field: str) -> Iterator[Mistake]:
    """The mistakes in a field, or in `who` on articles of SEER, read one by one as they are asked for."""
    for row in articles:
        if field == WHO:
            yield from who_mistakes(row["id"], seer.claims_of(row), reader.read(article(row), utterances=True))
        else:
            yield from field_mistakes(row["id"], judge_onrecord(reader, row), field)


def field_mistakes(name: str, judged: Judged, field: str) -> Iterator[Mistake]:
    """The pairs of an article whose field is wrong, in text order.

    Args:
        name: of the article.
        judged: its gold and predictions.
        field: one of `FIELDS`.
    """
    pairs = pair_stmts(judged.text, judged.gold, judged.predicted, published=judged.published)
    for pair in sorted(_wrong(pairs, FIELDS[field]), key=_place):
        yield Mistake(
            article=name,
            gold=value(pair.gold, field, judged.text),
            predicted=value(pair.predicted, field, judged.text),
            cue=_words(pair.predicted.cue, judged.text),
            source=_words(pair.predicted.source, judged.text),
            content=_words(pair.predicted.content, judged.text),
        )


def who_mistakes(name: str, claims: list[seer.Said], reading: Reading) -> Iterator[Mistake]:
    """The statements, then the claims of an article that meet each other but for the speaker."""
    predicted = said(reading)
    sources = {one: stmt.source_text for one, stmt in zip(predicted, reading.statements, strict=True)}
    for wrong in seer.wrong_speakers(claims, predicted):
        yield Mistake(
            article=name,
            gold=" | ".join(wrong.speakers),
            predicted=wrong.said.speaker,
            source=sources[wrong.said],
            content=wrong.said.text,
        )
    for missed in seer.missed_speakers(claims, predicted):
        yield Mistake(
            article=name, gold=missed.said.speaker, predicted=" | ".join(missed.speakers), content=missed.said.text
        )


def value(stmt: Stmt, field: str, text: str) -> str:
    """A statement's value of a field.

    A name in `FIELDS` is the attribute's, with blanks, and behind a comma what the field is limited to.
    """
    found = getattr(stmt, field.partition(",")[0].replace(" ", "_"))
    if field == "source":
        return _words(found, text)
    if isinstance(found, tuple):
        return " > ".join(map(_plain, found))
    return found or ""


def shown(mistake: Mistake) -> str:
    """A mistake as lines of text."""
    words = " | ".join(part for part in (mistake.source, mistake.cue, _short(mistake.content)) if part)
    return f"{mistake.article}\n  gold       {mistake.gold}\n  predicted  {mistake.predicted}\n  {words}\n"


def _wrong(pairs: Iterable[Pair], field: Field) -> list[Pair]:
    return [pair for pair in pairs if field(pair) is False]


def _place(pair: Pair) -> Pieces:
    return pair.predicted.cue or pair.predicted.content


def _words(pieces: Pieces, text: str) -> str:
    return " … ".join(text[start:end] for start, end in pieces)


def _plain(part: str | date) -> str:
    return part.isoformat() if isinstance(part, date) else part


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


if __name__ == "__main__":
    main()
