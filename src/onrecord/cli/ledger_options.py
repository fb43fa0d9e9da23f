"""The options that the commands of the ledger share.

Use `ledger_option` on each of them, `filter_options` on those that choose statements (the command gets one `filters`
argument), and `open_asked` to open what was asked for.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, get_args

import click

from onrecord.cli.input_options import parse_day
from onrecord.records import Act, Form, Polarity

if TYPE_CHECKING:
    from onrecord.ledger import Ledger

DEFAULT_LEDGER = "onrecord.db"
VARIABLE = "ONRECORD_LEDGER"

Command: TypeAlias = Callable[..., Any]
Decorated = TypeVar("Decorated", bound=Command)

ledger_option = click.option(
    "--ledger",
    metavar="FILE|URL",
    envvar=VARIABLE,
    default=DEFAULT_LEDGER,
    show_default=True,
    show_envvar=True,
    help="The ledger: a file, or the URL of a PostgreSQL database.",
)

json_option = click.option("--json", "as_json", is_flag=True, help="Write JSON.")
csv_option = click.option("--csv", "as_csv", is_flag=True, help="Write CSV.")
limit_option = click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", default=20, show_default=True, help="How many at most."
)

_FILTERS = (
    click.option("--speaker", metavar="NAME", help="Who speaks: a name, another spelling of it, or an id."),
    click.option("--party", metavar="NAME", help="For whom they speak: a country, a body, a political party."),
    click.option("--act", type=click.Choice(get_args(Act)), help="What they do by it."),
    click.option("--outlet", metavar="NAME", help="Who carried it."),
    click.option("--from", "first", metavar="YYYY-MM-DD", callback=parse_day, help="Said on that day or later."),
    click.option("--to", "last", metavar="YYYY-MM-DD", callback=parse_day, help="Said on that day or earlier."),
    click.option("--form", type=click.Choice(get_args(Form)), help="How it is quoted."),
    click.option("--polarity", type=click.Choice(get_args(Polarity)), help="Stated, or not (“did not say”)."),
)
_NAMES = ("speaker", "party", "act", "outlet", "first", "last", "form", "polarity")


def filter_options(command: Decorated) -> Decorated:
    """Add the options that choose statements; the command is called with `filters`, without text, keys and limit."""

    @wraps(command)
    def with_filters(*args: Any, **options: Any) -> Any:
        from onrecord.ledger import Filters  # noqa: PLC0415  # --help need not wait for the database

        chosen = {name: options.pop(name) for name in _NAMES}
        return command(*args, filters=Filters(**chosen), **options)

    decorated: Any = with_filters
    for option in reversed(_FILTERS):
        decorated = option(decorated)
    return decorated  # type: ignore[no-any-return]  # click's decorators keep what they decorate callable


def open_asked(name: str) -> Ledger:
    """Open a ledger that must be there already.

    Raises:
        LedgerError: when there is none, or it cannot be read.
    """
    from onrecord.errors import LedgerError  # noqa: PLC0415
    from onrecord.ledger import open_ledger  # noqa: PLC0415  # takes SQLAlchemy with it

    if "://" not in name and not Path(name).exists():
        raise LedgerError(f"no ledger {name}: fill one with `onrecord add PATH… --ledger {name}`, or set {VARIABLE}")
    return open_ledger(name)


def who() -> str:
    """Who changes the ledger, for its journal: the name of the account."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return ""
