"""The program: the group of commands, and how each way to fail ends.

    0     all was done, or whoever read the output had enough of it
    1     some articles could not be read, or the machine failed (disk full, no memory)
    2     the options are wrong, or the model or the ledger cannot be used
    130   interrupted

Look here for an exit code, and in the command's own module for what it does. Nothing heavy is imported here, so that
`--help` and shell completion answer at once.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import click

from onrecord import __version__
from onrecord.ahead import at_work
from onrecord.cli.add import add
from onrecord.cli.corrections import correct, journal, merge, undo
from onrecord.cli.explain import explain
from onrecord.cli.export import export
from onrecord.cli.fetch import feed, fetch
from onrecord.cli.issue import issue
from onrecord.cli.overview import articles, speakers, stats
from onrecord.cli.positions import positions
from onrecord.cli.read import read
from onrecord.cli.reread import reread
from onrecord.cli.search import search
from onrecord.cli.shifts import shifts
from onrecord.cli.show import show
from onrecord.cli.standoff import standoff
from onrecord.cli.terminal import say, silence
from onrecord.cli.timeline import timeline
from onrecord.cli.variants import variants
from onrecord.errors import OnrecordError

INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it
# Objects made before Python looks for cycles. Records have none; at its own 700, much of the time of an answer of
# thousands of statements goes into looking.
OBJECTS = 50_000


class Program(click.Group):
    """A group whose errors take one line each, and whose ends are those that the module lists."""

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run the command line and exit; with `standalone_mode` off, as click does it."""
        run = partial(super().main, *args, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        gc.set_threshold(OBJECTS)
        sys.exit(_exit_code(run))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that went away (`| head`) is no error, and there is nobody left to tell."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            silence()
            ctx.exit(0)


def _exit_code(run: Callable[[], object]) -> int:
    try:
        code = run()
    except (click.Abort, KeyboardInterrupt):
        return _leave(INTERRUPTED)
    except (click.ClickException, OnrecordError) as error:
        return _end(_refusal(error), 2)
    except (OSError, MemoryError) as error:
        return _end(f"stopped: {_failure(error)}", 1)
    return code if isinstance(code, int) else 0


def _leave(code: int) -> int:
    """End at once where others still read: Python would wait for their articles."""
    if at_work():
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)
    return code


def _end(message: str, code: int) -> int:
    """Say why and close the output: what a full disk did not take would be tried again at exit, with a traceback."""
    with suppress(OSError):
        say(message)
    if code == 1:
        silence()
    return code


def _refusal(error: click.ClickException | OnrecordError) -> str:
    if isinstance(error, click.UsageError) and error.ctx is not None:
        return f"{error.format_message()} (see {error.ctx.command_path} --help)"
    return error.format_message() if isinstance(error, click.ClickException) else str(error)


def _failure(error: OSError | MemoryError) -> str:
    if isinstance(error, MemoryError):
        return "out of memory"
    return (error.strerror or str(error)).lower() + (f": {error.filename}" if error.filename else "")


def _show_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"onrecord {__version__}")
        ctx.exit()


@click.group(
    name="onrecord",
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version."
)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Keep a record of who said what in the news, and of where exactly it is written."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


COMMANDS = (
    add,
    articles,
    correct,
    explain,
    export,
    feed,
    fetch,
    issue,
    journal,
    merge,
    positions,
    read,
    reread,
    search,
    shifts,
    show,
    speakers,
    standoff,
    stats,
    timeline,
    undo,
    variants,
)
for command in COMMANDS:
    main.add_command(command)
