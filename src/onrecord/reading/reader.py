"""Read an article into statements: the one place where the steps of the reading meet.

Use `Reader` to read many articles with one set of weights. Reading is pure: the same article gives the same
statements, alone or in any company and order.
"""

from __future__ import annotations

from pathlib import Path

from onrecord.model import SHIPPED, load_model
from onrecord.reading.attribution import attributions
from onrecord.reading.encoder import Encoder
from onrecord.reading.nesting import Nested, read_nested
from onrecord.reading.quotes import verbatim
from onrecord.reading.statements import attributed_share, statements
from onrecord.reading.strays import settle
from onrecord.reading.utterances import uttered
from onrecord.records import Article, Reading


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

    def read(self, article: Article, *, nested: bool = True, utterances: bool = False) -> Reading:
        """Find who is made to say what in an article.

        Args:
            article: its text is read from `article.body` on.
            nested: read the contents again, for attributions within them.
            utterances: leave out what is only thought or whose cue is negated, and what lies in it.
        """
        pieces = self.encoder.cut(article.text[article.body :])
        quoted = verbatim(article.text)
        outer = settle(attributions(self.encoder.read(pieces)), pieces, quoted, body=article.body)
        found: Nested = read_nested(self.encoder, pieces, outer) if nested else [(one, None) for one in outer]
        stmts = statements(article, pieces, found, quoted=quoted, curves=self.model.confidence)
        if utterances:
            stmts = uttered(stmts, article.text)
        return Reading(article=article, statements=stmts, attributed_share=attributed_share(article, stmts))
