"""The options that say what the inputs of `onrecord read` and `onrecord add` are.

Use `input_options` on commands that take files (the command gets one `inputs` argument, the keyword arguments of
`onrecord.sources.articles`), and `parse_day` for any option that is a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def parse_day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    """Take exactly YYYY-MM-DD: other notations are read differently from one country to the next."""
    if value is None:
        return None
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"there is no day {value} ({error})") from error
    raise click.BadParameter(f"{value!r} is not of the form YYYY-MM-DD, such as 2022-12-02")


def parse_columns(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Take FIELD=COLUMN pairs apart."""
    pairs = [value.partition("=") for value in values]
    for field, given, _column in pairs:
        if not field or not given:
            raise click.BadParameter(f"{field + given!r} is not of the form FIELD=COLUMN, such as text=body")
    return {field: column for field, _given, column in pairs}


_OPTIONS = (
    click.option(
        "--date",
        "published",
        metavar="YYYY-MM-DD",
        callback=parse_day,
        help="Day on which the articles were published.",
    ),
    click.option("--outlet", metavar="NAME", help="Who published the articles."),
    click.option(
        "--column",
        "columns",
        metavar="FIELD=COLUMN",
        multiple=True,
        callback=parse_columns,
        help="The column of a table, or the field of JSON Lines, for a field of an article: text, id, name, published, "
        "outlet, title or url.",
    ),
    click.option("--text", is_flag=True, help="Take each file as one plain text, whatever it looks like."),
)
_NAMES = ("published", "outlet", "columns", "text")


def input_options(command: Decorated) -> Decorated:
    """Add the options that say what the inputs are."""

    @wraps(command)
    def with_inputs(*args: Any, **options: Any) -> Any:
        return command(*args, inputs={name: options.pop(name) for name in _NAMES}, **options)

    decorated: Any = with_inputs
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated  # type: ignore[no-any-return]  # click's decorators keep what they decorate callable
