"""`onrecord explain`: why one statement of an article was read as it was.

Look here for the command's options; `onrecord.reading` weighs the words, `explanation_page` shows them.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.input_options import input_options
from onrecord.cli.reader_options import load_reader, reader_options
from onrecord.errors import InputError, UsageError

if TYPE_CHECKING:
    from onrecord.records import Article

EXAMPLES = """\b
Examples:
  onrecord explain article.txt 9
  onrecord explain article.txt 9 --date 2031-03-14 --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("path", type=click.Path(), metavar="ARTICLE")
@click.argument("number", type=click.IntRange(min=1), metavar="N")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object, with the weights of all words.")
@input_options
@reader_options
def explain(*, path: str, number: int, as_json: bool, inputs: dict[str, Any], threads: int, model: Path | None) -> None:
    """Show which words decided the act, the conditions and the name of statement N of an article.

    ARTICLE is a file with one article, or - for standard input; N is the number that `onrecord read` gives the
    statement. Each of its words is hidden in turn: the more the choice loses without a word, the more it weighs.
    """
    from onrecord.cli.explanation_page import write_explanation  # noqa: PLC0415  # --help need not wait for these
    from onrecord.sources import articles  # noqa: PLC0415

    article = _only(articles([path], **inputs), path)
    from onrecord.reading import explain as explained  # noqa: PLC0415  # --help need not wait for the runtime

    write_explanation(explained(load_reader(model, threads=threads), article, number), as_json=as_json)


def _only(items: Iterable[Article | InputError], path: str) -> Article:
    """The one article that was named.

    Raises:
        InputError: it cannot be read.
        UsageError: there are several, or none.
    """
    found = list(islice(items, 2))
    if len(found) != 1:
        many = "more than one article" if found else "no article"
        raise UsageError(f"{path} has {many}: name a file with one")
    if isinstance(found[0], InputError):
        raise found[0]
    return found[0]
