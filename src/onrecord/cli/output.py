"""Write a reading to standard output, as a table or as JSON.

Use these from commands. Each writes a reading whole and flushes it, so that whoever waits at the other end of a pipe
has it at once.
"""

from __future__ import annotations

import sys

import click
from rich.console import Console

from onrecord.cli.table import reading_table
from onrecord.cli.terminal import is_terminal
from onrecord.exports import json_line
from onrecord.records import Reading

PIPED_WIDTH = 100  # columns where there is no screen to fit
MOST_WIDTH = 140  # columns; beyond, the eye loses the line


def write_json(reading: Reading) -> None:
    """Write one line of JSON, in UTF-8 whatever the locale."""
    click.echo(json_line(reading))


def write_table(reading: Reading) -> None:
    """Write a table with colours to a terminal, and as plain text elsewhere."""
    console = Console(width=None if is_terminal(sys.stdout) else PIPED_WIDTH, highlight=False)
    with console.capture() as capture:  # rich would end the program by itself when the pipe is closed
        console.print(reading_table(reading), width=min(console.width, MOST_WIDTH))
    lines = [line.rstrip() for line in capture.get().split("\n")]
    click.echo("\n".join(lines).encode(_encoding(), "replace"))


def _encoding() -> str:
    """The terminal's, which may lack characters; a file can hold them all."""
    return sys.stdout.encoding if is_terminal(sys.stdout) else "utf-8"
