"""Turn what a user searches for into a query of either database, and find where a text meets it.

Use `parse` once a search, `fts5` or `tsquery` for the database at hand, and `places` on each text that is shown. To a
plain query everything but letters, digits and quotation marks is white space, so no operator can slip through; a raw
one is the database's own language, with its words folded and stemmed like the index.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.errors import UsageError
from onrecord.ledger.terms import Term, term, terms
from onrecord.records import Span

Phrase: TypeAlias = tuple[str, ...]

_PART = re.compile(r"[\"“”„«»]([^\"“”„«»]*)(?:[\"“”„«»]|$)|([^\s\"“”„«»]+)")
_RAW_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_FTS5_OPERATORS = frozenset({"AND", "OR", "NOT", "NEAR"})
MOST_PHRASES = 100  # FTS5 takes no tree that is much larger; to find what a paragraph says there are vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is searched for.

    Attributes:
        text: as the user wrote it.
        phrases: terms that stand one behind the other; a text must hold all phrases. Of a raw query each of its words.
        raw: whether the text is in the database's own language.
    """

    text: str
    phrases: tuple[Phrase, ...]
    raw: bool = False


def parse(text: str, *, raw: bool = False) -> Query:
    """Take a query apart.

    Args:
        text: words, all of which must be met, and phrases in quotation marks; several words joined by hyphens or dots
            are a phrase too ("cease-fire").
        raw: whether it is in the database's own language.

    Raises:
        UsageError: when it has no word.
    """
    parts = _RAW_WORD.findall(text) if raw else [quoted or word for quoted, word in _PART.findall(text)]
    phrases = (tuple(one.name for one in terms(part)) for part in parts if not (raw and part in _FTS5_OPERATORS))
    found = tuple(dict.fromkeys(phrase for phrase in phrases if phrase))
    if not found:
        raise UsageError(f"nothing to search for in {text!r}: it has no word")
    if len(found) > MOST_PHRASES:
        raise UsageError(f"a search for {len(found):,} words is too long, {MOST_PHRASES} is the most")
    return Query(text=text, phrases=found, raw=raw)


def fts5(query: Query) -> str:
    """The query as SQLite's FTS5 takes it behind MATCH."""
    if query.raw:
        return _stemmed(query.text, keep=_FTS5_OPERATORS)
    return " AND ".join(f'"{" ".join(phrase)}"' for phrase in query.phrases)


def tsquery(query: Query) -> str:
    """The query as PostgreSQL takes it in `to_tsquery('simple', …)`."""
    if query.raw:
        return _stemmed(query.text, keep=frozenset())
    return " & ".join(f"({' <-> '.join(phrase)})" for phrase in query.phrases)


def places(query: Query, text: str) -> tuple[Span, ...]:
    """Where a text has what is searched for, in its order and without overlaps.

    Of a raw query each word is a hit wherever it stands, for what its operators ask is the database's to know.
    """
    found = list(terms(text))
    marked = sorted({span for phrase in query.phrases for span in _places_of(phrase, found)})
    return tuple(_joined(marked))


def _stemmed(text: str, *, keep: frozenset[str]) -> str:
    """A raw query with its words as the index has them, but for its operators."""

    def as_indexed(match: re.Match[str]) -> str:
        return match[0] if match[0] in keep else term(match[0])

    return _RAW_WORD.sub(as_indexed, text.replace("\x00", " "))


def _places_of(phrase: Phrase, found: Sequence[Term]) -> Iterator[Span]:
    names = tuple(one.name for one in found)
    for place in range(len(names) - len(phrase) + 1):
        if names[place : place + len(phrase)] == phrase:
            yield Span(found[place].start, found[place + len(phrase) - 1].end)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Spans with those that overlap made one."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
