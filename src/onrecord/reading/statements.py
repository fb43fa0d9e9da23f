"""Make statements of the attributions that were found.

Use this after all attributions of an article are known: pieces become spans of the article's text, edges are tidied,
forms told and confidences calibrated, and the statements are put in order.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from onrecord.model import Knots
from onrecord.reading.attribution import Found, Range
from onrecord.reading.edges import tidy
from onrecord.reading.gaps import closed
from onrecord.reading.medium import medium
from onrecord.reading.nesting import Nested
from onrecord.reading.pieces import Pieces
from onrecord.reading.quotes import form
from onrecord.records import Article, Span, Spans, Statement

JOINT = " … "


def statements(
    article: Article, pieces: Pieces, found: Nested, *, quoted: Sequence[Span], curves: Mapping[str, Knots]
) -> tuple[Statement, ...]:
    """The statements of an article in the order of their cue, numbered from 1.

    Args:
        article: as read.
        pieces: of the article's text from its `body` on.
        found: attributions with the index of their parent, parents first.
        quoted: what `quotes.verbatim` gives for the article's text.
        curves: how raw confidences are calibrated, for `outermost` and for `nested` statements.
    """
    parts = [_parts(article, pieces, one, quoted) for one, _ in found]
    taken = sorted(span for cue, source, _ in parts for span in (*cue, *source))
    made = [
        _statement(
            article,
            one,
            (*own[:2], closed(article.text, own[2], taken)),
            quoted,
            curves["outermost" if parent is None else "nested"],
        )
        for (one, parent), own in zip(found, parts, strict=True)
    ]
    kept = [index for index, stmt in enumerate(made) if stmt is not None]
    kept.sort(key=lambda index: _place(made[index]))
    number = {index: place for place, index in enumerate(kept, 1)}
    out = []
    for index in kept:
        stmt, parent = made[index], found[index][1]
        if stmt is not None:
            out.append(replace(stmt, id=number[index], parent=number.get(parent) if parent is not None else None))
    return tuple(out)


def _place(stmt: Statement | None) -> tuple[Span, Span]:
    if stmt is None:
        raise ValueError("only statements have a place")
    return (stmt.cue or stmt.content)[0], stmt.content[0]


def _parts(article: Article, pieces: Pieces, found: Found, quoted: Sequence[Span]) -> tuple[Spans, Spans, Spans]:
    cue, source, content = (_spans(article, pieces, one, quoted) for one in (found.cue, found.source, found.content))
    return cue, source, content


def _statement(
    article: Article, found: Found, parts: tuple[Spans, Spans, Spans], quoted: Sequence[Span], knots: Knots
) -> Statement | None:
    """One statement, not yet numbered; None when nothing but punctuation is left of its content."""
    text = article.text
    cue, source, content = parts
    if not content:
        return None
    return Statement(
        id=0,
        parent=None,
        cue=cue,
        source=source,
        content=content,
        text=JOINT.join(span.of(text) for span in content),
        source_text=JOINT.join(span.of(text) for span in source),
        form=form(text, content, quoted),
        medium=medium(found.media),
        confidence=confidence(found.score, knots),
    )


def _spans(article: Article, pieces: Pieces, ranges: Sequence[Range], quoted: Sequence[Span]) -> Spans:
    spans = []
    for start, end in ranges:
        rough = Span(int(pieces.start[start]) + article.body, int(pieces.end[end - 1]) + article.body)
        span = tidy(article.text, rough, quoted)
        if span is not None:
            spans.append(span)
    return tuple(spans)


def confidence(score: float, knots: Knots) -> float:
    """The calibrated confidence of a logarithmic score, rounded to three digits."""
    raw, calibrated = zip(*knots, strict=True)
    return round(float(np.interp(math.exp(min(score, 0.0)), raw, calibrated)), 3)


def attributed_share(article: Article, stmts: Sequence[Statement]) -> float:
    """The share of the article's characters, white space and header left out, that stand in some content."""
    inside, reached = 0, article.body
    for span in sorted(span for stmt in stmts for span in stmt.content):
        if span.end > reached:
            inside += _ink(article.text[max(span.start, reached) : span.end])
            reached = span.end
    return round(inside / max(_ink(article.text[article.body :]), 1), 3)


def _ink(text: str) -> int:
    """Characters that are not white space."""
    return sum(map(len, text.split()))
