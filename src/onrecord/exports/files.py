"""Write a file whole or not at all.

Use `whole_file` around a writer that wants a path, `whole_text` around one that wants a text stream. What is written
goes to a hidden file beside the target, which takes the target's place when all of it is on the disk; after a failure
the target is what it was before.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from onrecord.errors import ExportError


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """A path to write to, which becomes the target at the end.

    Args:
        target: a file that is there keeps its permissions; a link keeps pointing where it points.

    Raises:
        ExportError: when the target is a folder or a device, or its folder is not there.
        OSError: when the disk is full, or the folder may not be written to.
    """
    target = _writable(target)
    part = target.with_name(f".onrecord-{secrets.token_hex(8)}.part")
    try:
        yield part
        if target.exists():
            shutil.copymode(target, part)
        _to_disk(part)
        part.replace(target)
        _to_disk(target.parent)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def whole_text(target: Path, *, encoding: str = "utf-8", newline: str = "\n") -> Iterator[TextIO]:
    """A text stream whose contents become the target at the end.

    Half a character (of a file name that is no UTF-8) is written as a question mark.

    Raises:
        ExportError, OSError: as `whole_file`.
    """
    with whole_file(target) as part, part.open("w", encoding=encoding, errors="replace", newline=newline) as file:
        yield file
        file.flush()


def _writable(target: Path) -> Path:
    """The file behind a link, if it can be replaced."""
    real = target.resolve()
    if real.exists() and not real.is_file():
        raise ExportError(target, "it is a folder" if real.is_dir() else "it is no ordinary file")
    if not real.parent.is_dir():
        raise ExportError(target, f"there is no folder {real.parent}")
    return real


def _to_disk(path: Path) -> None:
    """Have the system write a file's contents, or a folder's names, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
