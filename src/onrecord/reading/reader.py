"""Read an article into statements: the one place where the steps of the reading meet.

Use `Reader` to read many articles with one set of weights. Reading is pure: the same article gives the same
statements, alone or in any company and order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.model import SHIPPED, load_model
from onrecord.reading.act_encoder import ActOutputs
from onrecord.reading.acts import acted, read_acts
from onrecord.reading.addressees import addressed
from onrecord.reading.attribution import attributions
from onrecord.reading.awaited import awaited
from onrecord.reading.casting import scene
from onrecord.reading.chains import chains
from onrecord.reading.conditions import conditions_of, innermost
from onrecord.reading.dates import said_on
from onrecord.reading.encoder import Encoder, Outputs
from onrecord.reading.entities import entities
from onrecord.reading.mentions import Naming, Type, mentions
from onrecord.reading.nesting import Nested, read_nested
from onrecord.reading.pieces import Pieces
from onrecord.reading.quotes import verbatim
from onrecord.reading.speakers import speakers as name_speakers
from onrecord.reading.statements import attributed_share, statements
from onrecord.reading.strays import settle
from onrecord.reading.times import time_expressions
from onrecord.reading.utterances import uttered
from onrecord.reading.vectors import Vectors
from onrecord.records import Article, Condition, Reading, Span, Statement


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
        self._vectors = Vectors(self.model.arrays)

    def read(
        self,
        article: Article,
        *,
        nested: bool = True,
        speakers: bool = True,
        acts: bool = True,
        vectors: bool = False,
        utterances: bool = False,
    ) -> Reading:
        """Find who is made to say what in an article.

        Args:
            article: its text is read from `article.body` on.
            nested: read the contents again, for attributions within them.
            speakers: name them, with their chains and days.
            acts: say what each statement does and on what it hangs; who must act is told only where speakers are.
            vectors: say what each is about, for likeness.
            utterances: leave out what is only thought or whose cue is negated, and what lies in it.
        """
        text = article.text[article.body :]
        pieces, quoted = self.encoder.cut(text), verbatim(article.text)
        outputs = self.encoder.read(pieces, mentions=speakers)
        outer = settle(attributions(outputs), pieces, quoted, body=article.body)
        found: Nested = (
            read_nested(self.encoder, pieces, outer, text=text) if nested else [(one, None) for one in outer]
        )
        stmts = statements(article, pieces, found, quoted=quoted, curves=self.model.confidence)
        if acts:
            stmts = self._acted(article, pieces, stmts)
        if speakers:
            stmts = self._attributed(article, outputs, stmts)
        if vectors:
            stmts = tuple(replace(stmt, vector=self.vector_of(stmt.text)) for stmt in stmts)
        if utterances:
            stmts = uttered(stmts, article.text)
        return Reading(article=article, statements=stmts, attributed_share=attributed_share(article, stmts))

    def _acted(self, article: Article, pieces: Pieces, stmts: tuple[Statement, ...]) -> tuple[Statement, ...]:
        """The statements with their acts and their conditions."""
        outputs = read_acts(self.encoder, pieces, stmts, body=article.body)
        curves = self.model.confidence
        done = acted(stmts, outputs, article.text, curve=curves["act"])
        return innermost([replace(stmt, conditions=self._hung(article, pieces, stmt, outputs)) for stmt in done])

    def _hung(
        self, article: Article, pieces: Pieces, stmt: Statement, outputs: Mapping[int, ActOutputs]
    ) -> tuple[Condition, ...]:
        curve = self.model.confidence["condition"]
        return conditions_of(stmt, outputs[stmt.id], article.text, pieces=pieces, curve=curve, body=article.body)

    def _attributed(self, article: Article, outputs: Outputs, stmts: tuple[Statement, ...]) -> tuple[Statement, ...]:
        """The statements with their speakers, their chains, their days, and who must act and is addressed."""
        cast = scene(article, outputs, stmts, distances=self.model.distances)
        named = awaited(cast, addressed(cast, chains(article, name_speakers(cast, stmts))))
        times = time_expressions(article.text, published=article.published, start=article.body)
        who = [stmt.speaker.id if stmt.speaker else None for stmt in named]
        days = said_on(named, article.text, times, published=article.published, who=who)
        return tuple(replace(stmt, said_on=day) for stmt, day in zip(named, days, strict=True))

    def vector_of(self, text: str) -> bytes:
        """What a text is about, comparable with `Statement.vector`."""
        return self._vectors.of(self.encoder.cut(text).ids)

    def mentions(self, article: Article) -> list[Mentioned]:
        """Who and what an article mentions, in order; mentions of the same have the same `entity`."""
        outputs = self.encoder.read(self.encoder.cut(article.text[article.body :]))
        found = mentions(outputs, article.text, body=article.body)
        groups = entities(found, outputs, article.text, distances=self.model.distances)
        return [
            Mentioned(span=one.span, type=one.type, form=one.form, entity=group)
            for one, group in zip(found, groups, strict=True)
        ]
