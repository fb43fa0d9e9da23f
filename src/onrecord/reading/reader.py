"""Read an article into statements: the one place where the steps of the reading meet.

Use `Reader` to read many articles with one set of weights. Reading is pure: the same article gives the same
statements, alone or in any company and order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.model import SHIPPED, load_model
from onrecord.reading.attribution import attributions
from onrecord.reading.casting import scene
from onrecord.reading.chains import chains
from onrecord.reading.dates import said_on
from onrecord.reading.encoder import Encoder, Outputs
from onrecord.reading.entities import entities
from onrecord.reading.mentions import Naming, Type, mentions
from onrecord.reading.nesting import Nested, read_nested
from onrecord.reading.quotes import verbatim
from onrecord.reading.speakers import speakers as name_speakers
from onrecord.reading.statements import attributed_share, statements
from onrecord.reading.strays import settle
from onrecord.reading.times import time_expressions
from onrecord.reading.utterances import uttered
from onrecord.records import Article, Reading, Span, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """One mention: its core, what is mentioned and how, and the number of what it means."""

    span: Span
    type: Type
    form: Naming
    entity: int


class Reader:
    """A loaded model, ready to read.

    Args:
        model: folder of the weights; those that ship by default.
        threads: that one reading may use.

    Raises:
        ModelError: when the weights cannot be used.
    """

    def __init__(self, model: Path | None = None, *, threads: int = 2) -> None:
        self.model = load_model(model or SHIPPED)
        self.encoder = Encoder(self.model, threads=threads)

    def read(
        self, article: Article, *, nested: bool = True, speakers: bool = True, utterances: bool = False
    ) -> Reading:
        """Find who is made to say what in an article.

        Args:
            article: its text is read from `article.body` on.
            nested: read the contents again, for attributions within them.
            speakers: name them, with their chains and days.
            utterances: leave out what is only thought or whose cue is negated, and what lies in it.
        """
        pieces = self.encoder.cut(article.text[article.body :])
        quoted = verbatim(article.text)
        outputs = self.encoder.read(pieces, mentions=speakers)
        outer = settle(attributions(outputs), pieces, quoted, body=article.body)
        found: Nested = read_nested(self.encoder, pieces, outer) if nested else [(one, None) for one in outer]
        stmts = statements(article, pieces, found, quoted=quoted, curves=self.model.confidence)
        if speakers:
            stmts = self._attributed(article, outputs, stmts)
        if utterances:
            stmts = uttered(stmts, article.text)
        return Reading(article=article, statements=stmts, attributed_share=attributed_share(article, stmts))

    def _attributed(self, article: Article, outputs: Outputs, stmts: tuple[Statement, ...]) -> tuple[Statement, ...]:
        """The statements with their speakers, their chains and their days."""
        cast = scene(article, outputs, stmts, distances=self.model.distances)
        named = chains(article, name_speakers(cast, stmts))
        times = time_expressions(article.text, published=article.published, start=article.body)
        who = [stmt.speaker.id if stmt.speaker else None for stmt in named]
        days = said_on(named, article.text, times, published=article.published, who=who)
        return tuple(replace(stmt, said_on=day) for stmt, day in zip(named, days, strict=True))

    def mentions(self, article: Article) -> list[Mentioned]:
        """Who and what an article mentions, in order; mentions of the same have the same `entity`."""
        outputs = self.encoder.read(self.encoder.cut(article.text[article.body :]))
        found = mentions(outputs, article.text, body=article.body)
        groups = entities(found, outputs, article.text, distances=self.model.distances)
        return [
            Mentioned(span=one.span, type=one.type, form=one.form, entity=group)
            for one, group in zip(found, groups, strict=True)
        ]
