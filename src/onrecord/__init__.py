"""onrecord: who said what, through whom, when, and on what conditions.

    >>> import onrecord
    >>> reading = onrecord.read("“We are ready to talk,” the minister said.")
    >>> reading.statements[0].source_text
    'the minister'

`read` is for one text; `Reader` holds the weights for many.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError, ModelError, OnrecordError, UsageError
from onrecord.records import Article, Reading, Span, Statement

if TYPE_CHECKING:
    from onrecord.reading import Reader

__all__ = [
    "Article",
    "InputError",
    "ModelError",
    "OnrecordError",
    "Reader",
    "Reading",
    "Span",
    "Statement",
    "UsageError",
    "__version__",
    "read",
]

__version__ = "0.1.0"


def read(
    text: str,
    *,
    id: str = "text",  # noqa: A002  # the field's name everywhere
    published: date | None = None,
    outlet: str | None = None,
    nested: bool = True,
    utterances: bool = False,
) -> Reading:
    """Read one text with the weights that ship.

    Args:
        text: the article; a wire header at its start is recognised.
        id: echoed in `Reading.article.id`.
        published: day of publication; wins over the header's.
        outlet: who published it; wins over the header's.
        nested: also find attributions within contents.
        utterances: leave out what is only thought or whose cue is negated.

    Raises:
        InputError: when the text has no words.
        ModelError: when the weights are missing or damaged.
    """
    from onrecord.sources import from_text  # noqa: PLC0415  # heavy, and not needed to import the nouns

    article = from_text(text, id=id, published=published, outlet=outlet)
    return _reader().read(article, nested=nested, utterances=utterances)


@cache
def _reader() -> Reader:
    from onrecord.reading import Reader  # noqa: PLC0415

    return Reader()


def __getattr__(name: str) -> Any:
    """`onrecord.Reader`, loaded when it is first asked for: the runtime takes a while to import."""
    if name == "Reader":
        from onrecord.reading import Reader  # noqa: PLC0415

        return Reader
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
