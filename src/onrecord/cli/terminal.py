"""Standard output and standard error, and what they are connected to.

Use `say` for every message to the user, and `plain` for any words of an article or a file name before they go to a
terminal.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from typing import TextIO

import click

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_SPACE = re.compile(r"\s+")


def say(message: str) -> None:
    """Write one line to standard error."""
    click.echo(f"onrecord: {plain(message)}", err=True)


def plain(text: str) -> str:
    """The text on one line, white space single, and control characters, which could rewrite a screen, made visible."""
    return _CONTROL.sub("\ufffd", " ".join(text.split()))


def printable(text: str) -> str:
    """The text as `plain` has it, but for the white space at its ends: for a part of a line."""
    return _CONTROL.sub("\ufffd", _SPACE.sub(" ", text))


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sits at the stream's other end; a closed stream (`>&-`) is None in Python."""
    return stream is not None and stream.isatty()


def silence() -> None:
    """Let what is still in the buffers go nowhere, so that flushing them at exit cannot fail."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # closed, or no file at all
            _sink(stream.fileno())


def _sink(descriptor: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
